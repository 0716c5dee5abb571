/** `api/v1/freshness.json`: what has grown old, is missing or waits for an editor. */
import * as z from 'zod';
import { date, id, describe } from '../text.ts';
import { FRESHNESS_KINDS } from '../words.ts';
import { wholeNumber } from './score.ts';

const entry = z.strictObject({
  vendor: id
    .optional()
    .meta(describe('服务商文件名；与某家无关的没有', 'Slug of the vendor; absent for what belongs to none')),
  what: z
    .string()
    .meta(
      describe(
        '证据或案件的编号、字段或路径；指整家时为空',
        'Id of the evidence or case, a field, or a path; empty when it is the vendor as a whole',
      ),
    ),
  on: date.optional().meta(describe('从哪一天算起', 'The day it counts from')),
  days: z.number().int().optional().meta(describe('至今多少天', 'Days since then')),
  count: wholeNumber.optional().meta(describe('多少条评价', 'How many reviews')),
});

export const freshnessFile = z.strictObject({
  asOf: date,
  methodology: z.string(),
  limits: z
    .strictObject({
      evidenceDays: wholeNumber,
      licenceDays: wholeNumber,
      priceDays: wholeNumber,
      caseWorkingDays: z.strictObject({ correction: wholeNumber, dispute: wholeNumber }).optional(),
    })
    .meta(
      describe(
        '多少天算旧；一个案件多少个工作日内应有结果',
        'Days after which things are old; working days within which a case should end',
      ),
    ),
  total: wholeNumber.meta(describe('总数', 'How many things there are in all')),
  lists: z
    .array(z.strictObject({ kind: z.enum(FRESHNESS_KINDS), count: wholeNumber, entries: z.array(entry) }))
    .meta(
      describe(
        '按编辑处理的先后；每类都在，没有内容的也在',
        'What an editor should do first at the top; every kind is there, also without entries',
      ),
    ),
});

export type FreshnessFile = z.infer<typeof freshnessFile>;
