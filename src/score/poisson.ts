/** Tail of the Poisson distribution: how surprising a burst is. */

/**
 * P(X >= count) for X Poisson with mean `mean`, relative error below 1e-12 for counts up to 1,000. The smaller of the two
 * tails is summed term by term; the other is its complement.
 * @throws RangeError unless count is a whole number and mean >= 0 and finite.
 */
export function poissonTail(count: number, mean: number): number {
  if (!Number.isInteger(count) || !(mean >= 0 && mean < Infinity)) {
    throw new RangeError(`poissonTail: count ${count}, mean ${mean}`);
  }
  if (count <= 0) return 1;
  if (mean === 0) return 0;
  return count > mean ? sumUpwards(count, mean) : 1 - sumDownwards(count - 1, mean);
}

/** P(X = count). */
function poissonProbability(count: number, mean: number): number {
  // Pairing each factor of mean^count with one of count! keeps the terms small, and so the rounding of their sum.
  let log = -mean;
  for (let i = 1; i <= count; i++) log += Math.log(mean / i);
  return Math.exp(log);
}

/** P(X >= count) for a count above the mean, where each term is smaller than the last. */
function sumUpwards(count: number, mean: number): number {
  let term = 1;
  let sum = 1;
  for (let i = count + 1; term > sum * 1e-17; i++) {
    term *= mean / i;
    sum += term;
  }
  return sum * poissonProbability(count, mean);
}

/** P(X <= count) for a count below the mean. */
function sumDownwards(count: number, mean: number): number {
  let term = 1;
  let sum = 1;
  for (let i = count; i >= 1 && term > sum * 1e-17; i--) {
    term *= i / mean;
    sum += term;
  }
  return sum * poissonProbability(count, mean);
}
