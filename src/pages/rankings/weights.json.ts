/** `/rankings/weights.json`: the market as own weights need it. */
import type { APIRoute } from 'astro';
import { workspace } from '../../pipeline.ts';
import { weightsFile } from '../../views/browser/weights-file.ts';

export const GET: APIRoute = async () => Response.json(weightsFile(await workspace()));
