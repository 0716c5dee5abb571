/** Addresses of pages in the default language: those that follow from the data, and those of texts. */
import type { Inputs } from '../market/inputs.ts';
import { changesPath, versionPairs } from './method-changes/page.ts';
import { scopePath, scopesOf } from '../market/places.ts';
import { evidencePath } from './vendor/evidence.ts';
import { vendorsWithReviewPage } from './vendor/reviews.ts';

/** Paths of all pages whose existence follows from the data. Prose pages are added by those who know them. */
export function dataPaths({ dataset }: Pick<Inputs, 'dataset'>): string[] {
  const scopes = scopesOf(dataset);
  const longReviews = new Set(vendorsWithReviewPage({ dataset }));
  return [
    '/',
    '/compare/',
    '/sheet/',
    '/judge/',
    '/submit/',
    '/rankings/',
    ...scopes.regions.flatMap(({ region, cities }) => [
      scopePath(region.scope),
      ...cities.map((c) => scopePath(c.scope)),
    ]),
    ...scopes.services.map((s) => scopePath(s.scope)),
    '/frameworks/',
    ...dataset.frameworks.flatMap((f) => [
      `/frameworks/${f.id}/`,
      ...f.dimensions.map((d) => `/frameworks/${f.id}/${d.id}/`),
    ]),
    '/methodology/',
    ...['sensitivity', 'checks', 'integrity', 'freshness', 'changes'].map((page) => `/methodology/${page}/`),
    ...dataset.methods.map((m) => `/methodology/${m.version}/`),
    ...versionPairs(dataset.methods.map((m) => m.version)).map(changesPath),
    '/cases/',
    '/data/',
    ...dataset.vendors.flatMap((v, i) => [
      `/vendors/${v.slug}/`,
      ...(v.evidence.length > 0 ? [evidencePath(v.slug)] : []),
      ...(longReviews.has(i) ? [`/vendors/${v.slug}/reviews/`] : []),
    ]),
  ];
}

/** Path of a text's page. The guide called `about` has an address of its own. */
export function prosePath(collection: 'guides' | 'policies' | 'methodology', slug: string): string {
  return collection === 'guides' && slug === 'about' ? '/about/' : `/${collection}/${slug}/`;
}

/** Path of a decision record's page. */
export function decisionPath(number: string): string {
  return `/decisions/${number}/`;
}
