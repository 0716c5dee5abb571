/** Publishes files of evidence at the path that they have in the workspace, where vendor pages link to them. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { findFiles } from '../load/find.ts';

/**
 * Copies the evidence of a workspace into the site in `out`: the very files that reading the workspace has accepted, one by
 * one. Whatever else lies in the folder (hidden files, links, pages) stays where it is.
 */
export async function publishEvidence(workspace: string, out: string): Promise<void> {
  const { files } = await findFiles(workspace);
  for (const { path, kind } of files) {
    if (kind === 'evidence') await cp(join(workspace, path), join(out, path), { verbatimSymlinks: true });
  }
}
