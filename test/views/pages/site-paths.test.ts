import { expect, it } from 'vitest';
import { dataPaths } from '../../../src/views/pages/site-paths.ts';
import { market } from '../fixture.ts';

it('every page that follows from the data has its address once', () => {
  const paths = dataPaths(market());
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual([
    '/',
    '/compare/',
    '/sheet/',
    '/judge/',
    '/submit/',
    '/rankings/',
    '/rankings/north/',
    '/rankings/north/harbin/',
    '/rankings/service/books/',
    '/frameworks/',
    '/frameworks/talk/',
    '/frameworks/talk/phone/',
    '/frameworks/talk/clarity/',
    '/frameworks/talk/care/',
    '/methodology/',
    '/methodology/sensitivity/',
    '/methodology/checks/',
    '/methodology/integrity/',
    '/methodology/freshness/',
    '/methodology/changes/',
    '/methodology/2026.1/',
    '/cases/',
    '/data/',
    '/vendors/alpha/',
    '/vendors/alpha/evidence/',
    ...['beta', 'gamma', 'delta', 'epsilon', 'zeta'].map((slug) => `/vendors/${slug}/`),
  ]);
});
