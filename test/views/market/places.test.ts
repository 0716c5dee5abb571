import { describe, expect, it } from 'vitest';
import {
  allScopes,
  cityScope,
  formerPlaces,
  inScope,
  scopeOf,
  scopePath,
  scopesOf,
} from '../../../src/views/market/places.ts';
import { market } from '../fixture.ts';

describe('places and services with a page of their own', () => {
  it('are those with as many vendors as the site asks for, withdrawn ones not counted', () => {
    const { dataset } = market();
    const scopes = scopesOf(dataset);
    expect(
      scopes.regions.map(({ region, cities }) => [
        region.scope.region,
        region.count,
        cities.map((c) => [c.scope.city, c.count]),
      ]),
    ).toEqual([['north', 4, [['harbin', 3]]]]);
    expect(scopes.services.map((s) => [s.scope.service, s.count])).toEqual([['books', 3]]);
  });

  it('have paths that lead back to them', () => {
    const { dataset } = market();
    for (const scope of allScopes(dataset)) {
      const below = scopePath(scope).slice('/rankings/'.length, -1);
      expect(scopeOf(below === '' ? undefined : below)).toEqual(scope);
    }
  });

  it('have one page where a region is itself a city; its former second address is known', () => {
    const { dataset } = market();
    const { directory } = dataset;
    // The city of the north gets the name of its region, as Beijing has it.
    const regions = directory.regions.map((r) =>
      r.id === 'north' ? { ...r, cities: [{ id: 'harbin', name: r.name }] } : r,
    );
    const merged = { ...dataset, directory: { ...directory, regions } };
    expect(allScopes(merged).map(scopePath)).toEqual(['/rankings/', '/rankings/north/', '/rankings/service/books/']);
    expect(cityScope(merged.directory, { region: 'north', city: 'harbin' })).toEqual({
      kind: 'region',
      region: 'north',
    });
    expect(formerPlaces(merged).map(scopePath)).toEqual(['/rankings/north/harbin/']);
    // A city with a name of its own keeps its page, also where its region has no other one.
    expect(cityScope(directory, { region: 'south', city: 'sanya' })).toEqual({
      kind: 'city',
      region: 'south',
      city: 'sanya',
    });
    expect(formerPlaces(dataset)).toEqual([]);
  });

  it('hold a vendor once for each office and service that it has', () => {
    const [alpha] = market().dataset.vendors;
    if (alpha === undefined) throw new Error('no vendor');
    expect(inScope(alpha, { kind: 'city', region: 'north', city: 'harbin' })).toBe(true);
    expect(inScope(alpha, { kind: 'city', region: 'south', city: 'harbin' })).toBe(false);
    expect(inScope(alpha, { kind: 'service', service: 'tax' })).toBe(true);
  });
});
