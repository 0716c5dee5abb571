/** `/compare/<slug>.json`: what comparing this vendor needs. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { unlessApart, workspace } from '../../pipeline.ts';
import { compareFile } from '../../views/compare-file.ts';
import { weightsRow } from '../../views/weights-file.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { dataset } = await workspace();
  return unlessApart(dataset.vendors.map(({ slug }, index) => ({ params: { slug }, props: { index } })));
};

export const GET: APIRoute<{ index: number }> = async ({ props: { index } }) => {
  const site = await workspace();
  const weights = weightsRow(site, index);
  return Response.json({ ...compareFile(site, index), ...(weights === undefined ? {} : { weights }) });
};
