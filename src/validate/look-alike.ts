/**
 * Keys under which names that look alike are equal. A light version of Unicode TR 39's skeletons: only the characters that
 * somebody who wants to pass for another vendor would reach for.
 */

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
