/** Wilson's score interval: how sure one can be of a share after so many trials. */

/** Both ends of an interval of a share, 0..1. */
export interface ShareInterval {
  low: number;
  high: number;
}

/**
 * The interval of all shares p for which `successes` of `trials` lie within `z` standard deviations of p (Wilson 1927):
 * (x + z^2/2 -+ z sqrt(x (n - x) / n + z^2/4)) / (n + z^2). For 90 % z is normalQuantile(0.95). Weighted counts, which
 * need not be whole, are allowed. Without trials nothing is known: 0..1.
 * @throws RangeError unless 0 <= successes <= trials and z >= 0.
 */
export function wilsonInterval(successes: number, trials: number, z: number): ShareInterval {
  if (!(successes >= 0 && successes <= trials && trials < Infinity && z >= 0)) {
    throw new RangeError(`wilsonInterval: ${successes} of ${trials} with z ${z}`);
  }
  if (trials === 0) return { low: 0, high: 1 };
  const failures = trials - successes;
  const reach = z * Math.sqrt((successes * failures) / trials + (z * z) / 4);
  const total = trials + z * z;
  // At the ends the two terms cancel exactly in arithmetic, not in doubles.
  return {
    low: successes === 0 ? 0 : Math.max(0, (successes + (z * z) / 2 - reach) / total),
    high: failures === 0 ? 1 : Math.min(1, (successes + (z * z) / 2 + reach) / total),
  };
}
