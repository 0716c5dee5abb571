import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/schema/dataset.ts';
import { type Plan, compilePlan } from '../../src/score/plan.ts';
import { rowsByVendor } from '../../src/score/row-weights.ts';
import {
  type Summaries,
  PERIODS,
  emptySummaries,
  periodMeans,
  periodOf,
  periodSums,
  summarise,
} from '../../src/score/summaries.ts';
import { dayNumber } from '../../src/schema/day.ts';
import { type Sketch, AS_OF, datasetOf } from './dataset-builder.ts';

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
    { vendor: 'a', age: 438, answers: { stars: 2, failed: 0 } },
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

function summariesOf(
  dataset: Dataset,
  reviewWeights: number[],
  contactWeights: number[],
): { plan: Plan; summaries: Summaries } {
  const plan = compilePlan(dataset.frameworks, dataset.questionnaire, dataset.method);
  const summaries = emptySummaries(dataset.vendors.length, plan.measures.length);
  const add = (table: Parameters<typeof summarise>[2], weights: number[]): void =>
    summarise(summaries, plan, table, rowsByVendor(table.rows, dataset.vendors.length), Float64Array.from(weights), 1, {
      today: dayNumber(AS_OF),
      halfLifeDays: 365,
      dayCorrelation: 0.1,
    });
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
    for (const array of [empty.count, empty.weight, empty.sum, empty.squares, empty.censored])
      expect([...array]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('the noise that reviews of one day have in common', () => {
  // Of one day: weights 1, 1, 0.5 in no collection and one of weight 1 in a collection; a day before that, one of weight 1.
  const review = (age: number, collection?: string) => ({
    vendor: 'a',
    age,
    answers: { q: 4 },
    ...(collection ? { collection } : {}),
  });
  const oneDay = datasetOf({
    frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c'] }] }],
    questions: [{ id: 'q', kind: 'rating', criteria: ['f/c'] }],
    vendors: [{ slug: 'a' }],
    reviews: [review(0), review(0), review(0), review(0, 'wave'), review(1)],
  });

  it('is r x ((sum w)^2 - sum w^2) for each day, without reviews of a collection', () => {
    const found = summariesOf(oneDay, [1, 1, 0.5, 1, 1], []).summaries;
    expect(found.squaredWeight[0]).toBeCloseTo(4.25, 12);
    // 0.1 x (2.5^2 - 2.25).
    expect(found.dayNoise[0]).toBeCloseTo(0.4, 12);
  });

  it('is not raised by a review that waited the whole window, which is in none of the sums', () => {
    const waited = (minutes: number) => ({ vendor: 'a', age: 0, answers: { wait: minutes } });
    const dataset = datasetOf({
      frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c'] }] }],
      questions: [{ id: 'wait', kind: 'duration', goalposts: 'reply', window: 480, criteria: ['f/c'] }],
      vendors: [{ slug: 'a' }],
      reviews: [waited(5), waited(480), waited(20)],
      method: { goalposts: { reply: { worst: 480, best: 1, scale: 'ln' } } },
    });
    const found = summariesOf(dataset, [1, 1, 0.5], []).summaries;
    expect(found.censored[0]).toBe(1);
    // 0.1 x (1.5^2 - 1.25).
    expect(found.dayNoise[0]).toBeCloseTo(0.1, 12);
  });

  it('is 0 for timed contacts', () => {
    const at = plan.measures.findIndex((m) => m.id === 'any');
    expect(summaries.dayNoise[at]).toBe(0);
  });
});

describe('sums by age', () => {
  it('put a row into the period of its age, in half-lives: up to 0.5, to 1, to 2, and older', () => {
    expect([0, 182, 183, 364, 365, 729, 730, 9999, -5].map((age) => periodOf(age, 365))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3, 0,
    ]);
  });

  it('hold weights, squared weights, w x and w age in years, and nothing of contacts never answered', () => {
    // 4 stars of today with weight 1; 2 stars of 438 days = 1.2 years with weight 0.5.
    const at = plan.measures.findIndex((m) => m.id === 'stars') * PERIODS;
    const own = (key: keyof Summaries['periods']): number[] => [...summaries.periods[key].subarray(at, at + PERIODS)];
    expect(own('weight')).toEqual([1, 0, 0.5, 0]);
    expect(own('squaredWeight')).toEqual([1, 0, 0.25, 0]);
    expect(own('sum')).toEqual([4, 0, 1, 0]);
    close(own('age'), [0, 0, 0.6, 0]);
    // 0.5 x 0.5 x 1.2: the row with itself.
    close(own('pairAge'), [0, 0, 0.3, 0]);
    const any = plan.measures.findIndex((m) => m.id === 'any') * PERIODS;
    expect([...summaries.periods.weight.subarray(any, any + PERIODS)]).toEqual([1.5, 0, 0, 0]);
  });

  // Period 0: weights sum to 2, mean 5, ages 0.1 and 0.3 years, pairs 0.1 + 0.3 + 2 x 0.1; period 2: weight 1, mean 2, age 1.5 years. All over: W = 3, mean 4.
  const periods = {
    weight: Float64Array.of(2, 0, 1, 0),
    squaredWeight: Float64Array.of(2, 0, 1, 0),
    sum: Float64Array.of(10, 0, 2, 0),
    age: Float64Array.of(0.4, 0, 1.5, 0),
    pairAge: Float64Array.of(0.6, 0, 1.5, 0),
  };

  it('say how far a vendor moved between periods, and what chance and time would make of it', () => {
    const sums = periodSums(periods, 0, [0, 0, 0, 0]);
    expect(sums.count).toBe(2);
    // 2 (5 - 4)^2 + (2 - 4)^2.
    expect(sums.between).toBeCloseTo(6, 12);
    // Q_p / W_p: 1 + 1, less 3/3.
    expect(sums.noise).toBeCloseTo(1, 12);
    // Pairs: 0.6 + 1.5 + 2 (0.1 + 0.3).
    expect(sums.ageWeight).toBeCloseTo(2.9, 12);
    expect(sums.ageingBetween).toBeCloseTo(0.6 / 2 + 1.5 - 2.9 / 3, 12);
    expect(sums.ageing).toBeCloseTo(0.4 + 1.5 - 2.9 / 3, 12);
    expect(sums.apart).toBeCloseTo(3 - 5 / 3, 12);
  });

  it('take off what the whole market did: who moved with it did not move', () => {
    expect(periodSums(periods, 0, [5.5, 9, 2.5, 9]).between).toBeCloseTo(0, 12);
  });

  it('say nothing of change where all rows are of one period, but still how old they are', () => {
    const one = {
      weight: Float64Array.of(0, 0, 2, 0),
      squaredWeight: Float64Array.of(0, 0, 2, 0),
      sum: Float64Array.of(0, 0, 6, 0),
      age: Float64Array.of(0, 0, 3, 0),
      pairAge: Float64Array.of(0, 0, 6, 0),
    };
    expect(periodSums(one, 0, [0, 0, 0, 0])).toEqual({
      count: 1,
      between: 0,
      noise: 0,
      ageingBetween: 0,
      ageing: 0,
      apart: 0,
      ageWeight: 6,
    });
    expect(periodSums(emptySummaries(1, 1).periods, 0, [0, 0, 0, 0]).ageWeight).toBe(0);
  });

  it('have means over the vendors of the market alone', () => {
    const at = plan.measures.findIndex((m) => m.id === 'stars');
    // Today: 4 with weight 1, and b's 5 with weight 0.25.
    close(periodMeans(summaries, at, Uint8Array.of(1, 1)), [5.25 / 1.25, 0, 2, 0]);
    close(periodMeans(summaries, at, Uint8Array.of(0, 1)), [5, 0, 0, 0]);
  });
});
