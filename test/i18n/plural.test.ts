import { describe, expect, it } from 'vitest';
import { counted, form, indefinite } from '../../src/i18n/plural.ts';

describe('English plurals', () => {
  it('take the singular for one only', () => {
    expect([0, 1, 1.5, 2, 21].map((n) => counted(n, 'dimension'))).toEqual([
      '0 dimensions',
      '1 dimension',
      '1.5 dimensions',
      '2 dimensions',
      '21 dimensions',
    ]);
    expect(counted(1, 'criterion', 'criteria')).toBe('1 criterion');
    expect(counted(3, 'criterion', 'criteria')).toBe('3 criteria');
  });

  it('understand numbers as pages print them', () => {
    expect(counted('1', 'review')).toBe('1 review');
    expect(counted('1,001', 'review')).toBe('1,001 reviews');
    expect(form('1', 'is', 'are')).toBe('is');
  });
});

describe('the English indefinite article', () => {
  it('goes by the sound of the word', () => {
    expect(
      [
        'vendor',
        'airline',
        'accounting firm',
        'hospital',
        'hourly service',
        'university',
        'European bank',
        'one-stop shop',
        'union',
        'uninsured driver',
        'umbrella company',
        'IT provider',
      ].map(indefinite),
    ).toEqual([
      'a vendor',
      'an airline',
      'an accounting firm',
      'a hospital',
      'an hourly service',
      'a university',
      'a European bank',
      'a one-stop shop',
      'a union',
      'an uninsured driver',
      'an umbrella company',
      'an IT provider',
    ]);
  });
});
