/** `data/reviews.csv` and `data/observations.csv`: reviews and timed contacts, without the keys of reviewers and observers. */
import { SOURCE_CLASSES } from '../../schema/method.ts';
import { INCENTIVES, MODERATION_STATES, RELATIONSHIPS } from '../../schema/review.ts';
import { dayText } from '../../schema/day.ts';
import { rowsOf } from '../market/rows.ts';
import { monthText } from '../../schema/day.ts';
import { type CsvCell, csvTable } from './csv-table.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { NEVER } from '../../schema/observation.ts';

const REVIEW_HEAD = [
  'id',
  'vendor',
  'reviewed_on',
  'experienced_in',
  'source',
  'collection',
  'relationship',
  'incentive',
  'text',
  'language',
  'moderation',
  'moderation_reason',
] as const;
/** The weight that a row counts with; the underscore keeps it apart from any question, whose ids have none. */
const WEIGHT = 'row_weight';

/**
 * Published reviews with the weight that each counts with, and withheld ones as tombstones: id, vendor, day, state and
 * reason alone. Pending ones are not there yet. By vendor, newest first.
 */
export function reviewsCsv(scoring: ScoredWorkspace): string {
  const { questions } = scoring.dataset.questionnaire;
  return csvTable([...REVIEW_HEAD, ...questions.map((q) => q.id), WEIGHT], reviewRows(scoring));
}

function* reviewRows({ dataset, market }: ScoredWorkspace): Iterable<CsvCell[]> {
  const { reviews, vendors, questionnaire } = dataset;
  for (const [v, vendor] of vendors.entries()) {
    for (const row of rowsOf(reviews, v)) {
      const moderation = MODERATION_STATES[reviews.moderation[row]];
      if (moderation === undefined || moderation === 'pending') continue;
      const open = moderation === 'published';
      const shown = <T extends CsvCell>(cell: T): T | undefined => (open ? cell : undefined);
      const month = reviews.experienced[row];
      yield [
        reviews.id[row],
        vendor.slug,
        dayText(reviews.day[row]),
        shown(month < 0 ? undefined : monthText(month)),
        shown(SOURCE_CLASSES[reviews.source[row]]),
        shown(questionnaire.collections[reviews.collection[row]]?.id),
        shown(RELATIONSHIPS[reviews.relationship[row]]),
        shown(INCENTIVES[reviews.incentive[row]]),
        shown(reviews.text.get(row)),
        shown(reviews.language.get(row)),
        moderation,
        reviews.moderationReason.get(row),
        ...questionnaire.questions.map((q, i) => shown(cellOf(q.kind, reviews.answers[i]?.[row] ?? Number.NaN))),
        shown(market.weights.reviews[row]),
      ];
    }
  }
}

const OBSERVATION_HEAD = ['id', 'vendor', 'channel', 'scenario', 'sent_at'] as const;

/** Timed contacts with the weight that each counts with. By vendor, newest first. */
export function observationsCsv(scoring: ScoredWorkspace): string {
  const items = scoring.dataset.questionnaire.observations?.items ?? [];
  return csvTable([...OBSERVATION_HEAD, ...items.map((i) => i.id), WEIGHT], observationRows(scoring));
}

function* observationRows({ dataset, market }: ScoredWorkspace): Iterable<CsvCell[]> {
  const { observations, vendors, questionnaire } = dataset;
  const observed = questionnaire.observations;
  if (!observed) return;
  for (const [v, vendor] of vendors.entries()) {
    for (const row of rowsOf(observations, v)) {
      yield [
        observations.id[row],
        vendor.slug,
        observed.channels[observations.channel[row]]?.id,
        observed.scenarios[observations.scenario[row]]?.id,
        `${dayText(observations.day[row])} ${clock(observations.minute[row])}`,
        ...observed.items.map((item, i) => cellOf(item.kind, observations.values[i]?.[row] ?? Number.NaN)),
        market.weights.observations[row],
      ];
    }
  }
}

/** A rating as it is, `yes` or `no`, minutes or `none`; undefined when unknown. */
function cellOf(kind: 'rating' | 'share' | 'duration', value: number): number | 'yes' | 'no' | 'none' | undefined {
  if (Number.isNaN(value)) return undefined;
  if (kind === 'share') return value === 1 ? 'yes' : 'no';
  return value === Infinity ? NEVER : value;
}

/** All cells of one row that are known, by the id of their column. */
export function cellsOf(
  columns: readonly { id: string; kind: 'rating' | 'share' | 'duration' }[],
  values: readonly Float64Array[],
  row: number,
): Record<string, number | 'yes' | 'no' | 'none'> {
  const cells: Record<string, number | 'yes' | 'no' | 'none'> = {};
  columns.forEach((column, i) => {
    const cell = cellOf(column.kind, values[i]?.[row] ?? Number.NaN);
    if (cell !== undefined) cells[column.id] = cell;
  });
  return cells;
}

/** `HH:MM` of a minute of the day. */
export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
