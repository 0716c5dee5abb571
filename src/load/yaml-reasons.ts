/** Why the YAML package refuses a text, as a word that both languages have a sentence for. */
import type { YAMLError } from 'yaml';

/** Beginnings of its messages, the likeliest first. */
const REASONS: readonly (readonly [string, RegExp])[] = [
  ['quote', /^Missing closing .quote/],
  ['bracket', /must be sufficiently indented and end with|^Flow (?:map|sequence) must end|Expected flow .* to end/],
  ['key', /^Implicit (?:map )?keys need to be/],
  ['indent', /must start at the same column|^All .* items? must|indent/i],
  ['colon', /^Nested mappings are not allowed/],
  ['start', /cannot start with/],
  ['escape', /^Invalid escape sequence/],
  ['comma', /^Missing , |^Block collections are not allowed within flow|between flow collection items/],
  ['after', /^Unexpected .* at node end|^Source contains multiple|^Unexpected /],
];

/** The word for the reason of an error; its message, on one line, where there is none. */
export function reasonOf(error: YAMLError): { reason: string; advice: string } {
  const known = REASONS.find(([, pattern]) => pattern.test(error.message))?.[0];
  return { reason: known ?? error.message.replace(/\s+/g, ' ').trim(), advice: known ?? 'other' };
}
