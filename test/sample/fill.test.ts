import { expect, test } from 'vitest';
import { fill, fillBoth } from '../../src/sample/names.ts';

test('slots are filled, each as often as it stands there', () => {
  expect(fill('{brand}示例，{brand}，{n}号', { brand: '云衡', n: 3 })).toBe('云衡示例，云衡，3号');
});

test('a slot without a value is refused by name', () => {
  expect(() => fill('{brand} {colour}', { brand: 'x' })).toThrow(/\{colour\}/);
});

test('each language is filled with its own values', () => {
  expect(fillBoth({ zh: '在{city}', en: 'in {city}' }, { city: '杭州' }, { city: 'Hangzhou' })).toEqual({
    zh: '在杭州',
    en: 'in Hangzhou',
  });
});

test('a slot is no property that every object of JavaScript has', () => {
  expect(() => fill('{constructor}', {})).toThrow(/\{constructor\}/);
});
