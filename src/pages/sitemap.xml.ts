/** `/sitemap.xml`: every address, or the index of the files that hold them. */
import type { APIRoute } from 'astro';
import { type PageModule, sitePaths } from '../layouts/site-paths.ts';
import { workspace } from '../pipeline.ts';
import { sitemap } from '../views/published/site-files.ts';

const pages = import.meta.glob<PageModule>('./**/*.astro', { eager: true });

export const GET: APIRoute = async () => {
  const site = await workspace();
  return new Response(sitemap(site.dataset.site, await sitePaths(pages)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
};
