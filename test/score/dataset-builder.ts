/** Small datasets for scoring tests, built straight as `Dataset` objects: no files, no validation. */
import type { Dataset, ObservationTable, ReviewTable, Vendor } from '../../src/schema/dataset.ts';
import type { Criterion, Framework } from '../../src/schema/framework.ts';
import { type Goalposts, type Method, SOURCE_CLASSES, type SourceClass } from '../../src/schema/method.ts';
import type { ObservedItem, ObservedUse, Question, Questionnaire } from '../../src/schema/questionnaire.ts';
import { INCENTIVES, type Incentive, MODERATION_STATES, type Moderation } from '../../src/schema/review.ts';
import type { Bilingual } from '../../src/schema/text.ts';
import type { Answer, Evidence, VendorStatus } from '../../src/schema/vendor.ts';
import { dayNumber } from '../../src/schema/day.ts';

export interface CriterionSketch {
  id: string;
  weight?: number;
  /** Facet ids: makes it a checklist. */
  facets?: readonly string[];
  /** Points of each level. */
  levels?: Readonly<Record<string, number>>;
  /** Goalposts id: makes it a number. */
  goalposts?: string;
  /** What a ratio is multiplied by, of a number that takes ratios. */
  per?: number;
}

export interface DimensionSketch {
  id: string;
  weight?: number;
  /** A bare id is a criterion without a facts measure. */
  criteria: readonly (string | CriterionSketch)[];
}

export interface FrameworkSketch {
  id: string;
  weight?: number;
  minimum?: number;
  anyOf?: readonly string[];
  dimensions: readonly DimensionSketch[];
}

type Scale =
  | { kind: 'rating'; low?: number; high?: number }
  | { kind: 'share'; good?: 'yes' | 'no' }
  | { kind: 'duration'; goalposts: string; window: number };

export type QuestionSketch = Scale & { id: string; criteria: readonly string[] };
export type ItemSketch = Scale & {
  id: string;
  uses: readonly {
    id: string;
    criteria: readonly string[];
    channels?: readonly string[];
    scenarios?: readonly string[];
    goalposts?: string;
  }[];
};

export interface VendorSketch {
  slug: string;
  status?: VendorStatus;
  /** Criterion reference (`framework/criterion`) > answer. */
  answers?: Readonly<Record<string, Answer>>;
  evidence?: readonly { id: string; tier: Evidence['tier']; expires?: string }[];
}

export interface ReviewSketch {
  vendor: string;
  /** Days before asOf; 0 when not given. */
  age?: number;
  answers: Readonly<Record<string, number>>;
  id?: string;
  /** Each row has a reviewer of its own when not given. */
  reviewer?: number;
  source?: SourceClass;
  /** Declared from 2000 to 2099. */
  collection?: string;
  incentive?: Incentive;
  moderation?: Moderation;
}

export interface ContactSketch {
  vendor: string;
  age?: number;
  id?: string;
  channel?: string;
  scenario?: string;
  values: Readonly<Record<string, number>>;
}

export interface MethodChanges {
  goalposts?: Readonly<Record<string, Goalposts>>;
  facts?: Partial<Method['facts']>;
  coverage?: Partial<Method['coverage']>;
  reviews?: Partial<Omit<Method['reviews'], 'shrinkage'>>;
  shrinkage?: Partial<Method['reviews']['shrinkage']>;
  observations?: Partial<Method['observations']>;
  uncertainty?: Partial<Method['uncertainty']>;
  aggregation?: Method['aggregation'];
  normalisation?: Method['normalisation'];
  withinMarket?: Partial<Method['withinMarket']>;
}

export interface Sketch {
  asOf?: string;
  frameworks: readonly FrameworkSketch[];
  questions?: readonly QuestionSketch[];
  observed?: { channels?: readonly string[]; scenarios?: readonly string[]; items: readonly ItemSketch[] };
  vendors: readonly VendorSketch[];
  reviews?: readonly ReviewSketch[];
  contacts?: readonly ContactSketch[];
  method?: MethodChanges;
}

/** The day that counts as today when a sketch says nothing. */
export const AS_OF = '2026-01-01';

/** The dataset that a sketch describes; vendors are put in the order of their slugs, as validation does. */
export function datasetOf(sketch: Sketch): Dataset {
  const asOf = sketch.asOf ?? AS_OF;
  const vendors = sketch.vendors.map(vendorOf).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const index = new Map(vendors.map((v, i) => [v.slug, i]));
  const questionnaire = questionnaireOf(sketch);
  const method = methodOf(sketch);
  return {
    site: {
      name: both('test'),
      tagline: both('test'),
      description: both('test'),
      url: 'https://example.org',
      sampleData: true,
      regionPageMinimum: 3,
      priorities: [],
    },
    release: { asOf, methodology: method.version },
    directory: {
      vendor: { one: both('vendor'), many: both('vendors') },
      services: [],
      industries: [],
      languages: [],
      contacts: [],
      regions: [],
      priceBases: [],
    },
    frameworks: sketch.frameworks.map(frameworkOf),
    questionnaire,
    method,
    methods: [{ version: method.version, method, prose: [] }],
    vendors,
    reviews: reviewTable(sketch.reviews ?? [], questionnaire, index, dayNumber(asOf)),
    observations: observationTable(sketch.contacts ?? [], questionnaire, index, dayNumber(asOf)),
    cases: [],
    inputs: [],
  };
}

/** The method of a sketch: plain numbers, each of which a sketch can change. */
export function methodOf(sketch: Pick<Sketch, 'frameworks' | 'method'>): Method {
  const changes = sketch.method ?? {};
  return {
    version: '2026.1',
    status: 'published',
    published: '2026-01-01',
    summary: both('test'),
    changes: [],
    decisions: [],
    frameworks: Object.fromEntries(
      sketch.frameworks.map((f) => [
        f.id,
        {
          weight: f.weight ?? 1,
          minimumDimensions: f.minimum ?? 0,
          anyOf: [...(f.anyOf ?? [])],
          dimensions: Object.fromEntries(
            f.dimensions.map((d) => [d.id, { weight: d.weight ?? 1, criteria: criterionWeights(d) }]),
          ),
        },
      ]),
    ),
    goalposts: { ...changes.goalposts },
    facts: {
      share: 0.6,
      tiers: { observed: 1, documented: 0.8, declared: 0.5 },
      partly: 0.5,
      missing: 'not-shown',
      expired: 'declared',
      ...changes.facts,
    },
    coverage: { criteria: 0.5, minimumCriteria: 1, reviews: 3, observations: 2, ...changes.coverage },
    reviews: {
      classes: { 'verified-contract': 1, invited: 0.8, organic: 0.6, 'vendor-supplied': 0.3 },
      incentivised: 0.5,
      halfLifeDays: 365,
      reviewerWindowDays: 180,
      minimumWeight: 0,
      dayCorrelation: 0,
      ...changes.reviews,
      shrinkage: {
        minVendors: 10,
        minReviews: 2,
        fallback: { k: 7, mu: 0.625, variance: 0.09375 },
        ...changes.shrinkage,
      },
    },
    observations: {
      halfLifeDays: 365,
      minimumWeight: 0,
      floorMinutes: 1,
      fallback: { k: 4, lnSd: 1.2, share: 0.5 },
      ...changes.observations,
    },
    aggregation: changes.aggregation ?? 'arithmetic',
    normalisation: changes.normalisation ?? 'goalposts',
    withinMarket: { centre: 50, spread: 10, leastVendors: 1, dimensions: false, ...changes.withinMarket },
    uncertainty: { draws: 200, interval: 0.9, together: 0, tie: 0.95, seed: 'test', ...changes.uncertainty },
    sensitivity: { draws: 10, weightFactor: { low: 0.75, high: 1.25 } },
    integrity: { similarText: 0.8, burstDays: 7, burstProbability: 0.001, reviewerVendors: 3 },
    freshness: { evidenceDays: 365, licenceDays: 365, priceDays: 365 },
  };
}

function both(text: string): Bilingual {
  return { zh: text, en: text };
}

function criterionWeights(dimension: DimensionSketch): Record<string, number> {
  return Object.fromEntries(
    dimension.criteria.flatMap((c) =>
      typeof c === 'string' || c.weight === undefined ? [] : [[c.id, c.weight] as const],
    ),
  );
}

function frameworkOf(sketch: FrameworkSketch): Framework {
  return {
    id: sketch.id,
    name: both(sketch.id),
    short: both(sketch.id),
    summary: both(sketch.id),
    themes: [{ id: 'theme', name: both('theme'), summary: both('theme') }],
    dimensions: sketch.dimensions.map((d) => ({
      id: d.id,
      theme: 'theme',
      name: both(d.id),
      summary: both(d.id),
      overlaps: [],
      criteria: d.criteria.map(criterionOf),
    })),
  };
}

function criterionOf(sketch: string | CriterionSketch): Criterion {
  const c: CriterionSketch = typeof sketch === 'string' ? { id: sketch } : sketch;
  const measure: Criterion['measure'] = c.facets
    ? { kind: 'checklist' }
    : c.levels
      ? { kind: 'level', levels: Object.entries(c.levels).map(([id, points]) => ({ id, name: both(id), points })) }
      : c.goalposts !== undefined
        ? { kind: 'number', goalposts: c.goalposts, ...(c.per === undefined ? {} : { per: c.per }) }
        : undefined;
  return {
    id: c.id,
    name: both(c.id),
    meaning: both(c.id),
    evidence: both(c.id),
    facets: (c.facets ?? []).map((id) => ({ id, name: both(id), shows: both(id) })),
    ...(measure ? { measure } : {}),
  };
}

function questionnaireOf(sketch: Sketch): Questionnaire {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: both(id) }));
  return {
    intro: both('test'),
    questions: (sketch.questions ?? []).map((q): Question => ({ ...scaled(q), criteria: [...q.criteria] })),
    collections: [...new Set(sketch.reviews?.flatMap((r) => r.collection ?? []))].map((id) => ({
      id,
      name: both(id),
      from: '2000-01-01',
      to: '2099-12-31',
    })),
    ...(sketch.observed
      ? {
          observations: {
            intro: both('test'),
            channels: named(sketch.observed.channels ?? ['phone']),
            scenarios: named(sketch.observed.scenarios ?? ['routine']),
            items: sketch.observed.items.map((i): ObservedItem => ({ ...scaled(i), uses: i.uses.map(useOf) })),
          },
        }
      : {}),
  };
}

function useOf(use: ItemSketch['uses'][number]): ObservedUse {
  return {
    id: use.id,
    criteria: [...use.criteria],
    ...(use.channels ? { channels: [...use.channels] } : {}),
    ...(use.scenarios ? { scenarios: [...use.scenarios] } : {}),
    ...(use.goalposts === undefined ? {} : { goalposts: use.goalposts }),
  };
}

function scaled(sketch: Scale & { id: string }) {
  const base = { id: sketch.id, text: both(sketch.id), short: both(sketch.id) };
  if (sketch.kind === 'rating') return { ...base, kind: sketch.kind, low: sketch.low ?? 1, high: sketch.high ?? 5 };
  if (sketch.kind === 'share') return { ...base, kind: sketch.kind, good: sketch.good ?? ('yes' as const) };
  return { ...base, kind: sketch.kind, goalposts: sketch.goalposts, window: sketch.window };
}

function vendorOf(sketch: VendorSketch): Vendor {
  const answers: Vendor['answers'] = {};
  for (const [ref, answer] of Object.entries(sketch.answers ?? {})) {
    const [framework, criterion] = ref.split('/') as [string, string];
    (answers[framework] ??= {})[criterion] = answer;
  }
  return {
    slug: sketch.slug,
    name: { en: sketch.slug },
    aliases: [],
    status: sketch.status ?? 'participating',
    contacts: {},
    offices: [],
    services: [],
    industries: [],
    languages: [],
    prices: [],
    evidence: (sketch.evidence ?? []).map((e) => ({
      ...e,
      lastLooked: '2025-06-01',
      lastConfirmed: '2025-06-01',
      note: { en: 'seen' },
    })),
    answers,
    replies: [],
  };
}

function reviewTable(
  rows: readonly ReviewSketch[],
  questionnaire: Questionnaire,
  vendors: ReadonlyMap<string, number>,
  today: number,
): ReviewTable {
  return {
    count: rows.length,
    id: rows.map((r, i) => r.id ?? `r${i}`),
    vendor: Int32Array.from(rows, (r) => numberOf(vendors, r.vendor)),
    day: Int32Array.from(rows, (r) => today - (r.age ?? 0)),
    experienced: new Int32Array(rows.length).fill(-1),
    source: Uint8Array.from(rows, (r) => SOURCE_CLASSES.indexOf(r.source ?? 'verified-contract')),
    collection: Int32Array.from(rows, (r) => questionnaire.collections.findIndex((c) => c.id === r.collection)),
    relationship: new Uint8Array(rows.length),
    incentive: Uint8Array.from(rows, (r) => INCENTIVES.indexOf(r.incentive ?? 'none')),
    moderation: Uint8Array.from(rows, (r) => MODERATION_STATES.indexOf(r.moderation ?? 'published')),
    reviewer: Int32Array.from(rows, (r, i) => r.reviewer ?? 1_000_000 + i),
    answers: questionnaire.questions.map((q) => Float64Array.from(rows, (r) => r.answers[q.id] ?? Number.NaN)),
    text: new Map(),
    language: new Map(),
    moderationReason: new Map(),
  };
}

function observationTable(
  rows: readonly ContactSketch[],
  questionnaire: Questionnaire,
  vendors: ReadonlyMap<string, number>,
  today: number,
): ObservationTable {
  const observations = questionnaire.observations;
  const position = (list: readonly { id: string }[] | undefined, id: string | undefined): number =>
    id === undefined ? 0 : (list ?? []).findIndex((entry) => entry.id === id);
  return {
    count: rows.length,
    id: rows.map((r, i) => r.id ?? `o${i}`),
    vendor: Int32Array.from(rows, (r) => numberOf(vendors, r.vendor)),
    day: Int32Array.from(rows, (r) => today - (r.age ?? 0)),
    minute: new Int32Array(rows.length).fill(600),
    channel: Uint8Array.from(rows, (r) => position(observations?.channels, r.channel)),
    scenario: Uint8Array.from(rows, (r) => position(observations?.scenarios, r.scenario)),
    observer: new Int32Array(rows.length).fill(-1),
    values: (observations?.items ?? []).map((item) => Float64Array.from(rows, (r) => r.values[item.id] ?? Number.NaN)),
  };
}

function numberOf(index: ReadonlyMap<string, number>, slug: string): number {
  const at = index.get(slug);
  if (at === undefined) throw new Error(`the sketch has no vendor ${slug}`);
  return at;
}
