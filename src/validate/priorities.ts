/** What customers care about: every id once, and frameworks and dimensions that exist. */
import type { Site } from '../schema/site.ts';
import type { Known } from './known.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';
import { uniqueIds } from './unique.ts';

export function priorityRule(checked: Checked<Site>, known: Known, report: Report): void {
  const { priorities } = checked.data;
  uniqueIds(checked, ['priorities'], priorities, report);
  for (const [i, { weigh }] of priorities.entries()) {
    for (const key of Object.keys(weigh)) {
      const at = ['priorities', i, 'weigh', key];
      const [framework = '', dimension] = key.split('/');
      if (!known.frameworks.has(framework)) {
        report.yaml(checked.file, at, 'framework-unknown', amongst(framework, known.frameworks.keys()), 'key');
        continue;
      }
      const dimensions = known.frameworks.get(framework)?.framework.dimensions.map((d) => d.id);
      if (dimension === undefined || dimensions === undefined || dimensions.includes(dimension)) continue;
      report.yaml(checked.file, at, 'dimension-unknown', { ...amongst(dimension, dimensions), framework }, 'key');
    }
  }
}
