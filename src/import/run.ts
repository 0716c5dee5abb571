/** Runs an import: reads the mapping, the foreign file and what is needed of the workspace, and writes what the transformation gives. */
import { relative, resolve, sep } from 'node:path';
import { importLabels } from '../i18n/labels/import.ts';
import { csvRecords } from '../load/csv.ts';
import { nameFault } from '../load/names.ts';
import { sha256 } from '../load/sha256.ts';
import { mapping } from '../schema/mapping.ts';
import { WorkspaceProblems } from '../schema/problem.ts';
import type { Language } from '../schema/text.ts';
import { checkShape } from '../validate/shape.ts';
import { checkMapping } from './check.ts';
import type { CsvRow } from './table.ts';
import { readInput, readMapping, readTarget, textIn, writeAll } from './files.ts';
import type { ImportReport } from './report.ts';
import { tablePath, transform, vendorPath } from './transform.ts';
import type { Tools } from './step.ts';

export interface ImportOptions {
  /** Path of the mapping file. */
  map: string;
  /** Path of the foreign CSV, gzip-compressed or not. */
  input: string;
  /** Folder of the workspace. */
  workspace: string;
  dryRun: boolean;
  /** Write nothing when a record is bad. */
  strict: boolean;
  /** Replace reviews that editors decided about even when the new file does not have them. */
  replace: boolean;
}

/**
 * Runs an import and reports what it did. Nothing at all is written when the mapping or the workspace has a fault, when no
 * record can be used, or when `strict` or lost moderation forbids it.
 * @param language of the messages of what is thrown.
 * @throws WorkspaceProblems for faults with a place; Error when a file cannot be read.
 */
export async function runImport(options: ImportOptions, language: Language): Promise<ImportReport> {
  const root = resolve(options.workspace);
  const { report, target } = await readTarget(root);
  const file = readMapping(options.map, shortPath(root, options.map));
  const fault = nameFault(file.name);
  if (fault !== undefined)
    report.add({
      path: file.path,
      line: 0,
      column: 0,
      field: '',
      rule: fault,
      params: { found: file.name, expected: '<id>.yaml' },
    });
  const checked = checkShape(mapping, file, report);
  if (checked === undefined || target === undefined || report.count > 0) throw new WorkspaceProblems(report.sorted());
  const { data } = checked;

  const input = readInput(options.input, data.source, language);
  const problem = { path: options.input, column: 0, field: '' };
  if (input.sheet.columns.length === 0) report.add({ ...problem, line: 0, rule: 'csv-empty' });
  else if (input.stoppedAt !== undefined) report.add({ ...problem, line: input.stoppedAt, rule: 'csv-record' });
  else
    for (const { path, rule, params, key } of checkMapping(data, input.sheet.columns, target))
      report.yaml(file, path, rule, params, key ? 'key' : 'value');
  if (report.count > 0) throw new WorkspaceProblems(report.sorted());

  const earlier = data.target === 'answers' ? undefined : textIn(root, tablePath(data.target, file.name));
  const output = transform({
    id: file.name,
    mapping: data,
    sheet: input.sheet,
    workspace: target,
    vendorFiles: (slug) => textIn(root, vendorPath(slug)),
    earlier: earlier === undefined ? [] : rowsOf(earlier),
    tools: toolsIn(language),
  });
  const changed = output.files.filter(({ path, text }) => textIn(root, path) !== text);
  const bad = output.tally.bad > 0 || input.problem !== undefined;
  const refused =
    output.tally.taken === 0
      ? 'nothing'
      : output.lost.length > 0 && !options.replace
        ? 'lost'
        : options.strict && bad
          ? 'strict'
          : undefined;
  if (refused === undefined && !options.dryRun) writeAll(root, changed);
  const { tally, created, kept, differing, carried, lost, sharedDays } = output;
  return {
    mapping: file.name,
    target: data.target,
    encoding: input.encoding,
    ...(input.problem === undefined ? {} : { encodingProblem: input.problem }),
    ...{ tally, created, kept, differing, carried, lost },
    ...(sharedDays === undefined ? {} : { sharedDays }),
    dryRun: options.dryRun,
    written: refused === undefined ? changed.map(({ path }) => path) : [],
    unchanged: output.files.length - changed.length,
    ...(refused === undefined ? {} : { refused }),
  };
}

/** The path as problems name it: from the workspace's root when it lies inside. */
function shortPath(root: string, path: string): string {
  const inside = relative(root, resolve(path));
  return inside.startsWith('..') || inside === '' ? path : inside.split(sep).join('/');
}

function rowsOf(text: string): CsvRow[] {
  const { rows } = csvRecords(text);
  const [head = [], ...rest] = rows;
  return rest.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

function toolsIn(language: Language): Tools {
  return {
    sha256,
    secret: (name) => {
      const value = process.env[name];
      if (value === undefined || value === '') throw new Error(importLabels[language].noSecret(name));
      return value;
    },
  };
}
