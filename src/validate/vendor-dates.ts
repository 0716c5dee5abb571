/** Nothing was seen, said or done after the day that counts as today; nothing was confirmed after it was last looked at. */
import type { Path } from '../load/raw.ts';
import type { VendorFile } from '../schema/vendor.ts';
import type { VendorRule } from './vendor.ts';

export const vendorDateRule: VendorRule = ({ file, data }, known, report) => {
  for (const [i, evidence] of data.evidence.entries()) {
    if (evidence.lastConfirmed > evidence.lastLooked) {
      report.yaml(file, ['evidence', i, 'lastConfirmed'], 'date-order', {
        other: 'lastLooked',
        limit: evidence.lastLooked,
      });
    }
  }
  const { asOf } = known;
  if (asOf === undefined) return;
  for (const [at, day] of daysOf(data)) {
    if (day !== undefined && day > asOf) report.yaml(file, at, 'future-date', { limit: asOf });
  }
  if (data.founded !== undefined && data.founded > Number(asOf.slice(0, 4)))
    report.yaml(file, ['founded'], 'future-date', { limit: asOf });
};

/** Every day in the file that lies in the past; dates of expiry may come. */
function daysOf(data: VendorFile): [Path, string | undefined][] {
  return [
    [['since'], data.since],
    [['withdrawn', 'on'], data.withdrawn?.on],
    [['licence', 'checkedOn'], data.licence?.checkedOn],
    ...data.prices.map((p, i): [Path, string] => [['prices', i, 'observedOn'], p.observedOn]),
    ...data.replies.map((r, i): [Path, string] => [['replies', i, 'on'], r.on]),
    ...data.evidence.map((e, i): [Path, string] => [['evidence', i, 'lastLooked'], e.lastLooked]),
    // A day of confirmation after the last look has been told already; one before it cannot lie in the future alone.
  ];
}
