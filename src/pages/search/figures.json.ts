/** `/search/figures.json`: scores and prices for what is searched by place or service. */
import type { APIRoute } from 'astro';
import { workspace } from '../../pipeline.ts';
import { searchFigures } from '../../views/browser/search-files.ts';

export const GET: APIRoute = async () => Response.json(searchFigures(await workspace()));
