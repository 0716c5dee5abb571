import { describe, expect, it } from 'vitest';
import { breadcrumbList, organization, scriptJson } from '../../../src/views/pages/jsonld.ts';

describe('structured data', () => {
  it('cannot end the script element that it stands in', () => {
    const text = scriptJson({ name: '</script><script>alert(1)</script>', more: 'a\u2028b & <!--' });
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script>', more: 'a\u2028b & <!--' });
  });

  it('numbers the steps of the way; the page itself has no address', () => {
    const list = breadcrumbList([{ name: 'Home', path: '/' }, { name: 'Here' }], (path) => `https://x.example${path}`);
    expect(list['itemListElement']).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://x.example/' },
      { '@type': 'ListItem', position: 2, name: 'Here' },
    ]);
  });

  it('leaves out what a vendor has not told', () => {
    const told = organization({
      name: 'A',
      otherNames: [],
      legalName: undefined,
      website: undefined,
      city: undefined,
      address: 'https://x.example/a/',
    });
    expect(Object.keys(told)).toEqual(['@context', '@type', 'name', 'mainEntityOfPage']);
  });
});
