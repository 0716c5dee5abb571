/** In a receipt: what others have told about the vendor, row by row, and what it comes to for each measure. */
import * as z from 'zod';
import { SOURCE_CLASSES } from '../method.ts';
import { NEVER } from '../observation.ts';
import { YES_NO } from '../questionnaire.ts';
import { INCENTIVES } from '../review.ts';
import { date, id, said } from '../text.ts';
import { goalpostsUsed } from './frameworks-file.ts';
import { points, share, wholeNumber } from './score.ts';

const cellValue = z
  .union([z.number(), z.enum(YES_NO), z.literal(NEVER)])
  .meta(said('评分、yes/no、分钟数或 none', 'A rating, yes/no, minutes, or `none` for never answered'));

export const receiptReview = z.strictObject({
  id: z.string(),
  on: date,
  source: z.enum(SOURCE_CLASSES),
  incentive: z.enum(INCENTIVES),
  weight: share.meta(said('计入的权重', 'Weight that it counts with')),
  supersededBy: z
    .string()
    .optional()
    .meta(said('同一评价人较新的评价编号，本条因此不计', 'Newer review of the same reviewer, because of which this one counts 0')),
  answers: z.record(id, cellValue).meta(said('题目 > 回答；未答的没有', 'Question > answer; unanswered ones are absent')),
});

export const receiptContact = z.strictObject({
  id: z.string(),
  at: z.string().meta(said('发出时间（当地）', 'When it was sent, local time')),
  channel: id,
  scenario: id,
  weight: share,
  values: z.record(id, cellValue).meta(said('观察项 > 值', 'Observed item > value')),
});

const prior = z
  .strictObject({
    mu: z.number().meta(said('市场均值', 'Mean of the market, on the averaged scale')),
    k: z.number().positive().meta(said('市场均值相当于多少条满权重数据', 'How many rows of full weight the market\'s mean is worth')),
    variance: z.number().positive().meta(said('一条满权重数据的方差', 'Variance of one row of full weight around its vendor\'s mean')),
    between: z.number().optional().meta(said('服务商之间的方差（修正自身误差、截断 k 之前）', 'Variance between vendors before it is adjusted for its own error and k is clamped')),
    source: z.enum(['estimated', 'fallback']),
  })
  .meta(said('市场先验', 'What the market as a whole says about this measure'));

export const receiptMeasure = z
  .strictObject({
    id,
    source: z.enum(['review', 'observation']),
    question: id.meta(said('题目或观察项', 'Question or observed item: the key in `answers` or `values`')),
    kind: z.enum(['rating', 'share', 'duration']),
    goalposts: goalpostsUsed,
    good: z.enum(YES_NO).optional().meta(said('哪个回答为好', 'shares only: the good answer')),
    window: z
      .number()
      .positive()
      .optional()
      .meta(said('观察时限（分钟）', 'durations only: minutes after which a contact counts as never answered')),
    channels: z.array(id).optional().meta(said('省略为全部渠道', 'Absent: all channels')),
    scenarios: z.array(id).optional().meta(said('省略为全部情景', 'Absent: all scenarios')),
    prior,
    state: z
      .enum(['told', 'estimated'])
      .meta(said('无人提及时以市场均值估计', "`estimated`: nobody has told, so the market's mean stands in")),
    count: wholeNumber.meta(said('计入的条数', 'Rows that count')),
    weight: z
      .number()
      .nonnegative()
      .meta(
        said(
          '权重之和；从未答复者按其信息量 i = m(m − z) 计',
          'Sum of their weights; never-answered ones count with i = m (m - z) of theirs, where z = (ln(window) - mean) / s, ' +
            's = sqrt(variance), and m is the inverse Mills ratio at z',
        ),
      ),
    censored: z
      .number()
      .nonnegative()
      .optional()
      .meta(said('其中从未答复者的权重', 'durations only: weight of the never-answered ones among them')),
    sum: z.number().meta(said('加权和 Σwx', 'Weighted sum of x; a never-answered contact adds its weight x (i mean + s m)')),
    mean: z.number().meta(said('后验均值', 'Posterior mean on the averaged scale: (k mu + sum) / (k + weight)')),
    sd: z
      .number()
      .nonnegative()
      .meta(said('后验标准差', 'Its standard deviation: sqrt(variance / (k + weight)); for shares that of the Beta')),
    value: z.number().meta(said('原尺度上的均值', 'The mean on the measure\'s own scale (minutes for durations)')),
    points,
    pointsSd: z
      .number()
      .nonnegative()
      .meta(said('得分的标准差', 'Standard deviation in points: half the difference of the points of mean + sd and mean - sd')),
  })
  .meta(
    said(
      '求平均的尺度 x：评分为原值；是非题好回答为 1 否则 0；时长为分钟数的自然对数',
      'The averaged scale x: the rating itself; 1 for the good answer, else 0; the natural logarithm of minutes',
    ),
  );

export type ReceiptMeasure = z.infer<typeof receiptMeasure>;
export type ReceiptReview = z.infer<typeof receiptReview>;
export type ReceiptContact = z.infer<typeof receiptContact>;
