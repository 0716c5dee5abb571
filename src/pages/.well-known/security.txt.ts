/** `/.well-known/security.txt`; a response without a body makes no file. */
import type { APIRoute } from 'astro';
import { workspace } from '../../pipeline.ts';
import { securityTxt } from '../../views/published/site-files.ts';

export const GET: APIRoute = async () =>
  new Response(securityTxt((await workspace()).dataset) ?? null, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
