import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headersOf, parseHeaders } from '../../../src/build/headers.ts';
import { CONTENT_SECURITY_POLICY } from '../../../src/layouts/policy.ts';
import { robots, securityTxt } from '../../../src/views/published/plain-files.ts';
import { smallDataset } from './small-market.ts';

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
