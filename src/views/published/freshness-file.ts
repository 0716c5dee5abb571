/** `api/v1/freshness.json`. */
import type { FreshnessFile } from '../../schema/api.ts';
import { type Freshness, dueCount, freshness } from '../pages/freshness.ts';
import type { Scoring } from './standings.ts';

/** The whole report as of the day of the release. */
export function freshnessFile(scoring: Scoring): FreshnessFile {
  return freshnessJson(freshness(scoring));
}

/** A report as it is published. */
export function freshnessJson(report: Freshness): FreshnessFile {
  return {
    asOf: report.asOf,
    methodology: report.methodology,
    limits: report.limits,
    total: dueCount(report),
    lists: report.lists.map(({ kind, entries }) => ({
      kind,
      count: entries.length,
      entries: entries.map(({ vendor, ...rest }) => ({ ...(vendor === undefined ? {} : { vendor }), ...rest })),
    })),
  };
}
