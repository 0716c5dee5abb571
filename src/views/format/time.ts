/** How old evidence is. */
import { daysBetween } from '../../schema/day.ts';
import type { Method } from '../../schema/method.ts';
import type { Evidence } from '../../schema/vendor.ts';

/** How old a piece of evidence is on the day of the build. */
export type EvidenceAge = 'fresh' | 'stale' | 'expired';

/** Whether evidence is past its own end, or confirmed longer ago than the method calls fresh. */
export function evidenceAge(evidence: Evidence, method: Method, asOf: string): EvidenceAge {
  if (evidence.expires !== undefined && evidence.expires < asOf) return 'expired';
  return daysBetween(evidence.lastConfirmed, asOf) > method.freshness.evidenceDays ? 'stale' : 'fresh';
}
