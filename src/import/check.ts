/** Faults of a mapping that its schema cannot see: columns, criteria and values that the file or the workspace does not have. */
import type { Path } from '../schema/plain-data.ts';
import type { Criterion, Framework } from '../schema/framework.ts';
import type { Cell, Condition } from '../schema/mapping-cell.ts';
import type { MappedAnswer, Mapping } from '../schema/mapping.ts';
import type { RuleId } from '../validate/rules.ts';
import { ANSWER_STATES } from '../schema/vendor.ts';
import { amongst } from '../validate/nearest.ts';
import type { Params } from '../validate/report.ts';
import { type AnswersMapping, criterionOf } from './answers.ts';
import { precisionOf } from './dates.ts';
import { targetColumns } from './table.ts';
import type { ImportTarget } from './files.ts';

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
    const precision = precisionOf(format);
    return precision !== undefined && FINER[precision] >= FINER[needs]
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

/** A fault of a mapping before its place in the file is known: keys and indexes from its root, the rule, and what its sentence needs. */
interface MappingFault {
  path: Path;
  rule: RuleId;
  params: Params;
  /** Whether the key is at fault rather than the value. */
  key?: true;
}

const STATES: readonly string[] = ANSWER_STATES.filter((state) => state !== 'not-applicable');

/** Faults under `answers`: each criterion exists and is measured as the mapping answers it. */
function checkAnswers(mapping: AnswersMapping, frameworks: readonly Framework[]): MappingFault[] {
  const entries = mapping.evidence.map((entry) => entry.id);
  return mapping.answers.flatMap((answer, i) => {
    const path: Path = ['answers', i];
    const faults = answer.evidence.flatMap((found, k): MappingFault[] =>
      entries.includes(found)
        ? []
        : [{ path: [...path, 'evidence', k], rule: 'evidence-unknown', params: amongst(found, entries) }],
    );
    const criterion = criterionOf(frameworks, answer.criterion);
    if (criterion !== undefined) return [...faults, ...checkPart(answer, criterion, path)];
    return [...faults, { path: [...path, 'criterion'], ...missing(answer.criterion, frameworks) }];
  });
}

function missing(ref: string, frameworks: readonly Framework[]): Pick<MappingFault, 'rule' | 'params'> {
  const [frameworkId = '', criterionId = ''] = ref.split('/');
  const framework = frameworks.find((f) => f.id === frameworkId);
  if (framework === undefined)
    return {
      rule: 'framework-unknown',
      params: amongst(
        frameworkId,
        frameworks.map((f) => f.id),
      ),
    };
  const ids = framework.dimensions.flatMap((d) => d.criteria).map((c) => c.id);
  return { rule: 'criterion-unknown', params: { ...amongst(criterionId, ids), framework: frameworkId } };
}

/** Whether the answer's part is the one that the criterion's measure takes, and its constants are possible. */
function checkPart(answer: MappedAnswer, criterion: Criterion, path: Path): MappingFault[] {
  const part =
    answer.value !== undefined
      ? 'value'
      : answer.numerator !== undefined
        ? 'numerator'
        : answer.level !== undefined
          ? 'level'
          : 'facets';
  const measure = criterion.measure;
  const expected =
    measure === undefined ? '' : ({ number: 'value', level: 'level', checklist: 'facets' } as const)[measure.kind];
  if (part === 'numerator' && measure?.kind === 'number') {
    return measure.per === undefined
      ? [{ path: [...path, part], rule: 'ratio-no-per', params: { found: part }, key: true }]
      : [];
  }
  if (part !== expected) {
    return [
      {
        path: [...path, part],
        rule: 'mapping-answer',
        params: { found: part, expected: expected === '' ? '-' : expected, criterion: answer.criterion },
        key: true,
      },
    ];
  }
  const constant = (value: unknown, candidates: readonly string[], at: Path): MappingFault[] =>
    typeof value !== 'string' || candidates.includes(value)
      ? []
      : [{ path: at, rule: 'mapping-constant', params: { ...amongst(value, candidates), column: answer.criterion } }];
  if (measure?.kind === 'level')
    return constant(
      answer.level?.value,
      measure.levels.map((l) => l.id),
      [...path, 'level', 'value'],
    );
  const facets = criterion.facets.map((facet) => facet.id);
  return Object.entries(answer.facets ?? {}).flatMap(([facet, cell]) => {
    const at: Path = [...path, 'facets', facet];
    if (!facets.includes(facet))
      return [
        {
          path: at,
          rule: 'facet-unknown' as const,
          params: { ...amongst(facet, facets), criterion: answer.criterion },
          key: true as const,
        },
      ];
    return constant(cell.value, STATES, [...at, 'value']);
  });
}

// Walks through a mapping: every cell, foreign column and date format in it, with its path.

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

/** Every date format, with the least precision that is needed of it. */
function formatsOf(mapping: Mapping): { path: Path; format: string; needs: Precision }[] {
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
