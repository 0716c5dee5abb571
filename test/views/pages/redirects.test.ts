import { describe, expect, it } from 'vitest';
import { redirectsText } from '../../../src/views/pages/redirects.ts';
import { market } from '../fixture.ts';

describe('the redirects of the host', () => {
  const { dataset } = market();

  it('lead from every address of a renamed vendor to the same one under its new name', () => {
    expect(redirectsText({ ...dataset, renamed: [{ from: 'old', to: 'new-name', on: '2026-06-30' }] })).toBe(
      [
        '/vendors/old/ /vendors/new-name/ 301',
        '/vendors/old/reviews/ /vendors/new-name/reviews/ 301',
        '/badges/old.svg /badges/new-name.svg 301',
        '/en/vendors/old/ /en/vendors/new-name/ 301',
        '/en/vendors/old/reviews/ /en/vendors/new-name/reviews/ 301',
        '/en/badges/old.svg /en/badges/new-name.svg 301',
        '/compare/old.json /compare/new-name.json 301',
        '/api/v1/vendors/old.json /api/v1/vendors/new-name.json 301',
        '/data/vendors/old.yaml /data/vendors/new-name.yaml 301',
        '',
      ].join('\n'),
    );
  });

  it('lead from the former page of a city that is a region of its own to the page of the region', () => {
    const { directory } = dataset;
    const regions = directory.regions.map((r) =>
      r.id === 'north' ? { ...r, cities: [{ id: 'harbin', name: r.name }] } : r,
    );
    expect(redirectsText({ ...dataset, directory: { ...directory, regions } })).toBe(
      '/rankings/north/harbin/ /rankings/north/ 301\n/en/rankings/north/harbin/ /en/rankings/north/ 301\n',
    );
  });

  it('are none where nothing was renamed', () => {
    expect(redirectsText(dataset)).toBe('');
  });
});
