/** Weights and every number of the scoring: `content/methodology/<version>/method.yaml`. */
import * as z from 'zod';
import { bilingual, bilingualProse, date, id, describe } from './text.ts';
import { type SOURCE_CLASSES, TIERS } from './words.ts';

export { SOURCE_CLASSES, TIERS } from './words.ts';

const weight = z
  .number()
  .nonnegative()
  .max(1_000_000)
  .meta(describe('权重；只看相对大小', 'Weight; only its size beside the others matters'));
const share = z.number().min(0).max(1);

/** How a number becomes points: 0 at `worst`, 100 at `best`, clamped; `ln` interpolates between logarithms. */
export const goalposts = z
  .strictObject({
    worst: z.number().meta(describe('得 0 分的值', 'Value that earns 0')),
    best: z.number().meta(describe('得 100 分的值', 'Value that earns 100')),
    scale: z
      .enum(['linear', 'ln'])
      .default('linear')
      .meta(describe('两端之间按比例，还是按对数', 'Between the two: in proportion, or by logarithm')),
    why: bilingual(300).optional().meta(describe('为什么取这两个值', 'Why these two values')),
  })
  .refine((g) => g.worst !== g.best, { error: 'goalposts-equal' })
  .refine((g) => g.scale === 'linear' || (g.worst > 0 && g.best > 0), { error: 'goalposts-ln-positive' });

const dimensionWeight = z.strictObject({
  weight,
  criteria: z
    .record(id, weight)
    .default({})
    .meta(describe('指标权重，未列出者为 1', 'Weights of criteria; 1 for those not listed')),
});

const frameworkWeight = z.strictObject({
  weight,
  dimensions: z.record(id, dimensionWeight),
  minimumDimensions: z
    .number()
    .int()
    .nonnegative()
    .meta(describe('参与排名所需的有证据维度数', 'Dimensions with evidence that a vendor needs to be ranked')),
  anyOf: z
    .array(id)
    .default([])
    .meta(
      describe(
        '其中至少一个维度须有证据；空则不要求',
        'Dimensions of which at least one must have evidence; empty asks for none',
      ),
    ),
});

export const method = z.strictObject({
  version: z
    .string()
    .regex(/^\d{4}\.\d{1,3}$/, { error: 'method-version' })
    .meta(describe('版本号，与文件夹同名', 'Version, the same as the folder name')),
  status: z.enum(['draft', 'published']).meta(describe('草案，或已公布', 'A draft, or published')),
  published: date.meta(describe('公布日期', 'Day of publication')),
  summary: bilingualProse(600).meta(describe('这一版说了什么', 'What this version is')),
  changes: z
    .array(bilingualProse(400))
    .default([])
    .meta(describe('相对上一版的变化', 'What changed since the last version')),
  decisions: z
    .array(z.string().regex(/^\d{4}$/))
    .default([])
    .meta(describe('所依据的决定记录的编号', 'Numbers of the decision records that it rests on')),

  frameworks: z.record(id, frameworkWeight),
  goalposts: z.record(id, goalposts).default({}),

  facts: z.strictObject({
    share: share.meta(describe('事实在维度中的占比 lambda', 'Share of facts in a dimension, lambda')),
    tiers: z
      .strictObject({ observed: share, documented: share, declared: share })
      .meta(describe('各层级证据计入多少', 'How much evidence of each tier counts')),
    partly: share.meta(describe('"部分做到"算多少', 'What "partly" counts')),
    missing: z
      .enum(['not-shown', 'leave-out'])
      .meta(describe('未作答：按未证明计 0，或两边都不计', 'Blank answers: 0 as not shown, or left out of both sums')),
    expired: z
      .enum(TIERS)
      .default('declared')
      .meta(describe('过期证据降为哪一级', 'Tier that expired evidence falls to')),
  }),

  coverage: z.strictObject({
    criteria: share.meta(
      describe(
        '维度算"有证据"所需的指标权重占比',
        'Share of criterion weight with evidence that makes a dimension covered',
      ),
    ),
    minimumCriteria: z
      .number()
      .int()
      .min(1)
      .default(1)
      .meta(describe('维度算“有证据”所需的有证据指标数', 'Criteria with evidence that a covered dimension needs')),
    reviews: z
      .number()
      .int()
      .min(1)
      .meta(describe('一道题至少几条评价才算证据', 'Counted reviews that make a question evidence')),
    observations: z
      .number()
      .int()
      .min(1)
      .meta(describe('一项至少几次观察才算证据', 'Contacts that make an observed item evidence')),
  }),

  reviews: z.strictObject({
    classes: z
      .strictObject({
        'verified-contract': share,
        invited: share,
        organic: share,
        'vendor-supplied': share,
      })
      .meta(describe('各来源评价的权重', 'Weight of reviews by their source')),
    incentivised: share.meta(describe('有奖评价的系数', 'Factor for reviews given for an incentive')),
    halfLifeDays: z
      .number()
      .positive()
      .meta(
        describe(
          '评价的半衰期（天）：过这么久，权重减半',
          'Half-life of reviews in days: their weight halves in that time',
        ),
      ),
    reviewerWindowDays: z
      .number()
      .int()
      .nonnegative()
      .meta(
        describe('同一评价人对同一家，这些天内只计一条', 'Days within which one reviewer counts once for a vendor'),
      ),
    minimumWeight: share
      .default(0)
      .meta(describe('权重低于此值的评价不再计入', 'Reviews of a smaller weight than this are not counted any more')),
    dayCorrelation: share
      .default(0)
      .meta(
        describe(
          '同一天的评价之间的相关系数 r：一天的权重 t 超过 1 时按 t / (1 + r (t - 1)) 计；申明了收集批次的评价不在此列',
          'Correlation r of reviews of one day: a day of weight t above 1 counts as t / (1 + r (t - 1)); reviews of a declared collection are exempt',
        ),
      ),
    dayShare: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .meta(
        describe('同一天的评价最多占总权重的多少', 'Largest share of the weight that reviews of a single day may have'),
      ),
    shrinkage: z.strictObject({
      minVendors: z
        .number()
        .int()
        .min(2)
        .meta(
          describe(
            '至少这么多家有评价，才从市场估计收缩强度',
            'Vendors with reviews that it takes to estimate the shrinkage from the market',
          ),
        ),
      minReviews: z
        .number()
        .int()
        .min(2)
        .meta(
          describe(
            '一家的评价至少相当于几条等权评价，才算“有评价”',
            'Reviews of equal weight that those of a vendor must be worth for it to be counted so',
          ),
        ),
      kMin: z
        .number()
        .positive()
        .optional()
        .meta(
          describe(
            '收缩强度的下限：相当于几条市场平均的评价',
            'Least shrinkage, in reviews that say what the market says on average',
          ),
        ),
      kMax: z
        .number()
        .positive()
        .optional()
        .meta(
          describe(
            '收缩强度的上限：相当于几条市场平均的评价',
            'Most shrinkage, in reviews that say what the market says on average',
          ),
        ),
      fallback: z.strictObject({
        k: z.number().positive().meta(describe('市场还说不出时的收缩强度', 'Shrinkage while the market cannot tell')),
        mu: share.meta(
          describe('占量程的比例：1..5 分的 3.5 为 0.625', 'As a share of the scale: 3.5 on 1..5 is 0.625'),
        ),
        variance: z
          .number()
          .positive()
          .meta(
            describe(
              '占量程平方的比例：1..5 分的 1.5 为 0.09375',
              'As a share of the squared range: 1.5 on 1..5 is 0.09375',
            ),
          ),
      }),
    }),
  }),

  observations: z.strictObject({
    halfLifeDays: z.number().positive().meta(describe('计时观察的半衰期（天）', 'Half-life of timed contacts in days')),
    minimumWeight: share
      .default(0)
      .meta(
        describe('权重低于此值的观察不再计入', 'Timed contacts of a smaller weight than this are not counted any more'),
      ),
    floorMinutes: z
      .number()
      .positive()
      .default(1)
      .meta(describe('更短的时长按此计', 'Shorter durations count as this many minutes')),
    fallback: z.strictObject({
      k: z.number().positive().meta(describe('市场还说不出时的收缩强度', 'Shrinkage while the market cannot tell')),
      lnSd: z
        .number()
        .positive()
        .meta(describe('时长对数的标准差', 'Standard deviation of the logarithm of a duration')),
      share: share.meta(describe('比例的先验均值', 'Prior mean of a share')),
    }),
  }),

  aggregation: z
    .enum(['arithmetic', 'geometric', 'harmonic'])
    .default('arithmetic')
    .meta(
      describe(
        '维度如何合成：算术、几何或调和平均',
        'How dimensions are put together: arithmetic, geometric or harmonic mean',
      ),
    ),
  normalisation: z
    .enum(['goalposts', 'minmax', 'zscore', 'percentile'])
    .default('goalposts')
    .meta(
      describe(
        '数值如何得分：固定的两端，或在市场内互相比较',
        'How numbers become points: by fixed goalposts, or by comparing vendors with one another',
      ),
    ),
  withinMarket: z
    .strictObject({
      centre: z
        .number()
        .min(0)
        .max(100)
        .default(50)
        .meta(describe('zscore：平均水平得多少分', 'zscore: points of the mean')),
      spread: z
        .number()
        .positive()
        .max(50)
        .default(10)
        .meta(describe('zscore：一个标准差值多少分', 'zscore: points for one standard deviation')),
      leastVendors: z
        .number()
        .int()
        .min(1)
        .default(1)
        .meta(describe('至少几家服务商给出这个数才计入', 'Vendors that must state a number for it to count at all')),
      dimensions: z
        .boolean()
        .default(false)
        .meta(
          describe(
            '维度得分是否再按 zscore 标准化一次',
            'Whether dimension scores are standardised once more as z-scores',
          ),
        ),
    })
    .prefault({})
    .meta(
      describe(
        '互相比较时的参数；固定两端时不用',
        'Parameters of comparing vendors with one another; not used with goalposts',
      ),
    ),

  uncertainty: z.strictObject({
    draws: z
      .number()
      .int()
      .min(100)
      .max(20_000)
      .meta(describe('为区间抽样的次数', 'Draws that the intervals are made from')),
    interval: z.number().gt(0).lt(1).meta(describe('区间覆盖率，如 0.90', 'Coverage of the intervals, such as 0.90')),
    together: share
      .optional()
      .meta(
        describe(
          '旧名：两个相关系数合用一个值，见 correlation',
          'Former name: one value for both correlations, see `correlation`',
        ),
      ),
    correlation: z
      .strictObject({
        rows: share.meta(
          describe(
            '同一条评价（或同一次联系）里两项回答的误差',
            'Of the errors of two answers of one review, or of one contact',
          ),
        ),
        vendors: share.meta(
          describe('服务商在两项计量上的真实差异', 'Of the true differences between vendors on two measures'),
        ),
      })
      .optional()
      .meta(
        describe(
          '相关系数：参评机构太少、无法从数据估计时使用',
          'Correlations, used where there are too few vendors to estimate them from the data',
        ),
      ),
    tie: z
      .number()
      .gt(0.5)
      .lt(1)
      .meta(describe('判定先后所需的概率', 'Probability needed to call one ahead of another')),
    seed: z.string().min(1).max(64).meta(describe('抽样的种子', 'Seed of the draws')),
  }),
  sensitivity: z.strictObject({
    draws: z.number().int().min(10).max(20_000).meta(describe('为敏感性抽样的次数', 'Draws of the sensitivity page')),
    weightFactor: z
      .strictObject({ low: z.number().positive(), high: z.number().positive() })
      .meta(
        describe(
          '敏感性分析中各权重所乘的系数范围',
          'Factors that each weight is multiplied by in the sensitivity page',
        ),
      ),
  }),
  integrity: z.strictObject({
    similarText: share.meta(describe('判为近似文本的 Jaccard 相似度', 'Jaccard similarity of near-duplicate texts')),
    burstDays: z
      .number()
      .int()
      .positive()
      .meta(describe('看扎堆的窗口（天）', 'Days in which reviews are looked at as a burst')),
    burstProbability: z
      .number()
      .gt(0)
      .lt(1)
      .meta(describe('碰巧的机会小于它才算扎堆', 'A burst is one that chance would bring less often than this')),
    reviewerVendors: z
      .number()
      .int()
      .positive()
      .meta(describe('同一评价人评过几家以上要看一眼', 'Vendors reviewed by one person beyond which an editor looks')),
  }),
  freshness: z.strictObject({
    evidenceDays: z
      .number()
      .int()
      .positive()
      .meta(describe('证据多少天后算旧', 'Days after which evidence is called stale')),
    licenceDays: z
      .number()
      .int()
      .positive()
      .meta(describe('许可多少天没有核对算旧', 'Days after which the check of a licence is old')),
    priceDays: z.number().int().positive().meta(describe('价格多少天后算旧', 'Days after which a price is old')),
  }),
});

export type Goalposts = z.infer<typeof goalposts>;
export type Method = z.infer<typeof method>;
export type SourceClass = (typeof SOURCE_CLASSES)[number];
export type Tier = (typeof TIERS)[number];
