/** Dimensions that lie close name each other, both ways, so that a reader of either learns how they differ. */
import type { Framework } from '../schema/framework.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';
import { uniqueWords } from './unique.ts';

export function overlapRule(checked: Checked<Framework>, report: Report): void {
  const { file, data } = checked;
  const overlaps = new Map(data.dimensions.map((d) => [d.id, new Set(d.overlaps.map((o) => o.with))]));
  for (const [d, dimension] of data.dimensions.entries()) {
    for (const [o, { with: other }] of dimension.overlaps.entries()) {
      const at = ['dimensions', d, 'overlaps', o, 'with'];
      if (other === dimension.id) report.yaml(file, at, 'overlap-self', { found: other });
      else if (!overlaps.has(other))
        report.yaml(file, at, 'dimension-unknown', { ...amongst(other, overlaps.keys()), framework: data.id });
      else if (overlaps.get(other)?.has(dimension.id) !== true)
        report.yaml(file, at, 'overlap-one-sided', { found: other, dimension: dimension.id });
    }
    uniqueWords(
      checked,
      ['dimensions', d, 'overlaps'],
      dimension.overlaps.map((o) => o.with),
      report,
    );
  }
}
