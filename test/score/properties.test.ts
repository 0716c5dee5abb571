import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/schema/vendor.ts';
import { type Market, scoreMarket } from '../../src/score/market.ts';
import { shrink } from '../../src/score/shrinkage.ts';
import type { Rating } from '../../src/score/types.ts';
import { EVIDENCE, FACETS, FACET_STATES, LEVELS, RUNS, arbitraryMarket, withAnswers } from './arbitrary-market.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';

/** Rounding of sums of a few dozen terms up to 100. */
const HAIR = 1e-9;

interface Standing {
  market: Market;
  v: number;
  score: number;
  rating: Rating;
}

function standing(sketch: Sketch, slug: string, draws = 0): Standing {
  const dataset = datasetOf(sketch);
  const market = scoreMarket(dataset, { draws });
  const v = dataset.vendors.findIndex((vendor) => vendor.slug === slug);
  return { market, v, score: market.scored[v]?.overall?.score ?? Number.NaN, rating: market.ratings[v] };
}

/**
 * Expects the second standing to be no worse than the first, in score and in place. The ends of intervals may well fall: to
 * claim something that one has not shown raises the score and the doubt about it.
 */
function expectNoWorse(worse: Standing, better: Standing): void {
  expect(better.score).toBeGreaterThanOrEqual(worse.score - HAIR);
  if (worse.rating.kind !== 'ranked') return;
  if (better.rating.kind !== 'ranked') throw new Error('lost its rank');
  // Whoever was not ranked before can be by now, but only the vendor itself changed.
  expect(better.rating.place).toBeLessThanOrEqual(worse.rating.place);
}

/** A pair of answers to one criterion of which the second is at least as good: more shown, or better shown. */
const improvement: fc.Arbitrary<readonly [ref: string, worse: Answer, better: Answer]> = fc
  .tuple(
    fc.constantFrom('f/a', 'f/b', 'f/c', 'g/h'),
    fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })), { minLength: 3, maxLength: 3 }),
    fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })),
    fc.tuple(fc.double({ min: 0, max: 40, noNaN: true }), fc.double({ min: 0, max: 40, noNaN: true })),
  )
  .map(([ref, states, tiers, values]) => {
    const evidence = (i: number): string[] => [EVIDENCE[i] as string];
    const [low, high] = [Math.min(...tiers), Math.max(...tiers)];
    const checklist = (pick: (a: number, b: number) => number, tier: number): Answer => ({
      facets: Object.fromEntries(
        FACETS.slice(0, ref === 'g/h' ? 2 : 3).map((facet, i) => [
          facet,
          { state: FACET_STATES[pick(...states[i])] as 'met', evidence: evidence(tier) },
        ]),
      ),
    });
    const level = (i: number, tier: number): Answer => ({
      level: Object.keys(LEVELS)[i],
      evidence: evidence(tier),
    });
    if (ref === 'f/b') {
      const [one, other] = states[0];
      return [ref, level(Math.min(one, other), low), level(Math.max(one, other), high)] as const;
    }
    // Fewer days are better.
    if (ref === 'f/c')
      return [
        ref,
        { value: Math.max(...values), evidence: evidence(low) },
        { value: Math.min(...values), evidence: evidence(high) },
      ] as const;
    return [ref, checklist(Math.min, low), checklist(Math.max, high)] as const;
  });

describe('a better fact', () => {
  it('never lowers the score or the place, whatever the kind of mean', () => {
    fc.assert(
      fc.property(arbitraryMarket(), improvement, (sketch, [ref, worse, better]) => {
        const put = (answer: Answer): Standing =>
          standing(
            withAnswers(sketch, 'bee', (own) => ({ ...own, [ref]: answer })),
            'bee',
          );
        expectNoWorse(put(worse), put(better));
      }),
      RUNS,
    );
  });

  it('never lowers intervals and chances either, where evidence leaves no doubt', () => {
    const certain = { observed: 1, documented: 1, declared: 1 };
    fc.assert(
      fc.property(arbitraryMarket(), improvement, (drawn, [ref, worse, better]) => {
        const sketch: Sketch = {
          ...drawn,
          method: { ...drawn.method, facts: { ...drawn.method?.facts, tiers: certain } },
        };
        const put = (answer: Answer): Standing =>
          standing(
            withAnswers(sketch, 'bee', (own) => ({ ...own, [ref]: answer })),
            'bee',
            20,
          );
        const [one, other] = [put(worse), put(better)];
        if (one.rating.kind !== 'ranked' || other.rating.kind !== 'ranked') return;
        const [before, after] = [one.market.scored[one.v]?.overall, other.market.scored[other.v]?.overall];
        expect(after?.low).toBeGreaterThanOrEqual((before?.low ?? Number.NaN) - HAIR);
        expect(after?.high).toBeGreaterThanOrEqual((before?.high ?? Number.NaN) - HAIR);
        expect(other.rating.drawn.low).toBeLessThanOrEqual(one.rating.drawn.low);
        expect(other.rating.drawn.high).toBeLessThanOrEqual(one.rating.drawn.high);
        expect(other.rating.first).toBeGreaterThanOrEqual(one.rating.first);
        expect(other.rating.topThree).toBeGreaterThanOrEqual(one.rating.topThree);
        // Under the other means the spread itself depends on the scores.
        if (sketch.method?.aggregation !== 'arithmetic') return;
        expect(other.rating.low).toBeLessThanOrEqual(one.rating.low);
        expect(other.rating.high).toBeLessThanOrEqual(one.rating.high);
      }),
      RUNS,
    );
  });
});

describe('withholding an answer', () => {
  it('never raises the score or the place', () => {
    fc.assert(
      fc.property(arbitraryMarket(), fc.nat(), (sketch, pick) => {
        const refs = Object.keys(sketch.vendors[1]?.answers ?? {});
        const ref = refs[pick % Math.max(1, refs.length)];
        if (ref === undefined) return;
        const told = standing(sketch, 'bee');
        const silent = standing(
          withAnswers(sketch, 'bee', ({ [ref]: _, ...others }) => others),
          'bee',
        );
        expect(silent.score).toBeLessThanOrEqual(told.score + HAIR);
        if (silent.rating.kind === 'ranked') expectNoWorse(silent, told);
      }),
      RUNS,
    );
  });

  it('about one facet never raises them either', () => {
    fc.assert(
      fc.property(arbitraryMarket(), fc.constantFrom(...FACETS), (sketch, facet) => {
        const told = standing(sketch, 'bee');
        const silent = standing(
          withAnswers(sketch, 'bee', (own) => {
            const a = own['f/a'];
            return a?.facets ? { ...own, 'f/a': { ...a, facets: { ...a.facets, [facet]: 'unknown' as const } } } : own;
          }),
          'bee',
        );
        expect(silent.score).toBeLessThanOrEqual(told.score + HAIR);
        if (silent.rating.kind === 'ranked') expectNoWorse(silent, told);
      }),
      RUNS,
    );
  });
});

describe('a new vendor', () => {
  it("moves nobody's facts, and without reviews nobody's score", () => {
    fc.assert(
      fc.property(arbitraryMarket(), arbitraryMarket({ factsOnly: true }), fc.boolean(), (sketch, other, quiet) => {
        const newcomer = { ...(other.vendors[0] ?? { slug: '' }), slug: 'aaa' };
        const reviews = quiet ? [] : [{ vendor: 'aaa', id: 'new', answers: { stars: 1, wait: 30 } }];
        const before = scoreMarket(datasetOf(sketch), { draws: 10 });
        const after = scoreMarket(
          datasetOf({
            ...sketch,
            vendors: [...sketch.vendors, newcomer],
            reviews: [...(sketch.reviews ?? []), ...reviews],
          }),
          { draws: 10 },
        );
        before.scored.forEach((own, v) => {
          expect(after.scored[v + 1]?.facts).toEqual(own?.facts);
          // A vendor of whom nobody has told says nothing about the market either.
          if (!quiet) return;
          expect(after.scored[v + 1]?.dimensions).toEqual(own?.dimensions);
          expect(after.scored[v + 1]?.overall).toEqual(own?.overall);
        });
      }),
      RUNS,
    );
  });
});

describe('scaling all weights', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(arbitraryMarket(), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (sketch, factor) => {
        const scaled: Sketch = {
          ...sketch,
          frameworks: sketch.frameworks.map((f) => ({
            ...f,
            weight: (f.weight ?? 1) * factor,
            dimensions: f.dimensions.map((d) => ({
              ...d,
              weight: (d.weight ?? 1) * factor,
              criteria: d.criteria.map((c) =>
                typeof c === 'string' ? { id: c, weight: factor } : { ...c, weight: (c.weight ?? 1) * factor },
              ),
            })),
          })),
        };
        const [one, other] = [
          scoreMarket(datasetOf(sketch), { draws: 0 }),
          scoreMarket(datasetOf(scaled), { draws: 0 }),
        ];
        one.scored.forEach((own, v) => {
          const again = other.scored[v];
          expect(Math.abs((again?.overall?.score ?? 0) - (own?.overall?.score ?? 0))).toBeLessThan(HAIR);
          expect(Math.abs((again?.overall?.sd ?? 0) - (own?.overall?.sd ?? 0))).toBeLessThan(HAIR);
          expect([...(again?.coverage.covered ?? [])]).toEqual([...(own?.coverage.covered ?? [])]);
        });
        expect(other.ratings).toEqual(one.ratings);
      }),
      RUNS,
    );
  });
});

describe('the order of rows', () => {
  it('does not change a single bit of any result', () => {
    fc.assert(
      fc.property(
        arbitraryMarket().chain((sketch) =>
          fc.tuple(
            fc.constant(sketch),
            fc.shuffledSubarray([...(sketch.reviews ?? [])], { minLength: sketch.reviews?.length ?? 0 }),
            fc.shuffledSubarray([...(sketch.contacts ?? [])], { minLength: sketch.contacts?.length ?? 0 }),
          ),
        ),
        ([sketch, reviews, contacts]) => {
          const all = (of: Sketch): unknown => {
            const market = scoreMarket(datasetOf(of), { draws: 10 });
            return of.vendors.map((_, v) => market.of(v));
          };
          // JSON writes a number so that reading it gives the same bits.
          expect(JSON.stringify(all({ ...sketch, reviews, contacts, vendors: sketch.vendors.toReversed() }))).toBe(
            JSON.stringify(all(sketch)),
          );
        },
      ),
      RUNS,
    );
  });
});

describe('reviews', () => {
  it('that do not exist leave a vendor at the market mean', () => {
    fc.assert(
      fc.property(arbitraryMarket(), (sketch) => {
        const quiet = {
          ...sketch,
          reviews: (sketch.reviews ?? []).filter((r) => r.vendor !== 'bee'),
          contacts: (sketch.contacts ?? []).filter((c) => c.vendor !== 'bee'),
        };
        const { market, v } = standing(quiet, 'bee');
        market.posteriors.priors.forEach((prior, m) => {
          if (prior) expect(market.posteriors.mean[v * market.posteriors.measures + m]).toBeCloseTo(prior.mu, 12);
        });
      }),
      RUNS,
    );
  });

  it('in great number speak for themselves', () => {
    const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        finite(0, 5),
        finite(0.01, 4),
        finite(3, 20),
        finite(1, 5),
        finite(0, 9),
        (mu, variance, k, mean, digits) => {
          const weight = 10 ** digits;
          const posterior = shrink(
            { weight, squaredWeight: weight, sum: weight * mean, ageWeight: 0 },
            { mu, variance, k, drift: 0, source: 'estimated' },
          );
          expect(Math.abs(posterior.mean - mean)).toBeLessThanOrEqual((k / (k + weight)) * Math.abs(mu - mean) + HAIR);
          expect(posterior.sd).toBeLessThanOrEqual(Math.sqrt(variance / weight));
        },
      ),
      RUNS,
    );
    const reviews = Array.from({ length: 5000 }, (_, i) => ({ vendor: 'bee', answers: { q: i % 2 === 0 ? 5 : 4 } }));
    const { market, v } = standing(
      {
        frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c'] }] }],
        questions: [{ id: 'q', kind: 'rating', criteria: ['f/c'] }],
        vendors: [{ slug: 'bee' }],
        reviews,
      },
      'bee',
    );
    expect(market.posteriors.mean[v]).toBeCloseTo(4.5, 2);
    expect(market.scored[v]?.overall?.score).toBeCloseTo(87.5, 1);
  });

  /** One row's cell made better. */
  const better: Record<string, (x: number) => number> = {
    stars: (x) => Math.min(5, x + 1),
    again: () => 0,
    wait: (x) => (x === Infinity ? 479 : x / 2),
    minutes: (x) => (x === Infinity ? 300 : x / 2),
    solved: () => 1,
  };

  it('that say better never lower the score or the place, as long as they do not move the market', () => {
    fc.assert(
      fc.property(
        arbitraryMarket({ estimated: false }),
        fc.nat(),
        fc.constantFrom(...Object.keys(better)),
        (sketch, pick, item) => {
          const improve = (row: Readonly<Record<string, number>>): Record<string, number> => {
            const x = row[item];
            return x === undefined ? { ...row } : { ...row, [item]: better[item](x) };
          };
          const reviews = sketch.reviews ?? [];
          const contacts = sketch.contacts ?? [];
          const total = reviews.length + contacts.length;
          if (total === 0) return;
          const at = pick % total;
          const vendor = (reviews[at] ?? contacts[at - reviews.length])?.vendor ?? '';
          const after: Sketch = {
            ...sketch,
            reviews: reviews.map((r, i) => (i === at ? { ...r, answers: improve(r.answers) } : r)),
            contacts: contacts.map((c, i) => (i === at - reviews.length ? { ...c, values: improve(c.values) } : c)),
          };
          expectNoWorse(standing(sketch, vendor), standing(after, vendor));
        },
      ),
      RUNS,
    );
  });
});

describe('every score', () => {
  it('lies within 0..100 and within its interval, and every rank within its own', () => {
    fc.assert(
      fc.property(arbitraryMarket(), (sketch) => {
        const dataset = datasetOf(sketch);
        const market = scoreMarket(dataset, { draws: 25 });
        const ranked = market.rankedCount;
        dataset.vendors.forEach((_, v) => {
          const scores = market.of(v);
          const estimates = [
            scores.overall,
            ...scores.frameworks.flatMap((f) => [f.estimate, ...f.dimensions.map((d) => d.estimate)]),
          ];
          for (const estimate of estimates) {
            if (!estimate) continue;
            expect(estimate.low).toBeGreaterThanOrEqual(0);
            expect(estimate.low).toBeLessThanOrEqual(estimate.score);
            expect(estimate.high).toBeGreaterThanOrEqual(estimate.score);
            expect(estimate.high).toBeLessThanOrEqual(100 + HAIR);
            expect(estimate.sd).toBeGreaterThanOrEqual(0);
          }
          for (const c of scores.frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria))) {
            for (const m of c.measures) {
              expect(m.points).toBeGreaterThanOrEqual(0);
              expect(m.points).toBeLessThanOrEqual(100);
            }
          }
          const rating = scores.rating;
          if (rating.kind !== 'ranked') return;
          expect(
            1 <= rating.low && rating.low <= rating.place && rating.place <= rating.high && rating.high <= ranked,
          ).toBe(true);
          expect(1 <= rating.drawn.low && rating.drawn.low <= rating.drawn.high && rating.drawn.high <= ranked).toBe(
            true,
          );
          expect(0 <= rating.first && rating.first <= rating.topThree && rating.topThree <= 1).toBe(true);
          // Whom nobody is surely ahead of may be the best; so may others, when many are compared at once.
          if (rating.low === 1) expect(rating.group).toBe(1);
        });
      }),
      RUNS,
    );
  });
});

describe('what is open', () => {
  it('always has the score between its bounds', () => {
    fc.assert(
      fc.property(arbitraryMarket(), (sketch) => {
        const dataset = datasetOf(sketch);
        const market = scoreMarket(dataset, { draws: 0 });
        dataset.vendors.forEach((_, v) => {
          const { overall, bounds: own } = market.of(v);
          expect(own === undefined).toBe(overall === undefined);
          if (!overall || !own) return;
          expect(own.worst).toBeLessThanOrEqual(overall.score + 1e-9);
          expect(own.best).toBeGreaterThanOrEqual(overall.score - 1e-9);
        });
      }),
      RUNS,
    );
  });
});
