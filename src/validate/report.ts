/** Collects problems, each with its place, and gives them in one order whatever the order in which they were found. */
import type { RawYaml } from '../load/raw.ts';
import { compareText } from '../schema/order.ts';
import type { Path } from '../schema/plain-data.ts';
import type { Problem } from '../schema/problem.ts';
import { withoutPersonalData } from './personal-data.ts';
import { RULES, type RuleId } from './rules.ts';

export type Params = Readonly<Record<string, string | number | undefined>>;

/** Problems in one YAML file that are listed; of the rest the number is given. */
export const MAX_LISTED = 100;

export class Report {
  readonly #problems: Problem[];
  /** Problems in YAML files, by path, and the severity of the worst of those that are not listed. */
  readonly #inFile = new Map<string, { count: number; severity: Problem['severity'] }>();

  /** @param before problems that were found already. */
  constructor(before: readonly Problem[] = []) {
    this.#problems = [...before];
  }

  /**
   * A problem of the value (or of the key) at `at` in a YAML file. Without `found` among the params it is what is
   * written there. Params that are undefined are left out. After `MAX_LISTED` in a file problems are only counted: finding the place of
   * each takes time, and nobody reads thousands.
   */
  yaml(file: RawYaml, at: Path, rule: RuleId, params: Params = {}, what: 'key' | 'value' = 'value'): void {
    if (this.#isFull(file.path, rule)) return;
    const { line, column } = file.locate(at, what);
    const found = 'found' in params ? {} : { found: what === 'key' ? String(at.at(-1) ?? '') : file.written(at) };
    this.add({ path: file.path, line, column, field: at.join('.'), rule, params: { ...found, ...params } });
  }

  /** The same for a place that the caller knows. */
  yamlAt(file: RawYaml, problem: { line: number; column: number; rule: RuleId; params?: Params }): void {
    if (!this.#isFull(file.path, problem.rule)) this.add({ path: file.path, field: '', ...problem });
  }

  /** Counts a problem of a YAML file; whether it is one too many to be listed. */
  #isFull(path: string, rule: RuleId): boolean {
    const inFile = this.#inFile.get(path) ?? { count: 0, severity: 'warning' };
    this.#inFile.set(path, inFile);
    if (++inFile.count <= MAX_LISTED) return false;
    if (RULES[rule].severity === 'error') inFile.severity = 'error';
    return true;
  }

  /** A problem of a file as a whole, or of a place that the caller knows. Personal data in `found` is masked: reports are public. */
  add(problem: Omit<Problem, 'severity' | 'params' | 'rule'> & { rule: RuleId; params?: Params }): void {
    const params: Record<string, string | number> = {};
    for (const [key, value] of Object.entries(problem.params ?? {}))
      if (value !== undefined)
        params[key] = key === 'found' && typeof value === 'string' ? withoutPersonalData(value) : value;
    this.#problems.push({ ...problem, severity: RULES[problem.rule].severity, params });
  }

  /** Adds params to problems that are reported already, once more is known about what was meant. */
  refine(file: RawYaml, at: Path, rule: RuleId, params: Readonly<Record<string, string | number>>): void {
    const field = at.join('.');
    for (const [i, problem] of this.#problems.entries()) {
      if (problem.path === file.path && problem.field === field && problem.rule === rule)
        this.#problems[i] = { ...problem, params: { ...problem.params, ...params } };
    }
  }

  /** Number of problems so far, warnings included. */
  get count(): number {
    return this.#problems.length + this.#unlisted().reduce((sum, { params }) => sum + Number(params['found']), 0);
  }

  /** For every file with too many problems, one that gives the number of the others. */
  #unlisted(): Problem[] {
    return [...this.#inFile].flatMap(([path, { count, severity }]) =>
      count <= MAX_LISTED
        ? []
        : [
            {
              path,
              line: 0,
              column: 0,
              field: '',
              rule: 'file-more',
              severity,
              params: { found: count - MAX_LISTED },
            },
          ],
    );
  }

  /** Number of errors so far. */
  get errors(): number {
    return this.#problems.filter((p) => p.severity === 'error').length;
  }

  /** All problems, in the order path, line, column, rule, field. */
  sorted(): Problem[] {
    return [...this.#problems, ...this.#unlisted()].sort(
      (a, b) =>
        compareText(a.path, b.path) ||
        a.line - b.line ||
        a.column - b.column ||
        compareText(a.rule, b.rule) ||
        compareText(a.field, b.field),
    );
  }
}
