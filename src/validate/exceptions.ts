/** Editors' exceptions: takes out the problems that they name, and tells those that nothing needs any more. */
import type { Exceptions } from '../schema/exceptions.ts';
import type { Problem } from '../schema/problem.ts';
import { Report } from './report.ts';
import type { Checked } from './shape.ts';

/**
 * What remains of the problems, in their order, with a warning for every exception that meets none. Where the file that it
 * speaks of has other faults, rules may not have come so far, and nothing is told.
 */
export function excepted(problems: readonly Problem[], checked: Checked<Exceptions> | undefined): Problem[] {
  if (checked === undefined) return [...problems];
  const { file, data } = checked;
  const named = (p: Problem, { rule, path, field }: Exceptions[number]): boolean =>
    p.rule === rule && p.path === path && p.field === field;
  const left = problems.filter((p) => !data.some((exception) => named(p, exception)));
  const report = new Report(left);
  for (const [i, exception] of data.entries()) {
    const isNeeded = problems.some((p) => named(p, exception));
    const isOpen = left.some((p) => p.path === exception.path && p.severity === 'error');
    if (!isNeeded && !isOpen)
      report.yaml(file, [i], 'exception-unneeded', { found: exception.rule, path: exception.path });
  }
  return report.sorted();
}
