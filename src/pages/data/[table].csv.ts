/** `/data/*.csv`: the tables for spreadsheets. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { workspace } from '../../pipeline.ts';
import { csvFiles } from '../../views/published/csv-files.ts';

export const getStaticPaths: GetStaticPaths = () => Object.keys(csvFiles).map((table) => ({ params: { table } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(csvFiles[params.table as keyof typeof csvFiles](await workspace()), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
