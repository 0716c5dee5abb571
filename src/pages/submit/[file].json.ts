/** `/submit/rules.json`, `market.json` and `told.json`: what the submit form reads. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { workspace } from '../../pipeline.ts';
import { submitMarket, submitRules, submitContext } from '../../views/browser/submit-files.ts';

const FILES = {
  rules: async () => submitRules((await workspace()).dataset),
  market: async () => submitMarket(await workspace()),
  told: async () => submitContext(await workspace()),
} as const;

export const getStaticPaths: GetStaticPaths = () => Object.keys(FILES).map((file) => ({ params: { file } }));

export const GET: APIRoute = async ({ params }) => Response.json(await FILES[params.file as keyof typeof FILES]());
