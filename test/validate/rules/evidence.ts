/** Faults and lines of the rules in `src/validate/rules/evidence.ts`. */
import type { EVIDENCE_RULES } from '../../../src/validate/rules/evidence.ts';
import { ALPHA, replaced, changed, type Fixture } from './fixture.ts';

export const EVIDENCE_FIXTURES = {
  'evidence-unknown': {
    ...replaced(ALPHA, 'hours: { value: 40, evidence: [site] }', 'hours: { value: 40, evidence: [sites] }'),
    at: 'sites',
    en: 'data/vendors/alpha.yaml:25:36 answers.demo.hours.evidence.0 - found "sites"; expected the id of an entry under evidence: site, file. Fix: write "site". [evidence-unknown]',
    zh: 'data/vendors/alpha.yaml:25:36 answers.demo.hours.evidence.0 - 发现“sites”；应为 evidence 中的编号之一：site, file。修改：改为“site”。 [evidence-unknown]',
  },
  'evidence-unused': {
    ...replaced(
      ALPHA,
      'evidence:\n',
      'evidence:\n  - { id: spare, tier: declared, note: { en: So we say }, lastLooked: 2026-06-01, lastConfirmed: 2026-06-01 }\n',
    ),
    at: 'spare',
    en: 'data/vendors/alpha.yaml:16:11 evidence.0.id - found evidence "spare" that no answer points to; expected evidence that stands behind an answer. Fix: name it in an answer, or take it out. [evidence-unused]',
    zh: 'data/vendors/alpha.yaml:16:11 evidence.0.id - 发现证据“spare”没有回答引用；应为有回答引用的证据。修改：在回答中引用，或删除。 [evidence-unused]',
  },
  'evidence-absent': {
    ...changed((files) => files.delete('data/evidence/alpha/rules.pdf')),
    at: 'data/evidence',
    en: 'data/vendors/alpha.yaml:17:41 evidence.1.file - found "data/evidence/alpha/rules.pdf", which is not in the repository; expected a file below data/evidence/. Fix: add the file, or correct the path. [evidence-absent]',
    zh: 'data/vendors/alpha.yaml:17:41 evidence.1.file - 发现“data/evidence/alpha/rules.pdf”，仓库里没有；应为 data/evidence/ 下的文件。修改：补上文件，或改正路径。 [evidence-absent]',
  },
  'evidence-formula': {
    ...changed((files) => files.set('data/evidence/alpha/calls.csv', 'day,calls\n=1+1,2\n')),
    en: 'data/evidence/alpha/calls.csv:2:1 - found "=1+1,2", which a spreadsheet would run as a formula; expected cells of plain text or numbers. Fix: put an apostrophe before the sign, or leave the sign out. [evidence-formula]',
    zh: 'data/evidence/alpha/calls.csv:2:1 - 发现“=1+1,2”，电子表格会把它当公式运行；应为单元格里只有普通文字或数字。修改：在符号前加一个半角单引号，或去掉符号。 [evidence-formula]',
  },
} satisfies Record<keyof typeof EVIDENCE_RULES, Fixture>;
