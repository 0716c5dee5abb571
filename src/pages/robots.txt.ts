/** `/robots.txt`. */
import type { APIRoute } from 'astro';
import { workspace } from '../pipeline.ts';
import { robots } from '../views/published/site-files.ts';

export const GET: APIRoute = async () =>
  new Response(robots((await workspace()).dataset), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
