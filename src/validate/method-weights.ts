/** The weights of the current method name exactly the frameworks and dimensions that exist, and no criterion that does not. */
import type { Framework } from '../schema/framework.ts';
import type { Method } from '../schema/method.ts';
import { amongst } from './nearest.ts';
import type { Known } from './known.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

type FrameworkWeight = Method['frameworks'][string];
type DimensionWeight = FrameworkWeight['dimensions'][string];

export function weightRule(checked: Checked<Method>, known: Known, report: Report): void {
  const { file, data } = checked;
  for (const id of known.frameworks.keys()) {
    if (!Object.hasOwn(data.frameworks, id))
      report.yaml(file, ['frameworks'], 'weight-missing', { found: '', expected: id });
  }
  for (const [id, weights] of Object.entries(data.frameworks)) {
    if (!known.frameworks.has(id))
      report.yaml(file, ['frameworks', id], 'framework-unknown', amongst(id, known.frameworks.keys()), 'key');
    const framework = known.frameworks.get(id)?.framework;
    if (framework !== undefined) frameworkRule(checked, framework, weights, report);
  }
  if (sum(Object.values(data.frameworks)) === 0) report.yaml(file, ['frameworks'], 'weights-zero', { found: 0 });
}

function frameworkRule(checked: Checked<Method>, framework: Framework, weights: FrameworkWeight, report: Report): void {
  const { file } = checked;
  const at = ['frameworks', framework.id, 'dimensions'];
  const dimensions = new Map(framework.dimensions.map((d) => [d.id, d]));
  for (const id of dimensions.keys()) {
    if (!Object.hasOwn(weights.dimensions, id)) report.yaml(file, at, 'weight-missing', { found: '', expected: id });
  }
  for (const [id, dimensionWeight] of Object.entries(weights.dimensions)) {
    const dimension = dimensions.get(id);
    if (dimension === undefined) {
      report.yaml(
        file,
        [...at, id],
        'dimension-unknown',
        { ...amongst(id, dimensions.keys()), framework: framework.id },
        'key',
      );
      continue;
    }
    criteriaRule(
      checked,
      [...at, id],
      dimension.criteria.map((c) => c.id),
      dimensionWeight,
      report,
    );
  }
  if (sum(Object.values(weights.dimensions)) === 0) report.yaml(file, at, 'weights-zero', { found: 0 });
  weights.anyOf.forEach((id, i) => {
    if (!dimensions.has(id))
      report.yaml(file, ['frameworks', framework.id, 'anyOf', i], 'dimension-unknown', {
        ...amongst(id, dimensions.keys()),
        framework: framework.id,
      });
  });
  const counted = Object.values(weights.dimensions).filter((d) => d.weight > 0).length;
  if (weights.minimumDimensions > counted) {
    report.yaml(file, ['frameworks', framework.id, 'minimumDimensions'], 'minimum-dimensions', { limit: counted });
  }
}

function criteriaRule(
  checked: Checked<Method>,
  at: readonly string[],
  ids: readonly string[],
  weights: DimensionWeight,
  report: Report,
): void {
  for (const id of Object.keys(weights.criteria)) {
    if (!ids.includes(id))
      report.yaml(
        checked.file,
        [...at, 'criteria', id],
        'criterion-unknown',
        { ...amongst(id, ids), framework: at[1] },
        'key',
      );
  }
  if (ids.every((id) => Object.hasOwn(weights.criteria, id) && weights.criteria[id] === 0))
    report.yaml(checked.file, [...at, 'criteria'], 'weights-zero', { found: 0 });
}

function sum(weights: readonly { weight: number }[]): number {
  return weights.reduce((total, { weight }) => total + weight, 0);
}
