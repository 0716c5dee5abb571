/** Every address of the site in the default language, in a fixed order: for the sitemap and for route lists. */
import type { Inputs } from './inputs.ts';
import { changesPath, versionPairs } from './method-changes/page.ts';
import { scopePath, scopesOf } from './places.ts';
import { vendorsWithReviewPage } from './vendor/review-pages.ts';

/** Paths of all pages whose existence follows from the data. Prose pages are added by those who know them. */
export function dataPaths(inputs: Inputs): string[] {
  const { dataset } = inputs;
  const scopes = scopesOf(dataset);
  const longReviews = new Set(vendorsWithReviewPage(inputs));
  return [
    '/',
    '/compare/',
    '/sheet/',
    '/judge/',
    '/submit/',
    '/rankings/',
    ...scopes.regions.flatMap(({ region, cities }) => [scopePath(region.scope), ...cities.map((c) => scopePath(c.scope))]),
    ...scopes.services.map((s) => scopePath(s.scope)),
    '/frameworks/',
    ...dataset.frameworks.flatMap((f) => [`/frameworks/${f.id}/`, ...f.dimensions.map((d) => `/frameworks/${f.id}/${d.id}/`)]),
    '/methodology/',
    ...['sensitivity', 'checks', 'integrity', 'freshness', 'changes'].map((page) => `/methodology/${page}/`),
    ...dataset.methods.map((m) => `/methodology/${m.version}/`),
    ...versionPairs(dataset.methods.map((m) => m.version)).map(changesPath),
    '/cases/',
    '/data/',
    ...dataset.vendors.flatMap((v, i) => [`/vendors/${v.slug}/`, ...(longReviews.has(i) ? [`/vendors/${v.slug}/reviews/`] : [])]),
  ];
}
