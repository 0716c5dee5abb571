/** How observed items are used: measure ids of their own, channels and scenarios that exist, goalposts for durations only. */
import type { Questionnaire } from '../schema/questionnaire.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';
import { uniqueWords } from './unique.ts';

export function observedUseRule(checked: Checked<Questionnaire>, report: Report): void {
  const { file, data } = checked;
  if (data.observations === undefined) return;
  const lists = [
    ['channels', 'channel-unknown', data.observations.channels.map((c) => c.id)],
    ['scenarios', 'scenario-unknown', data.observations.scenarios.map((s) => s.id)],
  ] as const;
  // Questions are measures under their own id, so a use may not take the id of a question either.
  const measures = new Set(data.questions.map((q) => q.id));
  for (const [i, item] of data.observations.items.entries()) {
    for (const [u, use] of item.uses.entries()) {
      const at = ['observations', 'items', i, 'uses', u];
      if (measures.has(use.id)) report.yaml(file, [...at, 'id'], 'duplicate-id', { found: use.id });
      measures.add(use.id);
      for (const [list, rule, ids] of lists) {
        uniqueWords(checked, [...at, list], use[list] ?? [], report);
        for (const [k, id] of (use[list] ?? []).entries()) {
          if (!ids.includes(id)) report.yaml(file, [...at, list, k], rule, amongst(id, ids));
        }
      }
      if (use.goalposts !== undefined && item.kind !== 'duration')
        report.yaml(file, [...at, 'goalposts'], 'goalposts-misplaced', { kind: item.kind });
    }
  }
}
