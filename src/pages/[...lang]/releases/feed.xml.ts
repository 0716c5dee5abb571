/** `/releases/feed.xml` and `/en/releases/feed.xml`: releases, and who changed groups with each. */
import type { APIRoute } from 'astro';
import { languageOf } from '../../../i18n/language.ts';
import { inBothLanguages } from '../../../layouts/routes.ts';
import { workspace } from '../../../pipeline.ts';
import { releasesFeed } from '../../../views/published/releases-feed.ts';

export const getStaticPaths = inBothLanguages;

export const GET: APIRoute = async ({ params }) => {
  const { dataset, releases } = await workspace();
  const xml = releasesFeed(dataset, releases, languageOf(params['lang']));
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
