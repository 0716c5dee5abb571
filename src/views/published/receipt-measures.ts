/** In a receipt: what every survey measure comes to for one vendor, with the market's prior that it is drawn to. */
import type { ReceiptMeasure } from '../../schema/api.ts';
import { ownScale } from '../../score/posteriors.ts';
import { oncePer } from '../format/once.ts';
import { questionOf, readingOf, useOf } from './frameworks-file.ts';
import { goalpostsShown } from './goalposts-shown.ts';
import type { Scoring } from './standings.ts';

/** The part of a measure that is the same for every vendor. */
type MeasureHead = Pick<
  ReceiptMeasure,
  'id' | 'source' | 'question' | 'kind' | 'goalposts' | 'good' | 'window' | 'channels' | 'scenarios' | 'prior'
>;

const headsOf = oncePer((scoring: Scoring): readonly (MeasureHead | undefined)[] =>
  scoring.market.plan.measures.map((_, m) => measureHead(scoring, m)),
);

/** Every measure that anyone in the market has told something about, for vendor `v`. */
export function receiptMeasures(scoring: Scoring, v: number): ReceiptMeasure[] {
  const { market } = scoring;
  const { posteriors, summaries, plan } = market;
  return headsOf(scoring).flatMap((head, m) => {
    const measure = plan.measures[m];
    if (!head || !measure) return [];
    const at = v * posteriors.measures + m;
    const weight = posteriors.weight[at] as number;
    const censored = summaries.censored[at] as number;
    return {
      ...head,
      state: weight > 0 ? 'told' : 'estimated',
      count: posteriors.count[at] as number,
      weight,
      ...(censored > 0 ? { censored } : {}),
      squaredWeight: posteriors.squaredWeight[at] as number,
      ageWeight: posteriors.ageWeight[at] as number,
      sum: posteriors.sum[at] as number,
      mean: posteriors.mean[at] as number,
      sd: posteriors.sd[at] as number,
      rowShare: posteriors.rowShare[at] as number,
      value: ownScale(measure, posteriors.mean[at] as number),
      points: posteriors.points[at] as number,
      pointsSd: posteriors.pointsSd[at] as number,
    };
  });
}

function measureHead({ dataset, market }: Scoring, m: number): MeasureHead | undefined {
  const measure = market.plan.measures[m];
  const prior = market.posteriors.priors[m];
  if (!measure || !prior) return undefined;
  const scope = measure.source === 'observation' ? useOf(dataset.questionnaire, measure.id) : undefined;
  const asked = scope?.item ?? questionOf(dataset.questionnaire, measure.question);
  const goalposts = asked.kind === 'duration' ? (scope?.use.goalposts ?? asked.goalposts) : undefined;
  return {
    id: measure.id,
    source: measure.source,
    question: measure.question,
    kind: measure.kind,
    goalposts: goalpostsShown(measure.goalposts, goalposts),
    ...readingOf(asked),
    ...(scope?.use.channels ? { channels: scope.use.channels } : {}),
    ...(scope?.use.scenarios ? { scenarios: scope.use.scenarios } : {}),
    prior: {
      mu: prior.mu,
      k: prior.k,
      variance: prior.variance,
      drift: prior.drift,
      ...(prior.between === undefined ? {} : { between: prior.between }),
      loadings: market.posteriors.loadings[m] ?? { vendors: 0, rows: 0 },
      source: prior.source,
    },
  };
}
