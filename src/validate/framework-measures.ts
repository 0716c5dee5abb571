/** A checklist needs facets to check, and facets need a checklist to count. */
import type { Framework } from '../schema/framework.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

export function measureRule({ file, data }: Checked<Framework>, report: Report): void {
  for (const [d, dimension] of data.dimensions.entries()) {
    for (const [c, { measure, facets }] of dimension.criteria.entries()) {
      const at = ['dimensions', d, 'criteria', c];
      if (measure?.kind === 'checklist' && facets.length === 0)
        report.yaml(file, [...at, 'measure'], 'checklist-empty', {});
      if (measure?.kind !== 'checklist' && facets.length > 0)
        report.yaml(file, [...at, 'facets'], 'facets-unmeasured', { found: facets.length });
    }
  }
}
