/** Former file names of vendors: each once, no longer in use, and leading to a vendor that is there. */
import type { Renamed } from '../schema/renamed.ts';
import type { Known } from './known.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

export function checkRenamed({ file, data }: Checked<Renamed>, known: Known, report: Report): void {
  const seen = new Set<string>();
  for (const [i, { from, to, on }] of data.entries()) {
    if (seen.has(from)) report.yaml(file, [i, 'from'], 'duplicate-id', { found: from });
    seen.add(from);
    if (known.vendors.has(from)) report.yaml(file, [i, 'from'], 'renamed-in-use', { found: from });
    if (!known.vendors.has(to)) report.yaml(file, [i, 'to'], 'vendor-unknown', amongst(to, known.vendors));
    if (known.asOf !== undefined && on > known.asOf) report.yaml(file, [i, 'on'], 'future-date', { limit: known.asOf });
  }
}
