/** `/api/v1/*.json`: the files that there is one of. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { workspace } from '../../../pipeline.ts';
import { apiFiles } from '../../../views/published/files.ts';

export const getStaticPaths: GetStaticPaths = () => Object.keys(apiFiles).map((file) => ({ params: { file } }));

export const GET: APIRoute = async ({ params }) =>
  Response.json(apiFiles[params.file as keyof typeof apiFiles](await workspace()));
