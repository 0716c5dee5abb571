/** Warnings of limits in the current method that change figures; how many, only scoring knows. */
import type { RawWorkspace } from '../load/raw.ts';
import type { Problem } from '../schema/problem.ts';
import { Report } from './report.ts';

/** As `score/limits.ts` counts them. */
interface Counts {
  cut?: { count: number; of: number; spread: number };
  floored?: { count: number; of: number; mean: 'geometric' | 'harmonic' };
}

/** Warnings at the places in the method of `version` that set the limits; none where nothing is changed by them. */
export function limitWarnings(raw: RawWorkspace, version: string, { cut, floored }: Counts): Problem[] {
  const file = raw.methods.find((m) => m.version === version)?.file;
  const report = new Report();
  if (file === undefined) return [];
  if (cut !== undefined && cut.count > 0) {
    // Rounded down, so that what is advised cuts nothing.
    const digits = 10 ** (1 - Math.floor(Math.log10(cut.spread)));
    report.yaml(file, ['withinMarket', 'spread'], 'points-cut', {
      found: cut.count,
      of: cut.of,
      limit: Math.floor(cut.spread * digits) / digits,
    });
  }
  if (floored !== undefined && floored.count > 0)
    report.yaml(file, ['aggregation'], 'mean-floored', { found: floored.count, of: floored.of, kind: floored.mean });
  return report.sorted();
}
