import { describe, expect, it } from 'vitest';
import { vendor } from '../../src/schema/vendor.ts';
import { firstUnknown, keysAt } from '../../src/validate/schema-keys.ts';

describe('the keys of a schema at a path', () => {
  it('are those of the object there, of any of a union, and none where they are free', () => {
    expect(keysAt(vendor, ['licence'])).toEqual(['state', 'number', 'issuer', 'checkedOn', 'expires']);
    expect(keysAt(vendor, ['replies', 0, 'to'])).toEqual(['review', 'criterion']);
    expect(keysAt(vendor, ['contacts'])).toEqual([]);
  });
});

describe('a path', () => {
  it.each([
    'name',
    'name.zh',
    'licence.number',
    'prices.0.amount',
    'prices',
    'contacts.phone',
    'answers.talk.phone.facets',
  ])('%s is known', (path) => {
    expect(firstUnknown(vendor, path.split('.'))).toBeUndefined();
  });

  it.each([
    ['adress', 'adress', 'offices'],
    ['licence.numbr', 'numbr', 'number'],
    ['prices.0.amont', 'amont', 'amount'],
  ])('%s is unknown from “%s” on, with the keys that are known there', (path, step, key) => {
    const unknown = firstUnknown(vendor, path.split('.'));
    expect(unknown?.step).toBe(step);
    expect(unknown?.keys).toContain(key);
  });

  it.each(['status.word', '__proto__', 'constructor', 'name.toString', ''])('“%s” leads nowhere', (path) => {
    expect(firstUnknown(vendor, path.split('.'))).toBeDefined();
  });
});
