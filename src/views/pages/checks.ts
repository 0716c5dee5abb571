/** The editors' page of framework checks: reliability of questions, weights in fact, correlations, the market behind each measure. */
import type { Language } from '../../schema/text.ts';
import { correlation } from '../../score/consistency.ts';
import { effectiveWeights, partsOf } from '../../score/effective-weights.ts';
import type { SurveyMeasure } from '../../score/plan.ts';
import { reliabilities } from '../../score/reliability.ts';
import { plannedWeights, rankedTable } from '../../score/reweighted.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { oncePer } from '../format/once.ts';
import { ownScale } from '../../score/posteriors.ts';

/** Names a dimension on the page. */
export interface DimensionName {
  framework: string;
  id: string;
  name: string;
}

interface ReliabilityRow extends DimensionName {
  alpha: number | undefined;
  /** Reviews that answer all questions. */
  complete: number;
  /** Alpha rests on fewer than `FEW` reviews. */
  few: boolean;
  /** Questions, each with alpha of the others and whether the others agree better without it. */
  items: readonly { name: string; without: number | undefined; misfit: boolean }[];
}

interface WeightRow extends DimensionName {
  /** Shares of the overall score 0..1: by the method, and of the differences that are there in fact. */
  nominal: number;
  effective: number;
  /** Correlation with the overall score. */
  correlation: number | undefined;
}

/** Correlation of two dimensions, as their indexes in `ChecksPage.dimensions`. */
export interface Pair {
  a: number;
  b: number;
  r: number;
}

export interface ChecksPage {
  ranked: number;
  reliability: readonly ReliabilityRow[];
  /** Dimensions with one review question or none. */
  unchecked: readonly DimensionName[];
  /** Heaviest first by what they explain; empty when scores do not differ. */
  weights: readonly WeightRow[];
  dimensions: readonly DimensionName[];
  /** `correlations[a][b]` for b < a; undefined where a dimension does not vary. */
  correlations: readonly (readonly (number | undefined)[])[];
  /** Pairs that go together most, or run against each other, strongest first. */
  pairs: { alike: readonly Pair[]; against: readonly Pair[] };
  measures: readonly MeasureRow[];
}

/** Reviews that alpha should rest on. */
export const FEW = 30;
/** Correlations that are listed by name, and how many at most. */
const ALIKE = 0.6;
const AGAINST = -0.2;
const MOST_PAIRS = 8;

const figures = oncePer((scoring: ScoredWorkspace) => {
  const { dataset, market } = scoring;
  const table = rankedTable(market);
  const columnOf = (d: number): Float64Array =>
    Float64Array.from({ length: table.vendors }, (_, v) => table.values[v * table.dimensions + d]);
  const columns = market.plan.dimensions.map((_, d) => columnOf(d));
  const parts = partsOf(market.plan, table, dataset.method.aggregation);
  return {
    reliability: reliabilities(dataset, market),
    effective: effectiveWeights(parts),
    // Under a harmonic mean the total falls as the score rises; what is shown is the correlation with the score.
    withOverall: columns.map((column) =>
      correlation(
        column,
        market.ranked.map((v) => market.scored[v]?.overall?.score ?? Number.NaN),
      ),
    ),
    correlations: columns.map((column, a) => columns.slice(0, a).map((other) => correlation(column, other))),
  };
});

/** The page in a language. */
export function checksPage(scoring: ScoredWorkspace, language: Language): ChecksPage {
  const { dataset, market } = scoring;
  const { plan } = market;
  const found = figures(scoring);
  const dimensions = plan.dimensions.map((d, i): DimensionName => {
    const framework = dataset.frameworks[d.framework];
    const at = plan.frameworks[d.framework]?.dimensions.indexOf(i) ?? -1;
    return { framework: framework?.id ?? '', id: d.id, name: framework?.dimensions[at]?.name[language] ?? d.id };
  });
  const nameOf = (d: number): DimensionName => dimensions[d];
  const shortOf = (m: number): string => measureName(scoring, plan.measures[m], language);
  const checked = new Set(found.reliability.map((r) => r.dimension));
  const weights = plannedWeights(plan);
  const pairs = found.correlations.flatMap((row, a) =>
    row.flatMap((r, b): Pair[] => (r === undefined ? [] : [{ a, b, r }])),
  );
  return {
    ranked: market.rankedCount,
    reliability: found.reliability.map((r): ReliabilityRow => ({
      ...nameOf(r.dimension),
      alpha: r.alpha,
      complete: r.complete,
      few: r.complete < FEW,
      items: r.measures.map((m, i) => {
        const without = r.dropped[i];
        return {
          name: shortOf(m),
          without,
          misfit: without !== undefined && r.alpha !== undefined && without > r.alpha,
        };
      }),
    })),
    unchecked: dimensions.filter((_, d) => !checked.has(d)),
    weights: (found.effective ?? [])
      .map((effective, d): WeightRow => ({
        ...nameOf(d),
        nominal: weights.dimensions[d] * weights.frameworks[plan.dimensions[d]?.framework ?? 0],
        effective,
        correlation: found.withOverall[d],
      }))
      .toSorted((a, b) => b.effective - a.effective),
    dimensions,
    correlations: found.correlations,
    pairs: {
      alike: pairs
        .filter((p) => p.r >= ALIKE)
        .toSorted((x, y) => y.r - x.r)
        .slice(0, MOST_PAIRS),
      against: pairs
        .filter((p) => p.r <= AGAINST)
        .toSorted((x, y) => x.r - y.r)
        .slice(0, MOST_PAIRS),
    },
    measures: plan.measures.flatMap((_, m) => measureRow(scoring, m, language)),
  };
}

export interface MeasureRow {
  id: string;
  name: string;
  /** Channels and scenarios that it counts; none = all. */
  scope: readonly string[];
  source: 'review' | 'observation';
  kind: SurveyMeasure['kind'];
  /** Highest value of a rating's scale. */
  high: number | undefined;
  /** The market's mean on the measure's own scale: rating value, share 0..1, minutes. */
  mu: number;
  k: number;
  /** Standard deviations on the averaged scale: of one row around its vendor's mean, and between vendors. */
  within: number;
  between: number | undefined;
  estimated: boolean;
  vendors: number;
  rows: number;
}

/** The question's or item's short name. */
export function measureName(
  { dataset }: Pick<ScoredWorkspace, 'dataset'>,
  measure: SurveyMeasure,
  language: Language,
): string {
  const { questions, observations } = dataset.questionnaire;
  const asked = (measure.source === 'review' ? questions : (observations?.items ?? [])).find(
    (q) => q.id === measure.question,
  );
  return asked?.short[language] ?? measure.id;
}

/** Names of the channels and scenarios that count; none = all. */
export function scopeOf(
  { dataset }: Pick<ScoredWorkspace, 'dataset'>,
  measure: SurveyMeasure,
  language: Language,
): string[] {
  const { channels = [], scenarios = [] } = dataset.questionnaire.observations ?? {};
  return [
    ...channels.filter((_, i) => measure.channels?.has(i)).map((c) => c.name[language]),
    ...scenarios.filter((_, i) => measure.scenarios?.has(i)).map((s) => s.name[language]),
  ];
}

/** The row of the m-th measure; none without data. */
function measureRow(scoring: ScoredWorkspace, m: number, language: Language): MeasureRow[] {
  const { market } = scoring;
  const measure = market.plan.measures[m];
  const prior = market.posteriors.priors[m];
  if (prior === undefined) return [];
  const { measures, count } = market.posteriors;
  const counts = market.scored.flatMap((own, v) =>
    own && count[v * measures + m] > 0 ? [count[v * measures + m]] : [],
  );
  return [
    {
      id: measure.id,
      name: measureName(scoring, measure, language),
      scope: scopeOf(scoring, measure, language),
      source: measure.source,
      kind: measure.kind,
      high: measure.kind === 'rating' ? Math.max(measure.goalposts.best, measure.goalposts.worst) : undefined,
      mu: ownScale(measure, prior.mu),
      k: prior.k,
      within: Math.sqrt(prior.variance),
      between: prior.between === undefined ? undefined : Math.sqrt(Math.max(0, prior.between)),
      estimated: prior.source === 'estimated',
      vendors: counts.length,
      rows: counts.reduce((sum, n) => sum + n, 0),
    },
  ];
}
