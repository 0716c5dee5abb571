/** Normal, Wilson and Poisson tables, made with R 4 (pnorm, qnorm, prop.test, ppois). */
import { expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/score/normal.ts';
import { poissonTail } from '../../src/score/poisson.ts';
import { wilsonInterval } from '../../src/score/wilson.ts';
import { column, describeOracle, readJson, readRows, report, worstDifference } from './oracle-files.ts';

it('a few figures of R 4 hold everywhere', () => {
  expect(Math.abs(normalCdf(1.234) - 0.89139854787847572)).toBeLessThan(1e-12);
  expect(Math.abs(normalQuantile(0.995) - 2.5758293035488999)).toBeLessThan(1e-12);
  expect(Math.abs(wilsonInterval(81, 263, normalQuantile(0.95)).low - 0.263313617188481)).toBeLessThan(1e-12);
  expect(Math.abs(poissonTail(8, 0.1) / 2.2693269500714723e-13 - 1)).toBeLessThan(1e-12);
});

describeOracle('ratings', () => {
  it('has our normal cumulative probabilities to 1e-12', () => {
    const rows = readRows('ratings/normal_cdf.csv');
    const z = column(rows, 'z');
    const worst = Math.max(
      worstDifference(z.map(normalCdf), column(rows, 'pnorm')),
      worstDifference(
        z.map((x) => normalCdf(-x)),
        column(rows, 'upper'),
      ),
    );
    report('normal cumulative probability', worst);
    expect(rows.length).toBeGreaterThan(10);
    expect(worst).toBeLessThan(1e-12);
  });

  it('has our normal quantiles to 1e-12', () => {
    const rows = readRows('ratings/normal_quantile.csv');
    const worst = worstDifference(column(rows, 'p').map(normalQuantile), column(rows, 'qnorm'));
    report('normal quantile', worst);
    expect(rows.length).toBeGreaterThan(10);
    expect(worst).toBeLessThan(1e-12);
  });

  it('has our Wilson intervals, 95 % and 90 %, to 1e-12', () => {
    const rows = readRows('ratings/wilson_intervals.csv');
    const [x, n] = [column(rows, 'x'), column(rows, 'n')];
    let worst = 0;
    for (const [percent, p] of [
      ['95', 0.975],
      ['90', 0.95],
    ] as const) {
      const intervals = Array.from(x, (successes, i) => wilsonInterval(successes, n[i], normalQuantile(p)));
      worst = Math.max(
        worst,
        worstDifference(
          intervals.map((w) => w.low),
          column(rows, `wilson${percent}_lo`),
        ),
      );
      worst = Math.max(
        worst,
        worstDifference(
          intervals.map((w) => w.high),
          column(rows, `wilson${percent}_hi`),
        ),
      );
    }
    report('Wilson interval', worst);
    expect(rows.length).toBeGreaterThan(10);
    expect(worst).toBeLessThan(1e-12);
  });

  it('has our Wilson intervals as the README of wilson-score-interval prints them', () => {
    const { wilson_npm_readme: readme } = readJson('ratings/worked_examples.json') as {
      wilson_npm_readme: { cases: [number, number, number, number][] };
    };
    for (const [x, n, low, high] of readme.cases) {
      const interval = wilsonInterval(x, n, 1.96);
      expect(worstDifference([interval.low, interval.high], [low, high])).toBeLessThan(1e-12);
    }
  });

  it('has our Poisson tails to twelve digits, down to 4e-39', () => {
    const rows = readRows('ratings/poisson_tail.csv');
    const [c, lambda, tail] = [column(rows, 'c'), column(rows, 'lambda'), column(rows, 'upper_tail_ge_c')];
    const worst = Math.max(...Array.from(tail, (p, i) => Math.abs(poissonTail(c[i], lambda[i]) / p - 1)));
    report('Poisson tail, relative', worst);
    expect(rows.length).toBe(30);
    expect(worst).toBeLessThan(1e-12);
  });
});
