/** Rules of `content/frameworks/`: file name, ids, themes, overlaps, measures. */
import type { Rules } from '../../schema/problem.ts';

import type { Framework } from '../../schema/framework.ts';
import { amongst } from '../nearest.ts';
import type { Report } from '../report.ts';
import type { Checked } from '../shape.ts';
import { uniqueIds, uniqueWords } from './references.ts';

export const FRAMEWORK_RULES = {
  'framework-id': {
    severity: 'error',
    en: ['"{found}"', '"{expected}", the name of the file', 'make id and file name the same'],
    zh: ['“{found}”', '与文件名相同的“{expected}”', '让编号与文件名一致'],
  },
  'theme-unknown': {
    severity: 'error',
    en: ['"{found}"', 'a theme of this framework: {list}', 'write the id of a theme, or add the theme'],
    zh: ['“{found}”', '本框架的主题之一：{list}', '改成主题编号，或补上该主题'],
  },
  'theme-unused': {
    severity: 'warning',
    en: [
      'the theme "{found}", which no dimension belongs to',
      'a theme with dimensions',
      'take it out, or move a dimension to it',
    ],
    zh: ['主题“{found}”下没有维度', '至少有一个维度的主题', '删除该主题，或移入一个维度'],
  },
  'overlap-self': {
    severity: 'error',
    en: ['"{found}", the dimension itself', 'another dimension', 'name the other dimension'],
    zh: ['“{found}”就是本维度', '另一个维度', '写上另一个维度'],
  },
  'overlap-one-sided': {
    severity: 'error',
    en: [
      '"{found}", which does not name {dimension} in turn',
      'overlaps named on both sides',
      'add the overlap with {dimension} to {found} as well',
    ],
    zh: [
      '“{found}”一方没有写明与 {dimension} 相近',
      '双方互相写明的相近关系',
      '在 {found} 中也写上与 {dimension} 的区别',
    ],
  },
  'checklist-empty': {
    severity: 'error',
    en: ['a checklist without facets', 'at least one facet', 'add facets, or take out measure'],
    zh: ['没有要点的清单', '至少一个要点', '补上要点，或去掉 measure'],
  },
  'facets-unmeasured': {
    severity: 'warning',
    en: [
      '{found} facets that no checklist counts',
      'measure: {kind: checklist} beside facets',
      'add the measure, or take out the facets',
    ],
    zh: ['{found} 个要点，但没有清单来计量', '与要点配套的 measure: {kind: checklist}', '补上计量方式，或删除要点'],
  },
} as const satisfies Rules;

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
