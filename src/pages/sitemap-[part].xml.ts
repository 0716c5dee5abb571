/** `/sitemap-1.xml` and so on, for sites with more addresses than one file may hold. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type PageModule, sitePaths } from '../layouts/site-paths.ts';
import { workspace } from '../pipeline.ts';
import { sitemapPart, sitemapParts } from '../views/published/site-files.ts';

const pages = import.meta.glob<PageModule>('./**/*.astro', { eager: true });

export const getStaticPaths: GetStaticPaths = async () => {
  const parts = sitemapParts(await sitePaths(pages));
  return parts.length < 2 ? [] : parts.map((paths, i) => ({ params: { part: String(i + 1) }, props: { paths } }));
};

export const GET: APIRoute<{ paths: string[] }> = async ({ props }) =>
  new Response(sitemapPart((await workspace()).dataset.site, props.paths), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
