/** `/schemas/api/*.schema.json`: JSON Schemas of the files below `/api/v1/`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { workspace } from '../../../pipeline.ts';
import type { ApiFile } from '../../../schema/api.ts';
import { outputSchema } from '../../../views/published/json-schema.ts';
import { API_FILES } from '../../../views/published/resources.ts';

export const getStaticPaths: GetStaticPaths = () => API_FILES.map((file) => ({ params: { file } }));

export const GET: APIRoute = async ({ params }) =>
  Response.json(outputSchema((await workspace()).dataset, params.file as ApiFile));
