/** In a receipt: what the vendor's own answer to a criterion is worth, and the evidence that stands behind it. */
import * as z from 'zod';
import { TIERS } from '../method.ts';
import { ANSWER_STATES, evidence } from '../vendor.ts';
import { eitherLanguage, id, said } from '../text.ts';
import { goalpostsUsed } from './frameworks-file.ts';
import { points, share } from './score.ts';

const tier = z.enum(TIERS);
const evidenceIds = z.array(id).meta(said('证据编号', 'Ids in `evidence`'));

const facet = z.strictObject({
  id,
  state: z.enum(ANSWER_STATES),
  credit: share.meta(said('回答本身值多少', 'What the state is worth: 1, the method\'s `facts.partly`, or 0')),
  credibility: share.optional().meta(said('最好证据的可信系数', 'Factor of the best evidence; absent when the credit is 0')),
  tier: tier.optional(),
  evidence: evidenceIds.optional().meta(said('省略时沿用整条回答的证据', 'Absent: the evidence of the whole answer')),
  reason: eitherLanguage(500).optional(),
});

const base = {
  state: z.enum(['shown', 'not-shown', 'not-applicable', 'unknown']),
  points: points.optional().meta(said('不适用或不计入时没有', 'Absent when the answer leaves both sums')),
  sd: z
    .number()
    .nonnegative()
    .optional()
    .meta(
      said(
        '得分的标准差：credibility 即说法属实的概率 c，d = √(c(1 − c))；清单：100 × √Σ(同级要点的 credit 之和 × d)² / 适用要点数（同一层级的要点同真同假，层级之间独立）；等级与数值：满可信时的得分 × d',
        'Standard deviation of the points: credibility is the chance c that a claim holds, d = sqrt(c (1 - c)); checklist: 100 x ' +
          'sqrt(sum over tiers (sum of credit of its facets x d)^2) / facets that apply, since facets of one tier hold or fall ' +
          'together and tiers are independent; level and number: points before credibility x d',
      ),
    ),
};

const backed = {
  credibility: share.optional().meta(said('最好证据的可信系数', 'Factor of the best evidence')),
  tier: tier.optional(),
  evidence: evidenceIds,
};

export const receiptAnswer = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('checklist'), ...base, facets: z.array(facet), evidence: evidenceIds }),
    z.strictObject({ kind: z.literal('level'), ...base, level: id.optional(), levelPoints: points.optional(), ...backed }),
    z.strictObject({ kind: z.literal('number'), ...base, value: z.number().optional(), goalposts: goalpostsUsed, ...backed }),
  ])
  .meta(
    said(
      '清单：100 × Σ(credit × credibility) / 适用要点数；等级：levelPoints × credibility；数值：目标区间得分 × credibility',
      'checklist: 100 x sum(credit x credibility) / facets that apply; level: levelPoints x credibility; number: points by goalposts x credibility',
    ),
  );

export const receiptEvidence = evidence.safeExtend({
  counts: tier.meta(said('计算当日按哪一级算', 'Tier that it counts as on the day of scoring, after expiry')),
});

export type ReceiptAnswer = z.infer<typeof receiptAnswer>;
