/** How a criterion is measured, in the words of its framework, the questionnaire and the method. */
import type { Criterion } from '../../schema/framework.ts';
import type { Method } from '../../schema/method.ts';
import type { Language } from '../../schema/text.ts';
import type { Inputs } from '../inputs.ts';
import { nameOf } from '../format/names.ts';

/** How the vendor's own answer counts. */
export type FactRule =
  | { kind: 'checklist' }
  | { kind: 'level'; levels: readonly { name: string; points: number }[] }
  | { kind: 'number'; unit: string | undefined; ratio: boolean; worst: number; best: number }
  /** Compared with the other vendors; `more` says whether a larger number is better. */
  | {
      kind: 'compared';
      by: Exclude<Method['normalisation'], 'goalposts'>;
      unit: string | undefined;
      ratio: boolean;
      more: boolean;
    };

/** A question put to customers. */
export interface AskedQuestion {
  id: string;
  text: string;
  kind: 'rating' | 'share' | 'duration';
  low: number;
  high: number;
  anchors: { low: string; high: string } | undefined;
}

/** Something that observers note at a timed contact. */
export interface ObservedRule {
  id: string;
  text: string;
  kind: 'rating' | 'share' | 'duration';
  /** Names of the channels and scenarios that count; empty when all do. */
  channels: readonly string[];
  scenarios: readonly string[];
  /** Minutes that earn 0 and 100; only for durations. */
  goalposts: { worst: number; best: number } | undefined;
}

/** Everything that measures a criterion. */
export interface Measures {
  fact: FactRule | undefined;
  questions: readonly AskedQuestion[];
  observed: readonly ObservedRule[];
}

/** What measures a criterion of a framework. */
export function measuresOf(inputs: Inputs, framework: string, criterion: Criterion, language: Language): Measures {
  const { questionnaire, method } = inputs.dataset;
  const key = `${framework}/${criterion.id}`;
  const minutes = (id: string | undefined): { worst: number; best: number } | undefined => {
    const posts = id === undefined ? undefined : method.goalposts[id];
    return posts === undefined ? undefined : { worst: posts.worst, best: posts.best };
  };
  return {
    fact: factRule(inputs, criterion, language),
    questions: questionnaire.questions
      .filter((q) => q.criteria.includes(key))
      .map((q) => ({
        id: q.id,
        text: q.text[language],
        kind: q.kind,
        low: q.kind === 'rating' ? q.low : 0,
        high: q.kind === 'rating' ? q.high : 1,
        anchors:
          q.kind === 'rating' && q.anchors !== undefined
            ? { low: q.anchors.low[language], high: q.anchors.high[language] }
            : undefined,
      })),
    observed: (questionnaire.observations?.items ?? []).flatMap((item) =>
      item.uses
        .filter((use) => use.criteria.includes(key))
        .map((use) => ({
          id: use.id,
          text: item.text[language],
          kind: item.kind,
          channels: (use.channels ?? []).map((id) => nameOf(questionnaire.observations?.channels ?? [], id, language)),
          scenarios: (use.scenarios ?? []).map((id) =>
            nameOf(questionnaire.observations?.scenarios ?? [], id, language),
          ),
          goalposts: item.kind === 'duration' ? minutes(use.goalposts ?? item.goalposts) : undefined,
        })),
    ),
  };
}

function factRule({ dataset }: Inputs, criterion: Criterion, language: Language): FactRule | undefined {
  const { measure } = criterion;
  if (measure === undefined) return undefined;
  if (measure.kind === 'checklist') return { kind: 'checklist' };
  if (measure.kind === 'level') {
    return { kind: 'level', levels: measure.levels.map((l) => ({ name: l.name[language], points: l.points })) };
  }
  const posts = dataset.method.goalposts[measure.goalposts];
  const { normalisation } = dataset.method;
  const ratio = measure.per !== undefined;
  if (normalisation !== 'goalposts')
    return {
      kind: 'compared',
      by: normalisation,
      unit: measure.unit?.[language],
      ratio,
      more: (posts?.best ?? 1) > (posts?.worst ?? 0),
    };
  return { kind: 'number', unit: measure.unit?.[language], ratio, worst: posts?.worst ?? 0, best: posts?.best ?? 100 };
}
