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
