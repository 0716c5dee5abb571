import { describe, expect, it } from 'vitest';
import {
  sitemap,
  sitemapPart,
  sitemapParts,
  robots,
  securityTxt,
  redirectsText,
} from '../../../src/views/published/site-files.ts';
import { all, readXml, textOf } from './well-formed.ts';
import { smallDataset } from './small-market.ts';
import { market } from '../fixture.ts';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { headersOf, parseHeaders } from '../../../src/build/headers.ts';
import { CONTENT_SECURITY_POLICY } from '../../../src/layouts/policy.ts';

const { site } = smallDataset();
const paths = ['/', '/rankings/', '/vendors/a/'];

describe('the sitemap', () => {
  const urls = all(readXml(sitemap(site, paths)), 'url');

  it('has every page in both languages', () => {
    expect(urls.map((u) => textOf(u, 'loc'))).toEqual([
      'https://small.example/',
      'https://small.example/en/',
      'https://small.example/rankings/',
      'https://small.example/en/rankings/',
      'https://small.example/vendors/a/',
      'https://small.example/en/vendors/a/',
    ]);
  });

  it('names both languages and the default with each', () => {
    for (const url of urls)
      expect(all(url, 'xhtml:link').map((l) => l.attributes['hreflang'])).toEqual(['zh-CN', 'en', 'x-default']);
    expect(all(urls[5] ?? readXml(''), 'xhtml:link').map((l) => l.attributes['href'])).toEqual([
      'https://small.example/vendors/a/',
      'https://small.example/en/vendors/a/',
      'https://small.example/vendors/a/',
    ]);
  });

  it('becomes an index of files when there are too many addresses for one', () => {
    const root = readXml(sitemap(site, paths, 4));
    expect(root.name).toBe('sitemapindex');
    expect(all(root, 'loc').map((l) => l.text)).toEqual([
      'https://small.example/sitemap-1.xml',
      'https://small.example/sitemap-2.xml',
    ]);
    const parts = sitemapParts(paths, 4);
    expect(parts.flat()).toEqual(paths);
    for (const part of parts) expect(all(readXml(sitemapPart(site, part)), 'url').length).toBeLessThanOrEqual(4);
  });

  it('of a site without pages is still a document', () => {
    expect(readXml(sitemap(site, [])).name).toBe('urlset');
  });
});

const dataset = smallDataset();

describe('robots.txt', () => {
  it('lets everything be read, also sample data, and names the sitemap', () => {
    for (const sampleData of [false, true]) {
      expect(robots({ ...dataset, site: { ...dataset.site, sampleData } })).toBe(
        'User-agent: *\nAllow: /\n\nSitemap: https://small.example/sitemap.xml\n',
      );
    }
  });
});

describe('security.txt', () => {
  it('names the contact and expires within a year of the data', () => {
    expect(securityTxt(dataset)).toContain('Contact: mailto:editors@small.example\n');
    expect(securityTxt(dataset)).toContain('Expires: 2027-06-25T00:00:00Z\n');
  });

  it('is not there without a contact', () => {
    const { contact: _contact, ...site } = dataset.site;
    expect(securityTxt({ ...dataset, site })).toBeUndefined();
  });
});

describe('_headers', () => {
  const rules = parseHeaders(readFileSync(resolve(import.meta.dirname, '../../../public/_headers'), 'utf8'));

  it('sends the policy of the pages, and that nobody may frame them', () => {
    expect(headersOf(rules, '/vendors/a/').get('content-security-policy')).toBe(
      `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
    );
  });

  it('lets other sites read what is made for programs, and only that', () => {
    for (const path of ['/api/v1/index.json', '/schemas/vendor.schema.json', '/data/vendors.csv']) {
      expect(headersOf(rules, path).get('access-control-allow-origin')).toBe('*');
    }
    expect(headersOf(rules, '/rankings/').has('access-control-allow-origin')).toBe(false);
  });

  it('keeps for long only what has its content in its name', () => {
    expect(headersOf(rules, '/_astro/x.css').get('cache-control')).toContain('immutable');
    expect(headersOf(rules, '/').has('cache-control')).toBe(false);
  });
});

describe('the redirects of the host', () => {
  const { dataset } = market();

  it('lead from every address of a renamed vendor to the same one under its new name', () => {
    expect(redirectsText({ ...dataset, renamed: [{ from: 'old', to: 'new-name', on: '2026-06-30' }] })).toBe(
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
