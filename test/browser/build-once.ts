/**
 * Looks for a browser, and builds the sites of the browser tests, one after another: the sample, unless HENGPING_TEST_DIST names a
 * built site, and a small one with two releases and a change of method between them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSite } from '../../src/build/site.ts';
import { copyGolden } from '../workspaces/golden-folder.ts';
import { sampleFolder } from '../workspaces/sample-folder.ts';
import { twoReleases } from '../workspaces/two-releases.ts';
import { ensureBrowser } from './harness.ts';

export default async function buildOnce(): Promise<void> {
  await ensureBrowser();
  const project = resolve(import.meta.dirname, '../..');
  if (process.env['HENGPING_TEST_DIST'] === undefined) {
    const out = resolve(project, '.hengping/test-dist');
    // Made by this function alone, by whatever version of the build.
    rmSync(out, { recursive: true, force: true });
    await buildSite({ project, workspace: sampleFolder(), out, verbose: false });
    process.env['HENGPING_TEST_DIST'] = out;
  }
  const workspace = mkdtempSync(join(tmpdir(), 'releases-'));
  try {
    await twoReleases(copyGolden(workspace));
    const out = resolve(project, '.hengping/test-releases');
    rmSync(out, { recursive: true, force: true });
    await buildSite({ project, workspace, out, verbose: false });
    process.env['HENGPING_TEST_RELEASES'] = out;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
