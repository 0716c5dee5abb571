/** Name, address and flags of the published site: `content/site.yaml`; what is built now: `data/release.yaml`. */
import * as z from 'zod';
import { bilingual, bilingualProse, date, httpsAddress, said } from './text.ts';

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
  url: httpsAddress.refine(isHostAlone, { error: 'site-address' }).meta(said('网站正式地址，无结尾斜杠', 'Public address of the site, without a final slash')),
  repository: httpsAddress.optional(),
  contact: z.email().optional(),
  sampleData: z.boolean().meta(said('为真时每页注明数据为虚构，并且不被搜索引擎收录', 'While true every page says the data are fictional and is noindex')),
  caseWorkingDays: z
    .strictObject({ correction: z.number().int().min(1), dispute: z.number().int().min(1) })
    .optional()
    .meta(said('更正与争议应在多少个工作日内有结果；规则页从这里取数', 'Working days within which corrections and disputes should end; the policy takes its numbers from here')),
  regionPageMinimum: z.number().int().min(1).default(3).meta(said('一个地区有多少家才单独成页', 'Vendors that a place needs for a page of its own')),
});

export const release = z.strictObject({
  asOf: date.meta(said('以哪一天为准计算', 'The day that counts as today')),
  methodology: z.string().regex(/^\d{4}\.\d{1,3}$/, { error: 'method-version' }),
});

export type Site = z.infer<typeof site>;
export type Release = z.infer<typeof release>;
