/** Faults and lines of the rules in `src/validate/rules/vendor.ts`. */
import type { VENDOR_RULES } from '../../../src/validate/rules/vendor.ts';
import { ALPHA, BETA, GAMMA, replaced, type Fixture } from './fixture.ts';

export const VENDOR_FIXTURES = {
  'credit-code-check': {
    ...replaced(ALPHA, '91110000000000001H', '91110000000000001J'),
    at: '"9111',
    en: 'data/vendors/alpha.yaml:3:13 creditCode - found "91110000000000001J", whose check character is wrong; expected a code that ends in "H" if the first 17 characters are right. Fix: compare it with the business licence, character by character. [credit-code-check]',
    zh: 'data/vendors/alpha.yaml:3:13 creditCode - 发现“91110000000000001J”，校验位不对；应为末位为“H”的代码（若前 17 位无误）。修改：与营业执照逐字核对。 [credit-code-check]',
  },
  'credit-code-shared': {
    ...replaced(BETA, 'status:', 'creditCode: "91110000000000001H"\nstatus:'),
    at: '"9111',
    en: 'data/vendors/beta.yaml:2:13 creditCode - found "91110000000000001H", which alpha has already; expected every code once. Fix: check which of the two is right; one firm has one file. [credit-code-shared]',
    zh: 'data/vendors/beta.yaml:2:13 creditCode - 发现“91110000000000001H”，alpha 已使用；应为不重复的代码。修改：核对是哪一家；一家企业只有一个文件。 [credit-code-shared]',
  },
  'directory-unknown': {
    ...replaced(ALPHA, 'city: port', 'city: prot'),
    at: 'prot',
    en: 'data/vendors/alpha.yaml:8:28 offices.0.city - found "prot"; expected an id from regions.north.cities in content/directory.yaml: port. Fix: write "port". [directory-unknown]',
    zh: 'data/vendors/alpha.yaml:8:28 offices.0.city - 发现“prot”；应为 content/directory.yaml 中 regions.north.cities 的编号之一：port。修改：改为“port”。 [directory-unknown]',
  },
  'contact-form': {
    ...replaced(ALPHA, 'mail: desk@alpha.example', 'mail: alpha.example'),
    at: 'alpha.example',
    en: 'data/vendors/alpha.yaml:6:41 contacts.mail - found "alpha.example"; expected an e-mail address. Fix: correct it, or put it under another channel. [contact-form]',
    zh: 'data/vendors/alpha.yaml:6:41 contacts.mail - 发现“alpha.example”；应为电子邮箱地址。修改：改正，或换到别的渠道下。 [contact-form]',
  },
  'office-main': {
    ...replaced(ALPHA, 'main: true }', 'main: true }\n  - { region: north, city: port, main: true }'),
    at: 'true',
    en: 'data/vendors/alpha.yaml:9:40 offices.1.main - found a second main office; expected one main office at most. Fix: keep main: true at one office. [office-main]',
    zh: 'data/vendors/alpha.yaml:9:40 offices.1.main - 发现第二个主要办公地点；应为至多一个主要办公地点。修改：只在一处保留 main: true。 [office-main]',
  },
  'price-range': {
    ...replaced(ALPHA, 'upTo: 150', 'upTo: 50'),
    at: '50',
    en: 'data/vendors/alpha.yaml:14:58 prices.0.upTo - found 50; expected not less than amount (100). Fix: swap the two, or take out upTo. [price-range]',
    zh: 'data/vendors/alpha.yaml:14:58 prices.0.upTo - 发现 50；应为不低于 amount（100）。修改：对调两个数，或删除 upTo。 [price-range]',
  },
  'withdrawn-needed': {
    ...replaced(GAMMA, 'listed', 'withdrawn'),
    at: 'withdrawn',
    en: 'data/vendors/gamma.yaml:2:9 status - found status withdrawn without saying when and why; expected withdrawn: with on and reason. Fix: add withdrawn:. [withdrawn-needed]',
    zh: 'data/vendors/gamma.yaml:2:9 status - 发现状态为 withdrawn，但没有写明时间和原因；应为 withdrawn:（含 on 与 reason）。修改：补上 withdrawn:。 [withdrawn-needed]',
  },
  'withdrawn-unneeded': {
    ...replaced(GAMMA, 'status: listed', 'status: listed\nwithdrawn: { on: 2026-06-01, reason: { en: Closed } }'),
    at: 'withdrawn',
    en: 'data/vendors/gamma.yaml:3:1 withdrawn - found withdrawn: at a vendor that is listed; expected it only where status is withdrawn. Fix: take it out, or set status: withdrawn. [withdrawn-unneeded]',
    zh: 'data/vendors/gamma.yaml:3:1 withdrawn - 发现状态为 listed，却写了 withdrawn:；应为仅在 status 为 withdrawn 时才写的内容。修改：删除，或改为 status: withdrawn。 [withdrawn-unneeded]',
  },
  'reply-twice': {
    ...replaced(ALPHA, '{ criterion: demo/hours }, on', '{ review: r-1 }, on'),
    at: 'r-1',
    en: 'data/vendors/alpha.yaml:29:21 replies.1.to.review - found a second reply to r-1; expected one reply to each review or criterion. Fix: say it in one reply, with the day of the last change. [reply-twice]',
    zh: 'data/vendors/alpha.yaml:29:21 replies.1.to.review - 发现对 r-1 的第二次回应；应为每条评价或每项指标只回应一次。修改：合并成一条，日期写最后修改的那天。 [reply-twice]',
  },
  'reply-early': {
    ...replaced(ALPHA, '{ to: { review: r-1 }, on: 2026-06-20', '{ to: { review: r-1 }, on: 2026-05-20'),
    at: '2026-05-20',
    en: 'data/vendors/alpha.yaml:28:32 replies.0.on - found 2026-05-20, before the review was written; expected the day of the review or a later one. Fix: check the day of the reply, or the review that it answers. [reply-early]',
    zh: 'data/vendors/alpha.yaml:28:32 replies.0.on - 发现 2026-05-20，早于评价本身；应为评价当天或以后的日期。修改：核对回应的日期，或所回应的评价编号。 [reply-early]',
  },
} satisfies Record<keyof typeof VENDOR_RULES, Fixture>;
