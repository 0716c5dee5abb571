/** Rules of names: vendors can be told apart, no word mixes alphabets, every name has a word, and former file names lead somewhere. */
import type { Rules } from '../../schema/problem.ts';

import type { Path } from '../../schema/plain-data.ts';
import type { Renamed } from '../../schema/renamed.ts';
import type { VendorFile } from '../../schema/vendor.ts';
import { amongst } from '../nearest.ts';
import type { Report } from '../report.ts';
import type { RuleId } from '../rules.ts';
import type { Checked } from '../shape.ts';
import type { References } from './references.ts';
import type { VendorRule } from './vendor.ts';

export const NAMES_RULES = {
  'name-shared': {
    severity: 'warning',
    en: [
      '"{found}", the name of {other} too',
      'names that people can tell apart',
      'add the city or the legal name, unless both firms do have this name',
    ],
    zh: ['“{found}”，与 {other} 同名', '能让人分清的名称', '加上城市或法定名称；若两家确实同名可保留'],
  },
  'name-similar': {
    severity: 'warning',
    en: ['"{found}", easily mistaken for {other}', 'names that people can tell apart', 'check the spelling'],
    zh: ['“{found}”，容易与 {other} 混淆', '能让人分清的名称', '核对写法'],
  },
  'name-look-alike': {
    severity: 'error',
    en: [
      '"{found}", which looks the same as {other} but is written with other characters',
      'a name that nobody can mistake for another vendor',
      'write it with ordinary letters of one alphabet',
    ],
    zh: ['“{found}”，看上去与 {other} 一样，但用了不同的字符', '不会被误认成别家的名称', '用同一种文字的普通字母书写'],
  },
  'name-mixed-script': {
    severity: 'error',
    en: [
      '"{found}", a word of letters from several alphabets',
      'letters of one alphabet in one word',
      'type the word anew',
    ],
    zh: ['“{found}”，一个词里混用了几种字母', '一个词只用一种字母', '重新输入这个词'],
  },
  'name-wordless': {
    severity: 'error',
    en: [
      '"{found}", a name without a letter or digit',
      'a name that can be read out and looked for',
      'write the name in letters',
    ],
    zh: ['名称“{found}”里没有文字或数字', '读得出、搜得到的名称', '用文字写出名称'],
  },
  'renamed-in-use': {
    severity: 'error',
    en: [
      '"{found}", which is the name of a file in data/vendors/',
      'a former name that nothing has any more',
      'take this entry out, or give the vendor file another name',
    ],
    zh: ['“{found}”，而 data/vendors/ 中有这个文件', '已经没有文件使用的原名', '删除这一条，或给服务商文件另起名'],
  },
} as const satisfies Rules;

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

export function checkRenamed({ file, data }: Checked<Renamed>, known: References, report: Report): void {
  const seen = new Set<string>();
  for (const [i, { from, to, on }] of data.entries()) {
    if (seen.has(from)) report.yaml(file, [i, 'from'], 'duplicate-id', { found: from });
    seen.add(from);
    if (known.vendors.has(from)) report.yaml(file, [i, 'from'], 'renamed-in-use', { found: from });
    if (!known.vendors.has(to)) report.yaml(file, [i, 'to'], 'vendor-unknown', amongst(to, known.vendors));
    if (known.asOf !== undefined && on > known.asOf) report.yaml(file, [i, 'on'], 'future-date', { limit: known.asOf });
  }
}

const OTHER_SCRIPTS: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  н: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  ѵ: 'v',
  ѡ: 'w',
  х: 'x',
  у: 'y',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  // Armenian, Latin of other alphabets
  օ: 'o',
  ս: 'u',
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
  // Digits, and the ideographic zero
  0: 'o',
  1: 'l',
  〇: 'o',
};

const NEAR: Readonly<Record<string, string>> = {
  i: 'l',
  曰: '日',
  末: '未',
  士: '土',
  己: '已',
  巳: '已',
  入: '人',
  千: '干',
  戌: '戍',
  大: '太',
};

/** What remains when width, case, blanks and punctuation do not count: names equal here are the same name. */
export function sameName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}\p{M}]/gu, '');
}

/** Names equal here can hardly be told apart by eye: letters of other scripts and digits in place of letters. */
export function lookAlike(name: string): string {
  return replaceAll(sameName(name), OTHER_SCRIPTS);
}

/** Names equal here are easily mistaken for one another: i and l, characters that differ by the length of a stroke. */
export function nearAlike(name: string): string {
  return replaceAll(lookAlike(name), NEAR).replaceAll('rn', 'm').replaceAll('vv', 'w');
}

/** A word in which Latin letters stand beside Cyrillic or Greek ones: never an honest spelling. Undefined when there is none. */
export function mixedWord(text: string): string | undefined {
  return text
    .match(/[\p{L}\p{M}]+/gu)
    ?.find((word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word));
}

function replaceAll(text: string, table: Readonly<Record<string, string>>): string {
  let result = '';
  for (const character of text) result += table[character] ?? character;
  return result;
}
