/** A vendor's own file: `data/vendors/<slug>.yaml`. The file name is the vendor's identity. */
import * as z from 'zod';
import { TIERS } from './method.ts';
import { ANSWER_STATES, PRICE_PERIODS, VENDOR_STATUSES } from './words.ts';
import { criterionRef, date, eitherLanguage, eitherLine, evidenceFile, httpsAddress, id, line, said } from './text.ts';

export { ANSWER_STATES, PRICE_PERIODS, VENDOR_STATUSES } from './words.ts';

/** Something that a person can look at to see that an answer is true. */
export const evidence = z
  .strictObject({
    id,
    tier: z.enum(TIERS).meta(said('可信层级', 'Credibility tier')),
    url: httpsAddress.optional(),
    file: evidenceFile.optional(),
    lastLooked: date.meta(said('最近一次查看', 'Day it was last looked at')),
    lastConfirmed: date.meta(said('最近一次确认属实', 'Day it was last found to be true')),
    expires: date.optional(),
    note: eitherLanguage(500).optional(),
  })
  .refine((e) => e.url !== undefined || e.file !== undefined || e.note !== undefined, { error: 'evidence-empty' });

const reason = eitherLanguage(500);
const state = z.enum(ANSWER_STATES);
const evidenceIds = z.array(id).max(20);

/** A facet's answer: a bare state, or a state with its own evidence; not-applicable needs a reason. */
export const facetAnswer = z.union([
  state,
  z.strictObject({ state, evidence: evidenceIds.optional(), reason: reason.optional() }),
]);

/** A criterion's answer. Evidence given here serves every facet that names none of its own. */
export const answer = z.strictObject({
  state: z.enum(['not-applicable', 'unknown']).optional(),
  reason: reason.optional(),
  facets: z.record(id, facetAnswer).optional(),
  level: id.optional(),
  value: z.number().optional(),
  evidence: evidenceIds.optional(),
  note: eitherLanguage(1000).optional(),
});

export const price = z.strictObject({
  service: id.optional(),
  basis: id.optional(),
  amount: z.number().nonnegative().max(1e9),
  upTo: z.number().nonnegative().max(1e9).optional(),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'currency' }),
  period: z.enum(PRICE_PERIODS),
  observedOn: date,
  note: eitherLanguage(300).optional(),
});

export const reply = z.strictObject({
  to: z
    .union([
      z.strictObject({ review: line(64) }),
      z.strictObject({ criterion: criterionRef }),
    ])
    .meta(said('回应哪条评价或哪个指标', 'The review or the criterion that is answered')),
  on: date,
  text: eitherLanguage(2000),
});

export const vendor = z.strictObject({
  name: eitherLine(80).meta(said('对外名称', 'Public name')),
  aliases: z.array(line(80)).max(20).default([]),
  legalName: line(160).optional(),
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/, { error: 'credit-code' })
    .optional()
    .meta(said('统一社会信用代码（GB 32100），18 位，请加引号', 'Unified social credit code (GB 32100), 18 characters, in quotes')),
  status: z.enum(VENDOR_STATUSES),
  since: date.optional().meta(said('进入名录的日期', 'Day it entered the directory')),
  withdrawn: z.strictObject({ on: date, reason: eitherLanguage(500) }).optional(),
  founded: z.number().int().min(1700).max(2200).optional(),
  staff: z.number().int().nonnegative().max(1_000_000).optional(),
  about: eitherLanguage(1000).optional(),
  website: httpsAddress.optional(),
  contacts: z.record(id, line(160)).default({}),
  offices: z
    .array(z.strictObject({ region: id, city: id, address: eitherLanguage(200).optional(), main: z.boolean().default(false) }))
    .max(100)
    .default([]),
  services: z.array(id).max(50).default([]),
  industries: z.array(id).max(50).default([]),
  languages: z.array(id).max(20).default([]),
  licence: z
    .strictObject({ state: id, number: line(60).optional(), issuer: eitherLanguage(120).optional(), checkedOn: date.optional(), expires: date.optional() })
    .optional(),
  prices: z.array(price).max(50).default([]),
  interests: eitherLanguage(1000).optional().meta(said('利益关系声明', 'Declared interests')),
  evidence: z.array(evidence).max(300).default([]),
  answers: z.record(id, z.record(id, answer)).default({}).meta(said('框架 > 指标 > 回答', 'framework > criterion > answer')),
  replies: z.array(reply).max(200).default([]),
});

export type Evidence = z.infer<typeof evidence>;
export type FacetAnswer = z.infer<typeof facetAnswer>;
export type Answer = z.infer<typeof answer>;
export type AnswerState = (typeof ANSWER_STATES)[number];
export type Price = z.infer<typeof price>;
export type Reply = z.infer<typeof reply>;
export type VendorFile = z.infer<typeof vendor>;
export type VendorStatus = (typeof VENDOR_STATUSES)[number];
