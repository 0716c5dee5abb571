/** `/data/releases/<id>.json`: a release as it was frozen. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { workspace } from '../../../pipeline.ts';
import type { FrozenRelease } from '../../../schema/frozen.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await workspace()).frozen.map((release) => ({ params: { release: release.id }, props: { release } }));

export const GET: APIRoute<{ release: FrozenRelease }> = ({ props }) =>
  new Response(`${JSON.stringify(props.release)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
