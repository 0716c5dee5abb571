/** Text of vendor files: new ones, and answers merged into those that exist so that what people wrote around them survives. */
import { Document, isCollection, isMap, isSeq, parseDocument } from 'yaml';
import type { Evidence } from '../schema/vendor.ts';
import { NUMBER_KEYS, type ToldAnswer, type ToldAnswers } from './answers.ts';
import type { VendorDraft } from './vendor-draft.ts';

/** Text of a new vendor's file. `answers` are written in the order of the map, with the evidence that they use. */
export function newVendorText(draft: VendorDraft, answers: ToldAnswers, evidence: readonly Evidence[]): string {
  const used = usedEvidence(answers, evidence);
  const nested: Record<string, Record<string, unknown>> = {};
  for (const [ref, told] of answers) {
    const [framework = '', criterion = ''] = ref.split('/');
    (nested[framework] ??= {})[criterion] = written(told);
  }
  const file = {
    ...draft,
    ...(used.length === 0 ? {} : { evidence: used }),
    ...(answers.size === 0 ? {} : { answers: nested }),
  };
  return new Document(file, { aliasDuplicateObjects: false }).toString({ lineWidth: 0 });
}

/**
 * The text of an existing vendor file with the answers put in. Comments, order and everything that is not answered here stay.
 * An answer's other parts (a note, facets not told) stay too; its evidence becomes what the mapping names.
 * @throws Error when the text is not one YAML mapping without faults.
 */
export function mergedVendorText(text: string, answers: ToldAnswers, evidence: readonly Evidence[]): string {
  const doc = parseDocument(text, { keepSourceTokens: true });
  if (doc.errors.length > 0 || !isMap(doc.contents)) throw new Error(doc.errors[0]?.message ?? 'not a mapping');
  for (const entry of usedEvidence(answers, evidence)) putEvidence(doc, entry);
  for (const [ref, told] of answers) {
    const path = ['answers', ...ref.split('/')];
    for (let depth = 1; depth <= path.length; depth++) {
      const at = path.slice(0, depth);
      const node = doc.getIn(at, true);
      if (!isCollection(node)) doc.setIn(at, doc.createNode({}));
      else if (node.items.length === 0) node.flow = false;
    }
    // A number is replaced whole: an error that belonged to another value must not stay behind.
    if (NUMBER_KEYS.some((key) => told[key] !== undefined)) {
      for (const key of NUMBER_KEYS) if (told[key] === undefined) doc.deleteIn([...path, key]);
    }
    for (const [key, value] of Object.entries(written(told))) {
      if (key === 'facets')
        for (const [facet, state] of Object.entries(told.facets ?? {}))
          putFacet(doc, [...path, 'facets'], facet, state);
      else doc.setIn([...path, key], doc.createNode(value));
    }
    if (doc.hasIn([...path, 'state'])) {
      doc.deleteIn([...path, 'state']);
      doc.deleteIn([...path, 'reason']);
    }
  }
  return doc.toString({ lineWidth: 0 });
}

function written(told: ToldAnswer): Record<string, unknown> {
  const { evidence, ...rest } = told;
  return evidence.length === 0 ? rest : { ...rest, evidence: [...evidence] };
}

function usedEvidence(answers: ToldAnswers, evidence: readonly Evidence[]): Evidence[] {
  const used = new Set([...answers.values()].flatMap((told) => told.evidence));
  return evidence.filter((entry) => used.has(entry.id));
}

/** Replaces the entry with the same id, or adds one at the end. */
function putEvidence(doc: Document, entry: Evidence): void {
  const list = doc.get('evidence', true);
  if (!isSeq(list)) {
    doc.set('evidence', doc.createNode([entry]));
    return;
  }
  const at = list.items.findIndex((item) => isMap(item) && item.get('id') === entry.id);
  if (list.items.length === 0) list.flow = false;
  doc.setIn(['evidence', at === -1 ? list.items.length : at], doc.createNode(entry));
}

/** A facet's own evidence and note stay when it is written as a mapping. */
function putFacet(doc: Document, path: readonly string[], facet: string, state: string): void {
  if (!isCollection(doc.getIn(path, true))) doc.setIn(path, doc.createNode({}));
  const at = [...path, facet];
  const node = doc.getIn(at, true);
  doc.setIn(isMap(node) ? [...at, 'state'] : at, state);
}
