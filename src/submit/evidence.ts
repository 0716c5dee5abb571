/** The evidence of a draft: named, attached to answers, taken away with everything that points to it. */
import { type Draft, type DraftPath, listIn, textIn, withValue } from './draft.ts';
import { valueAt } from '../schema/plain-data.ts';

/** Ids of the evidence in a draft, in its order. */
export function evidenceIds(draft: Draft): string[] {
  return listIn(draft, ['evidence']).map((entry) => textIn(entry, ['id']));
}

/** An id that no evidence of the draft has. */
export function freeEvidenceId(draft: Draft): string {
  const ids = new Set(evidenceIds(draft));
  for (let n = ids.size + 1; ; n++) if (!ids.has(`evidence-${n}`)) return `evidence-${n}`;
}

/** Paths of all lists of evidence ids in the answers. */
function pointerPaths(draft: Draft): DraftPath[] {
  const keys = (at: DraftPath): string[] => {
    const value = valueAt(draft, at);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  };
  return keys(['answers']).flatMap((framework) =>
    keys(['answers', framework]).flatMap((criterion) => {
      const at: DraftPath = ['answers', framework, criterion];
      return [
        [...at, 'evidence'],
        ...keys([...at, 'facets']).map((facet): DraftPath => [...at, 'facets', facet, 'evidence']),
      ];
    }),
  );
}

/** How many answers a piece of evidence stands behind. */
export function usesOf(draft: Draft, id: string): number {
  return pointerPaths(draft).filter((at) => listIn(draft, at).includes(id)).length;
}

/** The draft with a piece of evidence attached to what stands at `at`, once. */
export function attached(draft: Draft, at: DraftPath, id: string): Draft {
  const list = listIn(draft, [...at, 'evidence']);
  return list.includes(id) ? draft : withValue(draft, [...at, 'evidence'], [...list, id]);
}

/** The draft with a piece of evidence no longer attached to what stands at `at`. */
export function detached(draft: Draft, at: DraftPath, id: string): Draft {
  const rest = listIn(draft, [...at, 'evidence']).filter((other) => other !== id);
  return withValue(draft, [...at, 'evidence'], rest.length === 0 ? undefined : rest);
}

/** The draft without entry `index` of its evidence, and without anything that points to it. */
export function withoutEvidence(draft: Draft, index: number): Draft {
  const id = textIn(draft, ['evidence', index, 'id']);
  const gone = withValue(draft, ['evidence', index], undefined);
  if (evidenceIds(gone).includes(id)) return gone;
  return pointerPaths(gone).reduce(
    (left, at) => (listIn(left, at).includes(id) ? detached(left, at.slice(0, -1), id) : left),
    gone,
  );
}
