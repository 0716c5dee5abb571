/** A withdrawn vendor says when and why; one that has not withdrawn says nothing of the kind. One main office at most. */
import type { VendorRule } from './vendor.ts';

export const statusRule: VendorRule = ({ file, data }, _known, report) => {
  if (data.status === 'withdrawn' && data.withdrawn === undefined)
    report.yaml(file, ['status'], 'withdrawn-needed', {});
  if (data.status !== 'withdrawn' && data.withdrawn !== undefined) {
    report.yaml(file, ['withdrawn'], 'withdrawn-unneeded', { found: data.status }, 'key');
  }
  const main = data.offices.flatMap((office, i) => (office.main ? [i] : []));
  for (const i of main.slice(1)) report.yaml(file, ['offices', i, 'main'], 'office-main', {});
};
