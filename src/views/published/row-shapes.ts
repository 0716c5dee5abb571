/** Shapes of one row of the tables: the fixed columns, then a column for each question or observed item. */
import * as z from 'zod';
import { codingColumns } from '../../schema/coding.ts';
import { NEVER, OBSERVATION_REQUIRED, observationColumns } from '../../schema/observation.ts';
import { YES_NO, type ObservedItem, type Question, type Questionnaire } from '../../schema/questionnaire.ts';
import { REVIEW_REQUIRED, reviewColumns } from '../../schema/review.ts';

/** A review as its cells: text, as a CSV reader gives them; empty cells are left out. */
export function reviewRow(questionnaire: Questionnaire): z.ZodType {
  return row(reviewColumns, REVIEW_REQUIRED, questionnaire.questions);
}

/** A timed contact as its cells. */
export function observationRow(questionnaire: Questionnaire): z.ZodType {
  return row(observationColumns, OBSERVATION_REQUIRED, questionnaire.observations?.items ?? []);
}

/** One person's finding on one fact, as its cells. */
export const codingRow: z.ZodType = z.strictObject({ ...codingColumns, facet: codingColumns.facet.optional() });

function row(
  fixed: Readonly<Record<string, z.ZodType>>,
  required: readonly string[],
  asked: readonly (Question | ObservedItem)[],
): z.ZodType {
  const columns = Object.entries(fixed).map(
    ([name, shape]) => [name, required.includes(name) ? shape : shape.optional()] as const,
  );
  return z.strictObject({
    ...Object.fromEntries(columns),
    ...Object.fromEntries(asked.map((a) => [a.id, cell(a).optional()] as const)),
  });
}

function cell(asked: Question | ObservedItem): z.ZodType {
  const { zh, en } = asked.text;
  if (asked.kind === 'share') return z.enum(YES_NO).meta({ description: `${en} / ${zh}` });
  if (asked.kind === 'rating') {
    const range = `${asked.low}..${asked.high}`;
    return z
      .string()
      .regex(/^-?\d+(?:\.\d+)?$/)
      .meta({ description: `${en} (${range}) / ${zh}（${range}）` });
  }
  return z
    .union([z.string().regex(/^\d+(?:\.\d+)?$/), z.literal(NEVER)])
    .meta({ description: `${en} (minutes, or \`${NEVER}\`) / ${zh}（分钟数，或 ${NEVER}）` });
}
