/** Checks the shape of a YAML file with its zod schema and turns every issue into a located problem. */
import type * as z from 'zod';
import type { RawYaml } from '../load/raw.ts';
import { type Path, valueAt } from '../schema/plain-data.ts';
import { amongst, listed } from './nearest.ts';
import { personalData } from './personal-data.ts';
import type { Params, Report } from './report.ts';
import type { RuleId } from './rules.ts';
import { commentRule, type AllowedByKey } from './rules/privacy.ts';
import { type Issue, ruleOf, slipIn, slipInKey } from './rules/shape.ts';
import { exampleAt, keysAt } from './schema-keys.ts';

const NOTHING_ALLOWED: AllowedByKey = new Map();

/** A file with its data in the right shape. */
export interface Checked<T> {
  file: RawYaml;
  data: T;
}

/**
 * The data of a file, or undefined (with every problem reported) when its shape is wrong.
 * @param publicDigits what numbers may look like, by key; a number elsewhere may turn out to be a person's.
 */
export function checkShape<T>(
  schema: z.ZodType<T>,
  file: RawYaml | undefined,
  report: Report,
  publicDigits: AllowedByKey = NOTHING_ALLOWED,
): Checked<T> | undefined {
  if (file === undefined) return undefined;
  commentRule(file, report);
  if (file.broken) {
    for (const fault of file.faults?.() ?? []) {
      const secret =
        fault.rule === 'yaml-number'
          ? personal(String(fault.params['found']), fault.params['key'], publicDigits)
          : undefined;
      report.yamlAt(file, { ...fault, ...secret });
    }
    return undefined;
  }
  const result = schema.safeParse(file.value);
  if (result.success) {
    file.release?.();
    return { file, data: result.data };
  }
  for (const issue of causes(result.error.issues as unknown as Issue[], file.value))
    reportIssue({ schema, file, report, publicDigits }, issue, []);
  return undefined;
}

/** A number or text that is a person's, as the rule on it tells it. */
function personal(
  text: string,
  key: unknown,
  publicDigits: AllowedByKey,
): { rule: RuleId; params: { found: string } } | undefined {
  const first = personalData(text).find(({ rule }) => publicDigits.get(String(key))?.includes(rule) !== true);
  return first && { rule: first.rule, params: { found: first.shown } };
}

interface Place {
  schema: z.ZodType;
  file: RawYaml;
  report: Report;
  publicDigits: AllowedByKey;
}

function reportIssue(place: Place, issue: Issue, base: Path): void {
  const { schema, file, report, publicDigits } = place;
  const at = [...base, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys ?? []) {
      const slip = slipInKey(key);
      report.yaml(
        file,
        [...at, key],
        slip?.rule ?? 'unknown-key',
        slip?.params ?? amongst(key, keysAt(schema, at)),
        'key',
      );
    }
    return;
  }
  if (issue.code === 'invalid_key') {
    const { rule, params } = slipInKey(String(at.at(-1))) ?? ruleOf(issue.issues?.[0] ?? issue, String(at.at(-1)));
    report.yaml(file, at, rule, params, 'key');
    return;
  }
  const value = valueAt(file.value, at);
  if (issue.code === 'invalid_union' && (issue.errors?.length ?? 0) > 0) {
    for (const inner of likeliestBranch(issue.errors ?? [], value)) reportIssue(place, inner, at);
    return;
  }
  const { rule, params } = ruleOf(issue, value);
  const secret = rule === 'unquoted' ? personal(file.written(at) ?? String(value), at.at(-1), publicDigits) : undefined;
  const named = rule === 'type' ? withKeys(schema, at, value, params) : params;
  const told = secret ?? slipIn(rule, value, named['expected']) ?? { rule, params: named };
  report.yaml(file, at, told.rule, told.params, rule === 'empty-value' ? 'key' : 'value');
}

/** What a wrong type is told with: the keys that may stand there, and an example. */
function withKeys(schema: z.ZodType, at: Path, value: unknown, params: Params): Params {
  const { expected } = params;
  const keys = expected === 'object' ? listed(keysAt(schema, at)) : '';
  const example = expected === 'object' || expected === 'list' ? exampleAt(schema, at, value) : undefined;
  return { ...params, ...(keys === '' ? {} : { expected: 'keys', list: keys }), example };
}

/**
 * Of the forms that a value may take, the one that it was most likely meant to be: with the fewest keys too many or too few,
 * whatever stands under them; of those alike in this, with the fewest faults.
 */
function likeliestBranch(branches: readonly Issue[][], value: unknown): Issue[] {
  const wrongType = (issues: Issue[]): boolean => issues.some((i) => i.path.length === 0 && i.code === 'invalid_type');
  const keys = (issues: Issue[]): number =>
    issues.reduce(
      (sum, i) =>
        sum +
        (i.code === 'unrecognized_keys' ? (i.keys?.length ?? 1) : Number(valueAt(value, i.path as Path) === undefined)),
      0,
    );
  const isMap = typeof value === 'object' && value !== null;
  const fitting = branches.filter(
    (issues) => !wrongType(issues) && isMap === issues.every((i) => i.code !== 'invalid_value' || i.path.length > 0),
  );
  return (
    [...(fitting.length > 0 ? fitting : branches)].sort((a, b) => keys(a) - keys(b) || a.length - b.length)[0] ?? []
  );
}

/** The issues without those that merely follow from another one of the same file, whose data is `value`. */
export function causes(issues: readonly Issue[], value: unknown): Issue[] {
  const at = (issue: Issue, levels = 0): string => issue.path.slice(0, issue.path.length - levels).join('.');
  const mistyped = new Set(issues.filter((issue) => issue.code === 'invalid_type').map((issue) => at(issue)));
  const misread = new Set(
    issues.filter((issue) => issue.keys?.some((key) => slipInKey(key) !== undefined)).map((issue) => at(issue)),
  );
  return issues.filter((issue) => {
    if (issue.code === 'unrecognized_keys') return true;
    // Text where a list belongs is not too long besides.
    if (issue.code !== 'invalid_type' && mistyped.has(at(issue))) return false;
    // A misread key leaves a block without its content, or a key before it without a value.
    return (
      !misread.has(at(issue)) &&
      !(issue.path.length > 0 && misread.has(at(issue, 1)) && valueAt(value, issue.path as Path) === null)
    );
  });
}

/** A file with its data, some of which may stand for parts that are wrong. */
export interface Parts<T> extends Checked<T> {
  /** Keys of the file that are wrong, wholly or in some of their entries; rules that need all of one leave it alone. */
  faulty: ReadonlySet<keyof T>;
}

export interface PartsForm<T> {
  /** What stands for required keys that are wrong. */
  instead: Partial<T>;
  /** Keys with entries under keys of their own: only a wrong entry is left out, that many keys below the root. */
  entries?: Readonly<Partial<Record<keyof T, number>>>;
  /** See `checkShape`. */
  publicDigits?: AllowedByKey;
}

/**
 * Reports every fault of a file's shape.
 * @returns the data, or as much of it as is well-formed; undefined when nothing is.
 */
export function checkParts<T extends object>(
  schema: z.ZodType<T>,
  file: RawYaml,
  form: PartsForm<T>,
  report: Report,
): Parts<T> | undefined {
  const whole = checkShape(schema, file, report, form.publicDigits);
  if (whole !== undefined) return { ...whole, faulty: new Set() };
  const value: unknown = file.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const faulty = new Set<keyof T>();
  const left = structuredClone(value) as Record<string, unknown>;
  for (const { path, unknown } of faultyPaths(schema, value)) {
    const key = path[0] as string | undefined;
    if (unknown.length > 0 && path.length === 0) for (const name of unknown) delete left[name];
    if (key === undefined) continue;
    faulty.add(key as keyof T);
    const depth = form.entries?.[key as keyof T];
    if (depth === undefined || path.length < depth) delete left[key];
    else without(left, path.slice(0, depth));
  }
  for (const key of faulty)
    if (!Object.hasOwn(left, key) && Object.hasOwn(form.instead, key)) left[key as string] = form.instead[key];
  const again = schema.safeParse(left);
  return again.success ? { file, data: again.data, faulty } : undefined;
}

function faultyPaths(schema: z.ZodType, value: unknown): { path: Path; unknown: readonly string[] }[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    unknown: issue.code === 'unrecognized_keys' ? issue.keys : [],
  }));
}

/** Deletes what stands at a path of keys; nothing when it is gone already. */
function without(map: Record<string, unknown>, path: Path): void {
  let here: unknown = map;
  for (const step of path.slice(0, -1))
    here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined;
  if (typeof here === 'object' && here !== null)
    delete (here as Record<string | number, unknown>)[path.at(-1) as string | number];
}
