/**
 * One row of `data/codings/*.csv` is what one person made of one fact, looked at independently of others: for editors to see
 * how far two people agree on what counts. Codings never enter a score.
 */
import { personKey } from './review.ts';
import { criterionRef, date, id, describe } from './text.ts';
import * as z from 'zod';

/** What a facet can be found to be. */
export const CODED_STATES = ['met', 'partly', 'not-met', 'not-applicable'] as const;

export const codingColumns = {
  vendor: id.meta(describe('服务商文件名', 'Slug of the vendor')),
  criterion: criterionRef.meta(describe('框架/指标', '<framework>/<criterion>')),
  facet: id.meta(describe('要点编号；等级类指标留空', 'Facet of a checklist; empty for a criterion with levels')),
  coder: personKey.meta(describe('核查人哈希', 'Hash that stands for whoever looked')),
  coded_on: date.meta(describe('核查日期', 'Day on which they looked')),
  state: z
    .string()
    .meta(
      describe(
        '清单：met、partly、not-met、not-applicable；等级：等级编号',
        'Checklist: met, partly, not-met, not-applicable; levels: id of the level',
      ),
    ),
} as const;

export const CODING_REQUIRED = ['vendor', 'criterion', 'coder', 'coded_on', 'state'] as const;
export type CodingColumn = keyof typeof codingColumns;
