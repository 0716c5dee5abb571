import { expect, test } from 'vitest';
import { brandOf } from '../../src/sample/names.ts';
import { context, vendors } from './workspace.ts';

test('a hundred thousand vendors have a hundred thousand brands, in Chinese and in letters', () => {
  const brands = Array.from({ length: 100_000 }, (_, index) => brandOf('seed', context.words.brands, index));
  expect(new Set(brands.map((brand) => brand.zh)).size).toBe(100_000);
  expect(new Set(brands.map((brand) => brand.slug)).size).toBe(100_000);
});

test('after all brands are used, numbers keep them apart', () => {
  const one = { first: [{ zh: '云', en: 'yun' }], second: [{ zh: '衡', en: 'heng' }], third: [{ zh: '里', en: 'li' }] };
  expect(brandOf('seed', one, 0).slug).toBe('yunheng');
  expect(brandOf('seed', one, 1)).toEqual({ zh: '云衡里2', en: 'Yunhengli2', slug: 'yunhengli2' });
  expect(brandOf('seed', one, 2).slug).toBe('yunhengli3');
});

test('every name says that it is an example, every legal name that it is made up', () => {
  for (const { file } of vendors) {
    for (const name of [file.name.zh, file.name.en].filter((text) => text !== undefined))
      expect(name).toMatch(/示例|Example/);
    expect(file.legalName).toMatch(/示例/);
    expect(file.legalName).toMatch(/（虚构）$/);
  }
});

test('there are names at the limit of length, names in one language only, and none over 80 characters', () => {
  const names = vendors.map(({ file }) => file.name);
  expect(names.filter((name) => (name.zh ?? '').length >= 76).length).toBeGreaterThanOrEqual(2);
  expect(names.some((name) => (name.en ?? '').length >= 74)).toBe(true);
  expect(names.some((name) => name.zh === undefined)).toBe(true);
  expect(names.filter((name) => name.en === undefined).length).toBeGreaterThan(5);
  for (const name of names) expect(Math.max((name.zh ?? '').length, (name.en ?? '').length)).toBeLessThanOrEqual(80);
});
