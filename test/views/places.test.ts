import { describe, expect, it } from 'vitest';
import { allScopes, inScope, scopeOf, scopePath, scopesOf } from '../../src/views/places.ts';
import { market } from './fixture.ts';

describe('places and services with a page of their own', () => {
  it('are those with as many vendors as the site asks for, withdrawn ones not counted', () => {
    const { dataset } = market();
    const scopes = scopesOf(dataset);
    expect(scopes.regions.map(({ region, cities }) => [region.scope.region, region.count, cities.map((c) => [c.scope.city, c.count])])).toEqual([
      ['north', 4, [['harbin', 3]]],
    ]);
    expect(scopes.services.map((s) => [s.scope.service, s.count])).toEqual([['books', 3]]);
  });

  it('have paths that lead back to them', () => {
    const { dataset } = market();
    for (const scope of allScopes(dataset)) {
      const below = scopePath(scope).slice('/rankings/'.length, -1);
      expect(scopeOf(below === '' ? undefined : below)).toEqual(scope);
    }
  });

  it('hold a vendor once for each office and service that it has', () => {
    const [alpha] = market().dataset.vendors;
    if (alpha === undefined) throw new Error('no vendor');
    expect(inScope(alpha, { kind: 'city', region: 'north', city: 'harbin' })).toBe(true);
    expect(inScope(alpha, { kind: 'city', region: 'south', city: 'harbin' })).toBe(false);
    expect(inScope(alpha, { kind: 'service', service: 'tax' })).toBe(true);
  });
});
