/** Name, address and flags of the published site: `content/site.yaml`; what is built now: `data/release.yaml`. */
import * as z from 'zod';
import { bilingual, bilingualProse, date, httpsAddress, id, describe } from './text.ts';

/** Something that customers of this market care about, as weights: what it names weighs so many times its usual weight. */
export const priority = z.strictObject({
  id: id.meta(describe('编号，出现在链接里，定下后不再改', 'Id; stands in links, so it does not change')),
  name: bilingual(30),
  summary: bilingualProse(200).meta(describe('给谁用、看重什么', 'Whom it is for and what it looks at')),
  weigh: z
    .record(
      z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/, { error: 'kebab-case' }),
      z.number().min(0).max(100),
    )
    .meta(
      describe(
        '框架或“框架/维度”的权重乘以几',
        'By how much the weight of a framework or of a `framework/dimension` is multiplied',
      ),
    ),
});

/** Whether an address names a host and nothing below it. What is no address is told by its own rule. */
function isHostAlone(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { pathname, search, hash } = new URL(address);
  return pathname === '/' && search === '' && hash === '';
}

export const site = z.strictObject({
  name: bilingual(40),
  tagline: bilingual(120),
  description: bilingualProse(400),
  // Pages, feeds and search reach one another from the root of a host.
  url: httpsAddress
    .refine(isHostAlone, { error: 'site-address' })
    .meta(describe('网站正式地址，无结尾斜杠', 'Public address of the site, without a final slash')),
  repository: httpsAddress.optional(),
  branch: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/)
    .optional()
    .meta(
      describe(
        '仓库里接收合并请求的分支，省略为 main',
        'Branch of the repository that takes pull requests; main when absent',
      ),
    ),
  contact: z.email().optional(),
  sampleData: z
    .boolean()
    .meta(
      describe(
        '为真时每页注明数据为虚构，并且不被搜索引擎收录',
        'While true every page says the data are fictional and is noindex',
      ),
    ),
  caseWorkingDays: z
    .strictObject({ correction: z.number().int().min(1), dispute: z.number().int().min(1) })
    .optional()
    .meta(
      describe(
        '更正与争议应在多少个工作日内有结果；规则页从这里取数',
        'Working days within which corrections and disputes should end; the policy takes its numbers from here',
      ),
    ),
  priorities: z
    .array(priority)
    .max(12)
    .default([])
    .meta(
      describe(
        '客户在意的事，作为现成的权重；没有则用各框架的主题',
        'What customers care about, as ready-made weights; without any, the themes of the frameworks serve',
      ),
    ),
  regionPageMinimum: z
    .number()
    .int()
    .min(1)
    .default(3)
    .meta(describe('一个地区有多少家才单独成页', 'Vendors that a place needs for a page of its own')),
});

export const release = z.strictObject({
  asOf: date.meta(describe('以哪一天为准计算', 'The day that counts as today')),
  methodology: z.string().regex(/^\d{4}\.\d{1,3}$/, { error: 'method-version' }),
});

export type Priority = z.infer<typeof priority>;
export type Site = z.infer<typeof site>;
export type Release = z.infer<typeof release>;
