/** `api/v1/index.json`: what was built, from which inputs, and where everything is. */
import * as z from 'zod';
import { bilingual, bilingualProse, date, describe } from '../text.ts';
import { wholeNumber } from './score.ts';

export const indexFile = z.strictObject({
  name: bilingual(40),
  description: bilingualProse(400),
  url: z.string().meta(describe('网站正式地址', 'Public address of the site')),
  asOf: date.meta(describe('以哪一天为准计算', 'The day that counts as today')),
  methodology: z.string().meta(describe('本次计算用的方法版本', 'Version of the method that the scores are made by')),
  sampleData: z
    .boolean()
    .meta(describe('为真时所有服务商与评价均为虚构', 'While true every vendor, review and observation is fictional')),
  counts: z.strictObject({
    frameworks: wholeNumber,
    dimensions: wholeNumber,
    criteria: wholeNumber,
    facets: wholeNumber,
    questions: wholeNumber,
    observedItems: wholeNumber,
    vendors: wholeNumber,
    participating: wholeNumber,
    ranked: wholeNumber,
    reviews: z
      .strictObject({ published: wholeNumber, withheld: wholeNumber, counted: wholeNumber })
      .meta(describe('已发布、已撤下、计入分数', 'Published, withheld, and counted in scores (weight above 0)')),
    observations: wholeNumber,
    cases: wholeNumber,
  }),
  resources: z
    .array(
      z.strictObject({
        path: z
          .string()
          .meta(
            describe('相对网站根的路径；{slug} 代表任一服务商', 'Path below the site; {slug} stands for any vendor'),
          ),
        format: z.enum(['json', 'csv', 'json-schema', 'openapi', 'atom', 'yaml', 'svg']),
        schema: z
          .string()
          .optional()
          .meta(describe('描述它的 JSON Schema', 'Path of the JSON Schema that describes it')),
        about: bilingual(200),
      }),
    )
    .meta(describe('可供程序读取的全部文件', 'Every file made for programs')),
  inputs: z
    .array(
      z.strictObject({
        path: z.string(),
        bytes: wholeNumber,
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .meta(describe('输入文件及其 SHA-256', 'Every input file with the SHA-256 of its bytes')),
});

export type IndexFile = z.infer<typeof indexFile>;
