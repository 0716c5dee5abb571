/** The market behind each survey measure: the prior that vendors are drawn to, and how much it rests on. */
import type { Language } from '../../schema/text.ts';
import type { SurveyMeasure } from '../../score/plan.ts';
import { ownScale } from '../../score/posteriors.ts';
import type { Scoring } from '../published/standings.ts';

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
export function measureName({ dataset }: Pick<Scoring, 'dataset'>, measure: SurveyMeasure, language: Language): string {
  const { questions, observations } = dataset.questionnaire;
  const asked = (measure.source === 'review' ? questions : (observations?.items ?? [])).find(
    (q) => q.id === measure.question,
  );
  return asked?.short[language] ?? measure.id;
}

/** Names of the channels and scenarios that count; none = all. */
export function scopeOf({ dataset }: Pick<Scoring, 'dataset'>, measure: SurveyMeasure, language: Language): string[] {
  const { channels = [], scenarios = [] } = dataset.questionnaire.observations ?? {};
  return [
    ...channels.filter((_, i) => measure.channels?.has(i)).map((c) => c.name[language]),
    ...scenarios.filter((_, i) => measure.scenarios?.has(i)).map((s) => s.name[language]),
  ];
}

/** The row of the m-th measure; none when nobody has told anything of it. */
export function measureRow(scoring: Scoring, m: number, language: Language): MeasureRow[] {
  const { market } = scoring;
  const measure = market.plan.measures[m] as SurveyMeasure;
  const prior = market.posteriors.priors[m];
  if (prior === undefined) return [];
  const { measures, count } = market.posteriors;
  const told = market.scored.flatMap((own, v) =>
    own && (count[v * measures + m] as number) > 0 ? [count[v * measures + m] as number] : [],
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
      vendors: told.length,
      rows: told.reduce((sum, n) => sum + n, 0),
    },
  ];
}
