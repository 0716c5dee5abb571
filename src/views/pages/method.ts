/** Tables of a methodology version: weights, goalposts, tiers, source classes, eligibility, and single values by path. */
import { methodShares } from '../../score/plan.ts';
import { SOURCE_CLASSES, TIERS } from '../../schema/method.ts';
import type { Method, SourceClass, Tier } from '../../schema/method.ts';
import type { Edition } from '../../schema/edition.ts';
import type { Language } from '../../schema/text.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { Market } from '../../score/market.ts';
import { type BindingLimits, bindingLimits } from '../../score/limits.ts';
import type { Inputs } from '../market/inputs.ts';
import { shownFrameworks } from '../format/names.ts';
import { round } from '../format/round.ts';

/** The method of a version, or the current one. Throws when there is no such version. */
export function methodOf({ dataset }: Inputs, version: string | undefined): Method {
  if (version === undefined) return dataset.method;
  const found = dataset.methods.find((m) => m.version === version);
  if (found === undefined) throw new Error(`there is no methodology version ${version}`);
  return found.method;
}

/** The workspace as a version saw it: with its own method, frameworks and questionnaire where those are known. */
export function asUsedBy<T extends Inputs & { readonly editions: readonly Edition[] }>(site: T, version: string): T {
  const edition = site.editions.find((e) => e.version === version);
  if (edition?.texts === undefined) return site;
  const { frameworks, questionnaire } = edition.texts;
  return { ...site, dataset: { ...site.dataset, frameworks, questionnaire } };
}

/** Value of a dotted path in a method, such as `reviews.halfLifeDays`. Throws when it is not a number or a word. */
export function methodValue(method: Method, path: string): number | string {
  let value: unknown = method;
  for (const key of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  if (typeof value !== 'number' && typeof value !== 'string') throw new Error(`method.yaml has no value at ${path}`);
  return value;
}

/** Paths that `methodValue` takes, but for what only names and describes the method; the many of frameworks come last. */
export function methodValues({
  version: _version,
  status: _status,
  published: _published,
  summary: _summary,
  changes: _changes,
  decisions: _decisions,
  frameworks,
  goalposts,
  ...rest
}: Method): string[] {
  const below = (value: unknown, path: string): string[] => {
    if (typeof value === 'number' || typeof value === 'string') return [path];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => below(inner, path === '' ? key : `${path}.${key}`));
  };
  return below({ ...rest, goalposts, frameworks }, '');
}

interface WeightRow {
  id: string;
  name: string;
  theme: string;
  /** Percent of the framework, one decimal. */
  percent: number;
  /** Percent of the overall score, one decimal. */
  overallPercent: number;
  /** Criteria of the dimension whose weight is not the usual one, with their percent of it. */
  unequal: readonly { name: string; percent: number }[];
}

export interface WeightTable {
  framework: string;
  /** Percent of the overall score. */
  percent: number;
  rows: readonly WeightRow[];
}

/** Weights of one framework in a method. Throws when the workspace has no such framework. */
export function weightTable({ dataset }: Inputs, method: Method, frameworkId: string, language: Language): WeightTable {
  const framework = dataset.frameworks.find((f) => f.id === frameworkId);
  if (framework === undefined) throw new Error(`there is no framework ${frameworkId}`);
  const shares = methodShares(method, dataset.frameworks);
  const themes = new Map(framework.themes.map((t) => [t.id, t.name[language]]));
  return {
    framework: framework.name[language],
    percent: round(100 * (shares.get(framework.id)?.share ?? 0), 1),
    rows: framework.dimensions.map((d) => {
      const path = `${framework.id}/${d.id}`;
      const own = shares.get(path);
      const listed = method.frameworks[framework.id]?.dimensions[d.id]?.criteria ?? {};
      return {
        id: d.id,
        name: d.name[language],
        theme: themes.get(d.theme) ?? d.theme,
        percent: round(100 * (own?.share ?? 0), 1),
        overallPercent: round(100 * (own?.overallShare ?? 0), 1),
        unequal: d.criteria
          .filter((c) => (listed[c.id] ?? 1) !== 1)
          .map((c) => ({ name: c.name[language], percent: round(100 * (shares.get(`${path}/${c.id}`)?.share ?? 0)) })),
      };
    }),
  };
}

interface GoalpostRow {
  id: string;
  /** What is measured with it, in the questionnaire's and frameworks' words. */
  uses: readonly string[];
  worst: number;
  best: number;
  scale: 'linear' | 'ln';
  /** Whether the values are minutes. */
  minutes: boolean;
  why: string | undefined;
}

/** The goalposts of a method with what they serve. */
export function goalpostTable({ dataset }: Inputs, method: Method, language: Language): GoalpostRow[] {
  const { questionnaire, frameworks } = dataset;
  const timed = [
    ...questionnaire.questions.flatMap((q) =>
      q.kind === 'duration' ? [{ goalposts: q.goalposts, name: q.short[language] }] : [],
    ),
    ...(questionnaire.observations?.items ?? []).flatMap((item) =>
      item.kind === 'duration'
        ? item.uses.map((use) => ({
            goalposts: use.goalposts ?? item.goalposts,
            name: useName(dataset, item.short[language], use, language),
          }))
        : [],
    ),
  ];
  const counted =
    method.normalisation !== 'goalposts'
      ? []
      : frameworks.flatMap((f) =>
          f.dimensions.flatMap((d) =>
            d.criteria.flatMap((c) =>
              c.measure?.kind === 'number' ? [{ goalposts: c.measure.goalposts, name: c.name[language] }] : [],
            ),
          ),
        );
  const shown = Object.entries(method.goalposts).filter(
    ([id]) => method.normalisation === 'goalposts' || timed.some((t) => t.goalposts === id),
  );
  return shown.map(([id, posts]) => {
    const byTime = timed.filter((t) => t.goalposts === id);
    const byCount = counted.filter((c) => c.goalposts === id);
    return {
      id,
      uses: [...new Set([...byTime, ...byCount].map((u) => u.name))],
      worst: posts.worst,
      best: posts.best,
      scale: posts.scale,
      minutes: byTime.length > 0 || byCount.length === 0,
      why: posts.why?.[language],
    };
  });
}

function useName(
  dataset: Inputs['dataset'],
  short: string,
  use: { channels?: string[] | undefined; scenarios?: string[] | undefined },
  language: Language,
): string {
  const observed = dataset.questionnaire.observations;
  const names = [
    ...(use.channels ?? []).map((id) => observed?.channels.find((c) => c.id === id)?.name[language] ?? id),
    ...(use.scenarios ?? []).map((id) => observed?.scenarios.find((s) => s.id === id)?.name[language] ?? id),
  ];
  if (names.length === 0) return short;
  return language === 'zh' ? `${short}（${names.join('、')}）` : `${short} (${names.join(', ')})`;
}

/** Credibility of each tier, percent. */
export function tierTable(method: Method): { tier: Tier; share: number }[] {
  return TIERS.map((tier) => ({ tier, share: round(method.facts.tiers[tier] * 100) }));
}

/** Weight of each source class of reviews, percent. */
export function sourceTable(method: Method): { source: SourceClass; share: number }[] {
  return SOURCE_CLASSES.map((source) => ({ source, share: round(method.reviews.classes[source] * 100) }));
}

/** Dimensions with evidence that each framework asks for, and those of which it wants at least one. */
export function eligibility(
  { dataset }: Inputs,
  method: Method,
  language: Language,
): { framework: string; needed: number; of: number; anyOf: readonly string[] }[] {
  return shownFrameworks(dataset).flatMap((f) => {
    const own = method.frameworks[f.id];
    return own === undefined
      ? []
      : [
          {
            framework: f.name[language],
            needed: own.minimumDimensions,
            of: f.dimensions.length,
            anyOf: f.dimensions.flatMap((d) => (own.anyOf.includes(d.id) ? [d.name[language]] : [])),
          },
        ];
  });
}

/** Limits of a method that a reader should know of: where standard scores are cut, and what a mean raises. */
interface MethodLimits {
  /** Standard deviations below and above the market's mean from which points are 0 and 100. */
  cut: { below: number; above: number } | undefined;
  floored: 'geometric' | 'harmonic' | undefined;
  /** How many figures of today's data the current method's limits change; undefined for other versions. */
  counts: BindingLimits | undefined;
}

/** The limits of a method; undefined when it has none. */
export function methodLimits(
  { dataset, market }: { readonly dataset: Dataset; readonly market: Pick<Market, 'plan' | 'scored'> },
  method: Method,
): MethodLimits | undefined {
  const { centre, spread } = method.withinMarket;
  const cut =
    method.normalisation === 'zscore'
      ? { below: round(centre / spread, 2), above: round((100 - centre) / spread, 2) }
      : undefined;
  const floored = method.aggregation === 'arithmetic' ? undefined : method.aggregation;
  if (cut === undefined && floored === undefined) return undefined;
  return {
    cut,
    floored,
    counts: method.version === dataset.method.version ? bindingLimits(dataset, market) : undefined,
  };
}

/** What `countOf` counts. */
export const COUNTABLE = [
  'frameworks',
  'themes',
  'dimensions',
  'criteria',
  'facets',
  'questions',
  'vendors',
  'ranked',
  'reviews',
  'observations',
] as const;
export type Countable = (typeof COUNTABLE)[number];

/** How many of something there are in the workspace, or in one of its frameworks. */
export function countOf(inputs: Inputs, what: Countable, framework?: string): number {
  const { dataset, market } = inputs;
  const frameworks = dataset.frameworks.filter((f) => framework === undefined || f.id === framework);
  const dimensions = frameworks.flatMap((f) => f.dimensions);
  const criteria = dimensions.flatMap((d) => d.criteria);
  const counts: Record<Countable, () => number> = {
    frameworks: () => frameworks.length,
    themes: () => frameworks.reduce((sum, f) => sum + f.themes.length, 0),
    dimensions: () => dimensions.length,
    criteria: () => criteria.length,
    facets: () => criteria.reduce((sum, c) => sum + c.facets.length, 0),
    questions: () => dataset.questionnaire.questions.length,
    vendors: () => dataset.vendors.length,
    ranked: () => market.ranked.length,
    reviews: () => dataset.reviews.count,
    observations: () => dataset.observations.count,
  };
  return counts[what]();
}
