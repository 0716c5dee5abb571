/** A framework: file name, ids, themes, measures. Overlaps have a file of their own. */
import type { Framework } from '../schema/framework.ts';
import { overlapRule } from './framework-overlaps.ts';
import { measureRule } from './framework-measures.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';
import { uniqueIds } from './unique.ts';

/** All that one framework file can break by itself. */
export function checkFramework(checked: Checked<Framework>, report: Report): void {
  idRule(checked, report);
  uniqueRule(checked, report);
  themeRule(checked, report);
  overlapRule(checked, report);
  measureRule(checked, report);
}

function idRule({ file, data }: Checked<Framework>, report: Report): void {
  if (data.id !== file.name) report.yaml(file, ['id'], 'framework-id', { expected: file.name });
}

/** Ids are unique: themes and dimensions in the framework, criteria in the whole framework, facets in their criterion. */
function uniqueRule(checked: Checked<Framework>, report: Report): void {
  const { themes, dimensions } = checked.data;
  uniqueIds(checked, ['themes'], themes, report);
  uniqueIds(checked, ['dimensions'], dimensions, report);
  const criteria = new Set<string>();
  for (const [d, dimension] of dimensions.entries()) {
    for (const [c, criterion] of dimension.criteria.entries()) {
      const at = ['dimensions', d, 'criteria', c];
      if (criteria.has(criterion.id)) report.yaml(checked.file, [...at, 'id'], 'duplicate-id', { found: criterion.id });
      criteria.add(criterion.id);
      uniqueIds(checked, [...at, 'facets'], criterion.facets, report);
      if (criterion.measure?.kind === 'level')
        uniqueIds(checked, [...at, 'measure', 'levels'], criterion.measure.levels, report);
    }
  }
}

function themeRule({ file, data }: Checked<Framework>, report: Report): void {
  const themes = new Set(data.themes.map((t) => t.id));
  const used = new Set(data.dimensions.map((d) => d.theme));
  for (const [d, { theme }] of data.dimensions.entries()) {
    if (!themes.has(theme)) report.yaml(file, ['dimensions', d, 'theme'], 'theme-unknown', amongst(theme, themes));
  }
  for (const [t, { id }] of data.themes.entries()) {
    if (!used.has(id)) report.yaml(file, ['themes', t, 'id'], 'theme-unused', { found: id });
  }
}
