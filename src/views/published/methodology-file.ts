/** `api/v1/methodology.json`. */
import type { MethodologyFile } from '../../schema/api.ts';
import { changedSince } from '../../schema/holdout.ts';
import { bothPages } from './addresses.ts';
import type { Scoring } from './standings.ts';

/** The current method whole, and what every version says of itself. */
export function methodologyFile({ dataset }: Pick<Scoring, 'dataset'>): MethodologyFile {
  return {
    current: dataset.method.version,
    method: dataset.method,
    versions: dataset.methods.map(({ method }) => ({
      version: method.version,
      status: method.status,
      published: method.published,
      summary: method.summary,
      changes: method.changes,
      decisions: method.decisions,
      pages: bothPages(dataset.site, `/methodology/${method.version}/`),
    })),
    ...(dataset.holdOut === undefined
      ? {}
      : {
          holdOut: {
            ...dataset.holdOut,
            stale: changedSince(dataset.holdOut, dataset.release, dataset.inputs) !== undefined,
          },
        }),
  };
}
