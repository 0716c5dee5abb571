/** The rule on editors' exceptions, `content/exceptions.yaml`, and what they do: problems that they name are left out. */
import type { Exceptions } from '../../schema/exceptions.ts';
import type { Problem, Rules } from '../../schema/problem.ts';
import type { Report } from '../report.ts';
import type { Checked } from '../shape.ts';

export const EXCEPTIONS_RULES = {
  'exception-unneeded': {
    severity: 'warning',
    en: [
      'an exception from {found} for {path}, in which nothing breaks that rule there',
      'exceptions that are needed',
      'take this entry out',
    ],
    zh: ['{path} 对 {found} 的例外已无用处：该处不再违反这条规则', '仍有必要的例外', '删除这一项'],
  },
} as const satisfies Rules;

/**
 * The problems that no exception names, in their order. Reports every exception that names no problem, unless the file that it
 * is about has other errors: then some rules may not have been checked.
 */
export function applyExceptions(
  problems: readonly Problem[],
  { file, data }: Checked<Exceptions>,
  report: Report,
): Problem[] {
  const named = (p: Problem, { rule, path, field }: Exceptions[number]): boolean =>
    p.rule === rule && p.path === path && p.field === field;
  const left = problems.filter((p) => !data.some((exception) => named(p, exception)));
  for (const [i, exception] of data.entries()) {
    const isNeeded = problems.some((p) => named(p, exception));
    const isOpen = left.some((p) => p.path === exception.path && p.severity === 'error');
    if (!isNeeded && !isOpen)
      report.yaml(file, [i], 'exception-unneeded', { found: exception.rule, path: exception.path });
  }
  return left;
}
