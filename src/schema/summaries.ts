/**
 * Sums over reviews that are too many to be read row by row: `data/summaries/*.json`, written by `npm run summarise`. They are
 * sufficient statistics: scoring needs nothing else of the reviews.
 */
import * as z from 'zod';
import type { Dataset } from './dataset.ts';
import { type Changed, changesBetween } from './plain-data.ts';
import { sha256 } from './frozen.ts';
import { method, type Method } from './method.ts';
import { date, id, line, describe } from './text.ts';

/** Folder of a workspace that holds them, and the command that writes them. */
export const SUMMARIES_FOLDER = 'data/summaries';
export const SUMMARISE_COMMAND = 'npm run summarise';

/** Periods of age that sums are kept by; see `score/summaries`. */
const PERIODS = 4;

const count = z.number().int().nonnegative();
const sum = z.number().nonnegative();
const byPeriod = (of: z.ZodNumber): z.ZodArray<z.ZodNumber> => z.array(of).length(PERIODS);

const measureSums = z
  .strictObject({
    count: count.meta(describe('计入的评价数', 'Reviews that count')),
    weight: sum.meta(describe('权重之和 Σw', 'Sum of weights w')),
    squaredWeight: sum.meta(describe('Σw²', 'Sum of w^2')),
    dayNoise: sum.meta(
      describe(
        'r × Σ（同一天各条权重之和的平方 − 各条权重的平方和），收集批次除外；r 为 dayCorrelation',
        'r x sum over days of ((sum of w)^2 - sum of w^2), collections left out; r is dayCorrelation',
      ),
    ),
    sum: z.number().meta(describe('Σwx', 'Sum of w x')),
    squares: sum.meta(describe('Σwx²', 'Sum of w x^2')),
    censored: sum.meta(describe('时限内没有答复的：Σw', 'Not answered within the window: sum of w')),
    censoredSquares: sum.meta(describe('时限内没有答复的：Σw²', 'Not answered within the window: sum of w^2')),
    periods: z
      .strictObject({
        weight: byPeriod(sum),
        squaredWeight: byPeriod(sum),
        sum: byPeriod(z.number()),
        age: byPeriod(sum).meta(describe('Σw × 年龄（年，365 天）', 'Sum of w x age in years of 365 days')),
        pairAge: byPeriod(sum).meta(
          describe('ΣΣw w′ × 两者较小的年龄（年）', 'Sum over all pairs of both weights x the smaller age, in years'),
        ),
      })
      .meta(describe('按评价年龄分期的同样的和', 'The same sums by period of age')),
  })
  .meta(
    describe(
      'x：评分；1 为好的回答，否则 0；分钟数的自然对数',
      'x: the rating; 1 for the good answer, else 0; ln of minutes',
    ),
  );

export const vendorSums = z.strictObject({
  rows: z
    .strictObject({ total: count, published: count, belowMinimum: count, counted: count, newest: date.optional() })
    .meta(
      describe(
        '评价数：全部、已发布、权重过低、计入；最新一条已发布评价的日期',
        'Reviews: all, published, of too small a weight, counted; day of the newest published one',
      ),
    ),
  measures: z.record(id, measureSums),
  pairs: z
    .array(z.tuple([id, id, sum, sum, z.number(), z.number(), z.number()]))
    .meta(
      describe(
        '两道题及同时回答两题的评价的 Σw²、Σw³、Σw²x、Σw²y、Σw²xy',
        'Two questions and, over reviews that answer both, sums of w^2, w^3, w^2 x, w^2 y and w^2 x y',
      ),
    ),
});

const summarisedQuestion = z.strictObject({
  id,
  kind: z.enum(['rating', 'share', 'duration']),
  low: z.number().optional(),
  high: z.number().optional(),
  good: z.string().optional(),
  window: z.number().optional(),
});

export const summariesFile = z.strictObject({
  format: z.literal(1),
  computedFrom: z.strictObject({
    asOf: date,
    methodology: z.string().regex(/^\d{4}\.\d{1,3}$/, { error: 'method-version' }),
    rules: z
      .strictObject({
        reviews: method.shape.reviews.omit({ shrinkage: true }),
        floorMinutes: z.number(),
        questions: z.array(summarisedQuestion),
        collections: z.array(z.strictObject({ id, from: date, to: date })),
      })
      .meta(describe('和所依据的规则', 'The rules that the sums follow')),
    engine: line(100).meta(describe('计算用的数据库', 'The database that computed them')),
    rows: count.meta(describe('汇总的评价数', 'Reviews that were summarised')),
    sources: z
      .array(z.strictObject({ name: line(300), bytes: count.optional(), sha256: sha256.optional() }))
      .min(1)
      .meta(
        describe(
          '来源文件；网上的或库里的没有哈希',
          'Where they were; files elsewhere and tables of a database have no hash',
        ),
      ),
  }),
  vendors: z.record(id, vendorSums),
});

export type SummariesFile = z.infer<typeof summariesFile>;
export type VendorSums = z.infer<typeof vendorSums>;
export type MeasureSums = z.infer<typeof measureSums>;

/** What sums over reviews depend on, beside the rows. */
export function summaryRules(
  { reviews, observations }: Pick<Method, 'reviews' | 'observations'>,
  { questions, collections }: Dataset['questionnaire'],
): SummariesFile['computedFrom']['rules'] {
  const { shrinkage: _shrinkage, ...weights } = reviews;
  return {
    reviews: weights,
    floorMinutes: observations.floorMinutes,
    questions: questions.map((question) => ({
      id: question.id,
      kind: question.kind,
      ...(question.kind === 'rating' ? { low: question.low, high: question.high } : {}),
      ...(question.kind === 'share' ? { good: question.good } : {}),
      ...(question.kind === 'duration' ? { window: question.window } : {}),
    })),
    collections: collections.map(({ id: collection, from, to }) => ({ id: collection, from, to })),
  };
}

/** Whether sums fit the day, method and questions of `dataset`: the first thing that differs, undefined when nothing does. */
export function outdatedSums(
  { asOf, methodology, rules }: Pick<SummariesFile['computedFrom'], 'asOf' | 'methodology' | 'rules'>,
  dataset: Pick<Dataset, 'method' | 'questionnaire' | 'release'>,
): Changed | undefined {
  const { release } = dataset;
  const now = {
    asOf: release.asOf,
    methodology: release.methodology,
    rules: summaryRules(dataset.method, dataset.questionnaire),
  };
  return changesBetween({ asOf, methodology, rules }, now)[0];
}
