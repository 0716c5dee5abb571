/**
 * The words of the sample generator: `content/sample.yaml`. The generator knows shapes and numbers; everything that a
 * reader would recognise as being of one market, one country or one language is written here.
 * `{slots}` in texts are filled by the generator; which slots a text may use is written beside each list.
 */
import * as z from 'zod';
import { PRICE_PERIODS } from './vendor.ts';
import { bilingual, bilingualProse, criterionRef, id, line, describe } from './text.ts';

const syllable = z.strictObject({ zh: line(2), en: z.string().regex(/^[a-z]{1,12}$/, { error: 'syllable' }) });
const share = z.number().min(0).max(1);

/** Spellings must not begin one another: only then do joined spellings never coincide, and slugs stay unique. */
const syllables = z
  .array(syllable)
  .min(1)
  .refine((list) => list.every((a, i) => list.every((b, j) => i === j || (!b.en.startsWith(a.en) && a.zh !== b.zh))), {
    error: 'syllables-not-prefix-free',
  });

/** Texts by how good the thing is that they speak of. */
const byBand = z.strictObject({
  good: z.array(line(200)).min(1),
  fair: z.array(line(200)).min(1),
  poor: z.array(line(200)).min(1),
});

/** What reviewers write in one language. */
const reviewVoice = z.strictObject({
  topics: z
    .array(z.strictObject({ questions: z.array(id).min(1), ...byBand.shape, fair: z.array(line(200)).default([]) }))
    .min(1)
    .meta(describe('按问卷题目归类的句子', 'Clauses about what the named questions ask')),
  openers: z.array(line(200)).min(1).meta(describe('开头，可用 slots', 'How a text may begin; may use the slots')),
  closers: byBand
    .extend({ mixed: z.array(line(200)).min(1) })
    .meta(
      describe('结尾;mixed 用于总体满意但有不足', 'How a text may end; mixed: content on the whole, with reservations'),
    ),
  turns: z
    .strictObject({
      worse: z.array(z.string().min(1).max(40)).min(1),
      better: z.array(z.string().min(1).max(40)).min(1),
    })
    .meta(describe('语气转折', 'Words between clauses of different tone')),
  joints: z.strictObject({
    clause: z.array(z.string().max(4)).min(1),
    stop: z.string().max(4),
    space: z.string().max(1),
  }),
  slots: z.record(z.string(), z.array(line(60)).min(1)).default({}),
  praise: z
    .array(z.array(z.string().min(1).max(100)).min(1))
    .min(2)
    .meta(describe('可疑好评：每段任选一种说法', 'Suspicious praise: one wording of each part, joined')),
});

export const sampleWords = z.strictObject({
  brands: z.strictObject({ first: syllables, second: syllables, third: syllables }),
  names: z
    .strictObject({
      display: z.array(bilingual(80)).min(1),
      chinese: z.array(line(80)).min(1),
      english: z.array(line(80)).min(1),
      long: z.array(bilingual(120)).min(1),
      legal: z.array(line(160)).min(1),
      alias: z.array(line(80)).default([]),
    })
    .meta(
      describe(
        '名称，可用 {brand} {Brand} {city} {City}',
        'Names; {brand} {city} in Chinese, {Brand} {City} in English',
      ),
    ),
  about: z
    .array(z.strictObject({ chance: share, say: z.array(bilingualProse(300)).min(1) }))
    .min(1)
    .meta(
      describe(
        '简介，逐组取一句，可用 {brand} {city} {year} {staff} {industry} {service}',
        'One sentence of each group',
      ),
    ),
  places: z
    .array(z.strictObject({ city: id, weight: z.number().positive(), price: z.number().positive() }))
    .min(1)
    .meta(describe('城市、占比与价格水平', 'Cities, how common they are, and their level of prices')),
  addresses: z.array(bilingual(120)).min(1).meta(describe('可用 {n} {floor} {unit}', 'May use {n} {floor} {unit}')),
  contacts: z
    .strictObject({ web: line(160), telephone: line(160), email: line(160), text: line(160) })
    .meta(describe('联系方式，可用 {slug} {brand} {nn} {contact}', 'May use {slug} {brand} {nn} {contact}')),
  website: line(160),
  licence: z.strictObject({ number: line(60), issuer: bilingual(120) }).optional(),
  prices: z.array(
    z.strictObject({
      service: id.optional(),
      basis: id.optional(),
      period: z.enum(PRICE_PERIODS),
      currency: z.string().regex(/^[A-Z]{3}$/),
      low: z.number().nonnegative(),
      high: z.number().positive(),
      step: z.number().positive(),
      chance: share,
      upTo: z
        .number()
        .min(1)
        .optional()
        .meta(describe('有上限时上限与起价之比', 'Upper end as a multiple of the lower')),
      note: bilingual(200).optional(),
    }),
  ),
  interests: z.array(bilingualProse(500)).min(1),
  withdrawals: z.array(bilingualProse(500)).min(1),
  evidence: z
    .array(
      z.strictObject({
        id,
        dimensions: z.array(criterionRef).min(1).meta(describe('框架/维度', '<framework>/<dimension>')),
        page: z
          .string()
          .regex(/^[a-z0-9][a-z0-9/-]*$/)
          .optional(),
        observed: z
          .boolean()
          .default(false)
          .meta(describe('编辑亲自查看过才可用', 'Only for what an editor tried himself')),
        note: bilingual(300),
      }),
    )
    .min(1),
  notes: z.array(bilingual(300)).min(1),
  notApplicable: z
    .array(z.strictObject({ criteria: z.array(criterionRef).min(1), reason: bilingual(300) }))
    .default([]),
  notApplicableFacet: z.array(bilingual(300)).min(1),
  reviews: z.strictObject({
    zh: reviewVoice,
    en: reviewVoice,
    questions: z
      .record(id, z.strictObject({ answered: share.default(0.93), ease: z.number().min(-4).max(4).default(0) }))
      .default({})
      .meta(
        describe('题目的作答率与难易', 'How often a question or item is answered, and how easily it comes out well'),
      ),
    withheld: z.array(line(300)).min(1),
  }),
  replies: z
    .strictObject({
      praise: z.array(bilingual(400)).min(1),
      complaint: z
        .array(z.strictObject({ questions: z.array(id).default([]), say: bilingual(400) }))
        .min(1)
        .meta(
          describe(
            'questions:用于抱怨这些题的评价;省略则通用',
            'For reviews that complain of these questions; of anything when left out',
          ),
        ),
      criterion: z.array(bilingual(400)).min(1),
    })
    .meta(describe('回应；回应指标时可用 {criterion}', 'Replies; those to a criterion may use {criterion}')),
  cases: z
    .array(
      z.strictObject({
        part: id.meta(describe('属于哪个角色', 'Which written part it belongs to')),
        slug: id,
        kind: z.enum(['dispute', 'correction']),
        about: z.union([
          z.strictObject({
            criterion: criterionRef,
            facets: z
              .record(id, z.enum(['met', 'partly', 'not-met']))
              .default({})
              .meta(describe('案件所说的要点现状', 'What the case says that the vendor answers now')),
          }),
          z.strictObject({ field: line(64) }),
          z.strictObject({ review: z.enum(['lowest', 'highest']) }),
        ]),
        openedBy: z.enum(['vendor', 'customer', 'editor']),
        openedDaysAgo: z.number().int().min(0),
        closedAfterDays: z.number().int().min(0).optional(),
        state: z.enum(['open', 'upheld', 'partly-upheld', 'rejected', 'withdrawn']),
        claim: bilingualProse(1000),
        outcome: bilingualProse(1000).optional(),
      }),
    )
    .default([]),
});

export type SampleWords = z.infer<typeof sampleWords>;
export type ReviewVoice = z.infer<typeof reviewVoice>;
