/** Replies answer a review of the vendor's own, or a criterion that exists. */
import type { VendorFile } from '../schema/vendor.ts';
import { criterionFault, type Known } from './known.ts';
import type { ReviewOwners } from './review-owners.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

/** @param owners vendor of each review that somebody refers to; undefined when the reviews are faulty and cannot be judged. */
export function replyRule({ file, data }: Checked<VendorFile>, known: Known, owners: ReviewOwners | undefined, report: Report): void {
  for (const [i, { to }] of data.replies.entries()) {
    const at = ['replies', i, 'to'];
    if ('criterion' in to) {
      const fault = criterionFault(to.criterion, known);
      if (fault !== undefined) report.yaml(file, [...at, 'criterion'], fault.rule, fault.params);
    } else if (owners !== undefined) {
      const owner = owners.get(to.review);
      if (owner === undefined) report.yaml(file, [...at, 'review'], 'review-unknown', {});
      else if (owner !== file.name) report.yaml(file, [...at, 'review'], 'review-of-another', { other: owner });
    }
  }
}
