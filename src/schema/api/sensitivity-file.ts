/** `api/v1/sensitivity.json`: how much the order of the ranked depends on weights, means and normalisations. */
import * as z from 'zod';
import { id, describe } from '../text.ts';
import { share, wholeNumber } from './score.ts';

const place = z.number().int().min(1);
const tau = z
  .number()
  .min(-1)
  .max(1)
  .optional()
  .meta(
    describe(
      '与公布次序的肯德尔 tau-b；分不出先后时没有',
      "Kendall's tau-b with the published order; absent when nobody is told apart",
    ),
  );

const band = z
  .strictObject({
    low: place.meta(describe('名次带的上端', 'Best place of the band')),
    high: place.meta(describe('名次带的下端', 'Worst place of the band')),
    held: share.meta(describe('位次与公布相同的比例', 'Share of the draws with the published place')),
    steady: share.meta(describe('位次相差不超过一位的比例', 'Share of the draws at most one place away from it')),
    from: place.meta(describe('shares 的第一个位次', 'Place that the first of `shares` is about')),
    shares: z
      .array(share)
      .meta(
        describe(
          '从 from 起各位次的比例，其余为 0',
          'Share of the draws at each place from `from` on; all others are 0',
        ),
      ),
  })
  .meta(describe('两端各舍去不到 5% 的抽样', 'The band leaves out fewer than 5 % of the draws at either end'));

export const sensitivityFile = z.strictObject({
  asOf: z.string(),
  methodology: z.string(),
  draws: wholeNumber.meta(describe('每种抽样的次数', 'Draws of either kind')),
  weightFactor: z
    .strictObject({ low: z.number(), high: z.number() })
    .meta(
      describe(
        '小幅变动时每个权重所乘系数的范围',
        'Range of the factor that each weight is multiplied by in `perturbed`',
      ),
    ),
  ranked: wholeNumber.meta(
    describe('参与排名的家数；位次均在其中', 'Ranked vendors; every place is among all of them'),
  ),
  tau: z.strictObject({ perturbed: tau, anyWeights: tau }).meta(describe('各次抽样的平均', 'Means over the draws')),
  vendors: z
    .array(
      z.strictObject({
        slug: id,
        place: place.meta(describe('公布的位次', 'Published place')),
        perturbed: band.meta(describe('权重小幅变动', 'Each weight times a factor drawn from `weightFactor`')),
        anyWeights: band.meta(
          describe('任意权重：从所有可能的权重中均匀抽取', 'Any weights: drawn evenly from all that sum to 1'),
        ),
      }),
    )
    .meta(describe('公布次序靠前的若干家', 'The first of the ranked, in the published order')),
  variants: z
    .array(
      z.strictObject({
        kind: z.enum(['aggregation', 'normalisation', 'without-dimension']),
        id: z
          .string()
          .meta(describe('方式的名称，或 框架/维度', 'Name of the mean or normalisation, or <framework>/<dimension>')),
        tau,
        places: z.array(place).meta(describe('与 vendors 同序', 'Places of `vendors`, in their order')),
      }),
    )
    .meta(describe('只换一个环节', 'One thing changed at a time')),
});

export type SensitivityFile = z.infer<typeof sensitivityFile>;
