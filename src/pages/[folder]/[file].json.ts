/** The files that scripts of the pages read, such as `/rankings/facets.json`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { unlessApart, workspace } from '../../pipeline.ts';
import { scriptFiles } from '../../views/browser/script-files.ts';

export const getStaticPaths: GetStaticPaths = () =>
  unlessApart(Object.keys(scriptFiles)).map((path) => {
    const [folder = '', file = ''] = path.split('/');
    return { params: { folder, file } };
  });

export const GET: APIRoute = async ({ params }) =>
  Response.json(scriptFiles[`${params.folder ?? ''}/${params.file ?? ''}`]?.(await workspace()));
