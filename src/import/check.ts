/** Faults of a mapping that its schema cannot see: columns, criteria and values that the file or the workspace does not have. */
import type { Path } from '../schema/plain-data.ts';
import type { Mapping } from '../schema/mapping.ts';
import { amongst } from '../validate/nearest.ts';
import { checkAnswers } from './check-answers.ts';
import { precisionOf } from './date-format.ts';
import type { MappingFault } from './mapping-fault.ts';
import { cellsOf, columnsOf, formatsOf } from './mapping-parts.ts';
import { targetColumns } from './target-columns.ts';
import type { ImportTarget } from './workspace.ts';

/** All faults of a mapping for a file with these columns. */
export function checkMapping(mapping: Mapping, columns: readonly string[], workspace: ImportTarget): MappingFault[] {
  return [
    ...checkColumns(mapping, columns),
    ...checkFormats(mapping),
    ...(mapping.target === 'answers' ? checkAnswers(mapping, workspace.frameworks) : checkTable(mapping, workspace)),
    ...checkWords(mapping, workspace),
  ];
}

/** Columns of the foreign file: each must be there, once. */
function checkColumns(mapping: Mapping, columns: readonly string[]): MappingFault[] {
  const count = new Map<string, number>();
  for (const name of columns) count.set(name, (count.get(name) ?? 0) + 1);
  return columnsOf(mapping).flatMap(({ path, column }): MappingFault[] => {
    const times = count.get(column) ?? 0;
    if (times === 1) return [];
    if (times > 1) return [{ path, rule: 'mapping-column-twice', params: { found: column, times } }];
    return [{ path, rule: 'mapping-column', params: amongst(column, columns) }];
  });
}

const FINER = { month: 0, day: 1, minute: 2 } as const;

function checkFormats(mapping: Mapping): MappingFault[] {
  return formatsOf(mapping).flatMap(({ path, format, needs }): MappingFault[] => {
    const told = precisionOf(format);
    return told !== undefined && FINER[told] >= FINER[needs]
      ? []
      : [{ path, rule: 'mapping-date-format', params: { found: format, needs } }];
  });
}

/** Columns of our table: known, all the required ones there, constants possible in them. */
function checkTable(
  mapping: Extract<Mapping, { target: 'reviews' | 'observations' }>,
  workspace: ImportTarget,
): MappingFault[] {
  if (mapping.target === 'observations' && workspace.questionnaire.observations === undefined) {
    return [{ path: ['target'], rule: 'mapping-no-observations', params: {} }];
  }
  const target = targetColumns(mapping.target, workspace.questionnaire);
  const faults: MappingFault[] = [];
  for (const name of Object.keys(mapping.columns)) {
    if (!target.names.includes(name))
      faults.push({
        path: ['columns', name],
        rule: 'mapping-target-column',
        params: amongst(name, target.names),
        key: true,
      });
  }
  for (const name of target.required) {
    if (mapping.columns[name] === undefined)
      faults.push({ path: ['columns'], rule: 'mapping-required', params: { found: '', column: name }, key: true });
  }
  for (const { path, cell } of cellsOf(mapping)) {
    const [part, name] = path;
    if (part !== 'columns' || typeof name !== 'string' || cell.value === undefined || cell.steps.length > 0) continue;
    const text = String(cell.value);
    if (text !== '' && target.names.includes(name) && !target.fits(name, text)) {
      faults.push({
        path: [...path, 'value'],
        rule: 'mapping-constant',
        params: { list: target.describe(name), ...amongst(text, target.choices(name)), column: name },
      });
    }
  }
  return faults;
}

/** Words of the directory that the vendor template uses. */
function checkWords(mapping: Mapping, { directory }: ImportTarget): MappingFault[] {
  const faults: MappingFault[] = [];
  const look = (path: Path, found: string, candidates: readonly string[], list: string) => {
    if (!candidates.includes(found))
      faults.push({ path, rule: 'directory-unknown', params: { ...amongst(found, candidates), where: list } });
  };
  for (const list of ['services', 'industries', 'languages'] as const) {
    const ids = directory[list].map((entry) => entry.id);
    mapping.vendors[list].forEach((found, i) => {
      look(['vendors', list, i], found, ids, list);
    });
  }
  mapping.vendors.offices.forEach(({ region, city }, i) => {
    if (typeof region.value !== 'string') return;
    look(
      ['vendors', 'offices', i, 'region', 'value'],
      region.value,
      directory.regions.map((r) => r.id),
      'regions',
    );
    const cities = directory.regions.find((r) => r.id === region.value)?.cities.map((c) => c.id);
    if (cities !== undefined && typeof city.value === 'string')
      look(['vendors', 'offices', i, 'city', 'value'], city.value, cities, 'cities');
  });
  return faults;
}
