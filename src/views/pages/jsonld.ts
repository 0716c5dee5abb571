/** Structured data for search engines, as plain objects; the layout writes them into the page. */

/** A JSON-LD object. */
export type JsonLd = Readonly<Record<string, unknown>>;

/** The way from the home page to a page. `address` makes an absolute address of a path. */
export function breadcrumbList(crumbs: readonly Crumb[], address: (path: string) => string): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: crumb.name,
      ...(crumb.path === undefined ? {} : { item: address(crumb.path) }),
    })),
  };
}

/** A ranking as a list of pages, best first. */
export function itemList(name: string, paths: readonly string[], address: (path: string) => string): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name,
    numberOfItems: paths.length,
    itemListOrder: 'https://schema.org/ItemListOrderDescending',
    itemListElement: paths.map((path, i) => ({ '@type': 'ListItem', position: i + 1, url: address(path) })),
  };
}

/** A vendor as an organisation. Ratings are left out: a score with an interval is not a star rating. */
export function organization(vendor: {
  name: string;
  otherNames: readonly string[];
  legalName: string | undefined;
  website: string | undefined;
  city: string | undefined;
  address: string;
}): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: vendor.name,
    mainEntityOfPage: vendor.address,
    ...(vendor.otherNames.length === 0 ? {} : { alternateName: vendor.otherNames }),
    ...(vendor.legalName === undefined ? {} : { legalName: vendor.legalName }),
    ...(vendor.website === undefined ? {} : { url: vendor.website }),
    ...(vendor.city === undefined ? {} : { address: { '@type': 'PostalAddress', addressLocality: vendor.city } }),
  };
}

/** The site with its search page, for the home page. */
export function webSite(name: string, description: string, home: string, search: string): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name,
    description,
    url: home,
    potentialAction: { '@type': 'SearchAction', target: `${search}?q={q}`, 'query-input': 'required name=q' },
  };
}

/** JSON that is safe inside a `<script>` element: no `<`, `>`, `&` or line separators that HTML or JavaScript would read. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One step; the page itself has no path. Paths are those of the page's language. */
export interface Crumb {
  name: string;
  path?: string | undefined;
}
