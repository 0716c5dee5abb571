/** Guesses which known id was meant, and lists what would have been right. */

/**
 * The candidate that takes the fewest typing slips (insert, delete, replace, swap neighbours) to reach; undefined when
 * none is near: one slip for words below 8 letters, two below 12, three beyond. Another digit is another thing, and so is
 * another letter in a word of up to 3. Ties go to the first by code units.
 */
export function nearest(found: string, candidates: Iterable<string>): string | undefined {
  const limit = found.length < 8 ? 1 : found.length < 12 ? 2 : 3;
  let best: string | undefined;
  let bestSlips = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - found.length) > limit || !mayBeMeant(found.toLowerCase(), candidate.toLowerCase()))
      continue;
    const slips = distance(found.toLowerCase(), candidate.toLowerCase(), bestSlips);
    if (slips < bestSlips || (slips === bestSlips && best !== undefined && candidate < best)) {
      best = candidate;
      bestSlips = slips;
    }
  }
  return best;
}

/** Whether digits are the same but for leading zeros, and no letter of a very short word is another. */
function mayBeMeant(a: string, b: string): boolean {
  const digits = (text: string): string =>
    (text.match(/\d+/g) ?? []).map((run) => run.replace(/^0+(?=\d)/, '')).join(' ');
  if (digits(a) !== digits(b)) return false;
  const letters = (text: string): string => [...text].sort().join('');
  return a.length > 3 || a.length !== b.length || letters(a) === letters(b);
}

/** Params for a sentence about an id that is not known: `near`, and `list` while the list is short enough to read. */
export function amongst(found: string, candidates: Iterable<string>): { found: string; near?: string; list?: string } {
  const all = [...candidates];
  const near = nearest(found, all);
  const list = listed(all);
  return { found, ...(near === undefined ? {} : { near }), ...(list === '' ? {} : { list }) };
}

/** As many as can be read in a sentence. */
export function listed(all: readonly string[]): string {
  return all.slice(0, 12).join(', ') + (all.length > 12 ? ', …' : '');
}

/** Damerau-Levenshtein distance, in the form where no part is edited twice; anything above `limit` when it is more than that. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    if (Math.min(...row) > limit && Math.min(...last) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
