/**
 * Judging a vendor by a person's answers, with the same measures, goalposts and weights as the rankings. Pure; runs in the
 * browser. Two parts that are never mixed: what a client has lived through (the questionnaire) is compared with the reviews'
 * part of the market's scores, what a client knows to be there (the facets) with the facts' part.
 */
import { type Aggregation, weightedMean } from '../../score/means.ts';
import { sharesOf } from '../../score/plan.ts';
import type { Answers, Distribution, JudgeCriterion, JudgeModel, Part } from './judge-answers.ts';

/** Points with what they could be if everything unanswered were worst or best. */
export interface Judged {
  score: number;
  low: number;
  high: number;
  /** Share 0..1 of the weight that is answered, of all that this part can ask. */
  answered: number;
}

/** Share of the weight that has to be answered before points and a place in the market are shown. */
export const ENOUGH_ANSWERED = 0.5;

/** Whether the answers cover enough of the weight for points to be shown. */
export function isEnough(judged: Judged): boolean {
  return judged.answered >= ENOUGH_ANSWERED;
}

/** A criterion on which the market does better. */
interface Weakness {
  criterion: JudgeCriterion;
  /** Own points, 0..100. */
  score: number;
  /** Median of the market on the same part; undefined where no vendor is assessed yet. */
  market: number | undefined;
}

export interface Judgement {
  overall: Judged | undefined;
  /** By `framework/theme`, in the order of the frameworks; themes without any answer have no score. */
  themes: readonly { key: string; name: string; framework: string; judged: Judged | undefined }[];
  /** Criteria below the market's median (below 100 where there is no market), the one that costs most first. */
  weak: readonly Weakness[];
  /** Criteria about which nothing is known, the heaviest first. */
  unknown: readonly JudgeCriterion[];
}

/** What one criterion comes to: expected, worst and best points, NaN when nothing in this part measures it. */
interface CriterionPoints {
  score: number;
  low: number;
  high: number;
  /** Share 0..1 of its questions or facets that are answered. */
  answered: number;
}

/** The result of one part of the answers. */
export function judge(model: JudgeModel, answers: Answers, part: Part): Judgement {
  const worths = part === 'short' ? questionPoints(model, answers) : facetPoints(model, answers);
  const themes: Judgement['themes'][number][] = [];
  const byFramework: (Judged | undefined)[] = [];
  const market = model.market[part];
  const costs: (Weakness & { cost: number })[] = [];
  const unknown: { criterion: JudgeCriterion; overallShare: number }[] = [];
  const frameworkShares = sharesOf(model.frameworks.map((f) => f.weight));
  model.frameworks.forEach((framework, f) => {
    const dimensionShares = sharesOf(framework.dimensions.map((d) => d.weight));
    const judged = framework.dimensions.map((dimension, d) => {
      const criterionShares = sharesOf(dimension.criteria.map((c) => c.weight));
      for (const [c, criterion] of dimension.criteria.entries()) {
        const worth = worths.get(criterion.key);
        if (worth === undefined) continue;
        const overallShare = frameworkShares[f] * dimensionShares[d] * criterionShares[c];
        if (Number.isNaN(worth.score)) unknown.push({ criterion, overallShare });
        else {
          const usual = market.criteria[criterion.key];
          const bar = usual ?? (market.overall.length === 0 ? 100 : 0);
          if (Math.round(worth.score) < bar)
            costs.push({ criterion, score: worth.score, market: usual, cost: overallShare * (bar - worth.score) });
        }
      }
      return mean(
        dimension.criteria.map((c) => ({ weight: c.weight, worth: worths.get(c.key) })),
        'arithmetic',
      );
    });
    for (const theme of framework.themes) {
      const own = framework.dimensions.flatMap((d, i) =>
        d.theme === theme.id ? [{ weight: d.weight, worth: judged[i] }] : [],
      );
      themes.push({
        key: `${framework.id}/${theme.id}`,
        name: theme.name,
        framework: framework.name,
        judged: known(mean(own, model.aggregation)),
      });
    }
    byFramework.push(
      mean(
        framework.dimensions.map((d, i) => ({ weight: d.weight, worth: judged[i] })),
        model.aggregation,
      ),
    );
  });
  return {
    overall: known(
      mean(
        model.frameworks.map((f, i) => ({ weight: f.weight, worth: byFramework[i] })),
        model.aggregation,
      ),
    ),
    themes,
    weak: costs
      .toSorted((a, b) => b.cost - a.cost)
      .map(({ criterion, score, market: usual }) => ({ criterion, score, market: usual })),
    unknown: unknown.toSorted((a, b) => b.overallShare - a.overallShare).map((u) => u.criterion),
  };
}

/**
 * Weighted mean of what is known; `low` and `high` also count what is not, at its worst and best. What cannot be measured in
 * this part (undefined) is left out of everything.
 */
function mean(
  entries: readonly { weight: number; worth: CriterionPoints | undefined }[],
  how: Aggregation,
): Judged | undefined {
  const measured = entries.flatMap(({ weight, worth }) =>
    worth === undefined || weight === 0 ? [] : [{ weight, worth }],
  );
  if (measured.length === 0) return undefined;
  const weights = measured.map((m) => m.weight);
  return {
    score: weightedMean(
      measured.map((m) => m.worth.score),
      weights,
      how,
    ),
    low: weightedMean(
      measured.map((m) => m.worth.low),
      weights,
      how,
    ),
    high: weightedMean(
      measured.map((m) => m.worth.high),
      weights,
      how,
    ),
    answered: weightedMean(
      measured.map((m) => m.worth.answered),
      weights,
      'arithmetic',
    ),
  };
}

function known(judged: Judged | undefined): Judged | undefined {
  return judged === undefined || Number.isNaN(judged.score) ? undefined : judged;
}

/** Criteria that questions measure: the plain mean of their answered questions. */
function questionPoints(model: JudgeModel, answers: Answers): Map<string, CriterionPoints> {
  const parts = new Map<string, CriterionPoints[]>();
  model.questions.forEach((question, q) => {
    const points = question.points[(answers.questions[q] ?? 0) - 1];
    const worth =
      points === undefined
        ? { score: Number.NaN, low: 0, high: 100, answered: 0 }
        : { score: points, low: points, high: points, answered: 1 };
    for (const key of question.criteria) parts.set(key, [...(parts.get(key) ?? []), worth]);
  });
  const plain = (values: number[]): number =>
    weightedMean(
      values,
      values.map(() => 1),
      'arithmetic',
    );
  return new Map(
    [...parts].map(([key, list]) => [
      key,
      {
        score: plain(list.map((w) => w.score)),
        low: plain(list.map((w) => w.low)),
        high: plain(list.map((w) => w.high)),
        answered: plain(list.map((w) => w.answered)),
      },
    ]),
  );
}

/** Checklist criteria: 100 x credits / facets, of the facets that the person knows about. */
function facetPoints(model: JudgeModel, answers: Answers): Map<string, CriterionPoints> {
  const worths = new Map<string, CriterionPoints>();
  let at = 0;
  for (const framework of model.frameworks) {
    for (const dimension of framework.dimensions) {
      for (const criterion of dimension.criteria) {
        const states = answers.facets.slice(at, at + criterion.facets);
        at += criterion.facets;
        if (criterion.facets === 0) continue;
        const credits = states.reduce((sum, s) => sum + (s === 1 ? 1 : s === 2 ? model.partly : 0), 0);
        const open = states.filter((s) => s === 0).length;
        const answeredFacets = states.length - open;
        worths.set(criterion.key, {
          score: answeredFacets === 0 ? Number.NaN : (100 * credits) / answeredFacets,
          low: (100 * credits) / states.length,
          high: (100 * (credits + open)) / states.length,
          answered: answeredFacets / states.length,
        });
      }
    }
  }
  return worths;
}

/** Share 0..1 of a distribution that lies below a score; equal ones count half. Undefined for an empty distribution. */
export function shareBelow(market: Distribution, score: number): number | undefined {
  if (market.length === 0) return undefined;
  const value = Math.round(score);
  return market.reduce((sum, m) => sum + (m < value ? 1 : m === value ? 0.5 : 0), 0) / market.length;
}
