/** In a receipt: what others have told about the vendor, row by row, and what it comes to for each measure. */
import * as z from 'zod';
import { SOURCE_CLASSES } from '../method.ts';
import { NEVER } from '../observation.ts';
import { YES_NO } from '../questionnaire.ts';
import { INCENTIVES } from '../review.ts';
import { date, id, describe } from '../text.ts';
import { goalpostsUsed } from './frameworks-file.ts';
import { points, share, wholeNumber } from './score.ts';

const cellValue = z
  .union([z.number(), z.enum(YES_NO), z.literal(NEVER)])
  .meta(describe('评分、yes/no、分钟数或 none', 'A rating, yes/no, minutes, or `none` for never answered'));

export const receiptReview = z.strictObject({
  id: z.string(),
  on: date,
  source: z.enum(SOURCE_CLASSES),
  incentive: z.enum(INCENTIVES),
  collection: id
    .optional()
    .meta(
      describe(
        '所属收集批次；其中的评价不按同一天折减',
        'Collection that it belongs to, if any; it is then not discounted for sharing a day',
      ),
    ),
  weight: share.meta(describe('计入的权重', 'Weight that it counts with')),
  supersededBy: z
    .string()
    .optional()
    .meta(
      describe(
        '同一评价人较新的评价编号，本条因此不计',
        'Newer review of the same reviewer, because of which this one counts 0',
      ),
    ),
  answers: z
    .record(id, cellValue)
    .meta(describe('题目 > 回答；未答的没有', 'Question > answer; unanswered ones are absent')),
});

export const receiptContact = z.strictObject({
  id: z.string(),
  at: z.string().meta(describe('发出时间（当地）', 'When it was sent, local time')),
  channel: id,
  scenario: id,
  weight: share,
  values: z.record(id, cellValue).meta(describe('观察项 > 值', 'Observed item > value')),
});

const prior = z
  .strictObject({
    mu: z.number().meta(describe('市场均值', 'Mean of the market, on the averaged scale')),
    k: z
      .number()
      .positive()
      .meta(describe('市场均值相当于多少条满权重数据', "How many rows of full weight the market's mean is worth")),
    variance: z
      .number()
      .positive()
      .meta(describe('一条数据围绕其服务商均值的方差', "Variance of one row around its vendor's mean")),
    drift: z
      .number()
      .nonnegative()
      .meta(
        describe('服务商的均值每年（365 天）变动的方差', "Variance that a vendor's mean gains in a year of 365 days"),
      ),
    between: z
      .number()
      .optional()
      .meta(
        describe(
          '服务商之间的方差（修正自身误差之前）',
          'Variance between vendors before it is adjusted for its own error',
        ),
      ),
    loadings: z
      .strictObject({
        vendors: share.meta(
          describe('服务商真实差异的共同因子', 'On the factor that true differences between vendors share'),
        ),
        rows: share.meta(
          describe('同一条评价或联系中各项回答的共同因子', 'On the factor that answers of one review or contact share'),
        ),
      })
      .meta(
        describe(
          '因子载荷：两项计量的误差相关系数为载荷之积',
          'Loadings on common factors: the errors of two measures correlate by the product of their loadings',
        ),
      ),
    source: z.enum(['estimated', 'fallback']),
  })
  .meta(describe('市场先验', 'What the market as a whole says about this measure'));

export const receiptMeasure = z
  .strictObject({
    id,
    source: z.enum(['review', 'observation']),
    question: id.meta(describe('题目或观察项', 'Question or observed item: the key in `answers` or `values`')),
    kind: z.enum(['rating', 'share', 'duration']),
    goalposts: goalpostsUsed,
    good: z.enum(YES_NO).optional().meta(describe('哪个回答为好', 'shares only: the good answer')),
    window: z
      .number()
      .positive()
      .optional()
      .meta(describe('观察时限（分钟）', 'durations only: minutes after which a contact counts as never answered')),
    channels: z.array(id).optional().meta(describe('省略为全部渠道', 'Absent: all channels')),
    scenarios: z.array(id).optional().meta(describe('省略为全部情景', 'Absent: all scenarios')),
    prior,
    state: z
      .enum(['told', 'estimated'])
      .meta(describe('无人提及时以市场均值估计', "`estimated`: nobody has told, so the market's mean stands in")),
    count: wholeNumber.meta(describe('计入的条数', 'Rows that count')),
    weight: z
      .number()
      .nonnegative()
      .meta(
        describe(
          '权重之和；从未答复者按其信息量 i = m(m − z) 计',
          'Sum of their weights; never-answered ones count with i = m (m - z) of theirs, where z = (ln(window) - mean) / s, ' +
            's = sqrt(variance), and m is the inverse Mills ratio at z',
        ),
      ),
    squaredWeight: z
      .number()
      .nonnegative()
      .meta(
        describe(
          '权重平方之和 Q；有效样本量为 W² / Q；同一天的评价可能有共同误差：再加 D × max(0, 1 − k² / W²)，D = dayCorrelation × Σ天((Σw)² − Σw²)，收集批次除外',
          'Sum of squared weights, Q; the effective sample size is weight^2 / Q. Never-answered contacts count with i of theirs. Reviews of one day may have ' +
            'errors in common: D x max(0, 1 - k^2 / weight^2) is added, with D = dayCorrelation x the sum over days of ((sum w)^2 - sum w^2), without collections',
        ),
      ),
    ageWeight: z
      .number()
      .nonnegative()
      .meta(
        describe(
          '对所有成对的行（含每行与自身）求和：w × w′ × 较近者的年龄（年）',
          "Sum over all pairs of rows, each with itself too, of w x w' x the smaller age in years",
        ),
      ),
    censored: z
      .number()
      .nonnegative()
      .optional()
      .meta(describe('其中从未答复者的权重', 'durations only: weight of the never-answered ones among them')),
    sum: z
      .number()
      .meta(describe('加权和 Σwx', 'Weighted sum of x; a never-answered contact adds its weight x (i mean + s m)')),
    mean: z.number().meta(describe('后验均值', 'Posterior mean on the averaged scale: (k mu + sum) / (k + weight)')),
    sd: z
      .number()
      .nonnegative()
      .meta(
        describe(
          '后验标准差，见英文说明中的公式',
          'Its standard deviation: with worth = (k + weight)^2 / (k + squaredWeight + drift x ageWeight / variance), sqrt(variance / worth); for shares sqrt(mean (1 - mean) / (worth + 1))',
        ),
      ),
    rowShare: share.meta(
      describe(
        '方差中来自该服务商数据噪声的份额',
        "Share of that variance that is noise of the vendor's rows: squaredWeight / (k + squaredWeight + drift x ageWeight / variance)",
      ),
    ),
    value: z.number().meta(describe('原尺度上的均值', "The mean on the measure's own scale (minutes for durations)")),
    points,
    pointsSd: z
      .number()
      .nonnegative()
      .meta(
        describe(
          '得分的标准差',
          'Standard deviation in points: half the difference of the points of mean + sd and mean - sd',
        ),
      ),
  })
  .meta(
    describe(
      '求平均的尺度 x：评分为原值；是非题好回答为 1 否则 0；时长为分钟数的自然对数',
      'The averaged scale x: the rating itself; 1 for the good answer, else 0; the natural logarithm of minutes',
    ),
  );

export type ReceiptMeasure = z.infer<typeof receiptMeasure>;
export type ReceiptReview = z.infer<typeof receiptReview>;
export type ReceiptContact = z.infer<typeof receiptContact>;
