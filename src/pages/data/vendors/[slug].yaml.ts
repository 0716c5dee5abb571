/** `/data/vendors/<slug>.yaml`: every vendor's own file as it lies in the workspace, to be read, checked and updated. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { workspace, workspaceFolder } from '../../../pipeline.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { dataset } = await workspace();
  return dataset.vendors.map(({ slug }) => ({ params: { slug } }));
};

export const GET: APIRoute = async ({ params }) =>
  new Response(await readFile(join(workspaceFolder(), 'data', 'vendors', `${params.slug}.yaml`)), {
    headers: { 'Content-Type': 'text/yaml; charset=utf-8' },
  });
