/** The check character of the unified social credit code. */

/** The 31 characters of GB 32100-2015: digits and capitals without I, O, S, V, Z. A character's value is its index. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * The check character that belongs to the first 17 characters: 31 - (sum of value x 3^(i-1) mod 31) mod 31, by
 * GB 32100-2015 annex A (the ISO 7064 family, modulus 31, radix 3). Undefined when a character is not of the alphabet.
 */
export function checkCharacter(first17: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of first17.slice(0, 17)) {
    const value = ALPHABET.indexOf(character);
    if (value === -1) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}

/** Whether `code` has 18 characters of the alphabet and the right last one. */
export function isCreditCode(code: string): boolean {
  return /^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code) && checkCharacter(code) === code[17];
}
