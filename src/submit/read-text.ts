/** The text of a vendor file that somebody opens in the form, as a draft that keeps all that it says. */
import { yamlFile } from '../load/yaml.ts';
import type { Problem } from '../schema/problem.ts';
import { Report } from '../validate/report.ts';
import type { Draft } from './draft.ts';

/** The draft in a text, or why there is none. Comments are not part of it. */
export function readText(text: string, slug: string): { draft: Draft } | { problems: Problem[] } {
  const file = yamlFile(`data/vendors/${slug}.yaml`, slug, text);
  const { value } = file;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { draft: value as Draft };
  const report = new Report();
  for (const fault of file.faults?.() ?? []) report.yamlAt(file, fault);
  if (report.count === 0)
    report.yaml(file, [], 'type', {
      type: Array.isArray(value) ? 'array' : typeof value,
      expected: 'object',
      found: '',
    });
  return { problems: report.sorted() };
}
