/** `/rankings/facets.json`: what the ranking is filtered by. */
import type { APIRoute } from 'astro';
import { workspace } from '../../pipeline.ts';
import { facetsFile } from '../../views/browser/facets-file.ts';

export const GET: APIRoute = async () => Response.json(facetsFile(await workspace()));
