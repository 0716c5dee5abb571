/** Scores, ranks and coverage as the JSON interface gives them. Numbers are not rounded. */
import * as z from 'zod';
import { id, describe } from '../text.ts';

/** Sums of unrounded numbers may pass their ends by this much. */
const DUST = 1e-9;

export const points = z
  .number()
  .min(-DUST)
  .max(100 + DUST);
export const share = z
  .number()
  .min(-DUST)
  .max(1 + DUST);
export const wholeNumber = z.number().int().nonnegative();

export const estimate = z
  .strictObject({
    score: points.meta(describe('0 到 100 分', 'Points, 0..100')),
    sd: z.number().nonnegative().meta(describe('标准差（分）', 'Standard deviation in points')),
    low: points.meta(describe('区间下端', 'Lower end of the interval')),
    high: points.meta(describe('区间上端', 'Upper end of the interval')),
  })
  .meta(
    describe(
      '分数及其区间',
      "A score with how sure it is; the coverage of the interval is the method's `uncertainty.interval`",
    ),
  );

const place = z.number().int().min(1);

export const rank = z
  .strictObject({
    place: place.meta(
      describe('名次；同分同名次', '1 + number of ranked vendors with a higher score; equal scores share a place'),
    ),
    low: place.meta(describe('证据允许的最好名次', 'Best place that the evidence allows, by pairwise comparison')),
    high: place.meta(describe('证据允许的最差名次', 'Worst place that the evidence allows, by pairwise comparison')),
    drawn: z
      .strictObject({ low: place, high: place })
      .meta(describe('后验抽样所得名次区间的两端', 'Places at the two ends of the interval over the posterior draws')),
    joint: z
      .strictObject({ low: place, high: place })
      .meta(
        describe(
          '所有名次同时成立的名次范围',
          "Places that hold for all vendors at once with the probability of the method's `uncertainty.interval`",
        ),
      ),
    group: place.meta(
      describe(
        '1 为第一组：以区间的概率包含真正最好的一家；2 为其余之中同样的一组，以此类推',
        "1 = the first group: it holds the truly best with the probability of the method's `uncertainty.interval`; 2 = the same among the rest, and so on",
      ),
    ),
    first: share.meta(describe('抽样中排第一的比例', 'Share of the draws in which it comes first')),
    topThree: share.meta(describe('抽样中排前三的比例', 'Share of the draws in which it is among the best three')),
  })
  .meta(describe('名次', 'Where a ranked vendor stands'));

export const unratedReason = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('listed').meta(describe('只收录，不参评', 'In the directory only; did not ask to be benchmarked')),
  }),
  z.strictObject({ kind: z.literal('withdrawn').meta(describe('已退出', 'Has left the directory')) }),
  z.strictObject({
    kind: z.literal('coverage').meta(describe('证据不足以排名', 'Too few dimensions with evidence')),
    framework: id,
    have: wholeNumber.meta(describe('有证据的维度数', 'Dimensions with evidence')),
    need: wholeNumber.meta(describe('排名所需维度数', 'Dimensions that a rank needs')),
    missing: z.array(id).meta(describe('缺证据的维度', 'Dimensions without enough evidence')),
  }),
]);

/** Keys that say whether a vendor is ranked: exactly one of `rank` and `unrated` is there. */
export const standing = {
  overall: estimate
    .optional()
    .meta(
      describe('总分；未参评或无从计量时没有', 'Absent when the vendor is not participating or nothing measures it'),
    ),
  rank: rank.optional().meta(describe('未排名时没有', 'Absent when not ranked')),
  unrated: z
    .array(unratedReason)
    .optional()
    .meta(describe('未排名的原因；已排名时没有', 'Why there is no rank; absent when there is one')),
  coverage: z
    .strictObject({
      covered: wholeNumber.meta(describe('有证据的维度数', 'Dimensions with evidence')),
      dimensions: wholeNumber.meta(describe('维度总数', 'All dimensions')),
    })
    .meta(describe('证据覆盖', 'How much there is evidence of')),
};

export const frameworkStanding = {
  id,
  weight: share.meta(describe('占总分的份额', 'Share of the overall score')),
  estimate: estimate.optional(),
  covered: wholeNumber.meta(describe('有证据的维度数', 'Dimensions with evidence')),
  needed: wholeNumber.meta(describe('排名所需维度数', 'Dimensions with evidence that a rank needs')),
};
