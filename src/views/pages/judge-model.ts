/** What the page for judging a vendor carries: structure, weights, points of answers, and how the market is spread. */
import type { Dataset } from '../../schema/dataset.ts';
import type { Framework } from '../../schema/framework.ts';
import type { Goalposts } from '../../schema/method.ts';
import type { Question } from '../../schema/questionnaire.ts';
import type { Language } from '../../schema/text.ts';
import { weightedMean } from '../../score/means.ts';
import type { CriterionOutline, VendorOutline } from '../../score/types.ts';
import type { Inputs } from '../market/inputs.ts';
import type { Distribution, JudgeModel, MarketPart, Part } from '../browser/judge-answers.ts';
import { oncePer } from '../format/once.ts';
import { shownFrameworks } from '../format/names.ts';
import { median } from '../market/spread.ts';
import { pointsOf } from '../../score/goalposts.ts';

/** Entries of a distribution that are kept. */
const KEPT = 101;

/** The model in one language. */
export function judgeModel(inputs: Inputs, language: Language): JudgeModel {
  const { dataset } = inputs;
  const { method } = dataset;
  return {
    partly: method.facts.partly,
    aggregation: method.aggregation,
    frameworks: shownFrameworks(dataset).map((framework) => {
      const stated = method.frameworks[framework.id];
      return {
        id: framework.id,
        name: framework.name[language],
        weight: stated?.weight ?? 0,
        themes: framework.themes.map((t) => ({ id: t.id, name: t.name[language] })),
        dimensions: framework.dimensions.map((d) => ({
          theme: d.theme,
          name: d.name[language],
          weight: stated?.dimensions[d.id]?.weight ?? 0,
          criteria: d.criteria.map((c) => ({
            key: `${framework.id}/${c.id}`,
            name: c.name[language],
            ...(c.ask === undefined ? {} : { ask: c.ask[language] }),
            weight: stated?.dimensions[d.id]?.criteria[c.id] ?? 1,
            facets: c.measure?.kind === 'checklist' ? c.facets.length : 0,
          })),
        })),
      };
    }),
    questions: dataset.questionnaire.questions.map((q) => ({
      id: q.id,
      criteria: q.criteria,
      points: answerPoints(q, scaleOf(dataset, q)).map((p) => Math.round(p * 10) / 10),
    })),
    market: marketOf(inputs.market)(dataset),
  };
}

function scaleOf(dataset: Dataset, question: Question): Goalposts {
  if (question.kind === 'rating') return { worst: question.low, best: question.high, scale: 'linear' };
  const posts = question.kind === 'duration' ? dataset.method.goalposts[question.goalposts] : undefined;
  return posts ?? { worst: 0, best: 1, scale: 'linear' };
}

/** How the ranked are spread on the reviews' part and on the facts' part of their scores, overall and by theme. */
const marketOf = oncePer((market: Inputs['market']) =>
  oncePer((dataset: Dataset): JudgeModel['market'] => {
    const spread = { short: new Spread(), full: new Spread() };
    for (const index of market.ranked) {
      const [scores, criteria] = [market.outline(index), market.criteria(index)];
      for (const part of ['short', 'full'] as const) addVendor(spread[part], dataset, scores, criteria, part);
    }
    return { short: spread.short.done(), full: spread.full.done() };
  }),
);

class Spread {
  readonly #overall: number[] = [];
  readonly #themes = new Map<string, number[]>();
  readonly #criteria = new Map<string, number[]>();

  addCriterion(key: string, value: number | undefined): void {
    if (value === undefined) return;
    const known = this.#criteria.get(key);
    if (known === undefined) this.#criteria.set(key, [value]);
    else known.push(value);
  }

  add(theme: string | undefined, value: number): void {
    if (Number.isNaN(value)) return;
    if (theme === undefined) this.#overall.push(Math.round(value));
    else {
      const known = this.#themes.get(theme);
      if (known === undefined) this.#themes.set(theme, [Math.round(value)]);
      else known.push(Math.round(value));
    }
  }

  done(): MarketPart {
    return {
      overall: thinned(this.#overall),
      themes: Object.fromEntries([...this.#themes].map(([theme, values]) => [theme, thinned(values)])),
      criteria: Object.fromEntries(
        [...this.#criteria].map(([key, values]) => [key, Math.round(median(values.toSorted((a, b) => a - b)) ?? 0)]),
      ),
    };
  }
}

function addVendor(
  spread: Spread,
  dataset: Dataset,
  scores: VendorOutline,
  criteria: readonly CriterionOutline[],
  part: Part,
): void {
  const { method } = dataset;
  for (const { framework, id, reviews, facts } of criteria)
    spread.addCriterion(`${framework}/${id}`, part === 'short' ? reviews : facts);
  const means = dataset.frameworks.map((framework: Framework) => {
    const scored = scores.frameworks.find((f) => f.id === framework.id);
    const dimensions = (scored?.dimensions ?? []).map((d) => ({
      theme: d.theme,
      weight: d.share,
      value: (part === 'short' ? d.reviews : d.facts) ?? Number.NaN,
    }));
    for (const theme of framework.themes) {
      const own = dimensions.filter((d) => d.theme === theme.id);
      spread.add(
        `${framework.id}/${theme.id}`,
        weightedMean(
          own.map((d) => d.value),
          own.map((d) => d.weight),
          method.aggregation,
        ),
      );
    }
    return weightedMean(
      dimensions.map((d) => d.value),
      dimensions.map((d) => d.weight),
      method.aggregation,
    );
  });
  spread.add(
    undefined,
    weightedMean(
      means,
      dataset.frameworks.map((f) => method.frameworks[f.id]?.weight ?? 0),
      method.aggregation,
    ),
  );
}

/** Ascending, thinned to what drawing and a percentage need. */
function thinned(values: readonly number[]): Distribution {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length <= KEPT) return sorted;
  return Array.from({ length: KEPT }, (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (KEPT - 1))] ?? 0);
}

/** Minutes that a client can pick from for a duration, up to the question's window; "never" comes after them. */
export function minuteSteps(window: number): number[] {
  return [5, 15, 30, 60, 120, 240, 480, 1440, 2880, 4320, 10_080].filter((m) => m <= window).slice(0, 13);
}

/** Points of the answers to a question, in the order in which they can be picked. */
export function answerPoints(
  question:
    | { kind: 'rating'; low: number; high: number }
    | { kind: 'share'; good: 'yes' | 'no' }
    | { kind: 'duration'; window: number },
  goalposts: Goalposts,
): number[] {
  if (question.kind === 'rating') return ratingSteps(question.low, question.high).map((v) => pointsOf(goalposts, v));
  if (question.kind === 'share') return question.good === 'yes' ? [100, 0] : [0, 100];
  return [...minuteSteps(question.window).map((m) => pointsOf(goalposts, m)), 0];
}

/** Values of a rating that can be picked: whole steps from the lower to the higher end, at most 13. */
export function ratingSteps(low: number, high: number): number[] {
  const [from, to] = low < high ? [low, high] : [high, low];
  const count = Math.min(13, Math.floor(to - from) + 1);
  return Array.from({ length: count }, (_, i) => (count === 1 ? from : from + ((to - from) * i) / (count - 1)));
}
