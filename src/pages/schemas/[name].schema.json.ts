/** `/schemas/*.schema.json`: JSON Schemas of everything that goes into a workspace. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { workspace } from '../../pipeline.ts';
import { inputShapes } from '../../views/published/input-shapes.ts';
import { inputSchema } from '../../views/published/json-schema.ts';

export const getStaticPaths: GetStaticPaths = () => inputShapes.map(({ name }) => ({ params: { name } }));

export const GET: APIRoute = async ({ params }) =>
  Response.json(inputSchema((await workspace()).dataset, params.name as string));
