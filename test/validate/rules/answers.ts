/** Faults and lines of the rules in `src/validate/rules/answers.ts`. */
import type { ANSWERS_RULES } from '../../../src/validate/rules/answers.ts';
import { edited } from '../../workspaces/tiny.ts';
import { FRAMEWORK, ALPHA, BETA, replaced, changed, type Fixture, type InMemory } from './fixture.ts';

/** A criterion that takes ratios, answered by these parts. */
const ratioOf = (parts: string): Pick<InMemory, 'files'> =>
  changed((files) => {
    edited(files, FRAMEWORK, 'kind: number,', 'kind: number, per: 40,');
    edited(files, ALPHA, 'hours: { value: 40', `hours: { ${parts}`);
  });

export const ANSWERS_FIXTURES = {
  'reason-needed': {
    ...replaced(BETA, ', reason: { zh: 只在门店服务 }', ''),
    at: 'not-applicable',
    en: 'data/vendors/beta.yaml:5:24 answers.demo.channels.state - found "not-applicable" without a reason; expected a published reason. Fix: add the reason. [reason-needed]',
    zh: 'data/vendors/beta.yaml:5:24 answers.demo.channels.state - 发现“not-applicable”而没有理由；应为公开的理由。修改：补上理由。 [reason-needed]',
  },
  'facet-unknown': {
    ...replaced(ALPHA, 'phone: met', 'fone: met'),
    at: 'fone',
    en: 'data/vendors/alpha.yaml:22:9 answers.demo.channels.facets.fone - found "fone"; expected a facet of channels: phone, email. Fix: write the id of a facet. [facet-unknown]',
    zh: 'data/vendors/alpha.yaml:22:9 answers.demo.channels.facets.fone - 发现“fone”；应为指标 channels 的要点之一：phone, email。修改：改成要点编号。 [facet-unknown]',
  },
  'level-unknown': {
    ...replaced(ALPHA, 'level: yearly', 'level: weekly'),
    at: 'weekly',
    en: 'data/vendors/alpha.yaml:26:24 answers.demo.training.level - found "weekly"; expected a level of this criterion: none, yearly. Fix: write one of these. [level-unknown]',
    zh: 'data/vendors/alpha.yaml:26:24 answers.demo.training.level - 发现“weekly”；应为该指标的等级之一：none, yearly。修改：改成其中一个。 [level-unknown]',
  },
  'answer-state': {
    ...replaced(BETA, 'state: not-applicable, reason: { zh: 只在门店服务 }', 'state: met'),
    at: 'met',
    en: 'data/vendors/beta.yaml:5:24 answers.demo.channels.state - found state: met for a whole criterion; expected a state there only if it is not-applicable or unknown; otherwise answer by facets: (each facet by itself). Fix: write facets: { phone: met, email: met }. [answer-state]',
    zh: 'data/vendors/beta.yaml:5:24 answers.demo.channels.state - 发现整项写 state: met；应为整项的 state 只写 not-applicable 或 unknown；其余用 facets:（逐个要点作答）回答。修改：写成 facets: { phone: met, email: met }。 [answer-state]',
  },
  'answer-kind': {
    ...replaced(ALPHA, 'hours: { value: 40', 'hours: { level: yearly'),
    at: 'level',
    also: ['answer-empty'],
    en: 'data/vendors/alpha.yaml:25:14 answers.demo.hours.level - found "level" for a criterion that is measured by a number; expected value. Fix: answer with value. [answer-kind]',
    zh: 'data/vendors/alpha.yaml:25:14 answers.demo.hours.level - 发现以“level”回答按数值计量的指标；应为 value。修改：改用 value 回答。 [answer-kind]',
  },
  'answer-unmeasured': {
    ...replaced(ALPHA, 'hours:', 'politeness:'),
    at: 'politeness',
    en: "data/vendors/alpha.yaml:25:5 answers.demo.politeness - found an answer to a criterion that only customers and observers can judge; expected no answer of the vendor's own. Fix: take it out. [answer-unmeasured]",
    zh: 'data/vendors/alpha.yaml:25:5 answers.demo.politeness - 发现回答了只能由客户和观察员评判的指标；应为服务商不作答。修改：删除。 [answer-unmeasured]',
  },
  'answer-empty': {
    ...replaced(ALPHA, 'hours: { value: 40, evidence', 'hours: { evidence'),
    at: 'hours',
    en: 'data/vendors/alpha.yaml:25:5 answers.demo.hours - found an answer that says nothing; expected value, or a state. Fix: answer with value, or take out the criterion. [answer-empty]',
    zh: 'data/vendors/alpha.yaml:25:5 answers.demo.hours - 发现没有内容的回答；应为 value 或 state。修改：用 value 回答，或删除该指标。 [answer-empty]',
  },
  'answer-conflict': {
    ...replaced(ALPHA, 'hours: { value: 40', 'hours: { state: unknown, value: 40'),
    at: 'value',
    en: 'data/vendors/alpha.yaml:25:30 answers.demo.hours.value - found "value" beside state: unknown; expected either a state for the whole criterion or the answer itself. Fix: keep one of the two. [answer-conflict]',
    zh: 'data/vendors/alpha.yaml:25:30 answers.demo.hours.value - 发现既写了“value”，又写了 state: unknown；应为整项状态与具体回答之一。修改：保留其中一个。 [answer-conflict]',
  },
  'number-twice': {
    ...replaced(ALPHA, 'hours: { value: 40', 'hours: { value: 40, numerator: 3, denominator: 4'),
    at: 'numerator',
    en: 'data/vendors/alpha.yaml:25:25 answers.demo.hours.numerator - found "numerator" beside value; expected either value (with error where it is known) or numerator and denominator. Fix: keep one of the two. [number-twice]',
    zh: 'data/vendors/alpha.yaml:25:25 answers.demo.hours.numerator - 发现已有 value，又写了“numerator”；应为 value（知道时附 error）与 numerator、denominator 二者之一。修改：保留其中一个。 [number-twice]',
  },
  'number-part': {
    ...replaced(ALPHA, 'hours: { value: 40', 'hours: { error: 2'),
    at: 'error',
    en: 'data/vendors/alpha.yaml:25:14 answers.demo.hours.error - found "error" without value; expected value with error, or numerator with denominator. Fix: add value. [number-part]',
    zh: 'data/vendors/alpha.yaml:25:14 answers.demo.hours.error - 发现有“error”而没有 value；应为 error 与 value 同写，numerator 与 denominator 同写。修改：补上 value。 [number-part]',
  },
  'numerator-large': {
    ...ratioOf('numerator: 5, denominator: 4'),
    at: '5',
    en: 'data/vendors/alpha.yaml:25:25 answers.demo.hours.numerator - found 5; expected not more than denominator (4). Fix: swap the two, or correct them. [numerator-large]',
    zh: 'data/vendors/alpha.yaml:25:25 answers.demo.hours.numerator - 发现 5；应为不大于 denominator（4）。修改：对调两个数，或改正。 [numerator-large]',
  },
  'ratio-no-per': {
    ...replaced(ALPHA, 'hours: { value: 40', 'hours: { numerator: 3, denominator: 4'),
    at: 'numerator',
    en: 'data/vendors/alpha.yaml:25:14 answers.demo.hours.numerator - found "numerator" for a criterion that takes no ratio; expected value: the number itself, in its unit. Fix: answer with value, or ask an editor to write per: at the criterion\'s measure. [ratio-no-per]',
    zh: 'data/vendors/alpha.yaml:25:14 answers.demo.hours.numerator - 发现以“numerator”回答不收比率的指标；应为 value：按单位写出的数值。修改：改用 value 回答，或请编辑在该指标的 measure 里写上 per:。 [ratio-no-per]',
  },
} satisfies Record<keyof typeof ANSWERS_RULES, Fixture>;
