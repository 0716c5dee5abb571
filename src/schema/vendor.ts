/** A vendor's own file: `data/vendors/<slug>.yaml`. The file name is the vendor's identity. */
import * as z from 'zod';
import { TIERS } from './method.ts';
import { ANSWER_STATES, FILE_SOURCES, PRICE_PERIODS, VENDOR_STATUSES } from './words.ts';
import {
  criterionRef,
  date,
  eitherLanguage,
  eitherLine,
  evidenceFile,
  httpsAddress,
  id,
  line,
  describe,
} from './text.ts';

export { ANSWER_STATES, PRICE_PERIODS, VENDOR_STATUSES } from './words.ts';

/** Something that a person can look at to see that an answer is true. */
export const evidence = z
  .strictObject({
    id,
    tier: z.enum(TIERS).meta(describe('可信层级', 'Credibility tier')),
    url: httpsAddress.optional().meta(describe('公开网址', 'Public address')),
    file: evidenceFile
      .optional()
      .meta(describe('仓库里 data/evidence/ 下的文件', 'File below data/evidence/ in the repository')),
    lastLooked: date.meta(describe('最近一次查看', 'Day it was last looked at')),
    lastConfirmed: date.meta(describe('最近一次确认属实', 'Day it was last found to be true')),
    expires: date
      .optional()
      .meta(describe('有效期最后一天；过后只按自述计', 'Last day it is valid; afterwards it counts as declared')),
    note: eitherLanguage(500).optional().meta(describe('说明', 'What it is')),
  })
  .refine((e) => e.url !== undefined || e.file !== undefined || e.note !== undefined, { error: 'evidence-empty' });

const reason = eitherLanguage(500).meta(describe('理由，会公开', 'Reason, shown in public'));
const state = z
  .enum(ANSWER_STATES)
  .meta(describe('做到、部分做到、没做到、不适用、未作答', 'Met, partly met, not met, not applicable, unknown'));
const evidenceIds = z.array(id).max(20).meta(describe('证据编号', 'Ids of evidence'));

/** A facet's answer: a bare state, or a state with its own evidence; not-applicable needs a reason. */
export const facetAnswer = z.union([
  state,
  z.strictObject({ state, evidence: evidenceIds.optional(), reason: reason.optional() }),
]);

/** States of a single facet, which somebody may take for those of a whole criterion. */
const OF_FACETS: readonly unknown[] = ANSWER_STATES.filter((s) => s !== 'not-applicable' && s !== 'unknown');

/** A criterion's answer. Evidence given here serves every facet that names none of its own. */
export const answer = z.strictObject({
  state: z
    .enum(['not-applicable', 'unknown'], {
      error: ({ input }) => (OF_FACETS.includes(input) ? 'answer-state' : undefined),
    })
    .optional()
    .meta(describe('整项不适用或未作答时才写', 'Only where the whole criterion does not apply or is not answered')),
  reason: reason.optional(),
  facets: z.record(id, facetAnswer).optional().meta(describe('要点 > 回答', 'facet > answer')),
  level: id.optional().meta(describe('处于哪一级', 'Level that it is at')),
  value: z.number().optional().meta(describe('数值', 'The number')),
  error: z
    .number()
    .nonnegative()
    .optional()
    .meta(
      describe(
        'value 的标准误，与它同单位；省略则视为精确',
        'Standard error of `value`, in its unit; without it the value is taken as exact',
      ),
    ),
  numerator: z
    .number()
    .nonnegative()
    .optional()
    .meta(
      describe(
        '比率的分子，代替 value：总数中有几例',
        'Numerator of a ratio, in the place of `value`: how many of the total',
      ),
    ),
  denominator: z
    .number()
    .positive()
    .optional()
    .meta(describe('比率的分母：共几例', 'Denominator of the ratio: the total')),
  evidence: evidenceIds.optional(),
  note: eitherLanguage(1000).optional().meta(describe('补充说明', 'A remark')),
});

/** Codes of ISO 4217. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const price = z.strictObject({
  service: id.optional().meta(describe('哪项服务', 'Service that it is for')),
  basis: id.optional().meta(describe('计价依据', 'Basis of the price')),
  amount: z
    .number()
    .nonnegative()
    .max(1e9)
    .meta(describe('金额；有上限的为起价', 'Amount; the lower end where there is an upper one')),
  upTo: z.number().nonnegative().max(1e9).optional().meta(describe('最高到多少', 'Upper end')),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'currency', abort: true })
    .refine((code) => CURRENCIES.has(code), { error: 'currency' })
    .meta(describe('ISO 4217 货币代码，如 CNY', 'ISO 4217 code such as CNY')),
  period: z
    .enum(PRICE_PERIODS)
    .meta(describe('每月、每季、每年、一次、每小时', 'Per month, quarter, year, once, hour')),
  observedOn: date.meta(describe('看到这个价格的日期', 'Day the price was seen')),
  note: eitherLanguage(300).optional().meta(describe('说明', 'A remark')),
});

export const reply = z.strictObject({
  to: z
    .union([z.strictObject({ review: line(64) }), z.strictObject({ criterion: criterionRef })])
    .meta(describe('回应哪条评价或哪个指标', 'The review or the criterion that is answered')),
  on: date.meta(describe('回应日期', 'Day of the reply')),
  text: eitherLanguage(2000).meta(describe('回应的文字', 'Text of the reply')),
});

/** Unified social credit code: 18 digits and capital letters without I, O, S, V, Z. */
export const creditCode = z.string().regex(/^[1-9ANY][0-9A-HJ-NP-RTUWXY]{17}$/, { error: 'credit-code' });

/** Who the statements of a file come from: pages print it beside them. */
export const fileSource = z
  .strictObject({
    kind: z
      .enum(FILE_SOURCES)
      .meta(
        describe(
          'vendor 服务商自己；editor 编辑收集；register 公开登记；collector 采集或导入者',
          'The vendor itself, editors who looked things up, a public register, or whoever collected or imported the data',
        ),
      ),
    name: eitherLine(120).optional().meta(describe('哪个登记、谁采集', 'Which register, or who collected them')),
    url: httpsAddress.optional().meta(describe('公开网址', 'Public address')),
  })
  .meta(
    describe(
      '资料由谁提供；不写时，仅收录的是编辑，其余是服务商自己',
      'Who told what stands here; when left out, editors for a vendor that is only listed, the vendor itself for others',
    ),
  );

export const vendor = z.strictObject({
  name: eitherLine(80).meta(describe('对外名称', 'Public name')),
  aliases: z.array(line(80)).max(20).default([]).meta(describe('别名，供搜索', 'Other names, for the search')),
  legalName: line(160).optional().meta(describe('营业执照上的名称', 'Name on the business licence')),
  creditCode: creditCode
    .optional()
    .meta(
      describe(
        '统一社会信用代码（GB 32100），18 位，请加引号',
        'Unified social credit code (GB 32100), 18 characters, in quotes',
      ),
    ),
  status: z
    .enum(VENDOR_STATUSES)
    .meta(
      describe(
        'listed 仅收录；participating 参评；withdrawn 已退出',
        'Listed only, taking part in the benchmark, or withdrawn',
      ),
    ),
  since: date.optional().meta(describe('进入名录的日期', 'Day it entered the directory')),
  withdrawn: z
    .strictObject({ on: date, reason: eitherLanguage(500) })
    .optional()
    .meta(describe('退出的日期和理由', 'Day and reason of leaving')),
  founded: z.number().int().min(1700).max(2200).optional().meta(describe('成立年份', 'Year it was founded')),
  staff: z.number().int().nonnegative().max(1_000_000).optional().meta(describe('员工人数', 'Number of staff')),
  about: eitherLanguage(1000)
    .optional()
    .meta(
      describe(
        '简介，原样显示；source 不是 vendor 时不称作自我介绍',
        'A description, shown as it is; called its own words only where the vendor is the source',
      ),
    ),
  website: httpsAddress.optional().meta(describe('网站', 'Website')),
  contacts: z
    .record(id, line(160))
    .default({})
    .meta(describe('渠道 > 对外联系方式；不写个人号码', 'channel > public contact; no private numbers')),
  offices: z
    .array(
      z.strictObject({
        region: id,
        city: id,
        address: eitherLanguage(200).optional(),
        main: z.boolean().default(false),
      }),
    )
    .max(100)
    .default([])
    .meta(describe('办公地点；地区和城市取自名录用语', 'Offices; region and city from the directory')),
  services: z.array(id).max(50).default([]).meta(describe('服务，取自名录用语', 'Services, from the directory')),
  industries: z
    .array(id)
    .max(50)
    .default([])
    .meta(describe('熟悉的行业，取自名录用语', 'Industries, from the directory')),
  languages: z.array(id).max(20).default([]).meta(describe('服务语言，取自名录用语', 'Languages, from the directory')),
  licence: z
    .strictObject({
      state: id,
      number: line(60).optional(),
      issuer: eitherLanguage(120).optional(),
      checkedOn: date.optional(),
      expires: date.optional(),
    })
    .optional()
    .meta(
      describe(
        '经营许可：状态、编号、发证机关、核对日期、有效期',
        'Licence: state, number, issuer, day of the check, last day',
      ),
    ),
  prices: z.array(price).max(50).default([]).meta(describe('公开的价格', 'Public prices')),
  source: fileSource.optional(),
  interests: eitherLanguage(1000).optional().meta(describe('利益关系声明', 'Declared interests')),
  evidence: z
    .array(evidence)
    .max(300)
    .default([])
    .meta(describe('证据，回答按编号引用', 'Evidence, which answers name by id')),
  answers: z
    .record(id, z.record(id, answer))
    .default({})
    .meta(describe('框架 > 指标 > 回答', 'framework > criterion > answer')),
  replies: z
    .array(reply)
    .max(200)
    .default([])
    .meta(describe('对评价或指标的公开回应', 'Public replies to reviews or on criteria')),
});

export type Evidence = z.infer<typeof evidence>;
export type FacetAnswer = z.infer<typeof facetAnswer>;
export type Answer = z.infer<typeof answer>;
export type AnswerState = (typeof ANSWER_STATES)[number];
export type Price = z.infer<typeof price>;
export type FileSource = z.infer<typeof fileSource>;
export type Reply = z.infer<typeof reply>;
export type VendorFile = z.infer<typeof vendor>;
export type VendorStatus = (typeof VENDOR_STATUSES)[number];
