/** File names of vendors from the names that foreign files give them. */
import { pinyin } from 'pinyin-pro';

const MARKS = /\p{M}/gu;

/** Kebab-case ASCII of at most 64 characters: Chinese as toneless pinyin, accents dropped. Empty when nothing is left. */
export function slugOf(text: string): string {
  const plain = text.normalize('NFKC');
  const latin = /\p{Script=Han}/u.test(plain)
    ? pinyin(plain, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ')
    : plain;
  const words = latin
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, 64) : `${slug}-${word}`;
    if (longer.length > 64) break;
    slug = longer;
  }
  return slug;
}

/** What two spellings of one name have in common: letters and digits only, lower case, no accents. Two names that differ here differ. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A hyphenated or underlined name as words with capitals: `air-new-zealand` becomes `Air New Zealand`. */
export function wordsOf(text: string): string {
  return text
    .split(/[-_\s]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
