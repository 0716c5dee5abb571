import { describe, expect, it } from 'vitest';
import { checklistPoints } from '../../src/score/bounds.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';

describe('the points of a checklist whose open facets are worth something', () => {
  it('take the others as they are and leave out what does not apply', () => {
    const facets = [
      { state: 'met', credit: 1, credibility: 0.5 },
      { state: 'unknown', credit: 0, credibility: 1 },
      { state: 'not-met', credit: 0, credibility: 1 },
      { state: 'not-applicable', credit: 0, credibility: 1 },
    ] as const;
    expect(checklistPoints(facets, 0)).toBeCloseTo(50 / 3, 12);
    expect(checklistPoints(facets, 1)).toBeCloseTo(150 / 3, 12);
  });
});

/** One dimension of a checklist, a level and a number, of equal weight. */
function bounds(
  sketch: Partial<Sketch> & Pick<Sketch, 'vendors'>,
): ReturnType<ReturnType<typeof scoreMarket>['of']>['bounds'] {
  const dataset = datasetOf({
    frameworks: [
      {
        id: 'f',
        dimensions: [
          {
            id: 'd',
            criteria: [
              { id: 'a', facets: ['x', 'y'] },
              { id: 'b', levels: { low: 10, high: 70 } },
              { id: 'c', goalposts: 'days' },
            ],
          },
        ],
      },
    ],
    method: {
      goalposts: { days: { worst: 30, best: 0, scale: 'linear' } },
      facts: { tiers: { observed: 1, documented: 1, declared: 1 } },
    },
    ...sketch,
  });
  return scoreMarket(dataset).of(0).bounds;
}

describe('what is open', () => {
  it('could be worst or best: half a checklist, a level and a number', () => {
    // Known: x met. Worst 50, 10 (its lowest level), 0; best 100, 70, 100.
    const open = bounds({ vendors: [{ slug: 'a', answers: { 'f/a': { facets: { x: 'met' } } } }] });
    expect(open?.worst).toBeCloseTo(60 / 3, 12);
    expect(open?.best).toBeCloseTo(270 / 3, 12);
  });

  it('is nothing where all is answered, or does not apply: both bounds are the score', () => {
    const own = bounds({
      vendors: [
        {
          slug: 'a',
          answers: {
            'f/a': { facets: { x: 'met', y: 'not-met' } },
            'f/b': { level: 'high' },
            'f/c': { state: 'not-applicable', reason: { en: 'r' } },
          },
        },
      ],
    });
    expect(own?.worst).toBeCloseTo(60, 12);
    expect(own?.best).toBeCloseTo(60, 12);
  });

  it('is a measure that nobody has told of this vendor, but of others', () => {
    const asked: Partial<Sketch> = { questions: [{ id: 'q', kind: 'rating', criteria: ['f/b'] }] };
    const vendors = [
      {
        slug: 'a',
        answers: { 'f/a': { facets: { x: 'met', y: 'met' } }, 'f/b': { level: 'high' }, 'f/c': { value: 0 } },
      },
      { slug: 'z' },
    ] as const;
    // Facts 90; reviews between 0 and 100; lambda 0.6.
    const own = bounds({ vendors, ...asked, reviews: [{ vendor: 'z', answers: { q: 4 } }] });
    expect(own?.worst).toBeCloseTo(0.6 * 90, 12);
    expect(own?.best).toBeCloseTo(0.6 * 90 + 40, 12);
    const told = bounds({ vendors, ...asked, reviews: [{ vendor: 'a', answers: { q: 4 } }] });
    expect(told?.worst).toBe(told?.best);
  });

  it('has no bounds for those whom nothing measures', () => {
    expect(bounds({ vendors: [{ slug: 'a', status: 'listed' }] })).toBeUndefined();
  });

  it('stays what it is where too few vendors state a number', () => {
    const method = {
      normalisation: 'zscore' as const,
      withinMarket: { leastVendors: 2 },
      goalposts: { days: { worst: 30, best: 0, scale: 'linear' as const } },
    };
    const known = { 'f/a': { facets: { x: 'not-met', y: 'not-met' } }, 'f/b': { level: 'low' } } as const;
    const own = bounds({ vendors: [{ slug: 'a', answers: { ...known, 'f/c': { value: 3 } } }], method });
    expect(own?.worst).toBe(own?.best);
    const blank = bounds({ vendors: [{ slug: 'a', answers: known }], method });
    expect((blank?.best ?? 0) - (blank?.worst ?? 0)).toBeCloseTo(100 / 3, 12);
  });

  it('moves a standardised dimension by the market’s own mean and deviation', () => {
    const goalposts = { days: { worst: 30, best: 0, scale: 'linear' as const } };
    const vendors = [
      { slug: 'a', answers: { 'f/c': { value: 0 }, 'f/b': { level: 'low' } } },
      { slug: 'b', answers: { 'f/c': { value: 30 }, 'f/b': { level: 'low' } } },
    ] as const;
    const own = bounds({
      vendors,
      method: {
        goalposts,
        normalisation: 'minmax',
        withinMarket: { dimensions: true },
        facts: { tiers: { observed: 1, documented: 1, declared: 1 } },
      },
    });
    // Before: (0 + 10 + 100) / 3 and (0 + 10 + 0) / 3; mean 20, sd (110 - 10) / 3 / sqrt 2. At best a has 100 more.
    expect(own?.worst).toBeCloseTo(50 + (10 * (110 / 3 - 20)) / (100 / 3 / Math.SQRT2), 10);
    expect(own?.best).toBeCloseTo(50 + (10 * (210 / 3 - 20)) / (100 / 3 / Math.SQRT2), 10);
  });
});
