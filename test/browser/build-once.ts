/** Builds the repository's own workspace once for all browser tests, unless HENGPING_TEST_DIST names a built site. */
import { resolve } from 'node:path';
import { buildSite } from '../../src/build/site.ts';

export default async function buildOnce(): Promise<void> {
  if (process.env['HENGPING_TEST_DIST'] !== undefined) return;
  const project = resolve(import.meta.dirname, '../..');
  const out = resolve(project, '.hengping/test-dist');
  await buildSite({ project, workspace: project, out, verbose: false });
  process.env['HENGPING_TEST_DIST'] = out;
}
