import { expect, test } from 'vitest';
import { creditCheck, fictionalCreditCode, organisationCheck } from '../../src/sample/names.ts';

test('the organisation code that GB 11714-1997 takes as its example, D2143569, has the check character X', () => {
  expect(organisationCheck('D2143569')).toBe('X');
});

test('the credit code that GB 32100-2015 takes as its example, 91350100M000100Y43, ends in its check character', () => {
  expect(creditCheck('91350100M000100Y4')).toBe('3');
});

test('a changed character changes the check character', () => {
  expect(creditCheck('91350100M000100Y5')).not.toBe('3');
});

test('fictional codes are well formed, of a region that does not exist, and have both check characters right', () => {
  for (let index = 0; index < 500; index += 1) {
    const code = fictionalCreditCode(index);
    expect(code).toMatch(/^91990000[0-9]{8}[0-9X][0-9A-HJ-NPQRTUWXY]$/);
    expect(code.charAt(16)).toBe(organisationCheck(code.slice(8, 16)));
    expect(code.charAt(17)).toBe(creditCheck(code.slice(0, 17)));
  }
});

test('no two vendors share a code', () => {
  const codes = new Set(Array.from({ length: 20_000 }, (_, index) => fictionalCreditCode(index)));
  expect(codes.size).toBe(20_000);
});
