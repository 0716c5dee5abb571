/** One row of `data/reviews/*.csv` is one review. The columns of the questionnaire's questions come beside these. */
import * as z from 'zod';
import { date, id, line, month, prose, describe } from './text.ts';
import { INCENTIVES, MODERATION_STATES, SOURCE_CLASSES } from './words.ts';

export { INCENTIVES, MODERATION_STATES } from './words.ts';

export const RELATIONSHIPS = ['current-client', 'former-client', 'prospect', 'other', 'unknown'] as const;

// The forms of cells also exist as plain patterns: calling a schema for each of millions of cells would cost too much.

/** Row ids: printable ASCII without blanks, quotes or formula signs, 1..64 characters. */
export const ROW_ID = /^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}$/;
export const rowId = z.string().regex(ROW_ID, { error: 'row-id' });
/** A reviewer's key is a hash (16..64 lower-case hexadecimal digits), never a name. */
export const PERSON_KEY = /^[0-9a-f]{16,64}$/;
export const personKey = z.string().regex(PERSON_KEY, { error: 'person-key' });

/** The fixed columns, in their order. Each schema sees the raw text of a cell that is not empty. */
export const reviewColumns = {
  id: rowId.meta(describe('评价编号，全库唯一', 'Review id, unique in the tree')),
  vendor: id.meta(describe('服务商文件名', 'Slug of the vendor')),
  reviewed_on: date.meta(describe('评价日期', 'Day of the review')),
  experienced_in: month.meta(describe('服务体验的月份', 'Month of the experience')),
  source: z.enum(SOURCE_CLASSES).meta(describe('来源类别', 'Source class')),
  collection: id.meta(
    describe(
      '收集批次编号（questionnaire.yaml 的 collections）；没有则留空',
      'Id of a collection in questionnaire.yaml; empty when it was in none',
    ),
  ),
  relationship: z.enum(RELATIONSHIPS).meta(describe('与服务商的关系', 'Relationship to the vendor')),
  incentive: z.enum(INCENTIVES).meta(describe('是否有回报', 'Whether anything was given for it')),
  reviewer: personKey.meta(describe('评价人哈希', 'Hash that stands for the reviewer')),
  text: prose(4000).meta(describe('文字评价', 'Text of the review')),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'language-tag' }),
  consent: line(64).meta(describe('同意书编号', 'Reference of the consent')),
  moderation: z.enum(MODERATION_STATES),
  moderation_reason: line(300),
} as const;

/** Columns that every row must fill. */
export const REVIEW_REQUIRED = ['id', 'vendor', 'reviewed_on', 'source', 'reviewer', 'moderation'] as const;
/** What an empty cell of these columns means. Every other empty cell means "unknown". */
export const REVIEW_DEFAULTS = { relationship: 'unknown', incentive: 'unknown' } as const;
export type ReviewColumn = keyof typeof reviewColumns;
export type Relationship = (typeof RELATIONSHIPS)[number];
export type Incentive = (typeof INCENTIVES)[number];
export type Moderation = (typeof MODERATION_STATES)[number];
