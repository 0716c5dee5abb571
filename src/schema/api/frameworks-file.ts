/** `api/v1/frameworks.json`: what is assessed, how each criterion is measured, what it weighs, and where its page is. */
import * as z from 'zod';
import { criterion, dimension, framework } from '../framework.ts';
import { YES_NO } from '../questionnaire.ts';
import { bilingual, criterionRef, id, describe } from '../text.ts';
import { share } from './score.ts';

/** Addresses of a page in both languages. */
export const pages = z
  .strictObject({ zh: z.string(), en: z.string() })
  .meta(describe('网页地址', 'Addresses of the page in both languages'));

export const goalpostsUsed = z
  .strictObject({
    id: id
      .optional()
      .meta(describe('方法文件中的编号；评分与是非题没有', 'Id in the method; ratings and yes/no questions have none')),
    worst: z.number().meta(describe('得 0 分的值', 'Value that earns 0')),
    best: z.number().meta(describe('得 100 分的值', 'Value that earns 100')),
    scale: z.enum(['linear', 'ln']),
  })
  .meta(describe('目标区间', 'How a value becomes points'));

const surveyBase = {
  id: id.meta(describe('计量项编号', 'Measure id, as in receipts')),
  kind: z.enum(['rating', 'share', 'duration']),
  text: bilingual(300),
  goalposts: goalpostsUsed,
  good: z.enum(YES_NO).optional().meta(describe('哪个回答为好', 'shares only: the good answer')),
  window: z
    .number()
    .positive()
    .optional()
    .meta(describe('观察时限（分钟）', 'durations only: minutes after which a contact counts as never answered')),
};

const measures = z.strictObject({
  answer: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('checklist') }),
      z.strictObject({
        kind: z.literal('level'),
        levels: z.array(z.strictObject({ id, name: bilingual(120), points: z.number().min(0).max(100) })),
      }),
      z.strictObject({
        kind: z.literal('number'),
        unit: bilingual(40).optional(),
        per: z.number().positive().optional().meta(describe('比率乘以它成为数值', 'A ratio times this is the number')),
        goalposts: goalpostsUsed,
      }),
    ])
    .optional()
    .meta(describe('服务商自己的回答如何计量', "How the vendor's own answer is measured; absent when it is not asked")),
  observed: z
    .array(
      z.strictObject({
        ...surveyBase,
        item: id.meta(describe('观察项，即 CSV 列', 'Observed item: the CSV column')),
        channels: z.array(id).optional().meta(describe('省略为全部渠道', 'Absent: all channels')),
        scenarios: z.array(id).optional().meta(describe('省略为全部情景', 'Absent: all scenarios')),
      }),
    )
    .meta(describe('计时观察', 'Timed contacts that measure it')),
  reviewed: z.array(z.strictObject(surveyBase)).meta(describe('评价题', 'Review questions that measure it')),
});

const criterionShown = criterion.omit({ measure: true }).extend({
  ref: criterionRef.meta(describe('框架/指标，全库唯一', '<framework>/<criterion>, unique in the workspace')),
  weight: share.meta(describe('占维度的份额', 'Share of its dimension')),
  weightOverall: share.meta(describe('占总分的名义份额', 'Nominal share of the overall score')),
  pages,
  measures,
});

const dimensionShown = dimension.omit({ criteria: true }).extend({
  weight: share.meta(describe('占框架的份额', 'Share of its framework')),
  weightOverall: share.meta(describe('占总分的名义份额', 'Nominal share of the overall score')),
  pages,
  criteria: z.array(criterionShown),
});

export const frameworksFile = z.strictObject({
  methodology: z.string().meta(describe('权重出自哪一版方法', 'Version of the method that the weights come from')),
  frameworks: z.array(
    framework.omit({ dimensions: true }).extend({
      weight: share.meta(describe('占总分的份额', 'Share of the overall score')),
      minimumDimensions: z
        .number()
        .int()
        .nonnegative()
        .meta(describe('排名所需的有证据维度数', 'Dimensions with evidence that a rank needs')),
      anyOf: z
        .array(id)
        .meta(
          describe(
            '其中至少一个维度须有证据；空则不要求',
            'Dimensions of which a rank needs at least one; empty asks for none',
          ),
        ),
      pages,
      dimensions: z.array(dimensionShown),
    }),
  ),
});

export type FrameworksFile = z.infer<typeof frameworksFile>;
