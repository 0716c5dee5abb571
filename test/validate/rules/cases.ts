/** Faults and lines of the rules in `src/validate/rules/cases.ts`. */
import type { CASES_RULES } from '../../../src/validate/rules/cases.ts';
import { replaced, type Fixture } from './fixture.ts';

export const CASES_FIXTURES = {
  'field-unknown': {
    ...replaced('data/cases/first.yaml', '{ review: r-2 }', '{ field: licence.numbr }'),
    at: 'licence.numbr',
    en: 'data/cases/first.yaml:3:17 about.field - found "numbr"; expected a field of the vendor file (see schemas/vendor.schema.json): state, number, issuer, checkedOn, expires. Fix: write "number". [field-unknown]',
    zh: 'data/cases/first.yaml:3:17 about.field - 发现“numbr”；应为服务商文件中的字段之一（见 schemas/vendor.schema.json）：state, number, issuer, checkedOn, expires。修改：改为“number”。 [field-unknown]',
  },
  'case-unfinished': {
    ...replaced('data/cases/first.yaml', 'closedOn: 2026-06-20\n', ''),
    at: 'rejected',
    en: 'data/cases/first.yaml:7:8 state - found a closed case (rejected) without closedOn; expected closedOn and outcome once a case is closed. Fix: add closedOn. [case-unfinished]',
    zh: 'data/cases/first.yaml:7:8 state - 发现已结案（rejected），但缺少 closedOn；应为结案时写明的 closedOn 与 outcome。修改：补上 closedOn。 [case-unfinished]',
  },
  'case-still-open': {
    ...replaced('data/cases/first.yaml', 'state: rejected\nclosedOn: 2026-06-20\n', 'state: open\n'),
    at: 'outcome',
    en: 'data/cases/first.yaml:8:1 outcome - found "outcome" in an open case; expected it only once the case is closed. Fix: set the state, or take out the line. [case-still-open]',
    zh: 'data/cases/first.yaml:8:1 outcome - 发现未结案却写了“outcome”；应为结案后才写的内容。修改：改状态，或删除这一行。 [case-still-open]',
  },
} satisfies Record<keyof typeof CASES_RULES, Fixture>;
