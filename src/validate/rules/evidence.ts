/** Rules of evidence: named once, present when it is a file, used by an answer; and what texts that are published as evidence may hold. */
import type { Rules } from '../../schema/problem.ts';

import type { RawWorkspace } from '../../load/raw.ts';
import type { Path } from '../../schema/plain-data.ts';
import { HIDDEN_CHARACTERS } from '../../schema/text.ts';
import type { VendorFile } from '../../schema/vendor.ts';
import { amongst } from '../nearest.ts';
import { personalData } from '../personal-data.ts';
import type { Report } from '../report.ts';
import type { RuleId } from '../rules.ts';
import { uniqueIds, uniqueWords } from './references.ts';
import type { VendorRule } from './vendor.ts';

export const EVIDENCE_RULES = {
  'evidence-unknown': {
    severity: 'error',
    en: ['"{found}"', 'the id of an entry under evidence: {list}', 'correct the id, or add the evidence'],
    zh: ['“{found}”', 'evidence 中的编号之一：{list}', '改正编号，或补上该证据'],
  },
  'evidence-unused': {
    severity: 'warning',
    en: [
      'evidence "{found}" that no answer points to',
      'evidence that stands behind an answer',
      'name it in an answer, or take it out',
    ],
    zh: ['证据“{found}”没有回答引用', '有回答引用的证据', '在回答中引用，或删除'],
  },
  'evidence-absent': {
    severity: 'error',
    en: [
      '"{found}", which is not in the repository',
      'a file below data/evidence/',
      'add the file, or correct the path',
    ],
    zh: ['“{found}”，仓库里没有', 'data/evidence/ 下的文件', '补上文件，或改正路径'],
  },
  'evidence-formula': {
    severity: 'error',
    en: [
      '"{found}", which a spreadsheet would run as a formula',
      'cells of plain text or numbers',
      'put an apostrophe before the sign, or leave the sign out',
    ],
    zh: ['“{found}”，电子表格会把它当公式运行', '单元格里只有普通文字或数字', '在符号前加一个半角单引号，或去掉符号'],
  },
} as const satisfies Rules;

export const evidenceRule: VendorRule = (checked, known, report) => {
  const { file, data } = checked;
  uniqueIds(checked, ['evidence'], data.evidence, report);
  for (const [i, evidence] of data.evidence.entries()) {
    if (evidence.file !== undefined && !known.evidence.has(evidence.file)) {
      report.yaml(file, ['evidence', i, 'file'], 'evidence-absent', amongst(evidence.file, known.evidence));
    }
  }
  const ids = new Set(data.evidence.map((e) => e.id));
  const used = new Set<string>();
  for (const [at, list] of pointers(data)) {
    uniqueWords(checked, at, list, report);
    for (const [i, id] of list.entries()) {
      if (!ids.has(id)) report.yaml(file, [...at, i], 'evidence-unknown', amongst(id, ids));
      used.add(id);
    }
  }
  for (const [i, { id }] of data.evidence.entries()) {
    if (!used.has(id)) report.yaml(file, ['evidence', i, 'id'], 'evidence-unused', { found: id });
  }
};

/** Every list of evidence ids in the answers, with its path. */
function* pointers(data: VendorFile): Generator<[Path, readonly string[]]> {
  for (const [framework, criteria] of Object.entries(data.answers)) {
    for (const [criterion, answer] of Object.entries(criteria)) {
      const at = ['answers', framework, criterion];
      if (answer.evidence !== undefined) yield [[...at, 'evidence'], answer.evidence];
      for (const [facet, said] of Object.entries(answer.facets ?? {})) {
        if (typeof said !== 'string' && said.evidence !== undefined)
          yield [[...at, 'facets', facet, 'evidence'], said.evidence];
      }
    }
  }
}

/**
 * A cell that begins as a formula does: with an equals or at sign, or with a plus or minus before a call, a reference to another
 * sheet or a command. Numbers, telephone numbers and dashes are none. Cells begin after any separator that spreadsheets use.
 */
const FORMULA = /(?:^|[,;\t])[" \u00A0\u3000]*(?:[=@＝＠﹦﹫]|[+\-＋－﹢﹣][^,;\t]*[(!|])/u;

/** Longest part of a line that a report repeats. */
const SHOWN = 40;

/** Reports the first fault of each kind in every text, with its line. */
export function evidenceTextsRule(evidence: RawWorkspace['evidence'], report: Report): void {
  for (const [path, text] of evidence) {
    const told = new Set<RuleId>();
    const tell = (rule: RuleId, line: number, found: string): void => {
      if (told.has(rule)) return;
      told.add(rule);
      report.add({ path, line, column: 0, field: '', rule, params: { found } });
    };
    for (const [i, line] of (text ?? '').split(/\r\n|[\r\n]/).entries()) {
      const hidden = HIDDEN_CHARACTERS.exec(line);
      if (hidden !== null)
        tell('hidden-characters', i + 1, line.slice(Math.max(0, hidden.index - SHOWN / 2), hidden.index + SHOWN / 2));
      const formula = path.endsWith('.csv') ? FORMULA.exec(line) : null;
      if (formula !== null) tell('evidence-formula', i + 1, line.slice(formula.index, formula.index + SHOWN));
      for (const { rule, shown } of personalData(line)) tell(rule, i + 1, shown);
    }
  }
}
