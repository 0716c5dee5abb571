/** An evaluation framework: themes > dimensions > criteria > facets. `content/frameworks/<id>.yaml`, one file each. */
import * as z from 'zod';
import { bilingual, bilingualProse, id, describe } from './text.ts';

/** One thing that a vendor either shows, partly shows or does not show. The leaf of a checklist. */
export const facet = z.strictObject({
  id: id.meta(describe('要点编号，在本指标内唯一', 'Facet id, unique in its criterion')),
  name: bilingual(80).meta(describe('要点名称', 'What is looked at')),
  shows: bilingual(300).meta(describe('什么材料能证明', 'What a vendor can put on the table to show it')),
});

/** Facets shown by documents: points = 100 x (sum of state x credibility of the evidence) / (facets that apply). */
const checklistMeasure = z.strictObject({ kind: z.literal('checklist') });

/** The vendor is at one of several described levels, each worth fixed points 0..100. */
const levelMeasure = z.strictObject({
  kind: z.literal('level'),
  levels: z
    .array(z.strictObject({ id, name: bilingual(120), points: z.number().min(0).max(100) }))
    .min(2)
    .max(10),
});

/** A number in the vendor's answer, turned into points by goalposts that the method names. */
const numberMeasure = z.strictObject({
  kind: z.literal('number'),
  unit: bilingual(40).optional().meta(describe('单位', 'Unit of the number')),
  per: z
    .number()
    .positive()
    .optional()
    .meta(
      describe(
        '以分子和分母回答时，比率乘以它成为数值：1 为比率本身，100 为百分比；省略则只收数值',
        'A ratio given by numerator and denominator times this is the number: 1 for the ratio itself, 100 for percent; without it only numbers are taken',
      ),
    ),
  goalposts: id.meta(describe('方法文件中的目标区间编号', 'Id of the goalposts in method.yaml')),
});

/** How the facts of a criterion are measured from the vendor's own answer. At most one of each criterion. */
export const factMeasure = z.discriminatedUnion('kind', [checklistMeasure, levelMeasure, numberMeasure]);

export const criterion = z.strictObject({
  id: id.meta(describe('指标编号，在本框架内唯一', 'Criterion id, unique in its framework')),
  name: bilingual(80),
  meaning: bilingualProse(600).meta(describe('对客户意味着什么', 'What it means to a customer')),
  evidence: bilingualProse(600).meta(describe('什么算证据', 'What counts as evidence')),
  ask: bilingualProse(300)
    .optional()
    .meta(describe('客户可以直接问服务商的一个问题', 'One question that a customer can put to a vendor')),
  facets: z.array(facet).max(12).default([]),
  measure: factMeasure
    .optional()
    .meta(
      describe(
        '事实如何计量；省略则无事实部分',
        'How the facts are measured; without it the criterion has no facts part',
      ),
    ),
});

export const overlap = z.strictObject({
  with: id.meta(describe('相近维度的编号', 'Id of the dimension that lies close')),
  note: bilingualProse(400).meta(describe('两者区别', 'How the two differ')),
});

export const dimension = z.strictObject({
  id: id.meta(describe('维度编号，在本框架内唯一', 'Dimension id, unique in its framework')),
  theme: id.meta(describe('所属主题', 'Theme that it belongs to')),
  name: bilingual(80),
  summary: bilingualProse(600).meta(describe('这个维度看什么', 'What the dimension looks at')),
  overlaps: z.array(overlap).max(4).default([]),
  criteria: z.array(criterion).min(1).max(60),
});

export const theme = z.strictObject({ id, name: bilingual(40), summary: bilingualProse(300) });

export const framework = z.strictObject({
  id: id.meta(describe('框架编号，与文件名相同', 'Framework id, the same as the file name')),
  name: bilingual(80),
  short: bilingual(20).meta(describe('用于表头的短名', 'Short name for table heads')),
  summary: bilingualProse(800),
  source: bilingualProse(400).optional().meta(describe('框架的出处', 'Where the framework comes from')),
  themes: z.array(theme).min(1).max(12),
  dimensions: z.array(dimension).min(1).max(60),
});

export type Facet = z.infer<typeof facet>;
export type FactMeasure = z.infer<typeof factMeasure>;
export type Criterion = z.infer<typeof criterion>;
export type Dimension = z.infer<typeof dimension>;
export type Theme = z.infer<typeof theme>;
export type Framework = z.infer<typeof framework>;
