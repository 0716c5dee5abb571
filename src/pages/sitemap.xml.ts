/** `/sitemap.xml`: every address, or the index of the files that hold them. */
import type { APIRoute } from 'astro';
import { sitePaths } from '../layouts/site-paths.ts';
import { workspace } from '../pipeline.ts';
import { sitemap } from '../views/api/sitemap.ts';

export const GET: APIRoute = async () => {
  const site = await workspace();
  return new Response(sitemap(site.dataset.site, await sitePaths(site)), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
