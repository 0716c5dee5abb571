/** `/api/v1/vendors/<slug>.json`: the receipt of each vendor. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { workspace } from '../../../../pipeline.ts';
import { receipt } from '../../../../views/published/receipt.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { dataset } = await workspace();
  return dataset.vendors.map(({ slug }, index) => ({ params: { slug }, props: { index } }));
};

export const GET: APIRoute<{ index: number }> = async ({ props }) =>
  Response.json(receipt(await workspace(), props.index));
