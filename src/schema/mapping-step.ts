/** The steps that turn the text of one cell into another, in a mapping file. An empty cell passes through every step unchanged. */
import * as z from 'zod';
import { describe } from './text.ts';

/**
 * What happens to a value that a step cannot use.
 * `error`: the row is left out and counted as bad; `skip`: it is left out on purpose; `empty`: the cell becomes unknown.
 */
const fallback = z.enum(['error', 'empty', 'skip']);
const range = z.tuple([z.number(), z.number()]).refine(([a, b]) => a !== b, { error: 'mapping-range' });
const separator = z.string().min(1).max(10);

export const step = z.discriminatedUnion('do', [
  z.strictObject({
    do: z
      .literal('trim')
      .meta(describe('去掉首尾空白，连续空白并为一个', 'Blanks at the ends go, runs of blanks become one')),
  }),
  z.strictObject({
    do: z
      .literal('plain-text')
      .meta(
        describe(
          '去掉隐藏字符与 HTML 标签，还原 HTML 实体',
          'Hidden characters and HTML tags go, HTML entities become characters',
        ),
      ),
    lines: z
      .enum(['keep', 'join'])
      .default('keep')
      .meta(describe('保留换行，或并为一行', 'Line breaks stay, or become blanks')),
  }),
  z.strictObject({
    do: z
      .literal('redact')
      .meta(
        describe(
          '手机号、证件号、银行卡号、私人邮箱、微信号换成 [***]',
          'Mobile, identity and card numbers, private e-mail and WeChat ids become [***]',
        ),
      ),
  }),
  z.strictObject({
    do: z
      .literal('cut')
      .meta(describe('超长时截断并加省略号', 'Text beyond this length is cut and ends in an ellipsis')),
    max: z.number().int().min(1).max(4000),
  }),
  z.strictObject({ do: z.literal('lower').meta(describe('转小写', 'Lower case')) }),
  z.strictObject({
    do: z
      .literal('words')
      .meta(describe('连字符名变普通名：air-x 变 Air X', 'A hyphenated name becomes words: air-x becomes Air X')),
  }),
  z.strictObject({
    do: z
      .literal('slug')
      .meta(
        describe(
          '变成文件名：小写字母、数字、连字符；中文转拼音',
          'A file name: a-z, 0-9 and hyphens; Chinese becomes pinyin',
        ),
      ),
  }),
  z.strictObject({
    do: z.literal('affix').meta(describe('在前后加文字', 'Text put before and after')),
    before: z.string().max(60).default(''),
    after: z.string().max(60).default(''),
  }),
  z.strictObject({
    do: z.literal('table').meta(describe('按对照表换值', 'A table of values: from > to')),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    ignoreCase: z.boolean().default(false),
    otherwise: z.enum(['error', 'empty', 'skip', 'keep']).default('error'),
  }),
  z.strictObject({
    do: z.literal('has').meta(describe('多选单元里有没有某一项', 'Whether a cell of several choices holds this one')),
    item: z.string().min(1).max(200),
    separator: separator,
    then: z.string().max(60),
    otherwise: z.string().max(60),
  }),
  z.strictObject({
    do: z.literal('number').meta(describe('读成数字', 'Read as a number')),
    decimal: z.enum(['.', ',']).default('.'),
    group: z.enum([',', '.', ' ', "'", 'none']).default(',').meta(describe('千分位符号', 'What groups thousands')),
    remove: z
      .array(z.string().min(1).max(20))
      .max(20)
      .default([])
      .meta(describe('先去掉的文字，如 元 或 %', 'Text removed first, such as 元 or %')),
    times: z.number().default(1),
    least: z.number().optional(),
    most: z.number().optional(),
    otherwise: fallback.default('error'),
  }),
  z.strictObject({
    do: z.literal('scale').meta(describe('换评分尺度（线性）', 'From one rating scale to another, linearly')),
    from: range,
    to: range,
    notRated: z.array(z.number()).max(20).default([]).meta(describe('表示"未评"的值', 'Values that mean "not rated"')),
    outside: fallback.default('error'),
    decimals: z.number().int().min(0).max(6).default(4),
  }),
  z.strictObject({
    do: z.literal('date').meta(describe('读日期', 'Read a date')),
    formats: z.array(z.string().min(1).max(40)).min(1).max(12),
    to: z.enum(['day', 'month', 'minute']).default('day'),
    otherwise: fallback.default('error'),
  }),
  z.strictObject({
    do: z
      .literal('hash')
      .meta(describe('变成不可读的哈希，姓名不入库', 'Becomes a SHA-256 hash, so that names never enter the tree')),
    salt: z.string().min(8).max(200),
    secret: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]{0,63}$/)
      .optional()
      .meta(
        describe(
          '再加入此环境变量的值，使公开的盐不足以猜出姓名',
          'Environment variable whose value joins the salt, so that the public salt alone cannot test a guessed name',
        ),
      ),
    digits: z.number().int().min(16).max(64).default(32),
  }),
]);

export type Step = z.infer<typeof step>;
