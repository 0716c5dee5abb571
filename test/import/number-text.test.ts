import { describe, expect, it } from 'vitest';
import { numberReader, rounded, writeNumber } from '../../src/import/step.ts';

const english = numberReader({ decimal: '.', group: ',', remove: [] });
const german = numberReader({ decimal: ',', group: '.', remove: ['€'] });

describe('reading numbers', () => {
  it.each([
    ['12', 12],
    ['1,234,567.5', 1234567.5],
    ['-.5', -0.5],
    ['1.2E-3', 0.0012],
    ['１２．５', 12.5],
    ['−3', -3],
  ])('English style reads %s', (text, value) => {
    expect(english(text)).toBe(value);
  });

  it.each([
    ['1.234,5', 1234.5],
    ['€ 12,50', 12.5],
  ])('German style reads %s', (text, value) => {
    expect(german(text)).toBe(value);
  });

  it.each(['1,5', '12,34', '1.2.3', '', 'abc', 'Infinity', '0x10', '1e999', '3/4', '12%'])(
    'English style refuses %j',
    (text) => {
      expect(english(text)).toBeUndefined();
    },
  );
});

describe('writing numbers', () => {
  it('uses no exponent and no trailing zeros', () => {
    expect(writeNumber(1e-7)).toBe('0.0000001');
    expect(writeNumber(2)).toBe('2');
    expect(writeNumber(0.1 + 0.2)).toBe('0.3');
    expect(writeNumber(-0)).toBe('0');
    expect(writeNumber(1200)).toBe('1200');
  });

  it('rounds half away from zero in decimal', () => {
    expect(rounded(1.005, 2)).toBe(1.01);
    expect(rounded(-1.005, 2)).toBe(-1.01);
    expect(rounded(2.5, 0)).toBe(3);
  });
});
