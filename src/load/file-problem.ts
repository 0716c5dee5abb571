/** Problems that readers report. */
import type { Problem } from '../schema/problem.ts';
import { RULES, type RuleId } from '../schema/rules.ts';
import type { Place } from './raw.ts';

/** A problem of a file, at a place in it or as a whole. */
export function fileProblem(path: string, rule: RuleId, params: Problem['params'], place: Place = { line: 0, column: 0 }): Problem {
  return { path, line: place.line, column: place.column, field: '', rule, severity: RULES[rule], params };
}
