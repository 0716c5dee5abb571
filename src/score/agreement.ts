/** Krippendorff's alpha: how far observers who coded the same things agree beyond chance. */

/** What kind of scale the codes are on, which says how far apart two of them are. Codes on a ratio scale are >= 0. */
export type CodeScale = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"): 1 - observed / expected
 * disagreement; 1 = perfect agreement, 0 = as by chance, below 0 = worse. `codes[o][u]` is what observer o wrote for unit
 * u, NaN = nothing; units that fewer than two observers coded say nothing and are left out.
 * Undefined when nothing was coded twice, or all codes are the same: there is then nothing to agree on.
 */
export function krippendorffAlpha(codes: readonly ArrayLike<number>[], scale: CodeScale): number | undefined {
  const units = unitsOf(codes);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const index = new Map(values.map((x, i) => [x, i]));
  const size = values.length;
  const coincidences = new Float64Array(size * size);
  for (const unit of units) {
    const each = 1 / (unit.length - 1);
    unit.forEach((a, i) =>
      unit.forEach((b, j) => {
        if (i !== j) coincidences[(index.get(a) as number) * size + (index.get(b) as number)]! += each;
      }),
    );
  }
  const totals = Float64Array.from(values, (_, a) =>
    coincidences.subarray(a * size, (a + 1) * size).reduce((s, x) => s + x, 0),
  );
  const total = totals.reduce((s, x) => s + x, 0);
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const distance = squaredDistance(scale, values, totals, a, b);
      observed += coincidences[a * size + b] * distance;
      expected += totals[a] * totals[b] * distance;
    }
  }
  return expected === 0 ? undefined : 1 - ((total - 1) * observed) / expected;
}

/** The codes of each unit that has at least two. */
function unitsOf(codes: readonly ArrayLike<number>[]): number[][] {
  const units: number[][] = [];
  const length = codes.reduce((most, own) => Math.max(most, own.length), 0);
  for (let u = 0; u < length; u++) {
    const unit = codes.flatMap((own) => (u < own.length && !Number.isNaN(own[u]) ? [own[u]] : []));
    if (unit.length >= 2) units.push(unit);
  }
  return units;
}

/** How far apart the a-th and b-th value are, squared; on an ordinal scale by how many codes lie between them. */
function squaredDistance(
  scale: CodeScale,
  values: readonly number[],
  totals: Float64Array,
  a: number,
  b: number,
): number {
  if (a === b) return 0;
  const x = values[a];
  const y = values[b];
  if (scale === 'nominal') return 1;
  if (scale === 'interval') return (x - y) ** 2;
  if (scale === 'ratio') return ((x - y) / (x + y)) ** 2;
  const [from, to] = a < b ? [a, b] : [b, a];
  let between = -(totals[from] + totals[to]) / 2;
  for (let i = from; i <= to; i++) between += totals[i];
  return between ** 2;
}
