import { describe, expect, it } from 'vitest';
import { betaQuantiles } from '../../src/score/beta.ts';

const STEPS = 256;
const middle = (s: number): number => (s + 0.5) / STEPS;

/** Largest difference between the table and a quantile function that is known in closed form. */
function worst(alpha: number, beta: number, quantile: (p: number) => number): number {
  return betaQuantiles(alpha, beta, STEPS).reduce((most, q, s) => Math.max(most, Math.abs(q - quantile(middle(s)))), 0);
}

describe('quantiles of the Beta distribution', () => {
  it('are the middles of the steps for the uniform distribution', () => {
    expect(worst(1, 1, (p) => p)).toBeLessThan(1e-5);
  });

  it('are p^(1/alpha) for Beta(alpha, 1), poles included', () => {
    for (const alpha of [0.05, 0.1, 0.3, 0.5, 2, 8, 40, 5000])
      expect(worst(alpha, 1, (p) => p ** (1 / alpha))).toBeLessThan(1e-4);
  });

  it('are 1 - (1 - p)^(1/beta) for Beta(1, beta), poles included', () => {
    for (const beta of [0.05, 0.1, 0.3, 0.5, 2, 8, 40, 5000])
      expect(worst(1, beta, (p) => 1 - (1 - p) ** (1 / beta))).toBeLessThan(1e-4);
  });

  it('are sin^2(pi p / 2) for the arcsine distribution Beta(1/2, 1/2)', () => {
    expect(worst(0.5, 0.5, (p) => Math.sin((Math.PI * p) / 2) ** 2)).toBeLessThan(1e-12);
  });

  it('solve the cumulative probability 3 x^2 - 2 x^3 of Beta(2, 2)', () => {
    betaQuantiles(2, 2, STEPS).forEach((x, s) => expect(3 * x * x - 2 * x ** 3).toBeCloseTo(middle(s), 4));
  });

  it('agree with the incomplete Beta function of SciPy 1.17 at the middles of 8 steps', () => {
    // scipy.stats.beta.ppf((arange(8) + .5) / 8, a, b)
    const known: [number, number, number[]][] = [
      [7, 3, [0.468404, 0.574873, 0.639149, 0.690415, 0.736363, 0.781197, 0.829428, 0.893193]],
      [0.15, 2.85, [2.42233e-9, 3.6732e-6, 0.000110691, 0.0010446, 0.0056205, 0.0219875, 0.0725817, 0.24672]],
      [19.5, 0.45, [0.919507, 0.960272, 0.97726, 0.987015, 0.993102, 0.996885, 0.999026, 0.999916]],
    ];
    for (const [alpha, beta, expected] of known) {
      betaQuantiles(alpha, beta, 8).forEach((q, s) => expect(q).toBeCloseTo(expected[s], 4));
    }
  });

  it('ascend within 0..1, and mirror when alpha and beta change places', () => {
    for (const [alpha, beta] of [
      [0.01, 0.01],
      [0.2, 2000],
      [3, 200],
      [50_000, 50_000],
      [0.7, 0.2],
    ] as const) {
      const table = betaQuantiles(alpha, beta, STEPS);
      const mirrored = betaQuantiles(beta, alpha, STEPS);
      table.forEach((q, s) => {
        expect(q).toBeGreaterThanOrEqual(s === 0 ? 0 : table[s - 1]);
        expect(q).toBeLessThanOrEqual(1);
        expect(q).toBeCloseTo(1 - mirrored[STEPS - 1 - s], 6);
      });
    }
  });

  it('have the mean and, but for their few steps, the variance of the distribution', () => {
    for (const [alpha, beta] of [
      [4.4, 2.6],
      [0.15, 2.85],
      [120, 30],
      [1.5, 0.3],
    ] as const) {
      const table = betaQuantiles(alpha, beta, 4096);
      const mean = table.reduce((a, b) => a + b, 0) / 4096;
      const variance = table.reduce((a, b) => a + (b - mean) ** 2, 0) / 4096;
      const m = alpha / (alpha + beta);
      expect(mean).toBeCloseTo(m, 4);
      expect(variance).toBeCloseTo((m * (1 - m)) / (alpha + beta + 1), 4);
    }
  });

  it('are the one certain value when one parameter is 0', () => {
    expect([...betaQuantiles(0, 7, 3)]).toEqual([0, 0, 0]);
    expect([...betaQuantiles(7, 0, 3)]).toEqual([1, 1, 1]);
  });
});
