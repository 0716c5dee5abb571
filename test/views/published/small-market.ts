/** A small invented market with one of everything that a receipt must explain; built without files. */
import { directory } from '../../../src/schema/directory.ts';
import type { Case, Dataset, ObservationTable, ReviewTable, Vendor } from '../../../src/schema/dataset.ts';
import { framework } from '../../../src/schema/framework.ts';
import { SOURCE_CLASSES, method } from '../../../src/schema/method.ts';
import { questionnaire } from '../../../src/schema/questionnaire.ts';
import { INCENTIVES, MODERATION_STATES, RELATIONSHIPS } from '../../../src/schema/review.ts';
import { vendor } from '../../../src/schema/vendor.ts';
import { dayNumber } from '../../../src/schema/day.ts';
import { word } from '../../../src/score/hash.ts';
import { scoreMarket, type ScoredWorkspace } from '../../../src/score/market.ts';

/** The same text in both languages, told apart. */
export function two(text: string): { zh: string; en: string } {
  return { zh: `${text}(中)`, en: text };
}

const AS_OF = '2026-06-30';
const TODAY = dayNumber(AS_OF);

const talk = framework.parse({
  id: 'talk',
  name: two('Talk'),
  short: two('T'),
  summary: two('How it talks'),
  themes: [{ id: 'one', name: two('One'), summary: two('The only theme') }],
  dimensions: [
    {
      id: 'answers',
      theme: 'one',
      name: two('Answers'),
      summary: two('Whether it answers'),
      overlaps: [{ with: 'papers', note: two('Near') }],
      criteria: [
        {
          id: 'desk',
          name: two('Desk'),
          meaning: two('m'),
          evidence: two('e'),
          ask: two('Is there a desk?'),
          measure: { kind: 'checklist' },
          facets: ['hours', 'people', 'line'].map((id) => ({ id, name: two(id), shows: two(`${id} on paper`) })),
        },
        { id: 'speed', name: two('Speed'), meaning: two('m'), evidence: two('e') },
      ],
    },
    {
      id: 'papers',
      theme: 'one',
      name: two('Papers'),
      summary: two('Its papers'),
      overlaps: [{ with: 'answers', note: two('Near') }],
      criteria: [
        {
          id: 'plan',
          name: two('Plan'),
          meaning: two('m'),
          evidence: two('e'),
          measure: {
            kind: 'level',
            levels: [
              { id: 'none', name: two('None'), points: 0 },
              { id: 'written', name: two('Written'), points: 80 },
            ],
          },
        },
        {
          id: 'staff',
          name: two('Staff'),
          meaning: two('m'),
          evidence: two('e'),
          measure: { kind: 'number', goalposts: 'staff', unit: two('people') },
        },
      ],
    },
  ],
});

const care = framework.parse({
  id: 'care',
  name: two('Care'),
  short: two('C'),
  summary: two('How it cares'),
  themes: [{ id: 'only', name: two('Only'), summary: two('s') }],
  dimensions: [
    {
      id: 'kept',
      theme: 'only',
      name: two('Kept'),
      summary: two('s'),
      criteria: [{ id: 'word', name: two('Word'), meaning: two('m'), evidence: two('e') }],
    },
  ],
});

const asked = questionnaire.parse({
  intro: two('Hello'),
  questions: [
    {
      id: 'clear',
      kind: 'rating',
      low: 1,
      high: 5,
      text: two('Clear?'),
      short: two('Clear'),
      criteria: ['talk/desk', 'talk/speed'],
    },
    { id: 'kept-word', kind: 'share', text: two('Kept its word?'), short: two('Word'), criteria: ['care/word'] },
    {
      id: 'extra-fees',
      kind: 'share',
      good: 'no',
      text: two('Any extra fees?'),
      short: two('Fees'),
      criteria: ['care/word', 'talk/plan'],
    },
  ],
  observations: {
    intro: two('Watch'),
    channels: [
      { id: 'chat', name: two('Chat') },
      { id: 'phone', name: two('Phone') },
    ],
    scenarios: [
      { id: 'plain', name: two('Plain') },
      { id: 'urgent', name: two('Urgent') },
    ],
    items: [
      {
        id: 'first-reply',
        kind: 'duration',
        goalposts: 'reply',
        window: 480,
        text: two('Minutes'),
        short: two('Minutes'),
        uses: [
          { id: 'reply-chat', criteria: ['talk/speed'], channels: ['chat'] },
          { id: 'reply-urgent', criteria: ['talk/speed'], scenarios: ['urgent'], goalposts: 'urgent' },
        ],
      },
      {
        id: 'solved',
        kind: 'share',
        text: two('Solved?'),
        short: two('Solved'),
        uses: [{ id: 'solved-any', criteria: ['talk/desk', 'care/word'] }],
      },
    ],
  },
});

const rules = method.parse({
  version: '2026.2',
  status: 'published',
  published: '2026-05-01',
  summary: two('Second'),
  frameworks: {
    talk: {
      weight: 3,
      minimumDimensions: 2,
      dimensions: { answers: { weight: 2, criteria: { desk: 2 } }, papers: { weight: 1 } },
    },
    care: { weight: 1, minimumDimensions: 1, dimensions: { kept: { weight: 1 } } },
  },
  goalposts: {
    staff: { worst: 1, best: 20, scale: 'ln' },
    reply: { worst: 480, best: 5, scale: 'ln' },
    urgent: { worst: 120, best: 5 },
  },
  facts: {
    share: 0.6,
    tiers: { observed: 1, documented: 0.85, declared: 0.5 },
    partly: 0.5,
    missing: 'not-shown',
    expired: 'declared',
  },
  coverage: { criteria: 0.5, reviews: 2, observations: 1 },
  reviews: {
    classes: { 'verified-contract': 1, invited: 0.8, organic: 0.6, 'vendor-supplied': 0.3 },
    incentivised: 0.5,
    halfLifeDays: 365,
    reviewerWindowDays: 180,
    dayShare: 0.2,
    shrinkage: { minVendors: 10, minReviews: 2, kMin: 3, kMax: 20, fallback: { k: 7, mu: 0.625, variance: 0.09375 } },
  },
  observations: { halfLifeDays: 365, fallback: { k: 5, lnSd: 1.2, share: 0.6 } },
  uncertainty: { draws: 400, interval: 0.9, together: 0.5, tie: 0.95, seed: 'small' },
  sensitivity: { draws: 10, weightFactor: { low: 0.75, high: 1.25 } },
  integrity: { similarText: 0.8, burstDays: 7, burstProbability: 0.001, reviewerVendors: 3 },
  freshness: { evidenceDays: 365, licenceDays: 365, priceDays: 180 },
});

/** A whole number 0..below-1 that depends on the names alone. */
function chance(seed: number, counter: number, below: number): number {
  return word(seed, counter) % below;
}

function someVendor(i: number): Vendor {
  const pick = (n: number, below: number): number => chance(i + 1, n, below);
  return {
    slug: `vendor-${String(i).padStart(2, '0')}`,
    ...vendor.parse({
      name: i === 3 ? { zh: '仅有中文名' } : two(`Vendor ${i}`),
      status: 'participating',
      since: `2025-0${1 + (i % 9)}-15`,
      about: { en: '=HYPERLINK("x")' },
      aliases: i === 0 ? ['<b>&"'] : [],
      evidence: [
        {
          id: 'paper',
          tier: 'documented',
          url: 'https://vendor.example/paper',
          lastLooked: '2026-01-01',
          lastConfirmed: '2026-01-01',
        },
        {
          id: 'old',
          tier: 'observed',
          note: { en: 'Seen' },
          lastLooked: '2024-01-01',
          lastConfirmed: '2024-01-01',
          expires: '2025-01-01',
        },
      ],
      answers: {
        talk: {
          desk:
            i === 4
              ? { state: 'not-applicable', reason: { en: 'No desk by design' } }
              : {
                  facets: {
                    hours: 'met',
                    people: { state: 'partly', evidence: ['paper'] },
                    line: i % 2 === 0 ? 'not-applicable' : { state: 'met', evidence: ['old', 'paper'] },
                  },
                },
          plan: { level: pick(1, 2) === 0 ? 'none' : 'written', evidence: ['old'] },
          ...(i === 5 ? {} : { staff: { value: 1 + pick(2, 30), evidence: ['paper'] } }),
        },
      },
    }),
  };
}

function plainVendor(slug: string, fields: object): Vendor {
  return { slug, ...vendor.parse({ name: two(slug), ...fields }) };
}

const vendors: Vendor[] = [
  ...Array.from({ length: 12 }, (_, i) => someVendor(i)),
  plainVendor('x-listed', { status: 'listed' }),
  plainVendor('y-silent', { status: 'participating', since: '2026-06-01' }),
  plainVendor('z-gone', { status: 'withdrawn', withdrawn: { on: '2026-01-01', reason: two('Closed') } }),
];

const REVIEWS = 8;

function reviewTable(): ReviewTable {
  const count = 12 * REVIEWS;
  const row = <T>(make: (v: number, n: number, seed: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(Math.floor(i / REVIEWS), i % REVIEWS, 1000 + i));
  const texts = row((v, n) => (n === 1 ? `=1+${v}` : n === 2 ? '很清楚，\n＝cmd' : undefined));
  return {
    count,
    id: row((v, n) => `r${v}-${n}`),
    vendor: Int32Array.from(row((v) => v)),
    // Three of a day, so that the cap of a day has something to cut; the sixth and seventh are one person's.
    day: Int32Array.from(
      row((_, n, seed) => TODAY - (n < 3 ? 20 : n === 6 ? 60 : n === 7 ? 90 : 30 * n + chance(seed, 1, 20))),
    ),
    experienced: Int32Array.from(row((_, n) => (n === 0 ? -1 : 12 * 56 + 3))),
    source: Uint8Array.from(row((_, __, seed) => chance(seed, 2, SOURCE_CLASSES.length))),
    collection: new Int32Array(count).fill(-1),
    relationship: Uint8Array.from(row((_, __, seed) => chance(seed, 3, RELATIONSHIPS.length))),
    incentive: Uint8Array.from(row((_, n) => INCENTIVES.indexOf(n === 3 ? 'offered' : 'none'))),
    moderation: Uint8Array.from(
      row((v, n) =>
        MODERATION_STATES.indexOf(n === 4 && v % 3 === 0 ? 'withheld' : n === 5 && v === 1 ? 'pending' : 'published'),
      ),
    ),
    reviewer: Int32Array.from(row((v, n) => v * 100 + (n === 7 ? 6 : n))),
    answers: [
      Float64Array.from(row((v, n, seed) => (n === 2 ? Number.NaN : Math.min(5, 1 + chance(seed, 4, 4) + (v % 2))))),
      Float64Array.from(row((v, _, seed) => (chance(seed, 5, 10) < 3 + (v % 6) ? 1 : 0))),
      Float64Array.from(row((_, __, seed) => (chance(seed, 6, 4) === 0 ? 1 : 0))),
    ],
    text: new Map(texts.flatMap((t, i) => (t === undefined ? [] : [[i, t] as const]))),
    language: new Map(
      texts.flatMap((t, i) => (t === undefined ? [] : [[i, t.startsWith('=') ? 'en' : 'zh'] as const])),
    ),
    moderationReason: new Map(
      row((v, n) => (n === 4 && v % 3 === 0 ? 'Not a client' : undefined)).flatMap((t, i) =>
        t === undefined ? [] : [[i, t] as const],
      ),
    ),
  };
}

const CONTACTS = 5;

function observationTable(): ObservationTable {
  const count = 12 * CONTACTS;
  const row = <T>(make: (v: number, n: number, seed: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(Math.floor(i / CONTACTS), i % CONTACTS, 5000 + i));
  return {
    count,
    id: row((v, n) => `o${v}-${n}`),
    vendor: Int32Array.from(row((v) => v)),
    day: Int32Array.from(row((_, n) => TODAY - 40 * n)),
    minute: Int32Array.from(row((_, n) => 545 + n)),
    channel: Uint8Array.from(row((_, n) => n % 2)),
    scenario: Uint8Array.from(row((_, n) => (n < 2 ? 1 : 0))),
    observer: new Int32Array(count).fill(-1),
    values: [
      Float64Array.from(row((v, n, seed) => (n === 0 && v % 4 === 1 ? Infinity : 3 + chance(seed, 1, 30 + 20 * v)))),
      Float64Array.from(row((_, n, seed) => (n === 3 ? Number.NaN : chance(seed, 2, 2)))),
    ],
  };
}

const cases: Case[] = [
  {
    id: 'c-1',
    kind: 'dispute',
    vendor: 'vendor-02',
    about: { criterion: 'talk/plan' },
    openedOn: '2026-02-01',
    openedBy: 'vendor',
    claim: two('We & <they>'),
    state: 'upheld',
    closedOn: '2026-03-01',
    outcome: two('Right'),
  },
  {
    id: 'c-2',
    kind: 'correction',
    vendor: 'vendor-03',
    about: { field: 'staff' },
    openedOn: '2026-03-01',
    openedBy: 'customer',
    claim: { zh: '人数有误' },
    state: 'open',
  },
];

/** Tables without a row. */
export function emptyTables(): Pick<Dataset, 'reviews' | 'observations'> {
  const none = { count: 0, id: [], vendor: new Int32Array(), day: new Int32Array() };
  const bytes = new Uint8Array();
  return {
    reviews: {
      ...none,
      experienced: new Int32Array(),
      source: bytes,
      collection: new Int32Array(),
      relationship: bytes,
      incentive: bytes,
      moderation: bytes,
      reviewer: new Int32Array(),
      answers: [],
      text: new Map(),
      language: new Map(),
      moderationReason: new Map(),
    },
    observations: {
      ...none,
      minute: new Int32Array(),
      channel: bytes,
      scenario: bytes,
      observer: new Int32Array(),
      values: [],
    },
  };
}

/** The dataset; `change` may replace parts of it. */
export function smallDataset(change: Partial<Dataset> = {}): Dataset {
  return {
    site: {
      name: two('Small'),
      tagline: two('t'),
      description: two('d'),
      url: 'https://small.example',
      contact: 'editors@small.example',
      sampleData: false,
      regionPageMinimum: 3,
      priorities: [],
    },
    release: { asOf: AS_OF, methodology: '2026.2' },
    directory: directory.parse({ vendor: { one: two('vendor'), many: two('vendors') } }),
    frameworks: [care, talk],
    questionnaire: asked,
    method: rules,
    methods: [
      {
        version: '2026.1',
        method: { ...rules, version: '2026.1', published: '2026-01-05', summary: two('First') },
        prose: ['zh'],
      },
      { version: '2026.2', method: rules, prose: ['zh', 'en'] },
    ],
    vendors,
    reviews: reviewTable(),
    observations: observationTable(),
    cases,
    inputs: [{ path: 'content/site.yaml', bytes: 10, sha256: 'a'.repeat(64) }],
    ...change,
  };
}

/** The dataset, scored. */
export function smallMarket(change: Partial<Dataset> = {}): ScoredWorkspace {
  const dataset = smallDataset(change);
  return { dataset, market: scoreMarket(dataset) };
}

/** What a program reads: the value after a trip through JSON text. */
export function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
