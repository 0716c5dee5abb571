/** `api/v1/frameworks.json`. */
import type { FrameworksFile } from '../../schema/api.ts';
import type { Framework } from '../../schema/framework.ts';
import type { ObservedItem, ObservedUse, Question } from '../../schema/questionnaire.ts';
import type { Plan, PlannedCriterion, SurveyMeasure } from '../../score/plan.ts';
import { oncePer } from '../format/once.ts';
import { bothPages } from './addresses.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import type { Goalposts } from '../../schema/method.ts';

type FrameworkShown = FrameworksFile['frameworks'][number];
type DimensionShown = FrameworkShown['dimensions'][number];
type CriterionShown = DimensionShown['criteria'][number];

/** Every framework with its weights by the current method, how each criterion is measured, and where its page is. */
export function frameworksFile(scoring: ScoredWorkspace): FrameworksFile {
  const { dataset, market } = scoring;
  return {
    methodology: dataset.method.version,
    frameworks: dataset.frameworks.map((framework, f) => {
      const planned = market.plan.frameworks[f];
      const { dimensions, ...shown } = framework;
      return {
        ...shown,
        weight: planned?.share ?? 0,
        minimumDimensions: planned?.needed ?? 0,
        anyOf: (planned?.anyOf ?? []).map((d) => market.plan.dimensions[d]?.id ?? ''),
        pages: bothPages(dataset.site, `/frameworks/${framework.id}/`),
        dimensions: dimensions.map((_, d) =>
          dimensionShown(scoring, framework, d, planned?.dimensions[d] ?? -1, planned?.share ?? 0),
        ),
      };
    }),
  };
}

function dimensionShown(
  scoring: ScoredWorkspace,
  framework: Framework,
  d: number,
  at: number,
  ofOverall: number,
): DimensionShown {
  const dimension = framework.dimensions[d];
  const planned = scoring.market.plan.dimensions[at];
  if (!dimension || !planned) throw new RangeError(`no dimension ${framework.id}/${d}`);
  const { criteria, ...shown } = dimension;
  const path = `/frameworks/${framework.id}/${dimension.id}/`;
  return {
    ...shown,
    weight: planned.share,
    weightOverall: ofOverall * planned.share,
    pages: bothPages(scoring.dataset.site, path),
    criteria: criteria.map((_, c) =>
      criterionShown(scoring, planned.criteria[c] ?? -1, path, ofOverall * planned.share),
    ),
  };
}

function criterionShown(scoring: ScoredWorkspace, at: number, path: string, ofOverall: number): CriterionShown {
  const planned = scoring.market.plan.criteria[at];
  if (!planned) throw new RangeError(`no criterion ${at}`);
  const { measure: _measure, ...shown } = planned.criterion;
  return {
    ...shown,
    ref: `${planned.framework}/${planned.id}`,
    weight: planned.share,
    weightOverall: ofOverall * planned.share,
    pages: bothPages(scoring.dataset.site, `${path}#${planned.id}`),
    measures: {
      ...answerMeasure(planned),
      observed: planned.observed.map((m) => observedMeasure(scoring, m)),
      reviewed: planned.reviewed.map((m) => reviewedMeasure(scoring, m)),
    },
  };
}

/** How the vendor's own answer is measured; nothing when the criterion asks for none. */
function answerMeasure(planned: PlannedCriterion): Pick<CriterionShown['measures'], 'answer'> {
  const { measure } = planned.criterion;
  if (!measure) return {};
  if (measure.kind === 'checklist') return { answer: { kind: 'checklist' } };
  if (measure.kind === 'level') return { answer: { kind: 'level', levels: measure.levels } };
  if (!planned.goalposts) throw new Error(`no goalposts ${measure.goalposts}`);
  return {
    answer: {
      kind: 'number',
      ...(measure.unit ? { unit: measure.unit } : {}),
      ...(measure.per === undefined ? {} : { per: measure.per }),
      goalposts: goalpostsShown(planned.goalposts, measure.goalposts),
    },
  };
}

function observedMeasure(
  { dataset, market }: ScoredWorkspace,
  m: number,
): CriterionShown['measures']['observed'][number] {
  const measure = measureAt(market.plan, m);
  const { item, use } = useOf(dataset.questionnaire, measure.id);
  return {
    id: measure.id,
    kind: measure.kind,
    text: item.text,
    goalposts: goalpostsShown(
      measure.goalposts,
      item.kind === 'duration' ? (use.goalposts ?? item.goalposts) : undefined,
    ),
    ...readingOf(item),
    item: item.id,
    ...(use.channels ? { channels: use.channels } : {}),
    ...(use.scenarios ? { scenarios: use.scenarios } : {}),
  };
}

function reviewedMeasure(
  { dataset, market }: ScoredWorkspace,
  m: number,
): CriterionShown['measures']['reviewed'][number] {
  const measure = measureAt(market.plan, m);
  const question = questionOf(dataset.questionnaire, measure.id);
  return {
    id: measure.id,
    kind: measure.kind,
    text: question.text,
    goalposts: goalpostsShown(measure.goalposts, question.kind === 'duration' ? question.goalposts : undefined),
    ...readingOf(question),
  };
}

/** How an answer is read: which one is good, or after how many minutes it counts as none. */
export function readingOf(asked: Question | ObservedItem): { good?: 'yes' | 'no'; window?: number } {
  if (asked.kind === 'share') return { good: asked.good };
  return asked.kind === 'duration' ? { window: asked.window } : {};
}

function measureAt(plan: Plan, m: number): SurveyMeasure {
  const measure = plan.measures[m];
  if (!measure) throw new RangeError(`no measure ${m}`);
  return measure;
}

type Questionnaire = ScoredWorkspace['dataset']['questionnaire'];

const uses = oncePer(
  (questionnaire: Questionnaire): ReadonlyMap<string, { item: ObservedItem; use: ObservedUse }> =>
    new Map(
      (questionnaire.observations?.items ?? []).flatMap((item) =>
        item.uses.map((use) => [use.id, { item, use }] as const),
      ),
    ),
);

/** The observed item and its use with this id. @throws Error when there is none. */
export function useOf(questionnaire: Questionnaire, id: string): { item: ObservedItem; use: ObservedUse } {
  const found = uses(questionnaire).get(id);
  if (!found) throw new Error(`no observed use ${id}`);
  return found;
}

/** The question with this id. @throws Error when there is none. */
export function questionOf(questionnaire: Questionnaire, id: string): Question {
  const found = questionnaire.questions.find((q) => q.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}

interface GoalpostsShown {
  id?: string | undefined;
  worst: number;
  best: number;
  scale: 'linear' | 'ln';
}

/** The three numbers that matter, with the id under which the method lists them when it does. */
export function goalpostsShown(goalposts: Goalposts, id?: string): GoalpostsShown {
  return { ...(id === undefined ? {} : { id }), worst: goalposts.worst, best: goalposts.best, scale: goalposts.scale };
}
