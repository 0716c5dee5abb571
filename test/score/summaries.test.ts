import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/schema/dataset.ts';
import { type Plan, compilePlan } from '../../src/score/plan.ts';
import { rowsByVendor } from '../../src/score/row-weights.ts';
import { type Summaries, emptySummaries, mergeSummaries, summarise } from '../../src/score/summaries.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';

const sketch: Sketch = {
  frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c'] }] }],
  questions: [
    { id: 'stars', kind: 'rating', criteria: ['f/c'] },
    { id: 'failed', kind: 'share', good: 'no', criteria: ['f/c'] },
  ],
  observed: {
    channels: ['phone', 'chat'],
    scenarios: ['routine', 'urgent'],
    items: [
      {
        id: 'minutes',
        kind: 'duration',
        goalposts: 'reply',
        window: 480,
        uses: [
          { id: 'any', criteria: ['f/c'] },
          { id: 'by-phone', criteria: ['f/c'], channels: ['phone'] },
          { id: 'urgent-phone', criteria: ['f/c'], channels: ['phone'], scenarios: ['urgent'] },
        ],
      },
      { id: 'solved', kind: 'share', uses: [{ id: 'solved', criteria: ['f/c'] }] },
    ],
  },
  vendors: [{ slug: 'a' }, { slug: 'b' }],
  reviews: [
    { vendor: 'a', answers: { stars: 4, failed: 1 } },
    { vendor: 'a', answers: { stars: 2, failed: 0 } },
    { vendor: 'b', answers: { stars: 5 } },
    { vendor: 'a', answers: {} },
  ],
  contacts: [
    { vendor: 'a', channel: 'phone', scenario: 'urgent', values: { minutes: 20, solved: 1 } },
    { vendor: 'a', channel: 'chat', scenario: 'urgent', values: { minutes: 0.2, solved: 0 } },
    { vendor: 'a', channel: 'phone', scenario: 'routine', values: { minutes: Infinity } },
    { vendor: 'b', channel: 'phone', scenario: 'routine', values: { minutes: 480, solved: 1 } },
    { vendor: 'b', channel: 'chat', scenario: 'routine', values: { minutes: 479 } },
  ],
  method: { goalposts: { reply: { worst: 480, best: 5, scale: 'ln' } } },
};

function summariesOf(dataset: Dataset, reviewWeights: number[], contactWeights: number[]): { plan: Plan; summaries: Summaries } {
  const plan = compilePlan(dataset.frameworks, dataset.questionnaire, dataset.method);
  const summaries = emptySummaries(dataset.vendors.length, plan.measures.length);
  const add = (table: Parameters<typeof summarise>[2], weights: number[]): void =>
    summarise(summaries, plan, table, rowsByVendor(table.rows, dataset.vendors.length), Float64Array.from(weights), 1);
  add({ kind: 'review', rows: dataset.reviews }, reviewWeights);
  add({ kind: 'observation', rows: dataset.observations }, contactWeights);
  return { plan, summaries };
}

const { plan, summaries } = summariesOf(datasetOf(sketch), [1, 0.5, 0.25, 1], [1, 0.5, 0.8, 1, 0.4]);

/** What vendor `v` has on a measure: count, weight, sum, squares, censored. */
function entry(of: Summaries, v: number, measure: string): number[] {
  const at = v * of.measures + plan.measures.findIndex((m) => m.id === measure);
  return [of.count[at], of.weight[at], of.sum[at], of.squares[at], of.censored[at]] as number[];
}

function close(actual: number[], expected: number[]): void {
  expected.forEach((x, i) => expect(actual[i]).toBeCloseTo(x, 12));
}

describe('summaries of rows', () => {
  it('hold weighted sums of ratings, and no row whose answer is unknown', () => {
    close(entry(summaries, 0, 'stars'), [2, 1.5, 4 + 1, 16 + 2, 0]);
    close(entry(summaries, 1, 'stars'), [1, 0.25, 1.25, 6.25, 0]);
  });

  it('count the good answers of a share, which may be "no"', () => {
    close(entry(summaries, 0, 'failed'), [2, 1.5, 0.5, 0.5, 0]);
    close(entry(summaries, 1, 'failed'), [0, 0, 0, 0, 0]);
    close(entry(summaries, 0, 'solved'), [2, 1.5, 1, 1, 0]);
  });

  it('take the logarithm of minutes, from the shortest that counts', () => {
    const ln20 = Math.log(20);
    // 20 minutes, 0.2 minutes counted as 1 (ln 1 = 0), and one never answered with weight 0.8.
    close(entry(summaries, 0, 'any'), [3, 1.5, ln20, ln20 ** 2, 0.8]);
  });

  it('set contacts aside that lasted the whole window', () => {
    const ln479 = Math.log(479);
    close(entry(summaries, 1, 'any'), [2, 0.4, 0.4 * ln479, 0.4 * ln479 ** 2, 1]);
  });

  it('count only the contacts of the named channels and scenarios', () => {
    close(entry(summaries, 0, 'by-phone'), [2, 1, Math.log(20), Math.log(20) ** 2, 0.8]);
    close(entry(summaries, 0, 'urgent-phone'), [1, 1, Math.log(20), Math.log(20) ** 2, 0]);
    close(entry(summaries, 1, 'urgent-phone'), [0, 0, 0, 0, 0]);
  });

  it('know no row of weight 0', () => {
    const without = summariesOf(datasetOf(sketch), [0, 0.5, 0, 1], [0, 0, 0, 0, 0]).summaries;
    close(entry(without, 0, 'stars'), [1, 0.5, 1, 2, 0]);
    close(entry(without, 1, 'any'), [0, 0, 0, 0, 0]);
  });

  it('are all 0 to begin with', () => {
    const empty = emptySummaries(2, 3);
    expect([empty.vendors, empty.measures]).toEqual([2, 3]);
    for (const array of [empty.count, empty.weight, empty.sum, empty.squares, empty.censored]) expect([...array]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('merging', () => {
  it('gives of two parts what the whole gives', () => {
    const part = (keep: (i: number) => boolean): Summaries =>
      summariesOf(
        datasetOf(sketch),
        [1, 0.5, 0.25, 1].map((w, i) => (keep(i) ? w : 0)),
        [1, 0.5, 0.8, 1, 0.4].map((w, i) => (keep(i) ? w : 0)),
      ).summaries;
    const merged = mergeSummaries(part((i) => i % 2 === 0), part((i) => i % 2 === 1));
    for (const key of ['count', 'weight', 'sum', 'squares', 'censored'] as const) {
      expect(merged[key].length).toBe(summaries[key].length);
      merged[key].forEach((x, i) => expect(x).toBeCloseTo(summaries[key][i] as number, 12));
    }
  });

  it('changes neither part, and keeps the shape', () => {
    const a = emptySummaries(1, 2);
    const b = emptySummaries(1, 2);
    b.sum[1] = 5;
    const merged = mergeSummaries(a, b);
    expect([merged.vendors, merged.measures, merged.sum[1], a.sum[1]]).toEqual([1, 2, 5, 0]);
  });

  it('refuses summaries of other vendors or measures', () => {
    expect(() => mergeSummaries(emptySummaries(1, 2), emptySummaries(2, 2))).toThrow(RangeError);
    expect(() => mergeSummaries(emptySummaries(2, 1), emptySummaries(2, 2))).toThrow(RangeError);
  });
});
