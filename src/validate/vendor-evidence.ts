/** Evidence is named once, is there when it is a file, and what answers point to exists. */
import type { Path } from '../load/raw.ts';
import type { VendorFile } from '../schema/vendor.ts';
import { amongst } from './nearest.ts';
import { uniqueIds, uniqueWords } from './unique.ts';
import type { VendorRule } from './vendor.ts';

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
