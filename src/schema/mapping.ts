/**
 * How a foreign CSV becomes reviews, observations or vendor answers: `data/imports/<id>.yaml`, read by `npm run import`.
 *
 * A mapping says, in this order: how the file is read (`source`), which rows are used (`rows`), what each of our columns
 * is made of (`columns`), and what a vendor looks like that is not in the tree yet (`vendors`). Column names of the foreign
 * file are written exactly as in its head line. An empty cell, or one of `source.missing`, is unknown: it never becomes 0.
 */
import * as z from 'zod';
import { step } from './mapping-step.ts';
import { VENDOR_STATUSES, evidence } from './vendor.ts';
import { bilingualProse, criterionRef, date, id, line, said } from './text.ts';

/** A column of the foreign file, as its head line names it. */
const column = z.string().min(1).max(300).meta(said('外部文件的列名，与表头一致', 'Column of the foreign file, as in its head line'));
const columns = z.union([column, z.array(column).min(1).max(20)]);
const formats = z
  .array(z.string().min(1).max(40))
  .min(1)
  .max(12)
  .meta(said('日期格式，依次尝试，如 D/M/YYYY H:mm', 'Date formats, tried in order, such as D/M/YYYY H:mm'));
const cellText = z.union([z.string().max(4000), z.number()]).meta(said('单元内容；数字按写法比较', 'Content of a cell; a number is compared as it is written'));

const conditionTests = {
  column: column.optional(),
  is: cellText.optional().meta(said('等于此值', 'The cell is this')),
  in: z.array(cellText).min(1).optional().meta(said('是其中之一', 'The cell is one of these')),
  notIn: z.array(cellText).min(1).optional().meta(said('不是其中任何一个', 'The cell is filled and none of these')),
  between: z
    .union([z.tuple([z.number(), z.number()]), z.tuple([date, date])])
    .optional()
    .meta(said('在两个数之间，或在两个日期之间（含两端）', 'Between two numbers or two days, both ends included')),
  formats: formats.optional().meta(said('比较日期时列中的格式', 'Formats of the column when `between` gives days')),
  filled: z.boolean().optional().meta(said('有值（true）或为空（false）', 'The cell holds something (true) or nothing (false)')),
};

/** One test of one column; or `any`: at least one of several tests holds. */
export interface Condition {
  column?: string | undefined;
  is?: string | number | undefined;
  in?: (string | number)[] | undefined;
  notIn?: (string | number)[] | undefined;
  between?: [number, number] | [string, string] | undefined;
  formats?: string[] | undefined;
  filled?: boolean | undefined;
  any?: Condition[] | undefined;
}

const TESTS = ['is', 'in', 'notIn', 'between', 'filled'] as const;

export const condition: z.ZodType<Condition> = z
  .strictObject({
    ...conditionTests,
    get any() {
      return z.array(condition).min(2).optional().meta(said('至少一项成立', 'At least one of these holds'));
    },
  })
  .refine((c) => (c.any === undefined ? c.column !== undefined : c.column === undefined), { error: 'mapping-condition' })
  .refine((c) => TESTS.filter((t) => c[t] !== undefined).length === (c.any === undefined ? 1 : 0), { error: 'mapping-test' });

const conditions = z.array(condition).min(1).max(20);

const time = z.strictObject({ from: column, formats });

/** What a cell can start from; exactly one of these. */
const SOURCES = ['from', 'value', 'rowNumber', 'minutes', 'sum'] as const;

const cellSources = {
  from: columns.optional().meta(said('取自一列，或几列相连', 'Taken from a column, or several joined')),
  join: z.string().max(20).default(' ').meta(said('几列相连时的分隔', 'What stands between joined columns')),
  value: z
    .union([z.string().max(4000), z.number(), z.boolean()])
    .optional()
    .meta(said('固定值', 'The same in every row')),
  rowNumber: z
    .strictObject({ prefix: z.string().max(40) })
    .optional()
    .meta(said('前缀加记录序号（首条为 1）', 'A prefix and the number of the record, the first being 1')),
  minutes: z
    .strictObject({
      start: time,
      end: time,
      never: conditions
        .optional()
        .meta(said('无结束时间且满足这些条件时记为 none', 'Write `none` (never) when there is no end and all of these hold')),
      negative: z.enum(['error', 'empty', 'skip']).default('error'),
    })
    .optional()
    .meta(said('两个时间相差的分钟数', 'Minutes between two times')),
  sum: z
    .strictObject({
      of: z.array(column).min(1).max(20),
      plus: z.number().default(0).meta(said('分子另加的常数', 'Added to the sum')),
      over: z.array(column).min(1).max(20).optional(),
      overPlus: z
        .number()
        .default(0)
        .meta(said('分母另加的常数：与 plus 同用，可把小样本的比率拉向已知水平', 'Added below; with `plus` it draws the rates of small numbers to a known level')),
      times: z.number().default(1),
      decimals: z.number().int().min(0).max(12).default(6),
    })
    .optional()
    .meta(said('几列之和；可除以另几列之和再乘以常数', 'Sum of columns; may be divided by the sum of others and multiplied')),
};

/** One cell of ours: where it starts, then steps in order. `when` fails: `otherwise` is used; without it the cell is empty. */
export interface Cell {
  when?: Condition[] | undefined;
  from?: string | string[] | undefined;
  join: string;
  value?: string | number | boolean | undefined;
  rowNumber?: { prefix: string } | undefined;
  minutes?:
    | {
        start: z.infer<typeof time>;
        end: z.infer<typeof time>;
        never?: Condition[] | undefined;
        negative: 'error' | 'empty' | 'skip';
      }
    | undefined;
  sum?: { of: string[]; plus: number; over?: string[] | undefined; overPlus: number; times: number; decimals: number } | undefined;
  steps: z.infer<typeof step>[];
  otherwise?: Cell | undefined;
}

export const cell: z.ZodType<Cell> = z
  .strictObject({
    when: conditions.optional().meta(said('仅当这些条件都成立', 'Only when all of these hold')),
    ...cellSources,
    steps: z.array(step).max(20).default([]),
    get otherwise() {
      return cell.optional().meta(said('条件不成立时改用', 'Used instead when the conditions do not hold'));
    },
  })
  .refine((c) => SOURCES.filter((s) => c[s] !== undefined).length === 1, { error: 'mapping-source' })
  .refine((c) => c.otherwise === undefined || c.when !== undefined, { error: 'mapping-otherwise' });

/** Which records are used; done in the order written. */
const rowStep = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('where').meta(said('只留满足全部条件的行', 'Keep the rows for which all conditions hold')),
    all: conditions,
  }),
  z.strictObject({
    do: z.literal('keep').meta(said('每个键只留一行（事件日志）', 'Keep one row of each key (event logs)')),
    which: z.enum(['first', 'last']),
    per: columns,
    by: z
      .strictObject({ column, formats: formats.optional() })
      .optional()
      .meta(said('按此列的数值（或时间）而非文件顺序', 'By the number (or time) in this column instead of the order of the file')),
  }),
]);

const source = z.strictObject({
  encoding: z
    .enum(['auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'shift_jis', 'windows-1252'])
    .default('auto'),
  delimiter: z.enum(['auto', ',', ';', '\t', '|']).default('auto'),
  missing: z.array(z.string().max(60)).max(40).default([]).meta(said('视为空白的写法，如 ? 或 N/A', 'What else means empty, such as ? or N/A')),
  about: bilingualProse(600).optional().meta(said('数据来自哪里、许可如何', 'Where the file comes from and under which terms')),
});

const eitherCell = z.strictObject({ zh: cell.optional(), en: cell.optional() });

/** A vendor that is not in the tree yet. Its fields come from the first row that names it. */
const vendors = z.strictObject({
  create: z.boolean().default(true).meta(said('为新服务商建立文件', 'Write a file for each new vendor; otherwise their rows are errors')),
  name: eitherCell.refine((n) => n.zh !== undefined || n.en !== undefined, { error: 'no-language' }),
  status: z.enum(VENDOR_STATUSES).default('participating'),
  since: date.optional(),
  legalName: cell.optional(),
  creditCode: cell.optional(),
  website: cell.optional(),
  aliases: z.array(cell).max(20).default([]),
  about: eitherCell.optional(),
  offices: z.array(z.strictObject({ region: cell, city: cell })).max(20).default([]),
  services: z.array(id).default([]),
  industries: z.array(id).default([]),
  languages: z.array(id).default([]),
});

/** One criterion's answer. Which of the three is given must fit how the framework measures the criterion. */
const mappedAnswer = z
  .strictObject({
    criterion: criterionRef,
    value: cell.optional(),
    level: cell.optional(),
    facets: z.record(id, cell).optional().meta(said('要点 > 给出 met/partly/not-met/unknown 的单元', 'Facet > cell that gives a state')),
    evidence: z.array(id).max(20).default([]).meta(said('引用下面 evidence 的编号', 'Ids of the entries under `evidence`')),
  })
  .refine((a) => [a.value, a.level, a.facets].filter((x) => x !== undefined).length === 1, { error: 'mapping-answer-parts' });

const shared = { about: bilingualProse(600).optional(), source: source.prefault({}), rows: z.array(rowStep).max(10).default([]) };
const vendorColumn = cell.meta(said('服务商文件名', 'Slug of the vendor'));

export const mapping = z.discriminatedUnion('target', [
  z.strictObject({
    ...shared,
    target: z.literal('reviews'),
    columns: z.record(line(64), cell).meta(said('评价表的列 > 由什么构成', 'Column of the review table > what it is made of')),
    vendors,
  }),
  z.strictObject({
    ...shared,
    target: z.literal('observations'),
    columns: z.record(line(64), cell).meta(said('观察表的列 > 由什么构成', 'Column of the observation table > what it is made of')),
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
      .meta(said('已有的服务商文件：不动，或把回答并入', 'Vendor files that exist: leave alone, or merge the answers into them')),
    evidence: z.array(evidence).max(40).default([]).meta(said('写入每个服务商文件的证据', 'Evidence written into each vendor file')),
    answers: z.array(mappedAnswer).min(1).max(400),
  }),
]);

export type Mapping = z.infer<typeof mapping>;
export type RowStep = z.infer<typeof rowStep>;
export type VendorTemplate = z.infer<typeof vendors>;
export type MappedAnswer = z.infer<typeof mappedAnswer>;
