/**
 * The ASEM Sustainable Connectivity Index (51 countries, 49 indicators, 8 pillars, 2 sub-indices) as the R package COINr
 * computes it (Becker et al. 2022, JOSS 7(78), 4567): normalisation, aggregation at every level, and the ranks under 1,000 sets
 * of perturbed weights.
 */
import { describe, expect, it } from 'vitest';
import { type DrawnScores, rankAcceptability, rankRounds } from '../../src/score/acceptability.ts';
import { quantileOf } from '../../src/score/draws.ts';
import { type Aggregation, weightedMean } from '../../src/score/means.ts';
import { ascendingRanks, directed, minmax, percentile, zscore } from '../../src/score/normalise.ts';
import { type Row, column, describeOracle, numberOf, readRows, report, worstDifference } from './oracle-files.ts';
import { winsorised } from './winsorised.ts';

describe('figures of COINr', () => {
  // Switzerland as published in results_scores: two sub-indices and the index, their plain mean.
  it('the index of Switzerland is the mean of its two sub-indices', () => {
    expect(weightedMean([62.787961718067997, 73.979486758614996], [1, 1], 'arithmetic')).toBeCloseTo(
      68.383724238341998,
      10,
    );
  });

  it('one pillar of the Netherlands has these three means', () => {
    const pillar = [60.52870253097975, 56.864129084268633, 10.99947847546073, 7.3797303648670054, 100];
    const means = (['arithmetic', 'geometric', 'harmonic'] as const).map((how) =>
      weightedMean(pillar, [1, 1, 1, 1, 1], how),
    );
    expect(worstDifference(means, [47.154408091115222, 30.849097916979982, 18.482472657078976])).toBeLessThan(1e-9);
  });

  it('Australia’s logistics performance is 79.96 on 0..100 and 80.16 on 1..100', () => {
    expect(1 + 0.99 * 79.96111572033891).toBeCloseTo(80.161504563135523, 12);
    // Of the lowest, Australia and the highest.
    const [, own] = minmax([0, 79.96111572033891, 100], 1, 100);
    expect(own).toBeCloseTo(80.161504563135523, 12);
  });
});

describeOracle('coinr_asem', () => {
  const load = (name: string): Map<string, Row> =>
    new Map(readRows(`coinr_asem/${name}.csv`).map((row) => [row['uCode'] ?? '', row]));
  const structure = readRows('coinr_asem/structure.csv');
  const indicators = structure.filter((row) => row['Type'] === 'Indicator').map((row) => row['iCode'] ?? '');
  const screened = load('stage_Screened');
  const countries = [...screened.keys()];
  const values = (table: Map<string, Row>, code: string): Float64Array =>
    Float64Array.from(countries, (country) => numberOf(table.get(country)?.[code]));
  const direction = (code: string): 1 | -1 =>
    structure.find((row) => row['iCode'] === code)?.['Direction'] === '-1' ? -1 : 1;

  it.each([
    ['norm_minmax_0_100', (x: Float64Array) => minmax(x, 0, 100)],
    ['norm_minmax_1_100', (x: Float64Array) => minmax(x, 1, 100)],
    ['norm_zscore_0_1', (x: Float64Array) => zscore(x, 0, 1)],
    ['norm_prank', percentile],
    ['norm_rank', ascendingRanks],
  ] as const)('has our %s of all indicators to 1e-9', (name, normalise) => {
    const expected = load(name);
    const worst = Math.max(
      ...indicators.map((code) =>
        worstDifference(
          normalise(directed(winsorised(values(screened, code)), direction(code))),
          values(expected, code),
        ),
      ),
    );
    report(`COINr ${name}`, worst);
    expect([indicators.length, countries.length]).toEqual([49, 51]);
    expect(worst).toBeLessThan(1e-9);
  });

  /** Codes of the nodes right below each node, deepest parents first. */
  const below = (() => {
    const children = new Map<string, string[]>();
    for (const row of structure) {
      const parent = row['Parent'] ?? '';
      if (parent !== '' && parent !== 'NA') children.set(parent, [...(children.get(parent) ?? []), row['iCode'] ?? '']);
    }
    const level = (code: string): number => numberOf(structure.find((row) => row['iCode'] === code)?.['Level']);
    return [...children].sort(([a], [b]) => level(a) - level(b));
  })();

  /** All nodes of one country from its indicators, with the given weights. */
  const aggregate = (
    own: ReadonlyMap<string, number>,
    weights: (code: string) => number,
    how: Aggregation,
  ): Map<string, number> => {
    const all = new Map(own);
    for (const [parent, codes] of below) {
      all.set(
        parent,
        weightedMean(
          codes.map((code) => all.get(code) ?? Number.NaN),
          codes.map(weights),
          how,
        ),
      );
    }
    return all;
  };

  it.each([
    ['agg_amean_mm1_100', 'norm_minmax_1_100', 'arithmetic'],
    ['agg_gmean_mm1_100', 'norm_minmax_1_100', 'geometric'],
    ['agg_hmean_mm1_100', 'norm_minmax_1_100', 'harmonic'],
    ['stage_Aggregated', 'norm_minmax_0_100', 'arithmetic'],
  ] as const)('has our %s at every level to 1e-9', (name, from, how) => {
    const [normalised, expected] = [load(from), load(name)];
    let worst = 0;
    for (const country of countries) {
      const own = new Map(indicators.map((code) => [code, numberOf(normalised.get(country)?.[code])]));
      const nodes = aggregate(own, () => 1, how);
      for (const [parent] of below)
        worst = Math.max(
          worst,
          worstDifference([nodes.get(parent) ?? Number.NaN], [numberOf(expected.get(country)?.[parent])]),
        );
    }
    report(`COINr ${name}`, worst);
    expect(below).toHaveLength(11);
    expect(worst).toBeLessThan(1e-9);
  });

  it('has our places in the published index', () => {
    const results = load('results_ranks');
    const nodes = load('stage_Aggregated');
    for (const code of below.map(([parent]) => parent)) {
      const descending = ascendingRanks(values(nodes, code).map((x) => -x));
      expect(worstDifference(descending, values(results, code))).toBe(0);
    }
  });

  it('has the ranks of our index under each of 1,000 sets of weights', () => {
    const draws = readRows('coinr_asem/ua_weights_1000.csv');
    const normalised = load('norm_minmax_0_100');
    const own = countries.map(
      (country) => new Map(indicators.map((code) => [code, numberOf(normalised.get(country)?.[code])])),
    );
    const scores = new Float64Array(draws.length * countries.length);
    draws.forEach((draw, b) => {
      const weights = new Map(Object.entries(draw).map(([code, w]) => [code, numberOf(w)]));
      own.forEach((indicator, i) => {
        scores[b * countries.length + i] =
          aggregate(indicator, (code) => weights.get(code) ?? Number.NaN, 'arithmetic').get('Index') ?? Number.NaN;
      });
    });
    const drawn: DrawnScores = { rounds: draws.length, alternatives: countries.length, scores };
    const acceptability = rankAcceptability(drawn);
    const ranks = rankRounds(drawn);
    const expectedShares = load('ua_weights_rank_acceptability');
    const expectedRanks = load('ua_weights_rankstats');
    const worst = { share: 0, mean: 0, other: 0 };
    countries.forEach((country, i) => {
      const published = Float64Array.from(countries, (_, r) => numberOf(expectedShares.get(country)?.[`b${r + 1}`]));
      worst.share = Math.max(worst.share, worstDifference(acceptability[i] ?? [], published));
      const sorted = Float64Array.from(draws, (_, b) => ranks[b * countries.length + i]).sort();
      const row = expectedRanks.get(country);
      const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length;
      worst.mean = Math.max(worst.mean, Math.abs(mean - numberOf(row?.['Mean'])));
      const other = [
        quantileOf(sorted, 0.5),
        quantileOf(sorted, 0.05),
        quantileOf(sorted, 0.95),
        sorted[0],
        sorted[sorted.length - 1],
      ];
      worst.other = Math.max(
        worst.other,
        worstDifference(
          other,
          ['Median', 'Q5', 'Q95', 'Min', 'Max'].map((name) => numberOf(row?.[name])),
        ),
      );
    });
    report('COINr rank acceptability under 1,000 sets of weights', worst.share);
    report('COINr mean rank', worst.mean);
    report('COINr median, 5 %, 95 %, least and greatest rank', worst.other);
    expect([draws.length, column(draws, 'rep').length]).toEqual([1000, 1000]);
    expect(worst.share).toBeLessThan(1e-9);
    expect(worst.mean).toBeLessThan(1e-9);
    expect(worst.other).toBe(0);
  });
});
