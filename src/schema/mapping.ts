/**
 * How a foreign CSV becomes reviews, observations or vendor answers: `data/imports/<id>.yaml`, read by `npm run import`.
 *
 * A mapping says, in this order: how the file is read (`source`), which rows are used (`rows`), what each of our columns
 * is made of (`columns`), and what a vendor looks like that is not in the tree yet (`vendors`). Column names of the foreign
 * file are written exactly as in its head line. An empty cell, or one of `source.missing`, is unknown: it never becomes 0.
 */
import * as z from 'zod';
import { cell, column, columns, conditions, formats } from './mapping-cell.ts';
import { VENDOR_STATUSES, evidence, fileSource } from './vendor.ts';
import { bilingualProse, criterionRef, date, id, line, describe } from './text.ts';

/** Which records are used; done in the order written. */
const rowStep = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('where').meta(describe('只留满足全部条件的行', 'Keep the rows for which all conditions hold')),
    all: conditions,
  }),
  z.strictObject({
    do: z.literal('keep').meta(describe('每个键只留一行（事件日志）', 'Keep one row of each key (event logs)')),
    which: z.enum(['first', 'last']),
    per: columns,
    by: z
      .strictObject({ column, formats: formats.optional() })
      .optional()
      .meta(
        describe(
          '按此列的数值（或时间）而非文件顺序',
          'By the number (or time) in this column instead of the order of the file',
        ),
      ),
  }),
]);

const source = z.strictObject({
  encoding: z
    .enum(['auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'shift_jis', 'windows-1252'])
    .default('auto'),
  delimiter: z.enum(['auto', ',', ';', '\t', '|']).default('auto'),
  missing: z
    .array(z.string().max(60))
    .max(40)
    .default([])
    .meta(describe('视为空白的写法，如 ? 或 N/A', 'What else means empty, such as ? or N/A')),
  about: bilingualProse(600)
    .optional()
    .meta(describe('数据来自哪里、许可如何', 'Where the file comes from and under which terms')),
});

const eitherCell = z.strictObject({ zh: cell.optional(), en: cell.optional() });

/** A vendor that is not in the tree yet. Its fields come from the first row that names it. */
const vendors = z.strictObject({
  create: z
    .boolean()
    .default(true)
    .meta(describe('为新服务商建立文件', 'Write a file for each new vendor; otherwise their rows are errors')),
  name: eitherCell.refine((n) => n.zh !== undefined || n.en !== undefined, { error: 'no-language' }),
  status: z.enum(VENDOR_STATUSES).default('participating'),
  since: date.optional(),
  source: fileSource.default({ kind: 'collector' }),
  legalName: cell.optional(),
  creditCode: cell.optional(),
  website: cell.optional(),
  aliases: z.array(cell).max(20).default([]),
  about: eitherCell.optional(),
  offices: z
    .array(z.strictObject({ region: cell, city: cell }))
    .max(20)
    .default([]),
  services: z.array(id).default([]),
  industries: z.array(id).default([]),
  languages: z.array(id).default([]),
});

/** One criterion's answer. What is given must fit how the framework measures the criterion. */
const mappedAnswer = z
  .strictObject({
    criterion: criterionRef,
    value: cell.optional(),
    error: cell.optional().meta(describe('value 的标准误；空则视为精确', 'Standard error of `value`; empty: exact')),
    numerator: cell
      .optional()
      .meta(
        describe(
          '比率的分子，与 denominator 同用，代替 value',
          'Numerator of a ratio, with `denominator`, in the place of `value`',
        ),
      ),
    denominator: cell.optional(),
    level: cell.optional(),
    facets: z
      .record(id, cell)
      .optional()
      .meta(describe('要点 > 给出 met/partly/not-met/unknown 的单元', 'Facet > cell that gives a state')),
    evidence: z
      .array(id)
      .max(20)
      .default([])
      .meta(describe('引用下面 evidence 的编号', 'Ids of the entries under `evidence`')),
  })
  .refine(
    (a) =>
      [a.value, a.numerator, a.level, a.facets].filter((x) => x !== undefined).length === 1 &&
      (a.numerator === undefined) === (a.denominator === undefined) &&
      (a.error === undefined || a.value !== undefined),
    { error: 'mapping-answer-parts' },
  );

const shared = {
  about: bilingualProse(600).optional(),
  source: source.prefault({}),
  rows: z.array(rowStep).max(10).default([]),
};
const vendorColumn = cell.meta(describe('服务商文件名', 'Slug of the vendor'));

export const mapping = z.discriminatedUnion('target', [
  z.strictObject({
    ...shared,
    target: z.literal('reviews'),
    columns: z
      .record(line(64), cell)
      .meta(describe('评价表的列 > 由什么构成', 'Column of the review table > what it is made of')),
    vendors,
  }),
  z.strictObject({
    ...shared,
    target: z.literal('observations'),
    columns: z
      .record(line(64), cell)
      .meta(describe('观察表的列 > 由什么构成', 'Column of the observation table > what it is made of')),
    vendors,
  }),
  z.strictObject({
    ...shared,
    target: z.literal('answers'),
    vendor: vendorColumn,
    vendors,
    existing: z
      .enum(['keep', 'merge'])
      .default('keep')
      .meta(
        describe(
          '已有的服务商文件：不动，或把回答并入',
          'Vendor files that exist: leave alone, or merge the answers into them',
        ),
      ),
    evidence: z
      .array(evidence)
      .max(40)
      .default([])
      .meta(describe('写入每个服务商文件的证据', 'Evidence written into each vendor file')),
    answers: z.array(mappedAnswer).min(1).max(400),
  }),
]);

export type Mapping = z.infer<typeof mapping>;
export type RowStep = z.infer<typeof rowStep>;
export type VendorTemplate = z.infer<typeof vendors>;
export type MappedAnswer = z.infer<typeof mappedAnswer>;
