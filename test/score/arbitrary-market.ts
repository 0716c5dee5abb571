/** Arbitrary small markets for property tests. */
import fc from 'fast-check';
import type { SourceClass } from '../../src/schema/method.ts';
import type { Answer } from '../../src/schema/vendor.ts';
import type { ContactSketch, FrameworkSketch, ReviewSketch, Sketch, VendorSketch } from './dataset-builder.ts';

export const FACETS = ['x', 'y', 'z'] as const;
/** From worst to best; the last two are what a vendor can move between when it improves. */
export const FACET_STATES = ['unknown', 'not-met', 'partly', 'met'] as const;
/** Evidence ids from the least to the most credible. */
export const EVIDENCE = ['word', 'paper', 'seen'] as const;
export const LEVELS = { none: 0, some: 40, most: 75, full: 100 } as const;

/** Runs of each property; always the same ones. Mutation testing, which runs them for every mutant, takes fewer. */
export const RUNS = { numRuns: Number(process.env['HENGPING_RUNS'] ?? 1000), seed: 20260101 } as const;

const weight = fc.double({ min: 0.1, max: 10, noNaN: true });

/** Two frameworks, four dimensions, every kind of measure, some criteria with several. */
function frameworksOf(w: readonly number[], minimum: number): FrameworkSketch[] {
  const at = (i: number): number => w[i] ?? 1;
  return [
    {
      id: 'f',
      weight: at(0),
      minimum,
      dimensions: [
        {
          id: 'd1',
          weight: at(1),
          criteria: [
            { id: 'a', weight: at(2), facets: FACETS },
            { id: 'b', weight: at(3), levels: LEVELS },
          ],
        },
        { id: 'd2', weight: at(4), criteria: [{ id: 'c', weight: at(5), goalposts: 'days' }, 'e'] },
        { id: 'd3', weight: at(6), criteria: ['i'] },
      ],
    },
    { id: 'g', weight: at(7), dimensions: [{ id: 'd4', weight: at(8), criteria: [{ id: 'h', facets: ['x', 'y'] }] }] },
  ];
}

const evidence = fc.constantFrom(...EVIDENCE);
const facet = fc.record({ state: fc.constantFrom(...FACET_STATES), evidence: evidence.map((e) => [e]) });
// The first facet always applies, so that no checklist as a whole stops applying.
const checklist = (facets: readonly string[]): fc.Arbitrary<Answer> =>
  fc
    .tuple(
      ...facets.map((_, i) =>
        i === 0
          ? facet
          : fc.oneof({ weight: 4, arbitrary: facet }, { weight: 1, arbitrary: fc.constant('not-applicable' as const) }),
      ),
    )
    .map((states) => ({
      facets: Object.fromEntries(facets.map((f, i) => [f, states[i] ?? 'unknown'])),
    }));

const answers: fc.Arbitrary<Record<string, Answer>> = fc
  .record(
    {
      'f/a': checklist(FACETS),
      'f/b': fc.record({ level: fc.constantFrom(...Object.keys(LEVELS)), evidence: evidence.map((e) => [e]) }),
      'f/c': fc.record({ value: fc.double({ min: 0, max: 40, noNaN: true }), evidence: evidence.map((e) => [e]) }),
      'g/h': checklist(['x', 'y']),
    },
    { requiredKeys: [] },
  )
  .map((record) => Object.fromEntries(Object.entries(record)));

const SLUGS = ['ant', 'bee', 'cat', 'dog', 'elk', 'fox'] as const;
const pieces = [
  { id: 'word', tier: 'declared' },
  { id: 'paper', tier: 'documented' },
  { id: 'seen', tier: 'observed' },
] as const;

function vendorsOf(count: number): fc.Arbitrary<VendorSketch[]> {
  return fc.tuple(
    ...SLUGS.slice(0, count).map((slug) => answers.map((own) => ({ slug, answers: own, evidence: pieces }))),
  );
}

const age = fc.integer({ min: 0, max: 900 });
const classes: SourceClass[] = ['verified-contract', 'invited', 'organic', 'vendor-supplied'];

function reviewOf(slugs: readonly string[]): fc.Arbitrary<ReviewSketch> {
  return fc.record({
    vendor: fc.constantFrom(...slugs),
    age,
    reviewer: fc.nat({ max: 8 }),
    source: fc.constantFrom(...classes),
    answers: fc
      .record(
        {
          stars: fc.integer({ min: 1, max: 5 }),
          again: fc.constantFrom(0, 1),
          wait: fc.constantFrom(0.5, 5, 30, 240, 479, Infinity),
        },
        { requiredKeys: [] },
      )
      .map((record) => ({ ...record }) as Record<string, number>),
  });
}

function contactOf(slugs: readonly string[]): fc.Arbitrary<ContactSketch> {
  return fc.record({
    vendor: fc.constantFrom(...slugs),
    age,
    channel: fc.constantFrom('phone', 'chat'),
    values: fc
      .record(
        { minutes: fc.constantFrom(1, 3, 12, 60, 300, Infinity), solved: fc.constantFrom(0, 1) },
        { requiredKeys: ['minutes'] },
      )
      .map((record) => ({ ...record }) as Record<string, number>),
  });
}

export interface MarketOptions {
  /** Draws 0 unless said otherwise. */
  draws?: number;
  /** Whether the market's prior may be estimated, and not only the fallback; true unless said otherwise. */
  estimated?: boolean;
  /** No reviews and contacts at all. */
  factsOnly?: boolean;
}

/** Two to six vendors with answers, reviews and contacts, under any weights and any kind of mean. Rows have ids. */
export function arbitraryMarket({ estimated = true, factsOnly = false }: MarketOptions = {}): fc.Arbitrary<Sketch> {
  return fc.integer({ min: 2, max: 6 }).chain((count) => {
    const slugs = SLUGS.slice(0, count);
    return fc
      .record({
        weights: fc.array(weight, { minLength: 9, maxLength: 9 }),
        minimum: fc.integer({ min: 0, max: 2 }),
        vendors: vendorsOf(count),
        reviews: fc.array(reviewOf(slugs), { maxLength: factsOnly ? 0 : 14 }),
        contacts: fc.array(contactOf(slugs), { maxLength: factsOnly ? 0 : 10 }),
        aggregation: fc.constantFrom(
          'arithmetic' as const,
          'arithmetic' as const,
          'geometric' as const,
          'harmonic' as const,
        ),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        minVendors: estimated ? fc.constantFrom(2, 3, 10) : fc.constant(1000),
        dayShare: fc.constantFrom(0.2, 0.5, 1),
        dayCorrelation: fc.constantFrom(0, 0.05, 0.5),
      })
      .map(
        ({
          weights,
          minimum,
          vendors,
          reviews,
          contacts,
          aggregation,
          share,
          minVendors,
          dayShare,
          dayCorrelation,
        }) => ({
          frameworks: frameworksOf(weights, minimum),
          questions: [
            { id: 'stars', kind: 'rating' as const, criteria: ['f/a', 'f/e'] },
            { id: 'again', kind: 'share' as const, good: 'no' as const, criteria: ['f/e', 'g/h'] },
            { id: 'wait', kind: 'duration' as const, goalposts: 'reply', window: 480, criteria: ['f/i'] },
          ],
          observed: {
            channels: ['phone', 'chat'],
            items: [
              {
                id: 'minutes',
                kind: 'duration' as const,
                goalposts: 'reply',
                window: 480,
                uses: [
                  { id: 'reply', criteria: ['f/c', 'g/h'] },
                  { id: 'chat', criteria: ['f/i'], channels: ['chat'] },
                ],
              },
              { id: 'solved', kind: 'share' as const, uses: [{ id: 'solved', criteria: ['f/a'] }] },
            ],
          },
          vendors,
          reviews: reviews.map((r, i) => ({ ...r, id: `r${i}` })),
          contacts: contacts.map((c, i) => ({ ...c, id: `o${i}` })),
          method: {
            goalposts: {
              days: { worst: 30, best: 10, scale: 'linear' as const },
              reply: { worst: 480, best: 5, scale: 'ln' as const },
            },
            facts: { share },
            shrinkage: { minVendors },
            reviews: { dayShare, dayCorrelation },
            aggregation,
          },
        }),
      );
  });
}

/** The sketch with the answers of one vendor changed. */
export function withAnswers(
  sketch: Sketch,
  slug: string,
  change: (answers: Record<string, Answer>) => Record<string, Answer>,
): Sketch {
  return {
    ...sketch,
    vendors: sketch.vendors.map((v) => (v.slug === slug ? { ...v, answers: change({ ...v.answers }) } : v)),
  };
}
