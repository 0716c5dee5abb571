import { describe, expect, it } from 'vitest';
import { inverseMills, normalCdf, normalDensity, normalQuantile } from '../../src/score/normal.ts';

describe('the standard normal distribution', () => {
  it('has its density', () => {
    expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15);
    expect(normalDensity(1)).toBeCloseTo(0.24197072451914337, 15);
    expect(normalDensity(-2)).toBe(normalDensity(2));
  });

  it('has the cumulative probabilities that R 4 prints', () => {
    const pnorm: [number, number][] = [
      [-8, 6.2209605742717849e-16],
      [-5, 2.8665157187919391e-7],
      [-3, 0.0013498980316300946],
      [-0.5, 0.30853753872598694],
      [0, 0.5],
      [1.234, 0.89139854787847572],
      [3, 0.9986501019683699],
      [6, 0.9999999990134123],
    ];
    for (const [z, p] of pnorm) expect(Math.abs(normalCdf(z) - p)).toBeLessThan(1e-15);
    // Far out the relative error counts.
    expect(normalCdf(-5) / 2.8665157187919391e-7 - 1).toBeCloseTo(0, 12);
    expect(normalCdf(-8) / 6.2209605742717849e-16 - 1).toBeCloseTo(0, 12);
  });

  it('goes on smoothly where the two ways of computing it meet', () => {
    for (const z of [3, -3])
      expect(Math.abs(normalCdf(z + 1e-9) - normalCdf(z - 1e-9) - 2e-9 * normalDensity(z))).toBeLessThan(1e-15);
  });

  it('is symmetric, never decreases, and ends at 0 and 1', () => {
    let last = 0;
    for (let z = -40; z <= 40; z += 0.125) {
      const p = normalCdf(z);
      expect(p).toBeGreaterThanOrEqual(last);
      expect(p + normalCdf(-z)).toBeCloseTo(1, 15);
      last = p;
    }
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });

  it('has the quantiles that R 4 prints', () => {
    const qnorm: [number, number][] = [
      [1e-10, -6.3613409024040557],
      [0.001, -3.0902323061678132],
      [0.025, -1.9599639845400538],
      [0.25, -0.67448975019608171],
      [0.5, 0],
      [0.9, 1.2815515655446008],
      [0.995, 2.5758293035488999],
    ];
    for (const [p, z] of qnorm) expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-13);
  });

  it('has quantiles that undo the cumulative probability over the whole range', () => {
    for (const p of [1e-300, 1e-12, 0.02, 0.02424, 0.02426, 0.3, 0.97, 0.97574, 0.97576, 1 - 1e-9]) {
      expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 10);
    }
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('the inverse Mills ratio', () => {
  it('is phi(z) / P(Z > z)', () => {
    // phi(0) / (1/2) = sqrt(2/pi).
    expect(inverseMills(0)).toBeCloseTo(Math.sqrt(2 / Math.PI), 14);
    for (const z of [-6, -1, 0.5, 2, 2.999])
      expect(inverseMills(z)).toBeCloseTo(normalDensity(z) / (1 - normalCdf(z)), 12);
    // norm.pdf(5) / norm.sf(5) of SciPy 1.17.
    expect(inverseMills(5)).toBeCloseTo(5.186503967125854, 12);
  });

  it('lies between z and z + 1/z far out, without a step or an overflow anywhere', () => {
    for (const z of [3.0001, 10, 38, 38.6, 39, 39.5, 100, 1e8]) {
      expect(inverseMills(z)).toBeGreaterThan(z);
      expect(inverseMills(z)).toBeLessThanOrEqual(z + 1 / z);
    }
    expect(inverseMills(3.0000001) - inverseMills(3)).toBeCloseTo(0, 6);
    for (const z of [-38.4, -38.7, -50, -1e6]) expect(inverseMills(z)).toBeCloseTo(0, 300);
    let last = 0;
    for (let z = -40; z < 60; z += 0.1) {
      const m = inverseMills(z);
      expect(m).toBeGreaterThanOrEqual(last);
      last = m;
    }
  });
});
