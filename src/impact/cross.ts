/**
 * The data of one workspace under the method of another: what the old data would have come to by the new method. Answers to
 * criteria that are gone are simply not asked for; columns of questions are put in the order of the new questionnaire.
 */
import type { Dataset, ObservationTable, ReviewTable } from '../schema/dataset.ts';
import type { ObservedItem, Question, Questionnaire } from '../schema/questionnaire.ts';

/** Vendors, reviews, contacts, collections and asOf of `data`; method, frameworks and questionnaire otherwise of `method`. */
export function crossDataset(data: Dataset, method: Dataset): Dataset {
  const { summaries: _summaries, ...rules } = method;
  return {
    ...rules,
    // Collections are facts about the reviews, whose table holds their indexes.
    questionnaire: { ...method.questionnaire, collections: data.questionnaire.collections },
    release: { asOf: data.release.asOf, methodology: method.release.methodology },
    vendors: data.vendors,
    cases: data.cases,
    reviews: crossReviews(data.reviews, data.questionnaire, method.questionnaire),
    observations: crossObservations(data.observations, data.questionnaire, method.questionnaire),
    ...(data.summaries && { summaries: data.summaries }),
    inputs: data.inputs,
  };
}

function crossReviews(table: ReviewTable, from: Questionnaire, to: Questionnaire): ReviewTable {
  return { ...table, answers: crossColumns(table.count, table.answers, from.questions, to.questions) };
}

/** Contacts by channels or in scenarios that the new questionnaire does not know leave the table. */
function crossObservations(table: ObservationTable, from: Questionnaire, to: Questionnaire): ObservationTable {
  const channels = positions(from.observations?.channels ?? [], to.observations?.channels ?? []);
  const scenarios = positions(from.observations?.scenarios ?? [], to.observations?.scenarios ?? []);
  const rows = Array.from({ length: table.count }, (_, i) => i).filter(
    (i) => at(channels, table.channel[i]) >= 0 && at(scenarios, table.scenario[i]) >= 0,
  );
  const pick = (column: Int32Array): Int32Array => Int32Array.from(rows, (i) => column[i]);
  const values = crossColumns(table.count, table.values, from.observations?.items ?? [], to.observations?.items ?? []);
  return {
    count: rows.length,
    id: rows.map((i) => table.id[i] ?? ''),
    vendor: pick(table.vendor),
    day: pick(table.day),
    minute: pick(table.minute),
    channel: Uint8Array.from(rows, (i) => at(channels, table.channel[i])),
    scenario: Uint8Array.from(rows, (i) => at(scenarios, table.scenario[i])),
    observer: pick(table.observer),
    values: values.map((column) => Float64Array.from(rows, (i) => column[i] ?? Number.NaN)),
  };
}

type AnyQuestion = Question | ObservedItem;

/** A question keeps its answers when it is still asked in the same kind and on the same scale; else nothing is known of it. */
function crossColumns(
  count: number,
  columns: readonly Float64Array[],
  from: readonly AnyQuestion[],
  to: readonly AnyQuestion[],
): Float64Array[] {
  return to.map((question) => {
    const i = from.findIndex((q) => q.id === question.id && sameScale(q, question));
    return columns[i] ?? new Float64Array(count).fill(Number.NaN);
  });
}

function sameScale(a: AnyQuestion, b: AnyQuestion): boolean {
  if (a.kind === 'rating' && b.kind === 'rating') return a.low === b.low && a.high === b.high;
  return a.kind === b.kind;
}

/** For each old entry its index in the new list, or -1. */
function positions(from: readonly { id: string }[], to: readonly { id: string }[]): number[] {
  return from.map(({ id }) => to.findIndex((entry) => entry.id === id));
}

function at(list: readonly number[], index: number | undefined): number {
  return list[index ?? -1] ?? -1;
}
