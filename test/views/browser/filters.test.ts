import { expect, it } from 'vitest';
import { filterKeys, vendorKeys } from '../../../src/views/browser/filters.ts';
import { market } from '../fixture.ts';

it('a browser filters by short keys: a city starts with its region’s key and a dot', () => {
  const { directory } = market().dataset;
  const keys = filterKeys(directory);
  expect(keys.place.get('north')).toBe('0');
  expect(keys.place.get('north/dalian')).toBe('0.1');
  const vendor = {
    slug: 'x',
    name: { text: 'x' },
    city: undefined,
    places: ['north', 'north/dalian', 'south', 'south/sanya'],
    services: ['tax'],
  };
  expect(vendorKeys(directory).places(vendor)).toBe('0.1 1.0');
  expect(vendorKeys(directory).services(vendor)).toBe('1');
});
