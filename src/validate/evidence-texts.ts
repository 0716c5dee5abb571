/**
 * Texts that are published as evidence, as they are: no personal data (covering it afterwards does not take it out of the
 * history), nothing hidden or reordered, and in tables nothing that a spreadsheet would run.
 */
import type { RawWorkspace } from '../load/raw.ts';
import type { RuleId } from '../schema/rules.ts';
import { HIDDEN_CHARACTERS } from '../schema/text.ts';
import { personalData } from './personal-data.ts';
import type { Report } from './report.ts';

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
