/** What is wrong with a workspace, where, and what to do: the one shape in which every reader and rule reports. */

/** One problem. The sentences come from `i18n/problems.ts` by `rule`, filled with `params`. */
export interface Problem {
  /** Path from the workspace's root, with `/`. */
  path: string;
  /** First line is 1; 0 when the problem is of the file as a whole. */
  line: number;
  /** First column is 1; 0 when the problem is of the line or file as a whole. */
  column: number;
  /** Dotted path of the field, or the CSV column; empty when it is of the whole file. */
  field: string;
  /** Stable kebab-case id of the rule. */
  rule: string;
  /** `error` fails the build; `warning` is only shown. */
  severity: 'error' | 'warning';
  /** Values for the sentences: what was found, what was expected, the nearest valid id, and so on. */
  params: Readonly<Record<string, string | number>>;
}

/** Thrown by whoever cannot go on; holds every problem, in the order path, line, column, rule. */
export class WorkspaceProblems extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problem(s) in the workspace`);
    this.name = 'WorkspaceProblems';
    this.problems = problems;
  }
}
