/** Walks a mapping: every cell, every foreign column and every date format in it, with the place where it stands. */
import type { Cell, Condition } from '../schema/mapping-cell.ts';
import type { Mapping } from '../schema/mapping.ts';

type Path = readonly (string | number)[];
type Precision = 'month' | 'day' | 'minute';

/** Every cell, those under `otherwise` too. */
export function cellsOf(mapping: Mapping): { path: Path; cell: Cell }[] {
  const found: { path: Path; cell: Cell }[] = [];
  const add = (cell: Cell | undefined, ...path: Path) => {
    if (cell === undefined) return;
    found.push({ path, cell });
    add(cell.otherwise, ...path, 'otherwise');
  };
  if (mapping.target === 'answers') {
    add(mapping.vendor, 'vendor');
    mapping.answers.forEach((answer, i) => {
      for (const part of ['value', 'error', 'numerator', 'denominator', 'level'] as const)
        add(answer[part], 'answers', i, part);
      for (const [facet, cell] of Object.entries(answer.facets ?? {})) add(cell, 'answers', i, 'facets', facet);
    });
  } else {
    for (const [name, cell] of Object.entries(mapping.columns)) add(cell, 'columns', name);
  }
  const { vendors } = mapping;
  for (const key of ['legalName', 'creditCode', 'website'] as const) add(vendors[key], 'vendors', key);
  for (const key of ['name', 'about'] as const)
    for (const language of ['zh', 'en'] as const) add(vendors[key]?.[language], 'vendors', key, language);
  vendors.aliases.forEach((cell, i) => {
    add(cell, 'vendors', 'aliases', i);
  });
  vendors.offices.forEach((office, i) => {
    add(office.region, 'vendors', 'offices', i, 'region');
    add(office.city, 'vendors', 'offices', i, 'city');
  });
  return found;
}

/** Every condition, those inside `any` too. */
function conditionsOf(mapping: Mapping): { path: Path; condition: Condition }[] {
  const found: { path: Path; condition: Condition }[] = [];
  const add = (list: readonly Condition[] | undefined, ...path: Path) => {
    list?.forEach((condition, i) => {
      found.push({ path: [...path, i], condition });
      add(condition.any, ...path, i, 'any');
    });
  };
  mapping.rows.forEach((step, i) => {
    if (step.do === 'where') add(step.all, 'rows', i, 'all');
  });
  for (const { path, cell } of cellsOf(mapping)) {
    add(cell.when, ...path, 'when');
    add(cell.minutes?.never, ...path, 'minutes', 'never');
  }
  return found;
}

/** Every place that names a column of the foreign file. */
export function columnsOf(mapping: Mapping): { path: Path; column: string }[] {
  const found: { path: Path; column: string }[] = [];
  const add = (names: string | readonly string[] | undefined, ...path: Path) => {
    if (typeof names === 'string') found.push({ path, column: names });
    else names?.forEach((column, i) => found.push({ path: [...path, i], column }));
  };
  mapping.rows.forEach((step, i) => {
    if (step.do !== 'keep') return;
    add(step.per, 'rows', i, 'per');
    add(step.by?.column, 'rows', i, 'by', 'column');
  });
  for (const { path, cell } of cellsOf(mapping)) {
    add(cell.from, ...path, 'from');
    add(cell.minutes?.start.from, ...path, 'minutes', 'start', 'from');
    add(cell.minutes?.end.from, ...path, 'minutes', 'end', 'from');
    add(cell.sum?.of, ...path, 'sum', 'of');
    add(cell.sum?.over, ...path, 'sum', 'over');
  }
  for (const { path, condition } of conditionsOf(mapping)) add(condition.column, ...path, 'column');
  return found;
}

/** Every date format, with what it must at least tell. */
export function formatsOf(mapping: Mapping): { path: Path; format: string; needs: Precision }[] {
  const found: { path: Path; format: string; needs: Precision }[] = [];
  const add = (formats: readonly string[] | undefined, needs: Precision, ...path: Path) => {
    formats?.forEach((format, i) => found.push({ path: [...path, i], format, needs }));
  };
  mapping.rows.forEach((step, i) => {
    if (step.do === 'keep') add(step.by?.formats, 'day', 'rows', i, 'by', 'formats');
  });
  for (const { path, cell } of cellsOf(mapping)) {
    cell.steps.forEach((step, i) => {
      if (step.do === 'date') add(step.formats, step.to, ...path, 'steps', i, 'formats');
    });
    add(cell.minutes?.start.formats, 'minute', ...path, 'minutes', 'start', 'formats');
    add(cell.minutes?.end.formats, 'minute', ...path, 'minutes', 'end', 'formats');
  }
  for (const { path, condition } of conditionsOf(mapping)) add(condition.formats, 'day', ...path, 'formats');
  return found;
}
