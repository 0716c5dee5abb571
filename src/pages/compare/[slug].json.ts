/** `/compare/<slug>.json`: what comparing this vendor needs. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { workspace } from '../../pipeline.ts';
import { publishedCompareFile } from '../../views/browser/compare-file.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { dataset } = await workspace();
  return dataset.vendors.map(({ slug }, index) => ({ params: { slug }, props: { index } }));
};

export const GET: APIRoute<{ index: number }> = async ({ props: { index } }) =>
  Response.json(publishedCompareFile(await workspace(), index));
