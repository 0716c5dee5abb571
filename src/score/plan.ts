/**
 * The plan of a scoring: frameworks, questionnaire and method joined into flat, indexed lists, so that what follows
 * loops over numbers and never looks anything up by name.
 */
import type { Criterion, Framework } from '../schema/framework.ts';
import type { Goalposts, Method } from '../schema/method.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';

export interface PlannedFramework {
  id: string;
  /** Share of the overall score; the shares of all frameworks sum to 1. */
  share: number;
  /** Dimensions that must be covered for a rank. */
  needed: number;
  /** Indexes of the dimensions of which at least one must be covered for a rank; empty = none in particular. */
  anyOf: readonly number[];
  /** Indexes of its dimensions. */
  dimensions: readonly number[];
}

export interface PlannedDimension {
  id: string;
  theme: string;
  framework: number;
  /** Share of its framework; sums to 1 within it. */
  share: number;
  criteria: readonly number[];
}

export interface PlannedCriterion {
  id: string;
  /** Framework id, which with `id` finds a vendor's answer. */
  framework: string;
  dimension: number;
  /** Share of its dimension; sums to 1 within it. */
  share: number;
  criterion: Criterion;
  /** Goalposts of a `number` measure. */
  goalposts?: Goalposts;
  /** Indexes of the survey measures of each source that measure it. */
  observed: readonly number[];
  reviewed: readonly number[];
}

/** A question or one use of an observed item, whatever its kind; scored from rows that others wrote about the vendor. */
export interface SurveyMeasure {
  /** Question id, or id of the use of an observed item. */
  id: string;
  source: 'review' | 'observation';
  /** Question or item id: the CSV column. */
  question: string;
  /** Index of the column in the table. */
  column: number;
  kind: 'rating' | 'share' | 'duration';
  /** From the mean on the measure's scale (rating value, share of good answers, minutes) to points. */
  goalposts: Goalposts;
  /** Share: whether 0 (no) is the good answer. */
  inverted: boolean;
  /** Duration: minutes after which an unanswered contact is closed; 0 for other kinds. */
  window: number;
  /** Indexes of the channels and scenarios that count; undefined = all. */
  channels?: ReadonlySet<number>;
  scenarios?: ReadonlySet<number>;
  criteria: readonly number[];
}

export interface Plan {
  frameworks: readonly PlannedFramework[];
  dimensions: readonly PlannedDimension[];
  criteria: readonly PlannedCriterion[];
  measures: readonly SurveyMeasure[];
}

/** Weights as shares that sum to `whole`; all 0 where the weights sum to 0. Everything but `verify` normalises weights here. */
export function sharesOf(weights: readonly number[], whole = 1): number[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => (total === 0 ? 0 : (whole * w) / total));
}

/** What a part of a method counts for, 0..1: in what it is part of, and in the overall score. */
export interface Share {
  share: number;
  overallShare: number;
}

/**
 * Shares of every part of a method by `framework`, `framework/dimension` and `framework/dimension/criterion`. Only ratios of
 * weights matter. A dimension without a stated weight has 0 (validation reports it), a criterion 1. Of a framework that the
 * method names but `frameworks` lacks only its own share is known.
 */
export function methodShares(method: Method, frameworks: readonly Framework[]): ReadonlyMap<string, Share> {
  const found = new Map<string, Share>();
  const put = (
    above: Share,
    key: (id: string) => string,
    parts: readonly (readonly [id: string, weight: number])[],
  ): void =>
    sharesOf(parts.map(([, weight]) => weight)).forEach((share, i) => {
      found.set(key(parts[i]?.[0] ?? ''), { share, overallShare: above.overallShare * share });
    });
  const known = frameworks.map((f) => f.id);
  const ids = [...known, ...Object.keys(method.frameworks).filter((id) => !known.includes(id))];
  const whole = { share: 1, overallShare: 1 };
  put(
    whole,
    (id) => id,
    ids.map((id) => [id, method.frameworks[id]?.weight ?? 0]),
  );
  for (const { id, dimensions } of frameworks) {
    const stated = method.frameworks[id]?.dimensions ?? {};
    put(
      found.get(id) ?? whole,
      (d) => `${id}/${d}`,
      dimensions.map((d) => [d.id, stated[d.id]?.weight ?? 0]),
    );
    for (const dimension of dimensions)
      put(
        found.get(`${id}/${dimension.id}`) ?? whole,
        (c) => `${id}/${dimension.id}/${c}`,
        dimension.criteria.map((c) => [c.id, stated[dimension.id]?.criteria[c.id] ?? 1]),
      );
  }
  return found;
}

/**
 * Joins validated frameworks, questionnaire and method. Weights become shares as `methodShares` says.
 * @throws Error when a reference does not resolve, which validation rules out.
 */
export function compilePlan(frameworks: readonly Framework[], questionnaire: Questionnaire, method: Method): Plan {
  const planned: { frameworks: PlannedFramework[]; dimensions: PlannedDimension[]; criteria: PlannedCriterion[] } = {
    frameworks: [],
    dimensions: [],
    criteria: [],
  };
  const indexOf = new Map<string, number>();
  const shares = methodShares(method, frameworks);
  const shareOf = (...path: readonly string[]): number => shares.get(path.join('/'))?.share ?? 0;
  frameworks.forEach((framework, f) => {
    const stated = method.frameworks[framework.id];
    const dimensionIndexes: number[] = [];
    framework.dimensions.forEach((dimension) => {
      const index = planned.dimensions.length;
      dimensionIndexes.push(index);
      const criteria = dimension.criteria.map((criterion) => {
        const at = planned.criteria.length;
        indexOf.set(`${framework.id}/${criterion.id}`, at);
        const goalposts =
          criterion.measure?.kind === 'number' ? goalpostsOf(method, criterion.measure.goalposts) : undefined;
        planned.criteria.push({
          id: criterion.id,
          framework: framework.id,
          dimension: index,
          share: shareOf(framework.id, dimension.id, criterion.id),
          criterion,
          ...(goalposts ? { goalposts } : {}),
          observed: [],
          reviewed: [],
        });
        return at;
      });
      planned.dimensions.push({
        id: dimension.id,
        theme: dimension.theme,
        framework: f,
        share: shareOf(framework.id, dimension.id),
        criteria,
      });
    });
    planned.frameworks.push({
      id: framework.id,
      share: shareOf(framework.id),
      needed: stated?.minimumDimensions ?? 0,
      anyOf: dimensionIndexes.filter((d) => stated?.anyOf.includes(planned.dimensions[d]?.id ?? '')),
      dimensions: dimensionIndexes,
    });
  });
  const measures = surveyMeasures(questionnaire, method, (ref) => {
    const at = indexOf.get(ref);
    if (at === undefined) throw new Error(`no criterion ${ref}`);
    return at;
  });
  const criteria = planned.criteria.map((criterion, c) => ({
    ...criterion,
    observed: measuresOf(measures, c, 'observation'),
    reviewed: measuresOf(measures, c, 'review'),
  }));
  return { frameworks: planned.frameworks, dimensions: planned.dimensions, criteria, measures };
}

function surveyMeasures(
  questionnaire: Questionnaire,
  method: Method,
  resolve: (ref: string) => number,
): SurveyMeasure[] {
  const measures: SurveyMeasure[] = questionnaire.questions.map((question, column) => ({
    id: question.id,
    source: 'review',
    question: question.id,
    column,
    kind: question.kind,
    goalposts: scaleOf(question, method),
    inverted: question.kind === 'share' && question.good === 'no',
    window: question.kind === 'duration' ? question.window : 0,
    criteria: question.criteria.map(resolve),
  }));
  const observations = questionnaire.observations;
  if (!observations) return measures;
  const channelIndex = new Map(observations.channels.map((c, i) => [c.id, i]));
  const scenarioIndex = new Map(observations.scenarios.map((s, i) => [s.id, i]));
  observations.items.forEach((item, column) => {
    for (const use of item.uses) {
      measures.push({
        id: use.id,
        source: 'observation',
        question: item.id,
        column,
        kind: item.kind,
        goalposts:
          item.kind === 'duration' && use.goalposts ? goalpostsOf(method, use.goalposts) : scaleOf(item, method),
        inverted: item.kind === 'share' && item.good === 'no',
        window: item.kind === 'duration' ? item.window : 0,
        ...(use.channels ? { channels: indexes(use.channels, channelIndex) } : {}),
        ...(use.scenarios ? { scenarios: indexes(use.scenarios, scenarioIndex) } : {}),
        criteria: use.criteria.map(resolve),
      });
    }
  });
  return measures;
}

type Scaled = Questionnaire['questions'][number] | NonNullable<Questionnaire['observations']>['items'][number];

/** Points of a question: along its rating scale, or the share of good answers, or by named goalposts. */
function scaleOf(question: Scaled, method: Method): Goalposts {
  if (question.kind === 'rating') return { worst: question.low, best: question.high, scale: 'linear' };
  if (question.kind === 'share') return { worst: 0, best: 1, scale: 'linear' };
  return goalpostsOf(method, question.goalposts);
}

function goalpostsOf(method: Method, id: string): Goalposts {
  const goalposts = method.goalposts[id];
  if (!goalposts) throw new Error(`no goalposts ${id}`);
  return goalposts;
}

function indexes(ids: readonly string[], index: ReadonlyMap<string, number>): ReadonlySet<number> {
  return new Set(ids.map((id) => index.get(id) ?? -1));
}

function measuresOf(measures: readonly SurveyMeasure[], criterion: number, source: SurveyMeasure['source']): number[] {
  return measures.flatMap((m, i) => (m.source === source && m.criteria.includes(criterion) ? [i] : []));
}
