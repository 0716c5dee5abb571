/** Guessing which id was meant. */
import { describe, expect, it } from 'vitest';
import { amongst, nearest } from '../../src/validate/nearest.ts';

const IDS = ['phone', 'email', 'instant-messaging', 'online-service-desk'];

describe('the nearest id', () => {
  it.each([
    ['phne', 'phone'],
    ['emial', 'email'],
    ['Phone', 'phone'],
    ['instant_messaging', 'instant-messaging'],
    ['online-servicedesk', 'online-service-desk'],
  ])('%s was meant to be %s', (found, meant) => {
    expect(nearest(found, IDS)).toBe(meant);
  });

  it('is none when nothing is near', () => {
    expect(nearest('fax', IDS)).toBeUndefined();
    expect(nearest('', IDS)).toBeUndefined();
  });

  it.each([
    ['0099', ['0009', '0019']],
    ['2026.2', ['2026.1']],
    ['id-1', ['id-10', 'id-2']],
    ['ningde', ['ningbo']],
    ['宁德', ['宁波']],
    ['fax', ['tax']],
  ])('is none for %s among %j, which are other things', (found, candidates) => {
    expect(nearest(found, candidates)).toBeUndefined();
  });

  it.each([
    ['099', '0099'],
    ['ningob', 'ningbo'],
    ['杭州市', '杭州'],
    ['step1', 'step-1'],
  ])('of %s is still %s', (found, meant) => {
    expect(nearest(found, ['0009', '0099', 'ningbo', '杭州', 'step-1'])).toBe(meant);
  });

  it('does not depend on the order of the candidates', () => {
    expect(nearest('ca', ['cat', 'car'])).toBe('car');
    expect(nearest('ca', ['car', 'cat'])).toBe('car');
  });

  it('comes with a list that is short enough to read', () => {
    const ids = Array.from({ length: 20 }, (_, i) => `id-${i + 10}`);
    expect(amongst('id10', ids)).toEqual({ found: 'id10', near: 'id-10', list: `${ids.slice(0, 12).join(', ')}, …` });
    expect(amongst('x', [])).toEqual({ found: 'x' });
  });
});
