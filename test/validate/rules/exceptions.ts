/** Faults and lines of the rules in `src/validate/rules/exceptions.ts`. */
import type { EXCEPTIONS_RULES } from '../../../src/validate/rules/exceptions.ts';
import { changed, type Fixture } from './fixture.ts';

export const EXCEPTIONS_FIXTURES = {
  'exception-unneeded': {
    ...changed((files) => {
      files.set(
        'content/exceptions.yaml',
        '- { rule: name-similar, path: data/vendors/gamma.yaml, field: name.en, why: { zh: 并非同一家, en: Another firm }, on: 2026-06-01 }\n',
      );
    }),
    at: '{',
    en: 'content/exceptions.yaml:1:3 0 - found an exception from name-similar for data/vendors/gamma.yaml, in which nothing breaks that rule there; expected exceptions that are needed. Fix: take this entry out. [exception-unneeded]',
    zh: 'content/exceptions.yaml:1:3 0 - 发现 data/vendors/gamma.yaml 对 name-similar 的例外已无用处：该处不再违反这条规则；应为仍有必要的例外。修改：删除这一项。 [exception-unneeded]',
  },
} satisfies Record<keyof typeof EXCEPTIONS_RULES, Fixture>;
