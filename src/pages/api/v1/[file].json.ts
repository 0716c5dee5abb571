/** `/api/v1/*.json`: the files that there is one of. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { PLAIN_API_FILES, unlessApart, workspace } from '../../../pipeline.ts';
import { apiFiles } from '../../../views/api/files.ts';

export const getStaticPaths: GetStaticPaths = () => {
  const plain: readonly string[] = PLAIN_API_FILES;
  const shared = Object.keys(apiFiles).filter((file) => !plain.includes(file));
  return [...shared, ...unlessApart(plain)].map((file) => ({ params: { file } }));
};

export const GET: APIRoute = async ({ params }) =>
  Response.json(apiFiles[params.file as keyof typeof apiFiles](await workspace()));
