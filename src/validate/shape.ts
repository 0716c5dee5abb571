/** Checks the shape of a YAML file with its zod schema and turns every issue into a located problem. */
import type * as z from 'zod';
import type { Path, RawYaml } from '../load/raw.ts';
import { keysAt } from './schema-keys.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';
import { ruleOf, type Issue } from './shape-rule.ts';

/** A file with its data in the right shape. */
export interface Checked<T> {
  file: RawYaml;
  data: T;
}

/** The data of a file, or undefined (with every problem reported) when its shape is wrong. */
export function checkShape<T>(schema: z.ZodType<T>, file: RawYaml | undefined, report: Report): Checked<T> | undefined {
  if (file === undefined) return undefined;
  if (file.broken) {
    for (const fault of file.faults?.() ?? []) report.add({ path: file.path, field: '', ...fault });
    return undefined;
  }
  const result = schema.safeParse(file.value);
  if (result.success) {
    file.release?.();
    return { file, data: result.data };
  }
  for (const issue of result.error.issues as unknown as Issue[]) reportIssue(schema, file, issue, [], report);
  return undefined;
}

function reportIssue(schema: z.ZodType, file: RawYaml, issue: Issue, base: Path, report: Report): void {
  const at = [...base, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys ?? []) report.yaml(file, [...at, key], 'unknown-key', amongst(key, keysAt(schema, at)), 'key');
    return;
  }
  if (issue.code === 'invalid_key') {
    const { rule, params } = ruleOf(issue.issues?.[0] ?? issue, String(at.at(-1)));
    report.yaml(file, at, rule, params, 'key');
    return;
  }
  const value = valueAt(file.value, at);
  if (issue.code === 'invalid_union' && (issue.errors?.length ?? 0) > 0) {
    for (const inner of likeliestBranch(issue.errors ?? [], value)) reportIssue(schema, file, inner, at, report);
    return;
  }
  const { rule, params } = ruleOf(issue, value);
  report.yaml(file, at, rule, params, rule === 'empty-value' ? 'key' : 'value');
}

/**
 * Of the forms that a value may take, the one that it was most likely meant to be: with the fewest keys too many or too few,
 * whatever stands under them; of those alike in this, with the fewest faults.
 */
function likeliestBranch(branches: readonly Issue[][], value: unknown): Issue[] {
  const wrongType = (issues: Issue[]): boolean => issues.some((i) => i.path.length === 0 && i.code === 'invalid_type');
  const keys = (issues: Issue[]): number =>
    issues.reduce((sum, i) => sum + (i.code === 'unrecognized_keys' ? (i.keys?.length ?? 1) : Number(valueAt(value, i.path as Path) === undefined)), 0);
  const isMap = typeof value === 'object' && value !== null;
  const fitting = branches.filter((issues) => !wrongType(issues) && isMap === issues.every((i) => i.code !== 'invalid_value' || i.path.length > 0));
  return [...(fitting.length > 0 ? fitting : branches)].sort((a, b) => keys(a) - keys(b) || a.length - b.length)[0] ?? [];
}

/** The value at a path of plain data; undefined when there is none. */
export function valueAt(value: unknown, at: Path): unknown {
  let here = value;
  for (const step of at) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}
