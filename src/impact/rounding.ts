/** Rounds the parts of a sum so that what is shown adds up to the sum that is shown. */

const HUNDREDTHS = 100;

/**
 * `parts` to hundredths, adding up to `total`, a number of hundredths: each is rounded down, and what then lacks goes to those
 * that lost most (largest remainder, Hamilton's method), the first of equals first. Nothing is off by a whole hundredth when
 * the parts add up to what `total` was rounded from.
 */
export function roundedParts(parts: readonly number[], total: number): number[] {
  // Sums carry dust: a part that is a hundredth but for that is not rounded down past it.
  const exact = parts.map((part) => part * HUNDREDTHS);
  const down = exact.map((x) => Math.floor(x + 1e-7));
  let lacking = Math.round(total * HUNDREDTHS) - down.reduce((sum, x) => sum + x, 0);
  const byLoss = exact.map((x, i) => ({ i, loss: x - (down[i] ?? 0) })).sort((a, b) => b.loss - a.loss || a.i - b.i);
  for (const { i } of byLoss) {
    if (lacking <= 0) break;
    down[i] = (down[i] ?? 0) + 1;
    lacking -= 1;
  }
  return down.map((x) => (x === 0 ? 0 : x / HUNDREDTHS));
}

/** To hundredths, halves away from 0. */
export function rounded(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * HUNDREDTHS)) / HUNDREDTHS || 0;
}
