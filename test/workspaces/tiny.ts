/**
 * A whole workspace small enough to hold in the head: one framework of 2 dimensions x 2 criteria (a checklist, a level, a
 * number, and one that only customers can judge), 3 vendors, 4 reviews, 3 timed contacts, 1 case. It lives in memory only.
 */
import { assembleWorkspace, type ReadFile } from '../../src/load/assemble.ts';
import type { FileKind } from '../../src/load/find.ts';
import type { RawWorkspace } from '../../src/load/raw.ts';

const FRAMEWORK = `id: demo
name: { zh: 示例框架, en: Demo framework }
short: { zh: 示例, en: Demo }
summary: { zh: 用于测试, en: For tests }
themes:
  - { id: speed, name: { zh: 快慢, en: Speed }, summary: { zh: 多快, en: How fast } }
  - { id: care, name: { zh: 用心, en: Care }, summary: { zh: 多用心, en: How caring } }
dimensions:
  - id: response
    theme: speed
    name: { zh: 响应, en: Response }
    summary: { zh: 看响应, en: Looks at response }
    overlaps:
      - { with: manners, note: { zh: 快不等于好, en: Fast is not kind } }
    criteria:
      - id: channels
        name: { zh: 渠道, en: Channels }
        meaning: { zh: 找得到人, en: Somebody answers }
        evidence: { zh: 公开号码, en: Public numbers }
        facets:
          - { id: phone, name: { zh: 电话, en: Telephone }, shows: { zh: 号码, en: The number } }
          - { id: email, name: { zh: 邮箱, en: E-mail }, shows: { zh: 地址, en: The address } }
        measure: { kind: checklist }
      - id: hours
        name: { zh: 时长, en: Hours }
        meaning: { zh: 每周服务多久, en: Hours a week }
        evidence: { zh: 公示, en: As published }
        measure: { kind: number, unit: { zh: 小时, en: hours }, goalposts: weekly-hours }
  - id: manners
    theme: care
    name: { zh: 态度, en: Manners }
    summary: { zh: 看态度, en: Looks at manners }
    overlaps:
      - { with: response, note: { zh: 好不等于快, en: Kind is not fast } }
    criteria:
      - id: training
        name: { zh: 培训, en: Training }
        meaning: { zh: 有没有培训, en: Whether staff are trained }
        evidence: { zh: 记录, en: Records }
        measure:
          kind: level
          levels:
            - { id: none, name: { zh: 没有, en: None }, points: 0 }
            - { id: yearly, name: { zh: 每年, en: Yearly }, points: 100 }
      - id: politeness
        name: { zh: 礼貌, en: Politeness }
        meaning: { zh: 客户感受, en: As clients feel it }
        evidence: { zh: 客户评价, en: What clients say }
`;

const METHOD = `version: '2026.1'
status: published
published: 2026-01-01
summary: { zh: 测试用, en: For tests }
decisions: ['0001']
frameworks:
  demo:
    weight: 1
    minimumDimensions: 1
    dimensions:
      response: { weight: 3, criteria: { channels: 2 } }
      manners: { weight: 1 }
goalposts:
  weekly-hours: { worst: 0, best: 40 }
  reply-minutes: { worst: 1440, best: 5, scale: ln }
facts: { share: 0.6, tiers: { observed: 1, documented: 0.8, declared: 0.5 }, partly: 0.5, missing: not-shown }
coverage: { criteria: 0.5, reviews: 1, observations: 1 }
reviews:
  classes: { verified-contract: 1, invited: 0.8, organic: 0.5, vendor-supplied: 0.1 }
  incentivised: 0.5
  halfLifeDays: 365
  reviewerWindowDays: 180
  dayShare: 0.2
  shrinkage:
    { minVendors: 10, minReviews: 2, kMin: 3, kMax: 20, fallback: { k: 7, mu: 0.625, variance: 0.09375 } }
observations: { halfLifeDays: 365, fallback: { k: 3, lnSd: 1, share: 0.5 } }
uncertainty: { draws: 200, interval: 0.9, tie: 0.95, seed: tiny }
sensitivity: { draws: 100, weightFactor: { low: 0.75, high: 1.25 } }
integrity: { similarText: 0.8, burstDays: 7, burstProbability: 0.001, reviewerVendors: 5 }
freshness: { evidenceDays: 365, licenceDays: 365, priceDays: 180 }
`;

const QUESTIONNAIRE = `intro: { zh: 三个问题, en: Three questions }
questions:
  - id: polite
    kind: rating
    low: 1
    high: 5
    text: { zh: 礼貌吗, en: Were they polite? }
    short: { zh: 礼貌, en: Polite }
    criteria: [demo/politeness]
  - id: reached
    kind: share
    text: { zh: 联系上了吗, en: Did you reach them? }
    short: { zh: 联系上, en: Reached }
    criteria: [demo/channels]
  - id: waited
    kind: duration
    goalposts: reply-minutes
    window: 2880
    text: { zh: 等了多久, en: How long did you wait? }
    short: { zh: 等待, en: Wait }
    criteria: [demo/channels]
observations:
  intro: { zh: 匿名计时, en: Timed by nobody they know }
  channels: [{ id: call, name: { zh: 电话, en: Call } }, { id: mail, name: { zh: 邮件, en: Mail } }]
  scenarios: [{ id: quote, name: { zh: 询价, en: Asking a price } }]
  items:
    - id: first-reply
      kind: duration
      goalposts: reply-minutes
      window: 1440
      text: { zh: 首次答复, en: First reply }
      short: { zh: 首答, en: Reply }
      uses: [{ id: reply-by-call, criteria: [demo/channels], channels: [call] }]
`;

const DIRECTORY = `vendor: { one: { zh: 商家, en: vendor }, many: { zh: 商家, en: vendors } }
services: [{ id: repair, name: { zh: 维修, en: Repair } }]
industries: [{ id: retail, name: { zh: 零售, en: Retail } }]
languages: [{ id: mandarin, name: { zh: 普通话, en: Mandarin } }]
contacts:
  - { id: phone, name: { zh: 电话, en: Telephone }, kind: telephone }
  - { id: mail, name: { zh: 邮箱, en: E-mail }, kind: email }
  - { id: page, name: { zh: 页面, en: Page }, kind: web }
regions:
  - { id: north, name: { zh: 北方, en: North }, cities: [{ id: port, name: { zh: 港城, en: Port } }] }
licence:
  name: { zh: 许可证, en: Licence }
  about: { zh: 须持证, en: Needed by law }
  states:
    - { id: held, name: { zh: 持证, en: Held }, standing: held, note: { zh: 已核, en: Checked } }
priceBases: [{ id: hourly, name: { zh: 按小时, en: By the hour } }]
`;

// The credit codes are made up; their check characters are right by GB 32100 (worked by hand in credit-code.test.ts).
const ALPHA = `name: { zh: 甲商, en: Alpha }
legalName: 甲商示例有限公司
creditCode: "91110000000000001H"
status: participating
since: 2026-02-01
contacts: { phone: 000-1234-5678, mail: desk@alpha.example, page: https://www.alpha.example/contact }
offices:
  - { region: north, city: port, main: true }
services: [repair]
industries: [retail]
languages: [mandarin]
licence: { state: held, number: X-1, checkedOn: 2026-05-01 }
prices:
  - { service: repair, basis: hourly, amount: 100, upTo: 150, currency: CNY, period: hour, observedOn: 2026-05-01 }
evidence:
  - { id: site, tier: observed, url: https://www.alpha.example/, lastLooked: 2026-06-01, lastConfirmed: 2026-05-31 }
  - { id: file, tier: documented, file: data/evidence/alpha/rules.pdf, lastLooked: 2026-06-01, lastConfirmed: 2026-06-01 }
answers:
  demo:
    channels:
      facets:
        phone: met
        email: { state: partly, evidence: [file] }
      evidence: [site]
    hours: { value: 40, evidence: [site] }
    training: { level: yearly, evidence: [file] }
replies:
  - { to: { review: r-1 }, on: 2026-06-20, text: { zh: 谢谢, en: Thank you } }
  - { to: { criterion: demo/hours }, on: 2026-06-20, text: { en: Sundays too } }
`;

const BETA = `name: { zh: 乙商 }
status: participating
answers:
  demo:
    channels: { state: not-applicable, reason: { zh: 只在门店服务 } }
`;

const GAMMA = `name: { en: Gamma }
status: listed
`;

const REVIEWS = `id,vendor,reviewed_on,experienced_in,source,relationship,incentive,reviewer,text,language,consent,moderation,moderation_reason,polite,reached,waited
r-1,alpha,2026-06-01,2026-05,verified-contract,current-client,none,00000000000000aa,"回复快,
也客气",zh,c-1,published,,5,yes,30
r-2,alpha,2026-06-02,,organic,,,00000000000000bb,,,,published,,4,no,none
r-3,beta,2026-06-03,2026-06,invited,former-client,offered,00000000000000aa,,,,withheld,无法核实,,,
r-4,beta,2026-06-04,,vendor-supplied,,,00000000000000cc,Fine,en,,pending,,3,yes,0
`;

const OBSERVATIONS = `id,vendor,channel,scenario,sent_at,observer,first-reply
o-1,alpha,call,quote,2026-06-01 09:30,00000000000000dd,12
o-2,alpha,mail,quote,2026-06-01T09:31,,none
o-3,beta,call,quote,2026-06-02 00:00,00000000000000dd,
`;

const CASE = `kind: dispute
vendor: alpha
about: { review: r-2 }
openedOn: 2026-06-10
openedBy: vendor
claim: { zh: 并非我们的客户, en: Not a client of ours }
state: rejected
closedOn: 2026-06-20
outcome: { zh: 合同已核, en: The contract was checked }
`;

/** The files of the workspace by path, valid as they stand. A new map at each call, free to be changed. */
export function tinyWorkspace(): Map<string, string> {
  return new Map([
    [
      'content/decisions/0001-why.md',
      '---\ntitle_zh: 缘由\ntitle_en: Why\ndate: 2026-01-01\nstatus: accepted\n---\n\n## 中文\n\n理由。\n\n## English\n\nBecause.\n',
    ],
    ['content/directory.yaml', DIRECTORY],
    ['content/frameworks/demo.yaml', FRAMEWORK],
    ['content/methodology/2026.1/en.mdx', '---\ntitle: Method\ndescription: Method\n---\n\nProse.\n'],
    ['content/methodology/2026.1/method.yaml', METHOD],
    ['content/methodology/2026.1/zh.mdx', '---\ntitle: 方法\ndescription: 方法\n---\n\n说明。\n'],
    ['content/questionnaire.yaml', QUESTIONNAIRE],
    [
      'content/site.yaml',
      'name: { zh: 小站, en: Tiny }\ntagline: { zh: 小, en: Small }\ndescription: { zh: 小站, en: A small site }\nurl: https://tiny.example\nsampleData: true\n',
    ],
    ['data/cases/first.yaml', CASE],
    ['data/evidence/alpha/rules.pdf', '%PDF-1.7\n'],
    ['data/observations/2026.csv', OBSERVATIONS],
    ['data/release.yaml', "asOf: 2026-07-01\nmethodology: '2026.1'\n"],
    ['data/reviews/2026.csv', REVIEWS],
    ['data/vendors/alpha.yaml', ALPHA],
    ['data/vendors/beta.yaml', BETA],
    ['data/vendors/gamma.yaml', GAMMA],
  ]);
}

/** Replaces `from` by `to`, once, in one of the files. @throws when there is nothing to replace. */
export function edited(files: Map<string, string>, path: string, from: string, to: string): Map<string, string> {
  const text = files.get(path);
  if (text === undefined || !text.includes(from)) throw new Error(`nothing to replace in ${path}: ${from}`);
  return files.set(
    path,
    text.replace(from, () => to),
  );
}

/** The tiny workspace with one replacement. */
export function tinyWith(path: string, from: string, to: string): Map<string, string> {
  return edited(tinyWorkspace(), path, from, to);
}

/** What reading a folder with these files would give. Texts are UTF-8; bytes are taken as they are. */
export function rawFrom(files: ReadonlyMap<string, string | Uint8Array>): RawWorkspace {
  const read = [...files].map(([path, content]): ReadFile => {
    return {
      path,
      kind: kindOf(path),
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    };
  });
  return assembleWorkspace(read.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

const KINDS: readonly (readonly [RegExp, FileKind])[] = [
  [/^content\/frameworks\//, 'framework'],
  [/^content\/methodology\/[^/]+\/method\.yaml$/, 'method'],
  [/^content\/methodology\/[^/]+\/[a-z]{2}\.mdx$/, 'prose'],
  [/^content\/decisions\//, 'decision'],
  [/^content\/directory\.yaml$/, 'directory'],
  [/^content\/questionnaire\.yaml$/, 'questionnaire'],
  [/^content\/exceptions\.yaml$/, 'exceptions'],
  [/^content\/site\.yaml$/, 'site'],
  [/^data\/release\.yaml$/, 'release'],
  [/^data\/renamed\.yaml$/, 'renamed'],
  [/^data\/holdout\.json$/, 'holdout'],
  [/^data\/summaries\//, 'summaries'],
  [/^data\/vendors\//, 'vendor'],
  [/^data\/cases\//, 'case'],
  [/^data\/reviews\//, 'reviews'],
  [/^data\/observations\//, 'observations'],
  [/^data\/codings\//, 'codings'],
  [/^data\/evidence\//, 'evidence'],
];

function kindOf(path: string): FileKind {
  const kind = KINDS.find(([pattern]) => pattern.test(path))?.[1];
  if (kind === undefined) throw new Error(`no file of a workspace: ${path}`);
  return kind;
}
