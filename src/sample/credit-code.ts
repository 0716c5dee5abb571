/**
 * Unified social credit codes (GB 32100-2015) that are well formed and cannot belong to anybody: the region part starts
 * with 99, which no administrative division has.
 */

/** The 31 characters of GB 32100: digits and capitals without I, O, S, V, Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of an 8-character organisation code (GB 11714-1997): modulo 11, X for ten. */
export function organisationCheck(eight: string): string {
  let sum = 0;
  ORGANISATION_WEIGHTS.forEach((weight, i) => {
    sum += weight * Number.parseInt(eight.charAt(i), 36);
  });
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** Check character of the first 17 characters of a credit code (GB 32100-2015): weights 3^i modulo 31. */
export function creditCheck(seventeen: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of seventeen) {
    sum += weight * CHARACTERS.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/**
 * The credit code of vendor number `index` (0..99,999,999): an enterprise (91) of the unassigned region 990000, with
 * both check characters right. No two numbers share a code.
 */
export function fictionalCreditCode(index: number): string {
  // A multiplier without common factor with 10^8 makes neighbours look unlike and keeps the mapping one-to-one.
  const mixed = (BigInt(index) * 57_885_161n + 31_415_927n) % 100_000_000n;
  const eight = String(mixed).padStart(8, '0');
  const seventeen = `91990000${eight}${organisationCheck(eight)}`;
  return seventeen + creditCheck(seventeen);
}
