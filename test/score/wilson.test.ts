import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/score/normal.ts';
import { wilsonInterval } from '../../src/score/wilson.ts';

describe("Wilson's interval", () => {
  it('is the one printed in the README of wilson-score-interval (npm, msn0), which takes z = 1.96', () => {
    const cases: [number, number, number, number][] = [
      [430, 474, 0.8776750858242243, 0.9301239839930541],
      [392, 436, 0.8672311846637769, 0.9239627360567735],
      [10, 14, 0.4535045882751561, 0.882788120898909],
    ];
    for (const [x, n, low, high] of cases) {
      const interval = wilsonInterval(x, n, 1.96);
      expect(interval.low).toBeCloseTo(low, 13);
      expect(interval.high).toBeCloseTo(high, 13);
    }
  });

  it('is the one of R prop.test without continuity correction: 81 of 263 (Newcombe 1998)', () => {
    const { low, high } = wilsonInterval(81, 263, normalQuantile(0.975));
    expect(low).toBeCloseTo(0.255288519878274, 12);
    expect(high).toBeCloseTo(0.3662095769828, 12);
  });

  it('solves what defines it: the ends lie z standard deviations from the share', () => {
    const z = 1.3;
    const { low, high } = wilsonInterval(7.5, 20, z);
    for (const p of [low, high]) expect(Math.abs(7.5 / 20 - p)).toBeCloseTo(z * Math.sqrt((p * (1 - p)) / 20), 12);
  });

  it('ends exactly at 0 and at 1 when there was no success or no failure', () => {
    expect(wilsonInterval(0, 20, 1.96).low).toBe(0);
    expect(wilsonInterval(20, 20, 1.96).high).toBe(1);
    expect(wilsonInterval(0, 20, 1.96).high).toBeCloseTo(1.96 ** 2 / (20 + 1.96 ** 2), 12);
    expect(wilsonInterval(1e-12, 1e6, 1.96).low).toBeGreaterThanOrEqual(0);
  });

  it('is everything without trials, and the share itself at z = 0', () => {
    expect(wilsonInterval(0, 0, 1.96)).toEqual({ low: 0, high: 1 });
    expect(wilsonInterval(3, 4, 0)).toEqual({ low: 0.75, high: 0.75 });
  });

  it('refuses what cannot be', () => {
    for (const [x, n, z] of [
      [-1, 5, 1],
      [6, 5, 1],
      [1, 5, -1],
      [Number.NaN, 5, 1],
      [1, Infinity, 1],
      [1, Number.NaN, 1],
      [1, 2, Number.NaN],
    ] as const) {
      expect(() => wilsonInterval(x, n, z)).toThrow(RangeError);
    }
  });
});
