/** Checks the shape of a YAML file with its zod schema and turns every issue into a located problem. */
import type * as z from 'zod';
import type { Path, RawYaml } from '../load/raw.ts';
import type { RuleId } from '../schema/rules.ts';
import { exampleAt } from './example.ts';
import { causes } from './shape-cause.ts';
import { keysAt } from './schema-keys.ts';
import { amongst, listed } from './nearest.ts';
import { personalData } from './personal-data.ts';
import { commentRule, type AllowedByKey } from './privacy.ts';
import type { Params, Report } from './report.ts';
import { ruleOf, type Issue } from './shape-rule.ts';
import { slipIn, slipInKey } from './shape-slip.ts';
import { valueAt } from './value-at.ts';

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
