/** Replies answer a review of the vendor's own, or a criterion that exists; each once, and not before it was there. */
import type { VendorFile } from '../schema/vendor.ts';
import { dayNumber } from './dates.ts';
import { criterionFault, type Known } from './known.ts';
import type { ReviewOwners } from './review-owners.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

/** @param owners vendor of each review that somebody refers to; undefined when the reviews are faulty and cannot be judged. */
export function replyRule(
  { file, data }: Checked<VendorFile>,
  known: Known,
  owners: ReviewOwners | undefined,
  report: Report,
): void {
  const answered = new Set<string>();
  for (const [i, { to, on }] of data.replies.entries()) {
    const at = ['replies', i, 'to'];
    const [kind, one] = 'criterion' in to ? ['criterion', to.criterion] : ['review', to.review];
    if (answered.has(`${kind} ${one}`)) report.yaml(file, [...at, kind], 'reply-twice');
    answered.add(`${kind} ${one}`);
    if ('criterion' in to) {
      const fault = criterionFault(to.criterion, known);
      if (fault !== undefined) report.yaml(file, [...at, 'criterion'], fault.rule, fault.params);
    } else if (owners !== undefined) {
      const owner = owners.get(to.review);
      if (owner === undefined) report.yaml(file, [...at, 'review'], 'review-unknown', {});
      else if (owner.vendor !== file.name)
        report.yaml(file, [...at, 'review'], 'review-of-another', { other: owner.vendor });
      else if (dayNumber(on) < owner.day) report.yaml(file, ['replies', i, 'on'], 'reply-early');
    }
  }
}
