/** Texts that are published as evidence hold no personal data: covering it afterwards does not take it out of the history. */
import type { RawWorkspace } from '../load/raw.ts';
import { personalData } from './personal-data.ts';
import type { Report } from './report.ts';

/** Reports the first of each kind of personal data in every text, with its line. */
export function evidenceTextsRule(evidence: RawWorkspace['evidence'], report: Report): void {
  for (const [path, text] of evidence) {
    const told = new Set<string>();
    for (const [i, line] of (text ?? '').split(/\r\n|[\r\n\u2028\u2029]/).entries()) {
      for (const { rule, shown } of personalData(line)) {
        if (told.has(rule)) continue;
        told.add(rule);
        report.add({ path, line: i + 1, column: 0, field: '', rule, params: { found: shown } });
      }
    }
  }
}
