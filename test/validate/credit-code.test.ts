/** The check character of GB 32100-2015. */
import { describe, expect, it } from 'vitest';
import { checkCharacter, isCreditCode } from '../../src/validate/credit-code.ts';

describe('the check character of a credit code', () => {
  it('is worked out by hand: 9x1 + 1x3 + 1x9 + 1x27 + 1x28 = 76, 76 mod 31 = 14, 31 - 14 = 17, which is H', () => {
    expect(checkCharacter('91110000000000001')).toBe('H');
  });

  it('is 0 when the sum is a multiple of 31', () => {
    expect(checkCharacter('00000000000000000')).toBe('0');
    // The second character has the weight 3, the last 28: together 31.
    expect(checkCharacter('01000000000000001')).toBe('0');
  });

  it('is wrong for every other last character, and for two neighbours changed over', () => {
    expect(isCreditCode('91110000000000001H')).toBe(true);
    const others = [...'0123456789ABCDEFGJKLMNPQRTUWXY'].map((c) => isCreditCode(`91110000000000001${c}`));
    expect(others).toEqual(others.map(() => false));
    expect(isCreditCode('19110000000000001H')).toBe(false);
  });

  it('does not exist for letters that the standard leaves out', () => {
    expect(checkCharacter('9111000000000000I')).toBeUndefined();
    expect(isCreditCode('9111000000000000IH')).toBe(false);
    expect(isCreditCode('91110000000000001h')).toBe(false);
  });
});
