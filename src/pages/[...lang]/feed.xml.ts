/** `/feed.xml` and `/en/feed.xml`: what happened lately. */
import type { APIRoute } from 'astro';
import { languageOf } from '../../i18n/language.ts';
import { inBothLanguages } from '../../layouts/routes.ts';
import { workspace } from '../../pipeline.ts';
import { feed } from '../../views/published/feed.ts';

export const getStaticPaths = inBothLanguages;

export const GET: APIRoute = async ({ params }) => {
  const { dataset, releases } = await workspace();
  return new Response(feed(dataset, releases, languageOf(params['lang'])), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
