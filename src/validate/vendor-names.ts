/** Nobody passes for another vendor or hides: names of different vendors do not look alike, no word mixes alphabets, every name has a word. */
import type { Path } from '../load/raw.ts';
import type { RuleId } from '../schema/rules.ts';
import type { VendorFile } from '../schema/vendor.ts';
import { lookAlike, mixedWord, nearAlike, sameName } from './look-alike.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';
import type { VendorRule } from './vendor.ts';

export const scriptRule: VendorRule = ({ file, data }, _known, report) => {
  for (const [at, name] of namesOf(data)) {
    const word = mixedWord(name);
    if (word !== undefined) report.yaml(file, at, 'name-mixed-script', { found: word });
    if (!/[\p{L}\p{N}]/u.test(name)) report.yaml(file, at, 'name-wordless');
  }
};

/** From the strictest likeness to the loosest; a pair is told by the first that holds. */
const LIKENESSES: readonly (readonly [RuleId, (name: string) => string])[] = [
  ['name-shared', sameName],
  ['name-look-alike', lookAlike],
  ['name-similar', nearAlike],
];

/** @param vendors in the order of their slugs: the later of two is told. Names within one vendor may be alike. */
export function namesDistinct(vendors: readonly Checked<VendorFile>[], report: Report): void {
  const seen = LIKENESSES.map(() => new Map<string, string>());
  for (const { file, data } of vendors) {
    const names = namesOf(data);
    const told = new Set<string>();
    for (const [at, name] of names) {
      for (const [k, [rule, key]] of LIKENESSES.entries()) {
        const other = seen[k]?.get(key(name));
        if (other === undefined) continue;
        // A firm whose brand and legal name are both shared with another is told once of each likeness.
        if (!told.has(`${rule} ${other}`)) report.yaml(file, at, rule, { found: name, other });
        told.add(`${rule} ${other}`);
        break;
      }
    }
    for (const [, name] of names) {
      for (const [k, [, key]] of LIKENESSES.entries()) {
        const likeness = key(name);
        if (likeness !== '' && seen[k]?.has(likeness) === false) seen[k].set(likeness, file.name);
      }
    }
  }
}

function namesOf(data: VendorFile): [Path, string][] {
  const names: [Path, string | undefined][] = [
    [['name', 'zh'], data.name.zh],
    [['name', 'en'], data.name.en],
    [['legalName'], data.legalName],
    ...data.aliases.map((alias, i): [Path, string] => [['aliases', i], alias]),
  ];
  return names.filter((entry): entry is [Path, string] => entry[1] !== undefined);
}
