/** `/search/names.json`: the index of names for the search box. */
import type { APIRoute } from 'astro';
import { workspace } from '../../pipeline.ts';
import { nameIndex } from '../../views/browser/name-index.ts';

export const GET: APIRoute = async () => Response.json(nameIndex((await workspace()).dataset));
