import { describe, expect, it } from 'vitest';
import { sitemap, sitemapPart, sitemapParts } from '../../../src/views/published/sitemap.ts';
import { all, readXml, textOf } from './well-formed.ts';
import { smallDataset } from './small-market.ts';

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
