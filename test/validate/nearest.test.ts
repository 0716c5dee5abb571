/** Guessing which id was meant. */
import { describe, expect, it } from 'vitest';
import { amongst, nearest } from '../../src/validate/nearest.ts';

const IDS = ['phone', 'email', 'instant-messaging', 'online-service-desk'];

describe('the nearest id', () => {
  it.each([['phne', 'phone'], ['emial', 'email'], ['Phone', 'phone'], ['instant_messaging', 'instant-messaging'], ['online-servicedesk', 'online-service-desk']])(
    '%s was meant to be %s',
    (found, meant) => {
      expect(nearest(found, IDS)).toBe(meant);
    },
  );

  it('is none when nothing is near', () => {
    expect(nearest('fax', IDS)).toBeUndefined();
    expect(nearest('', IDS)).toBeUndefined();
  });

  it('does not depend on the order of the candidates', () => {
    expect(nearest('ca', ['cat', 'car'])).toBe('car');
    expect(nearest('ca', ['car', 'cat'])).toBe('car');
  });

  it('comes with a list that is short enough to read', () => {
    const ids = Array.from({ length: 20 }, (_, i) => `id-${i + 10}`);
    expect(amongst('id-1', ids)).toEqual({ found: 'id-1', near: 'id-10', list: `${ids.slice(0, 12).join(', ')}, …` });
    expect(amongst('x', [])).toEqual({ found: 'x' });
  });
});
