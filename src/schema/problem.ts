/** What is wrong with a workspace, where, and what to do: the one shape in which every reader and rule reports. */

/**
 * What was found, what was expected, and what to do. `{name}` is a param of the problem, made printable; `{name|type}` is a
 * word of the table `type` in `validate/problem-words.ts`. A suggestion (`near`) or an `example` replaces what to do.
 */
export type Sentence = readonly [found: string, expected: string, fix: string];

/** A rule: how grave it is to break it (an error stops a build, a warning is only shown), and its sentence. */
export interface Rule {
  severity: 'error' | 'warning';
  en: Sentence;
  zh: Sentence;
}

/** Rules by id: stable words in kebab-case. */
export type Rules = Readonly<Record<string, Rule>>;

/** One problem. The sentence is that of `rule` in `validate/rules.ts`, filled with `params`. */
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

/** Thrown by commands and builds when validation fails; holds every problem, in the order path, line, column, rule. */
export class WorkspaceProblems extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problem(s) in the workspace`);
    this.name = 'WorkspaceProblems';
    this.problems = problems;
  }
}
