/** Faults and lines of the rules in `src/validate/rules/references.ts`. */
import type { REFERENCES_RULES } from '../../../src/validate/rules/references.ts';
import { FRAMEWORK, METHOD, ALPHA, REVIEWS, replaced, type Fixture } from './fixture.ts';

export const REFERENCES_FIXTURES = {
  'duplicate-id': {
    ...replaced(FRAMEWORK, 'id: email', 'id: phone'),
    at: 'phone',
    also: ['facet-unknown'],
    en: 'content/frameworks/demo.yaml:22:19 dimensions.0.criteria.0.facets.1.id - found "phone" a second time; expected every id once. Fix: give one of the two another id. [duplicate-id]',
    zh: 'content/frameworks/demo.yaml:22:19 dimensions.0.criteria.0.facets.1.id - 发现“phone”重复出现；应为不重复的编号。修改：给其中一个换编号。 [duplicate-id]',
  },
  'duplicate-entry': {
    ...replaced(ALPHA, 'services: [repair]', 'services: [repair, repair]'),
    at: 'repair',
    en: 'data/vendors/alpha.yaml:9:20 services.1 - found "repair" a second time; expected every entry once. Fix: take out one of the two. [duplicate-entry]',
    zh: 'data/vendors/alpha.yaml:9:20 services.1 - 发现“repair”重复出现；应为不重复的条目。修改：删除其中一个。 [duplicate-entry]',
  },
  'future-date': {
    ...replaced(
      ALPHA,
      'lastLooked: 2026-06-01, lastConfirmed: 2026-05-31',
      'lastLooked: 2026-07-02, lastConfirmed: 2026-05-31',
    ),
    at: '2026-07-02',
    en: 'data/vendors/alpha.yaml:16:78 evidence.0.lastLooked - found 2026-07-02; expected nothing later than 2026-07-01, the day that the data are as of. Fix: check the date; if it is right, leave it: an editor moves asOf in data/release.yaml before this is merged. [future-date]',
    zh: 'data/vendors/alpha.yaml:16:78 evidence.0.lastLooked - 发现 2026-07-02；应为不晚于 2026-07-01（数据截至的日期）。修改：核对日期；日期没写错就不用改，编辑合并之前会先把 data/release.yaml 的 asOf 往后移。 [future-date]',
  },
  'date-order': {
    ...replaced(ALPHA, 'lastConfirmed: 2026-05-31', 'lastConfirmed: 2026-06-02'),
    at: '2026-06-02',
    en: 'data/vendors/alpha.yaml:16:105 evidence.0.lastConfirmed - found 2026-06-02; expected not later than lastLooked (2026-06-01). Fix: check both dates. [date-order]',
    zh: 'data/vendors/alpha.yaml:16:105 evidence.0.lastConfirmed - 发现 2026-06-02；应为不晚于 lastLooked（2026-06-01）。修改：核对两个日期。 [date-order]',
  },
  'framework-unknown': {
    ...replaced(ALPHA, 'answers:\n  demo:', 'answers:\n  demos:'),
    at: 'demos',
    en: 'data/vendors/alpha.yaml:19:3 answers.demos - found "demos"; expected a framework in content/frameworks/: demo. Fix: write "demo". [framework-unknown]',
    zh: 'data/vendors/alpha.yaml:19:3 answers.demos - 发现“demos”；应为 content/frameworks/ 中的框架之一：demo。修改：改为“demo”。 [framework-unknown]',
  },
  'dimension-unknown': {
    ...replaced(METHOD, 'manners: { weight: 1 }', 'manner: { weight: 1 }'),
    at: 'manner',
    also: ['weight-missing'],
    en: 'content/methodology/2026.1/method.yaml:12:7 frameworks.demo.dimensions.manner - found "manner"; expected a dimension in content/frameworks/demo.yaml: response, manners. Fix: write "manners". [dimension-unknown]',
    zh: 'content/methodology/2026.1/method.yaml:12:7 frameworks.demo.dimensions.manner - 发现“manner”；应为 content/frameworks/demo.yaml 中的维度之一：response, manners。修改：改为“manners”。 [dimension-unknown]',
  },
  'criterion-unknown': {
    ...replaced(ALPHA, 'hours: { value', 'houres: { value'),
    at: 'houres',
    en: 'data/vendors/alpha.yaml:25:5 answers.demo.houres - found "houres"; expected a criterion in content/frameworks/demo.yaml: channels, hours, training, politeness. Fix: write "hours". [criterion-unknown]',
    zh: 'data/vendors/alpha.yaml:25:5 answers.demo.houres - 发现“houres”；应为 content/frameworks/demo.yaml 中的指标之一：channels, hours, training, politeness。修改：改为“hours”。 [criterion-unknown]',
  },
  'vendor-unknown': {
    ...replaced(REVIEWS, 'r-4,beta', 'r-4,betta'),
    at: 'betta',
    en: 'data/reviews/2026.csv:6:5 vendor - found "betta"; expected a vendor, by the name of its file in data/vendors/ without .yaml. Fix: write "beta". [vendor-unknown]',
    zh: 'data/reviews/2026.csv:6:5 vendor - 发现“betta”；应为服务商文件名（data/vendors/ 下，不带 .yaml）。修改：改为“beta”。 [vendor-unknown]',
  },
  'review-unknown': {
    ...replaced(ALPHA, '{ review: r-1 }', '{ review: r-9 }'),
    at: 'r-9',
    en: 'data/vendors/alpha.yaml:28:21 replies.0.to.review - found "r-9"; expected the id of a review in data/reviews/. Fix: copy the id from the CSV. [review-unknown]',
    zh: 'data/vendors/alpha.yaml:28:21 replies.0.to.review - 发现“r-9”；应为 data/reviews/ 中的评价编号。修改：从 CSV 中复制编号。 [review-unknown]',
  },
  'review-of-another': {
    ...replaced(ALPHA, '{ review: r-1 }', '{ review: r-3 }'),
    at: 'r-3',
    en: 'data/vendors/alpha.yaml:28:21 replies.0.to.review - found "r-3", a review of beta; expected a review of this vendor. Fix: copy the right id from the CSV. [review-of-another]',
    zh: 'data/vendors/alpha.yaml:28:21 replies.0.to.review - 发现“r-3”，它是对 beta 的评价；应为对本服务商的评价。修改：从 CSV 中复制正确的编号。 [review-of-another]',
  },
} satisfies Record<keyof typeof REFERENCES_RULES, Fixture>;
