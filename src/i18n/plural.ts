/** English plurals and articles. Chinese has neither. */

import { number } from './numbers.ts';

const ENGLISH = new Intl.PluralRules('en');

/** Count as a number, or as `number()` prints one: `1,234`. */
type Count = number | string;

/** The form that goes with a count: `form(1, 'is', 'are')` is "is", and so is only 1; 0, 2 and 1.5 take `other`. */
export function form(count: Count, one: string, other: string): string {
  const value = typeof count === 'number' ? count : Number(count.replaceAll(',', ''));
  return ENGLISH.select(value) === 'one' ? one : other;
}

/** The count with its noun: `1 dimension`, `2 dimensions`; `other` where it is not `one` with an s. */
export function counted(count: Count, one: string, other = `${one}s`): string {
  return `${typeof count === 'number' ? number(count, 2) : count} ${form(count, one, other)}`;
}

/** Words whose first letter misleads: a silent h, or a vowel that is spoken with a consonant first. */
const VOWEL_SOUND = /^(?:heir|honest|hono|hour)/i;
const CONSONANT_SOUND = /^(?:eu|ewe|one(?![a-z])|once|u(?:ni(?!n|m)|se|sua|ti|biq|ran))/i;

/** A noun with its indefinite article: `a vendor`, `an airline`, `an hourly service`, `a university`. */
export function indefinite(noun: string): string {
  const vowel = VOWEL_SOUND.test(noun) || (/^[aeiou]/i.test(noun) && !CONSONANT_SOUND.test(noun));
  return `${vowel ? 'an' : 'a'} ${noun}`;
}
