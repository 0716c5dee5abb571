/** Problems that readers report. */
import type { Problem } from '../schema/problem.ts';
import { READING_RULES, type ReadingRule } from './rules.ts';
import type { Place } from './raw.ts';

/** A problem of a file, at a place in it or as a whole. */
export function fileProblem(
  path: string,
  rule: ReadingRule,
  params: Problem['params'],
  place: Place = { line: 0, column: 0 },
): Problem {
  return {
    path,
    line: place.line,
    column: place.column,
    field: '',
    rule,
    severity: READING_RULES[rule].severity,
    params,
  };
}

/** Hidden files that programs leave behind by themselves and that git gives no meaning. */
const LEFT_BEHIND = /^(?:\.DS_Store|\.gitkeep|\..*\.sw[a-p])$/;

/**
 * What is wrong with a hidden file or folder in `data/`, where strangers may add files: a `.gitattributes` there makes git
 * rewrite the bytes of other files and hide their differences.
 */
export function hiddenFileProblems(path: string): Problem[] {
  return LEFT_BEHIND.test(path.slice(path.lastIndexOf('/') + 1)) ? [] : [fileProblem(path, 'file-hidden', {})];
}
