/** Credit codes: the check character is right, and no two vendors share one. */
import type { VendorFile } from '../schema/vendor.ts';
import { checkCharacter } from './credit-code.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';
import type { VendorRule } from './vendor.ts';

export const creditCodeRule: VendorRule = ({ file, data }, _known, report) => {
  const code = data.creditCode;
  if (code === undefined) return;
  const expected = checkCharacter(code);
  if (expected !== code[17]) report.yaml(file, ['creditCode'], 'credit-code-check', { found: code, expected });
};

/** @param vendors in the order of their slugs: the later of two is told. */
export function creditCodesUnique(vendors: readonly Checked<VendorFile>[], report: Report): void {
  const owners = new Map<string, string>();
  for (const { file, data } of vendors) {
    if (data.creditCode === undefined) continue;
    const owner = owners.get(data.creditCode);
    if (owner === undefined) owners.set(data.creditCode, file.name);
    else report.yaml(file, ['creditCode'], 'credit-code-shared', { found: data.creditCode, other: owner });
  }
}
