/** How far two orders of the same things agree: Kendall's rank correlation. */

/**
 * Kendall's tau-b of two equally long lists of finite numbers, -1..1: (concordant - discordant pairs) divided by the
 * geometric mean of the pairs not tied in `x` and the pairs not tied in `y`. Only the order of the numbers matters.
 * 1 = the same order (ties included), -1 = the opposite one. In O(n log n) after Knight: sort by x, then count the exchanges that a merge sort by y needs.
 * Undefined when one of the lists does not distinguish anything (fewer than two different numbers).
 * @throws RangeError when the lengths differ or a number is not finite.
 * Sources: M. G. Kendall, "The treatment of ties in ranking problems", Biometrika 33 (1945) 239-251;
 * W. R. Knight, "A computer method for calculating Kendall's tau with ungrouped data", JASA 61 (1966) 436-439.
 */
export function kendallTau(x: readonly number[], y: readonly number[]): number | undefined {
  if (x.length !== y.length) throw new RangeError(`lists of ${x.length} and ${y.length} numbers`);
  if (![...x, ...y].every(Number.isFinite)) throw new RangeError('not a finite number');
  const pairs = x.map((value, i): readonly [number, number] => [value, y[i] ?? 0]);
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const byX = pairs.map((pair) => pair[0]);
  const byY = pairs.map((pair) => pair[1]);
  const tiedX = tiedPairs(byX, (i) => byX[i] === byX[i - 1]);
  const tiedBoth = tiedPairs(byX, (i) => byX[i] === byX[i - 1] && byY[i] === byY[i - 1]);
  const exchanges = sortCounting(byY);
  const tiedY = tiedPairs(byY, (i) => byY[i] === byY[i - 1]);
  const all = (x.length * (x.length - 1)) / 2;
  const apartX = all - tiedX;
  const apartY = all - tiedY;
  if (apartX === 0 || apartY === 0) return undefined;
  // Pairs are concordant, discordant (= exchanges), or tied in x, in y or in both.
  const concordant = all - tiedX - tiedY + tiedBoth - exchanges;
  return (concordant - exchanges) / Math.sqrt(apartX * apartY);
}

/** Pairs within runs of equal neighbours; a run of t makes t (t - 1) / 2. */
function tiedPairs(list: readonly number[], sameAsBefore: (i: number) => boolean): number {
  let pairs = 0;
  let run = 1;
  for (let i = 1; i <= list.length; i++) {
    if (i < list.length && sameAsBefore(i)) run += 1;
    else {
      pairs += (run * (run - 1)) / 2;
      run = 1;
    }
  }
  return pairs;
}

/** Sorts `list` in place by bottom-up merging and counts the pairs that stood in the wrong order. */
function sortCounting(list: number[]): number {
  let exchanges = 0;
  let from = list;
  let to = new Array<number>(list.length).fill(0);
  for (let width = 1; width < list.length; width *= 2) {
    for (let start = 0; start < list.length; start += 2 * width) {
      const middle = Math.min(start + width, list.length);
      const end = Math.min(start + 2 * width, list.length);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takeLeft = left < middle && (right >= end || (from[left] ?? 0) <= (from[right] ?? 0));
        if (!takeLeft) exchanges += middle - left;
        to[at] = (takeLeft ? from[left++] : from[right++]) ?? 0;
      }
    }
    [from, to] = [to, from];
  }
  if (from !== list) from.forEach((value, i) => (list[i] = value));
  return exchanges;
}
