/** Of the issues that zod finds in a file, those that are faults of their own: one cause is told once. */
import type { Path } from '../load/raw.ts';
import type { Issue } from './shape-rule.ts';
import { slipInKey } from './shape-slip.ts';
import { valueAt } from './value-at.ts';

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
