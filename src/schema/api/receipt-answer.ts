/** In a receipt: what the vendor's own answer to a criterion is worth, and the evidence that stands behind it. */
import * as z from 'zod';
import { TIERS } from '../method.ts';
import { ANSWER_STATES, evidence } from '../vendor.ts';
import { eitherLanguage, id, describe } from '../text.ts';
import { goalpostsUsed } from './frameworks-file.ts';
import { points, share } from './score.ts';

const tier = z.enum(TIERS);
const evidenceIds = z.array(id).meta(describe('证据编号', 'Ids in `evidence`'));

const facet = z.strictObject({
  id,
  state: z.enum(ANSWER_STATES),
  credit: share.meta(describe('回答本身值多少', "What the state is worth: 1, the method's `facts.partly`, or 0")),
  credibility: share
    .optional()
    .meta(describe('最好证据的可信系数', 'Factor of the best evidence; absent when the credit is 0')),
  tier: tier.optional(),
  evidence: evidenceIds
    .optional()
    .meta(describe('省略时沿用整条回答的证据', 'Absent: the evidence of the whole answer')),
  reason: eitherLanguage(500).optional(),
});

const base = {
  state: z.enum(['shown', 'not-shown', 'not-applicable', 'unknown']),
  points: points.optional().meta(describe('不适用或不计入时没有', 'Absent when the answer leaves both sums')),
  sd: z
    .number()
    .nonnegative()
    .optional()
    .meta(
      describe(
        '得分的标准差：credibility 即说法属实的概率 c，d = √(c(1 − c))；清单：100 × √Σ(同级要点的 credit 之和 × d)² / 适用要点数（同一层级的要点同真同假，层级之间独立）；等级：满可信时的得分 × d；数值：√((满可信时的得分 × d)² + c s²)，s 见 error',
        'Standard deviation of the points: credibility is the chance c that a claim holds, d = sqrt(c (1 - c)); checklist: 100 x ' +
          'sqrt(sum over tiers (sum of credit of its facets x d)^2) / facets that apply, since facets of one tier hold or fall ' +
          'together and tiers are independent; level: points before credibility x d; number: the same, and its own error: ' +
          'sqrt((points before credibility x d)^2 + c s^2), s as `error` says',
      ),
    ),
};

const backed = {
  credibility: share.optional().meta(describe('最好证据的可信系数', 'Factor of the best evidence')),
  tier: tier.optional(),
  evidence: evidenceIds,
};

const error = z
  .number()
  .nonnegative()
  .optional()
  .meta(
    describe(
      '数值的标准误 e；精确时没有。以分子和分母回答时：Wilson 区间（覆盖率取 uncertainty.interval）两臂中较长者 / z × per。' +
        '未截断的得分 r 的标准差 t = 斜率 × e（ln 尺度：斜率 / 数值 × e；percentile：50 × (lowerOfMore − lowerOfLess) / (vendors − 1)，即为 s）；' +
        's² = 正态 N(r, t) 截到 0..100 后与所得分之差的平方的期望',
      'Standard error e of the number; absent where it is exact. With numerator and denominator: the longer arm of the Wilson interval ' +
        '(of coverage uncertainty.interval) / z x per. Points before they are cut, r, have the standard deviation t = slope x e (ln scale: ' +
        'slope / value x e); s^2 = the mean square of the distance between the points and a normal N(r, t) cut to 0..100. percentile: ' +
        's = 50 x (lowerOfMore - lowerOfLess) / (vendors - 1)',
    ),
  );

const compared = z
  .strictObject({
    vendors: z
      .number()
      .int()
      .positive()
      .meta(describe('市场内给出这个数的服务商数', 'Vendors of the market that state this number')),
    mean: z.number().optional(),
    sd: z.number().nonnegative().optional(),
    least: z.number().optional(),
    most: z.number().optional(),
    lower: z
      .number()
      .int()
      .nonnegative()
      .optional()
      .meta(describe('数值更差的服务商数', 'Vendors whose number is worse')),
    lowerOfLess: z
      .number()
      .int()
      .nonnegative()
      .optional()
      .meta(
        describe(
          '比本家变差一个标准误还差的其他服务商数',
          'Other vendors whose number is worse than this one made worse by its error',
        ),
      ),
    lowerOfMore: z
      .number()
      .int()
      .nonnegative()
      .optional()
      .meta(
        describe(
          '比本家变好一个标准误要差的其他服务商数',
          'Other vendors whose number is worse than this one made better by its error',
        ),
      ),
  })
  .meta(
    describe(
      '方法要求互相比较时才有：x = 数值（目标区间为 ln 则取对数，越小越好则变号）。zscore：centre + spread × (x − mean) / sd；minmax：100 × (x − least) / (most − least)；percentile：100 × lower / (vendors − 1)；截到 0..100；vendors 少于 leastVendors 时不计',
      'Only where the method compares vendors with one another: x = the value (its logarithm if the goalposts are ln, with the sign ' +
        'changed if less is better). zscore: centre + spread x (x - mean) / sd; minmax: 100 x (x - least) / (most - least); percentile: ' +
        '100 x lower / (vendors - 1); cut to 0..100; left out when vendors is below leastVendors',
    ),
  );

export const receiptAnswer = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('checklist'), ...base, facets: z.array(facet), evidence: evidenceIds }),
    z.strictObject({
      kind: z.literal('level'),
      ...base,
      level: id.optional(),
      levelPoints: points.optional(),
      ...backed,
    }),
    z.strictObject({
      kind: z.literal('number'),
      ...base,
      value: z
        .number()
        .optional()
        .meta(
          describe(
            '数值；以分子和分母回答时为 per × 分子 / 分母',
            'The number; per x numerator / denominator where these were given',
          ),
        ),
      numerator: z.number().nonnegative().optional(),
      denominator: z.number().positive().optional(),
      error,
      goalposts: goalpostsUsed,
      compared: compared.optional(),
      ...backed,
    }),
  ])
  .meta(
    describe(
      '清单：100 × Σ(credit × credibility) / 适用要点数；等级：levelPoints × credibility；数值：目标区间（或互相比较）得分 × credibility',
      'checklist: 100 x sum(credit x credibility) / facets that apply; level: levelPoints x credibility; number: points by goalposts, or by `compared`, x credibility',
    ),
  );

export const receiptEvidence = evidence.safeExtend({
  counts: tier.meta(describe('计算当日按哪一级算', 'Tier that it counts as on the day of scoring, after expiry')),
});

export type ReceiptAnswer = z.infer<typeof receiptAnswer>;
