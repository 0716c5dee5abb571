import { describe, expect, it } from 'vitest';
import { redirectsText } from '../../../src/views/pages/redirects.ts';

describe('the redirects of the host', () => {
  it('lead from every address of a renamed vendor to the same one under its new name', () => {
    expect(redirectsText({ renamed: [{ from: 'old', to: 'new-name', on: '2026-06-30' }] })).toBe(
      [
        '/vendors/old/ /vendors/new-name/ 301',
        '/vendors/old/reviews/ /vendors/new-name/reviews/ 301',
        '/vendors/old/evidence/ /vendors/new-name/evidence/ 301',
        '/badges/old.svg /badges/new-name.svg 301',
        '/en/vendors/old/ /en/vendors/new-name/ 301',
        '/en/vendors/old/reviews/ /en/vendors/new-name/reviews/ 301',
        '/en/vendors/old/evidence/ /en/vendors/new-name/evidence/ 301',
        '/en/badges/old.svg /en/badges/new-name.svg 301',
        '/compare/old.json /compare/new-name.json 301',
        '/api/v1/vendors/old.json /api/v1/vendors/new-name.json 301',
        '/data/vendors/old.yaml /data/vendors/new-name.yaml 301',
        '',
      ].join('\n'),
    );
  });

  it('are none where nothing was renamed', () => {
    expect(redirectsText({})).toBe('');
  });
});
