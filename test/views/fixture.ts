/** A small market for the tests of views: six vendors, one framework of three dimensions, scores set by hand. */
import type { Dataset, Vendor } from '../../src/schema/dataset.ts';
import type { CriterionOutline, CriterionScore, Estimate, Rating, VendorScores } from '../../src/score/types.ts';
import type { Inputs } from '../../src/views/market/inputs.ts';
import { datasetOf } from '../score/dataset-builder.ts';

/** An estimate whose interval is two standard deviations wide to each side. */
export function estimate(score: number, sd = 1): Estimate {
  return { score, sd, low: score - 2 * sd, high: score + 2 * sd };
}

/** A place in the ranking. */
export function ranked(place: number, low: number, high: number, group: number): Rating {
  return {
    kind: 'ranked',
    place,
    low,
    high,
    drawn: { low, high },
    joint: { low, high },
    group,
    first: place === 1 ? 0.6 : 0.1,
    topThree: 0.9,
  };
}

/** Scores of one vendor: `dimensions` are the scores of `phone`, `clarity`, `care`; undefined for none. */
export function scoresOf(
  slug: string,
  rating: Rating,
  dimensions: readonly (number | undefined)[],
  reviews = 0,
): VendorScores {
  const known = dimensions.filter((d) => d !== undefined);
  const mean = known.length === 0 ? undefined : known.reduce((a, b) => a + b, 0) / known.length;
  return {
    slug,
    rating,
    ...(mean === undefined ? {} : { overall: estimate(mean) }),
    frameworks: [
      {
        id: 'talk',
        share: 1,
        ...(mean === undefined ? {} : { estimate: estimate(mean) }),
        covered: known.length,
        needed: 2,
        dimensions: ['phone', 'clarity', 'care'].map((id, i) => {
          const score = dimensions[i];
          return {
            id,
            theme: 'theme',
            share: 1 / 3,
            covered: score !== undefined,
            evidenced: score === undefined ? 0 : 1,
            ...(score === undefined ? {} : { estimate: estimate(score) }),
            criteria: [criterionScore(`${id}-speed`, score)],
          };
        }),
      },
    ],
    reviews,
    observations: 0,
  };
}

function criterionScore(id: string, score: number | undefined): CriterionScore {
  const met = score !== undefined && score >= 50;
  return {
    id,
    share: 1,
    state: score === undefined ? 'not-shown' : 'shown',
    ...(score === undefined ? {} : { score, facts: score }),
    evidenced: score !== undefined,
    measures: [
      {
        measure: `talk/${id}`,
        kind: 'checklist',
        source: 'vendor',
        state: score === undefined ? 'not-shown' : 'shown',
        points: score ?? 0,
        facets: [
          {
            facet: 'log',
            state: met ? 'met' : 'unknown',
            credit: met ? 1 : 0,
            credibility: met ? 1 : 0,
            tier: 'documented',
            evidence: met ? ['paper'] : [],
          },
        ],
      },
    ],
  };
}

/** Changes that a test makes to the dataset. */
export interface Changes {
  vendors?: Readonly<Record<string, Partial<Vendor>>>;
  dataset?: Partial<Dataset>;
}

/** The market. Vendors by index: 0 alpha, 1 beta, 2 gamma (ranked), 3 delta (unrated), 4 epsilon (listed), 5 zeta (withdrawn). */
export function market(changes: Changes = {}): Inputs {
  const base = datasetOf({
    frameworks: [
      {
        id: 'talk',
        minimum: 2,
        dimensions: [
          { id: 'phone', weight: 2, criteria: [{ id: 'phone-speed', facets: ['log'] }] },
          { id: 'clarity', weight: 1, criteria: [{ id: 'clarity-speed', facets: ['log'] }] },
          { id: 'care', weight: 1, criteria: [{ id: 'care-speed', facets: ['log'] }] },
        ],
      },
    ],
    questions: [
      { id: 'manner', kind: 'rating', criteria: ['talk/care-speed'] },
      { id: 'solved', kind: 'share', criteria: ['talk/clarity-speed'] },
    ],
    observed: {
      channels: ['phone', 'chat'],
      items: [
        {
          id: 'wait',
          kind: 'duration',
          goalposts: 'wait',
          window: 1440,
          uses: [{ id: 'wait-phone', criteria: ['talk/phone-speed'], channels: ['phone'] }],
        },
      ],
    },
    method: { goalposts: { wait: { worst: 240, best: 5, scale: 'ln' } } },
    vendors: [
      { slug: 'alpha', evidence: [{ id: 'paper', tier: 'documented' }] },
      { slug: 'beta' },
      { slug: 'gamma' },
      { slug: 'delta' },
      { slug: 'epsilon', status: 'listed' },
      { slug: 'zeta', status: 'withdrawn' },
    ],
    reviews: [],
  });
  const order = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];
  const office = (region: string, city: string): Partial<Vendor> => ({ offices: [{ region, city, main: true }] });
  const places: Record<string, Partial<Vendor>> = {
    alpha: { ...office('north', 'harbin'), services: ['books', 'tax'] },
    beta: { ...office('north', 'harbin'), services: ['books'] },
    gamma: { ...office('south', 'sanya'), services: ['books'] },
    delta: { ...office('north', 'harbin'), services: [] },
    epsilon: { ...office('north', 'dalian'), services: ['tax'] },
  };
  const vendors = order.map((slug) => {
    const vendor = base.vendors.find((v) => v.slug === slug);
    if (vendor === undefined) throw new Error(`no ${slug}`);
    return { ...vendor, name: { zh: `${slug}号`, en: slug }, ...places[slug], ...changes.vendors?.[slug] };
  });
  const dataset: Dataset = {
    ...base,
    vendors,
    directory: {
      ...base.directory,
      services: [
        { id: 'books', name: { zh: '记账', en: 'Books' }, aliases: [] },
        { id: 'tax', name: { zh: '报税', en: 'Tax' }, aliases: [] },
      ],
      regions: [
        {
          id: 'north',
          name: { zh: '北方', en: 'North' },
          cities: [
            { id: 'harbin', name: { zh: '哈尔滨', en: 'Harbin' } },
            { id: 'dalian', name: { zh: '大连', en: 'Dalian' } },
          ],
        },
        {
          id: 'south',
          name: { zh: '南方', en: 'South' },
          cities: [{ id: 'sanya', name: { zh: '三亚', en: 'Sanya' } }],
        },
      ],
    },
    ...changes.dataset,
  };
  const scores = [
    scoresOf('alpha', ranked(1, 1, 2, 1), [90, 70, 50], 12),
    scoresOf('beta', ranked(2, 1, 2, 1), [60, 70, 77], 3),
    scoresOf('gamma', ranked(3, 3, 3, 2), [40, 41, 42], 0),
    scoresOf(
      'delta',
      {
        kind: 'unrated',
        reasons: [{ kind: 'coverage', framework: 'talk', have: 1, need: 2, missing: ['clarity', 'care'] }],
      },
      [55, undefined, undefined],
      1,
    ),
    { ...scoresOf('epsilon', { kind: 'unrated', reasons: [{ kind: 'listed' }] }, []), frameworks: [] },
    { ...scoresOf('zeta', { kind: 'unrated', reasons: [{ kind: 'withdrawn' }] }, []), frameworks: [] },
  ];
  const scoresAt = (v: number): VendorScores => {
    const found = scores[v];
    if (found === undefined) throw new RangeError(`no vendor ${v}`);
    return found;
  };
  return {
    dataset,
    market: {
      ranked: [0, 1, 2],
      weights: { reviews: [] },
      of: scoresAt,
      outline: scoresAt,
      criteria: (v) => criteriaOf(scoresAt(v)),
    },
  };
}

/** The criteria of a tree, without their measures. */
function criteriaOf({ frameworks }: VendorScores): CriterionOutline[] {
  return frameworks.flatMap((framework) =>
    framework.dimensions.flatMap((dimension) =>
      dimension.criteria.map(({ id, facts, reviews, measures }): CriterionOutline => {
        const checklist = measures.find((m) => m.kind === 'checklist');
        return {
          framework: framework.id,
          id,
          ...(facts === undefined ? {} : { facts }),
          ...(reviews === undefined ? {} : { reviews }),
          ...(checklist === undefined
            ? {}
            : { fact: { state: checklist.state, points: checklist.points, sd: 0, facets: checklist.facets } }),
        };
      }),
    ),
  );
}
