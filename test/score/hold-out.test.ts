/** Hold-outs of markets whose truth is known: they find right intervals right and narrow ones narrow. */
import { describe, expect, it } from 'vitest';
import { type HoldOutSettings, holdOut, pooledHoldOut } from '../../src/score/hold-out.ts';
import type { Dataset } from '../../src/schema/dataset.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type MethodChanges, type ReviewSketch, type Sketch, datasetOf } from './dataset-builder.ts';

const SETTINGS: HoldOutSettings = { repeats: 4, redraws: 200, seed: 'test' };

/** A scale of 0..10, true means N(5, 1), answers N(mean, 4): k = 4. */
const [MU, BETWEEN, WITHIN] = [5, 1, 2];

interface Market {
  vendors: number;
  reviews: number;
  seed: number;
  /** Age in days of one review, and what a vendor's true mean changed by since then. */
  age?: (chance: Chance) => number;
  since?: (age: number, vendor: number) => number;
  method?: MethodChanges;
}

function sketchOf({ vendors, reviews, seed, age = () => 0, since = () => 0, method = {} }: Market): Sketch {
  const chance = chanceOf(seed);
  const slugs = Array.from({ length: vendors }, (_, v) => `v${String(v).padStart(5, '0')}`);
  const rows = slugs.flatMap((vendor, v): ReviewSketch[] => {
    const mean = MU + BETWEEN * chance.normal();
    return Array.from({ length: reviews }, (_, r) => {
      const days = Math.round(age(chance));
      return {
        vendor,
        id: `${vendor}-${r}`,
        age: days,
        answers: { q: mean - since(days, v) + WITHIN * chance.normal() },
      };
    });
  });
  return {
    frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c'] }] }],
    questions: [{ id: 'q', kind: 'rating', low: 0, high: 10, criteria: ['f/c'] }],
    vendors: slugs.map((slug) => ({ slug })),
    reviews: rows,
    method,
  };
}

const marketOf = (market: Market): Dataset => datasetOf(sketchOf(market));

/** The method's fallback stands in for what the market says: mean and k are the true ones, the variance of a row is `variance`. */
const stating = (variance: number): MethodChanges => ({
  shrinkage: { minVendors: 1_000_000, fallback: { k: 4, mu: 0.5, variance: variance / 100 } },
});

describe('random halves', () => {
  it('find that 90 % intervals hold 90 %, where the variance is the true one and where the market shows it', () => {
    for (const method of [stating(WITHIN ** 2), {}]) {
      const [random] = holdOut(marketOf({ vendors: 1000, reviews: 12, seed: 1, method }), SETTINGS);
      for (const found of [random?.overall, random?.measures[0]]) {
        expect(found?.vendors).toBe(1000);
        expect(found?.coverage).toBeGreaterThan(0.87);
        expect(found?.coverage).toBeLessThan(0.93);
        expect(found?.low).toBeLessThan(0.91);
        expect(found?.high).toBeGreaterThan(0.89);
      }
    }
  });

  it('find that intervals of half the width hold 59 %: P(|N| < 1.645 / 2) = 0.589', () => {
    const [random] = holdOut(
      marketOf({ vendors: 1000, reviews: 12, seed: 2, method: stating(WITHIN ** 2 / 4) }),
      SETTINGS,
    );
    expect(random?.overall?.coverage).toBeGreaterThan(0.55);
    expect(random?.overall?.coverage).toBeLessThan(0.63);
    expect(random?.overall?.high).toBeLessThan(0.7);
  });

  it('reverse about as many surely ordered pairs as the stated errors lead to expect', () => {
    const pairs = holdOut(marketOf({ vendors: 400, reviews: 12, seed: 3 }), SETTINGS)[0]?.pairs;
    expect(pairs?.sure).toBeGreaterThan(10_000);
    expect((pairs?.reversed ?? 0) / (pairs?.expected ?? 1)).toBeGreaterThan(0.7);
    expect((pairs?.reversed ?? 0) / (pairs?.expected ?? 1)).toBeLessThan(1.4);
  });

  it('count reviews of one vendor by one reviewer as one: they never fall into both halves', () => {
    // Every reviewer wrote twice within the window, so that one of the two counts: 2 of 2 vendors have one review in all.
    const sketch = sketchOf({ vendors: 2, reviews: 2, seed: 4 });
    const both = datasetOf({ ...sketch, reviews: (sketch.reviews ?? []).map((r) => ({ ...r, reviewer: 7 })) });
    const [random] = holdOut(both, { ...SETTINGS, repeats: 20 });
    expect(random).toEqual({ split: 'random', measures: [], pairs: { sure: 0, reversed: 0, expected: 0 } });
  });
});

describe('halves in time', () => {
  const twoYears = (chance: Chance): number => 730 * chance.unit();

  it('take off what the whole market did, and say how much: 3 of 10 on the scale are 30 points', () => {
    // Reviews after the middle day are 3 higher.
    const since = (age: number): number => (age > 365 ? 3 : 0);
    const [, time] = holdOut(marketOf({ vendors: 600, reviews: 20, seed: 5, age: twoYears, since }), SETTINGS);
    expect(time?.measures[0]?.shift).toBeGreaterThan(28);
    expect(time?.measures[0]?.shift).toBeLessThan(32);
    expect(time?.overall?.coverage).toBeGreaterThan(0.85);
    expect(time?.overall?.coverage).toBeLessThan(0.95);
  });

  it('find intervals too narrow where single vendors changed and the scored half could not know', () => {
    const chance = chanceOf(6);
    const changes = Array.from({ length: 600 }, () => 1.5 * chance.normal());
    const since = (age: number, v: number): number => (age > 365 ? changes[v] : 0);
    const [random, time] = holdOut(marketOf({ vendors: 600, reviews: 20, seed: 6, age: twoYears, since }), SETTINGS);
    expect(time?.overall?.coverage).toBeLessThan(0.75);
    expect(random?.overall?.coverage).toBeGreaterThan(0.8);
  });

  it('allow for change that the market shows: random walks of variance 0.5 a year over six years', () => {
    const chance = chanceOf(12);
    const walks = Array.from({ length: 600 }, () => {
      const walk = [0];
      for (let quarter = 1; quarter <= 24; quarter++)
        walk.push(walk[quarter - 1] + Math.sqrt(0.5 / 4) * chance.normal());
      return walk;
    });
    const since = (age: number, v: number): number => walks[v]?.[Math.round(age / 91.25)] ?? 0;
    const found = holdOut(
      marketOf({ vendors: 600, reviews: 24, seed: 12, age: (own) => 6 * 365 * own.unit(), since }),
      SETTINGS,
    );
    for (const { overall } of found) {
      expect(overall?.coverage).toBeGreaterThan(0.83);
      expect(overall?.coverage).toBeLessThan(0.96);
    }
  });

  it('compare nothing where all rows are of one day', () => {
    expect(holdOut(marketOf({ vendors: 20, reviews: 6, seed: 7 }), SETTINGS)[1]).toEqual({
      split: 'time',
      measures: [],
      pairs: { sure: 0, reversed: 0, expected: 0 },
    });
  });
});

describe('hold-outs', () => {
  const sketch = sketchOf({ vendors: 15, reviews: 8, seed: 8, age: (chance) => 500 * chance.unit() });

  it('come out the same again, and whatever the order of rows', () => {
    const found = holdOut(datasetOf(sketch), SETTINGS);
    expect(holdOut(datasetOf(sketch), SETTINGS)).toEqual(found);
    expect(holdOut(datasetOf({ ...sketch, reviews: (sketch.reviews ?? []).toReversed() }), SETTINGS)).toEqual(found);
    expect(holdOut(datasetOf(sketch), { ...SETTINGS, seed: 'other' })).not.toEqual(found);
  });

  it('of several markets pool their vendors', () => {
    const found = pooledHoldOut([datasetOf(sketch), marketOf({ vendors: 10, reviews: 8, seed: 9 })], SETTINGS);
    expect(found[0]?.overall?.vendors).toBe(25);
    expect(() => pooledHoldOut([], SETTINGS)).toThrow(RangeError);
  });

  it('say nothing without rows, and of a single vendor', () => {
    for (const dataset of [datasetOf({ ...sketch, reviews: [] }), marketOf({ vendors: 1, reviews: 30, seed: 10 })]) {
      for (const { overall, measures } of holdOut(dataset, SETTINGS))
        expect([overall, measures]).toEqual([undefined, []]);
    }
  });

  it('test markets that have timed contacts alone, those never answered among them', () => {
    const chance = chanceOf(11);
    const vendors = Array.from({ length: 300 }, (_, v) => ({ slug: `v${v}`, mean: Math.log(60) + chance.normal() }));
    const dataset = datasetOf({
      frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c'] }] }],
      observed: {
        items: [
          { id: 'wait', kind: 'duration', goalposts: 'wait', window: 480, uses: [{ id: 'wait', criteria: ['f/c'] }] },
        ],
      },
      vendors: vendors.map(({ slug }) => ({ slug })),
      contacts: vendors.flatMap(({ slug, mean }) =>
        Array.from({ length: 12 }, () => {
          const minutes = Math.exp(mean + 1.2 * chance.normal());
          return { vendor: slug, values: { wait: minutes > 480 ? Infinity : minutes } };
        }),
      ),
      method: { goalposts: { wait: { worst: 480, best: 5, scale: 'ln' } } },
    });
    const [random] = holdOut(dataset, SETTINGS);
    expect(random?.measures.map((m) => m.id)).toEqual(['wait']);
    expect(random?.measures[0]?.coverage).toBeGreaterThan(0.82);
    expect(random?.measures[0]?.coverage).toBeLessThan(0.97);
  });
});
