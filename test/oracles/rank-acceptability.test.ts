/**
 * Stochastic multicriteria acceptability analysis of two anticoagulants (thrombo data of the R package smaa, van Valkenhoef
 * 2013): 10,000 draws of values on three criteria and of weights.
 */
import { describe, expect, it } from 'vitest';
import {
  type DrawnValues,
  centralWeights,
  confidenceFactors,
  rankAcceptability,
  weightedScores,
} from '../../src/score/acceptability.ts';
import { column, describeOracle, readJson, readRows, report, worstDifference } from './oracle-files.ts';

describe('figures of the package smaa', () => {
  it('its acceptabilities have the published entropy of 0.9344248 bits', () => {
    // Two rounds of 10,000 stand for its shares 0.3504 and 0.6496.
    const rounds = 10_000;
    const scores = Float64Array.from({ length: 2 * rounds }, (_, i) => (i % 2 === 0 ? 0.5 : i / 2 < 3504 ? 0 : 1));
    const shares = rankAcceptability({ rounds, alternatives: 2, scores });
    const entropy = [shares[0]?.[0] ?? 0, shares[0]?.[1] ?? 0].reduce((sum, p) => sum - p * Math.log2(p), 0);
    expect(entropy).toBeCloseTo(0.9344248, 6);
  });
});

interface Expected {
  alternatives: string[];
  criteria: string[];
  N: number;
  rank_acceptability: number[][];
  central_weights: number[][];
  confidence_factor: number[];
  'fixed_weights_0.5_0.2_0.3_rank_acceptability': number[][];
}

describeOracle('smaa', () => {
  const { thrombo } = readJson('smaa/expected.json') as { thrombo: Expected };
  const rows = readRows('smaa/thrombo_meas.csv.gz');
  const weightRows = readRows('smaa/thrombo_weights.csv.gz');
  const weightColumns = thrombo.criteria.map((c) => column(weightRows, c));
  const weights = Float64Array.from(
    { length: thrombo.N * 3 },
    (_, i) => weightColumns[i % 3]?.[Math.floor(i / 3)] ?? Number.NaN,
  );
  const valueColumns = thrombo.alternatives.flatMap((a) => thrombo.criteria.map((c) => column(rows, `${a}.${c}`)));
  const drawn: DrawnValues = {
    rounds: thrombo.N,
    alternatives: 2,
    criteria: 3,
    values: Float64Array.from(
      { length: thrombo.N * 6 },
      (_, i) => valueColumns[i % 6]?.[Math.floor(i / 6)] ?? Number.NaN,
    ),
  };
  const scores = weightedScores(drawn, weights);

  it('has our rank acceptabilities', () => {
    const worst = worstDifference(
      rankAcceptability(scores).flatMap((row) => [...row]),
      thrombo.rank_acceptability.flat(),
    );
    report('SMAA rank acceptability', worst);
    expect([rows.length, weightRows.length]).toEqual([10_000, 10_000]);
    expect(worst).toBeLessThan(1e-9);
  });

  it('has our rank acceptabilities under fixed weights', () => {
    const shares = rankAcceptability(weightedScores(drawn, [0.5, 0.2, 0.3]));
    const worst = worstDifference(
      shares.flatMap((row) => [...row]),
      thrombo['fixed_weights_0.5_0.2_0.3_rank_acceptability'].flat(),
    );
    report('SMAA rank acceptability under fixed weights', worst);
    expect(worst).toBeLessThan(1e-9);
  });

  it('has our central weights, printed with seven decimals', () => {
    const central = centralWeights(scores, weights).flatMap((w) => [...(w ?? [])]);
    const worst = worstDifference(central, thrombo.central_weights.flat());
    report('SMAA central weights', worst);
    expect(worst).toBeLessThan(6e-8);
  });

  it('has our confidence factors', () => {
    const worst = worstDifference(confidenceFactors(drawn, centralWeights(scores, weights)), thrombo.confidence_factor);
    report('SMAA confidence factors', worst);
    expect(worst).toBeLessThan(1e-9);
  });
});
