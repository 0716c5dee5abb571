/**
 * `api/v1/vendors/<slug>.json`: one vendor's receipt. It holds everything that its published numbers are computed from, so
 * that anyone can compute them again; `src/verify/` does. What only the whole market settles (priors, place, first group)
 * follows from all receipts together.
 */
import * as z from 'zod';
import { caseFile } from '../case.ts';
import { method } from '../method.ts';
import { vendor } from '../vendor.ts';
import { vendorSums } from '../summaries.ts';
import { date, eitherLanguage, id, describe } from '../text.ts';
import { pages } from './frameworks-file.ts';
import { receiptAnswer, receiptEvidence } from './receipt-answer.ts';
import { receiptContact, receiptMeasure, receiptReview } from './receipt-survey.ts';
import { estimate, frameworkStanding, points, share, standing, wholeNumber } from './score.ts';
import { vendorIdentity } from './vendors-file.ts';

const coefficients = z
  .record(id, z.number())
  .meta(
    describe(
      '计量项 > 该项每一分值多少分。记 s = 系数 × pointsSd，b = s × √(1 − rowShare) × loadings.vendors，e = s × √rowShare × loadings.rows：' +
        'sd² = factSd² + Σs² + (Σb)² − Σb² + 两个来源各自的 overlap × ((Σe)² − Σe²)',
      'Measure > points of this score for each point of that measure. With s = coefficient x pointsSd, b = s x sqrt(1 - rowShare) x ' +
        'loadings.vendors and e = s x sqrt(rowShare) x loadings.rows: sd^2 = factSd^2 + sum s^2 + (sum b)^2 - sum b^2 + for each of the two ' +
        'sources overlap x ((sum e)^2 - sum e^2)',
    ),
  );

const factSd = z.number().nonnegative();

const slopes = z
  .strictObject({
    framework: z
      .number()
      .nonnegative()
      .meta(describe('该维度每一分值框架多少分', 'Points of the framework for each point of this dimension')),
    overall: z
      .number()
      .nonnegative()
      .meta(describe('该维度每一分值总分多少分', 'Points of the overall score for each point of this dimension')),
  })
  .meta(
    describe(
      '上一级分数对该维度的导数；算术平均时即实际权重',
      'How fast the scores above move with this dimension; under the arithmetic mean these are its effective weights',
    ),
  );

export const receiptCriterion = z.strictObject({
  id,
  weight: share.meta(describe('占维度的份额', 'Share of its dimension')),
  state: z.enum(['shown', 'not-shown', 'not-applicable', 'unknown', 'told', 'estimated', 'unmeasured']),
  facts: points.optional().meta(describe('回答与观察的平均', 'Plain mean of the answer and the observed measures')),
  reviews: points.optional().meta(describe('评价题的平均', 'Plain mean of the review measures')),
  score: points
    .optional()
    .meta(
      describe(
        'lambda × 事实 + (1 − lambda) × 评价，或仅有的一项',
        'lambda x facts + (1 - lambda) x reviews, or whichever exists',
      ),
    ),
  evidenced: z.boolean().meta(describe('是否算有证据', 'Whether it counts as evidence for coverage')),
  answer: receiptAnswer.optional(),
  observed: z.array(id).meta(describe('计入的观察计量项', 'Observed measures that count, in `measures`')),
  reviewed: z.array(id).meta(describe('计入的评价计量项', 'Review measures that count, in `measures`')),
  reason: eitherLanguage(500).optional(),
  note: eitherLanguage(1000).optional(),
});

const receiptDimension = z.strictObject({
  id,
  theme: id,
  weight: share.meta(describe('占框架的份额', 'Share of its framework')),
  covered: z.boolean(),
  evidenced: share.meta(
    describe('有证据的指标权重占比', "Share of its applicable criteria's weight that has evidence"),
  ),
  facts: z
    .number()
    .optional()
    .meta(describe('指标事实的加权平均', "Mean of the criteria's facts, weighted by criterion")),
  reviews: z
    .number()
    .optional()
    .meta(describe('指标评价的加权平均', "Mean of the criteria's reviews, weighted by criterion")),
  estimate: estimate.optional(),
  standard: z
    .strictObject({ mean: z.number(), sd: z.number().nonnegative(), score: points })
    .optional()
    .meta(
      describe(
        '方法再标准化维度时才有：score 为由指标所得，mean 与 sd 为全市场的均值与标准差；本维度 = centre + spread × (score − mean) / sd，截到 0..100；facts、reviews、base、factSd、coefficients 随之换算',
        'Only where the method standardises dimensions: `score` is what its criteria give, mean and sd those of the market; this ' +
          'dimension = centre + spread x (score - mean) / sd, cut to 0..100; facts, reviews, base, factSd and coefficients go with it',
      ),
    ),
  base: z
    .number()
    .meta(
      describe(
        '服务商回答构成的部分',
        "Part of the score that the vendor's answers make up: score = base + sum (coefficient x points)",
      ),
    ),
  factSd: factSd.meta(
    describe(
      '其中回答部分的标准差：各指标独立，(份额 × 指标权重 × answer.sd / 该指标的事实项数) 的平方和开方，再除以有事实的指标权重之和',
      'Standard deviation of `base`: criteria are independent; share of facts x sqrt(sum (weight x answer.sd / number of the ' +
        "criterion's fact parts)^2) / weight of the criteria with facts",
    ),
  ),
  slopes,
  coefficients,
  criteria: z.array(receiptCriterion),
});

const rules = method
  .pick({ facts: true, coverage: true, aggregation: true, normalisation: true, withinMarket: true, uncertainty: true })
  .extend({
    reviews: method.shape.reviews.omit({ shrinkage: true }),
    observations: method.shape.observations.omit({ fallback: true }),
    drawNames: z
      .strictObject({ facts: z.string(), vendors: z.string(), review: z.string(), observation: z.string() })
      .meta(
        describe(
          '抽样所用的名称：计量项用其编号；facts 为事实部分，vendors 为全部计量共有的部分，review 与 observation 为同一来源各计量共有的部分。种子由 uncertainty.seed、服务商与名称散列而成。' +
            '计量项的正态离差 = loadings.vendors × √(1 − rowShare) × 全部共有 + loadings.rows × √(rowShare × overlap) × 来源共有 + 其余为自有；非算术平均时各维度的事实分别抽样，名称后接 /框架/维度',
          'Names under which draws are made: a measure under its id, the facts under `facts`, what all measures share under `vendors`, and what ' +
            'those of one source share under `review` and `observation`. The seed is a hash of uncertainty.seed, the vendor and the name. The deviate ' +
            'of a measure is loadings.vendors x sqrt(1 - rowShare) x what all share + loadings.rows x sqrt(rowShare x overlap) x what its source ' +
            'shares + the rest of its own. Under other means than the arithmetic the facts of each dimension have draws of their own, and the name ' +
            'is followed by /framework/dimension',
        ),
      ),
  })
  .meta(describe('计算所用参数', 'The parameters of the method that the numbers below depend on'));

export const receipt = z.strictObject({
  ...vendorIdentity,
  asOf: date,
  methodology: z.string(),
  pages,
  ...standing,
  bounds: z
    .strictObject({ worst: points, best: points })
    .optional()
    .meta(
      describe(
        '总分的最低与最高可能：未回答的、没有人说过的，全部最差或全部最好（未知要点为 0 或已观察到做到，未说过的计量项为 0 或 100 分）',
        'The overall score if all that is open turned out worst, or best: unknown answers and facets worth nothing, or met and ' +
          'observed; measures that nobody has told at 0, or 100 points',
      ),
    ),
  coefficients: coefficients.optional(),
  factSd: factSd
    .optional()
    .meta(
      describe(
        '总分中事实部分的标准差：√Σ(slopes.overall × factSd)²',
        "Standard deviation of the facts' part of the overall score: sqrt(sum (slopes.overall x factSd)^2)",
      ),
    ),
  overlap: z
    .strictObject({ review: share, observation: share })
    .optional()
    .meta(
      describe(
        '该服务商的各计量项在多大程度上来自同样的评价（或联系）：逐对计量项 Σw² / √(Q Q′) 的平均；只有一项时为 1',
        'How much the measures of this vendor rest on the same reviews, or contacts: the mean over pairs of measures of sum w^2 over the rows that ' +
          "answer both / sqrt(Q Q'); 1 where there is no pair",
      ),
    ),
  counted: z
    .strictObject({ reviews: wholeNumber, observations: wholeNumber })
    .meta(describe('权重大于 0 的条数', 'Rows with weight above 0')),
  rules,
  frameworks: z.array(
    z.strictObject({
      ...frameworkStanding,
      coefficients,
      factSd: factSd.meta(
        describe(
          '事实部分的标准差：√Σ(slopes.framework × factSd)²',
          "Standard deviation of the facts' part: sqrt(sum (slopes.framework x factSd)^2)",
        ),
      ),
      dimensions: z.array(receiptDimension),
    }),
  ),
  measures: z.array(receiptMeasure),
  evidence: z.array(receiptEvidence),
  rows: z.strictObject({
    reviews: z.array(receiptReview).meta(describe('已发布的评价，由新到旧', 'Published reviews, newest first')),
    observations: z.array(receiptContact).meta(describe('计时观察，由新到旧', 'Timed contacts, newest first')),
  }),
  summary: vendorSums
    .optional()
    .meta(
      describe(
        '在别处汇总的评价之和，代替 rows.reviews；其中的每一条不能由凭据证明',
        'Sums over reviews that were summarised elsewhere, in place of rows.reviews; a receipt cannot prove the single reviews in them',
      ),
    ),
  profile: vendor
    .omit({ name: true, status: true, answers: true, evidence: true, replies: true })
    .meta(describe('名录信息', 'What the directory says about the vendor')),
  replies: vendor.shape.replies,
  cases: z.array(z.strictObject({ id: z.string(), ...caseFile.omit({ vendor: true }).shape })),
});

export type Receipt = z.infer<typeof receipt>;
export type ReceiptCriterion = z.infer<typeof receiptCriterion>;
export type ReceiptDimension = z.infer<typeof receiptDimension>;
