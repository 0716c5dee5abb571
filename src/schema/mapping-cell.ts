/** The cells of a mapping file: where the text of one of our cells starts, under which conditions, and which steps it takes. */
import * as z from 'zod';
import { step } from './mapping-step.ts';
import { date, describe } from './text.ts';

/** A column of the foreign file, as its head line names it. */
export const column = z
  .string()
  .min(1)
  .max(300)
  .meta(describe('外部文件的列名，与表头一致', 'Column of the foreign file, as in its head line'));
/** One column, or several. */
export const columns = z.union([column, z.array(column).min(1).max(20)]);
/** Date formats; see `import/date-format.ts`. */
export const formats = z
  .array(z.string().min(1).max(40))
  .min(1)
  .max(12)
  .meta(describe('日期格式，依次尝试，如 D/M/YYYY H:mm', 'Date formats, tried in order, such as D/M/YYYY H:mm'));
const cellText = z
  .union([z.string().max(4000), z.number()])
  .meta(describe('单元内容；数字按写法比较', 'Content of a cell; a number is compared as it is written'));

const conditionTests = {
  column: column.optional(),
  is: cellText.optional().meta(describe('等于此值', 'The cell is this')),
  in: z.array(cellText).min(1).optional().meta(describe('是其中之一', 'The cell is one of these')),
  notIn: z.array(cellText).min(1).optional().meta(describe('不是其中任何一个', 'The cell is filled and none of these')),
  between: z
    .union([z.tuple([z.number(), z.number()]), z.tuple([date, date])])
    .optional()
    .meta(describe('在两个数之间，或在两个日期之间（含两端）', 'Between two numbers or two days, both ends included')),
  formats: formats.optional().meta(describe('比较日期时列中的格式', 'Formats of the column when `between` gives days')),
  filled: z
    .boolean()
    .optional()
    .meta(describe('有值（true）或为空（false）', 'The cell holds something (true) or nothing (false)')),
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

/** See `Condition`. */
export const condition: z.ZodType<Condition> = z
  .strictObject({
    ...conditionTests,
    get any() {
      return z.array(condition).min(2).optional().meta(describe('至少一项成立', 'At least one of these holds'));
    },
  })
  .refine((c) => (c.any === undefined ? c.column !== undefined : c.column === undefined), {
    error: 'mapping-condition',
  })
  .refine((c) => TESTS.filter((t) => c[t] !== undefined).length === (c.any === undefined ? 1 : 0), {
    error: 'mapping-test',
  });

/** Conditions of which all must hold. */
export const conditions = z.array(condition).min(1).max(20);

const time = z.strictObject({ from: column, formats });

/** What a cell can start from; exactly one of these. */
const SOURCES = ['from', 'value', 'rowNumber', 'minutes', 'sum'] as const;

const cellSources = {
  from: columns.optional().meta(describe('取自一列，或几列相连', 'Taken from a column, or several joined')),
  join: z.string().max(20).default(' ').meta(describe('几列相连时的分隔', 'What stands between joined columns')),
  value: z
    .union([z.string().max(4000), z.number(), z.boolean()])
    .optional()
    .meta(describe('固定值', 'The same in every row')),
  rowNumber: z
    .strictObject({ prefix: z.string().max(40) })
    .optional()
    .meta(describe('前缀加记录序号（首条为 1）', 'A prefix and the number of the record, the first being 1')),
  minutes: z
    .strictObject({
      start: time,
      end: time,
      never: conditions
        .optional()
        .meta(
          describe(
            '无结束时间且满足这些条件时记为 none',
            'Write `none` (never) when there is no end and all of these hold',
          ),
        ),
      negative: z.enum(['error', 'empty', 'skip']).default('error'),
    })
    .optional()
    .meta(describe('两个时间相差的分钟数', 'Minutes between two times')),
  sum: z
    .strictObject({
      of: z.array(column).min(1).max(20),
      plus: z.number().default(0).meta(describe('分子另加的常数', 'Added to the sum')),
      over: z.array(column).min(1).max(20).optional(),
      overPlus: z
        .number()
        .default(0)
        .meta(
          describe(
            '分母另加的常数：与 plus 同用，可把小样本的比率拉向已知水平',
            'Added below; with `plus` it draws the rates of small numbers to a known level',
          ),
        ),
      times: z.number().default(1),
      decimals: z.number().int().min(0).max(12).default(6),
    })
    .optional()
    .meta(
      describe(
        '几列之和；可除以另几列之和再乘以常数',
        'Sum of columns; may be divided by the sum of others and multiplied',
      ),
    ),
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
  sum?:
    | { of: string[]; plus: number; over?: string[] | undefined; overPlus: number; times: number; decimals: number }
    | undefined;
  steps: z.infer<typeof step>[];
  otherwise?: Cell | undefined;
}

/** See `Cell`. */
export const cell: z.ZodType<Cell> = z
  .strictObject({
    when: conditions.optional().meta(describe('仅当这些条件都成立', 'Only when all of these hold')),
    ...cellSources,
    steps: z.array(step).max(20).default([]),
    get otherwise() {
      return cell.optional().meta(describe('条件不成立时改用', 'Used instead when the conditions do not hold'));
    },
  })
  .refine((c) => SOURCES.filter((s) => c[s] !== undefined).length === 1, { error: 'mapping-source' })
  .refine((c) => c.otherwise === undefined || c.when !== undefined, { error: 'mapping-otherwise' });
