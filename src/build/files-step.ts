/**
 * The step of a build that writes the files for programs: reads, checks and scores the workspace, checks its texts, writes the files, and
 * computes every number in them again. A process of its own: it runs beside Astro, and its memory is free for what comes
 * after. Arguments: the workspace, the folder for the files, and the file that takes what came out.
 */
import { writeFileSync } from 'node:fs';
import { runPipeline } from '../pipeline.ts';
import { withProse } from '../prose/check.ts';
import type { FilesOutcome } from './files.ts';
import { copyVendorFiles, writePlainFiles, writeRedirects } from './plain-files.ts';
import { verifyFiles } from './verify.ts';

async function outcome(workspace: string, folder: string): Promise<FilesOutcome> {
  const { known: site, problems } = await withProse(workspace, () => runPipeline(workspace));
  if (site === undefined || problems.some((problem) => problem.severity === 'error'))
    return { kind: 'problems', problems };
  // A workspace may be checked and scored with what is left of the sample in it, but not published as real.
  const left = site.warnings.filter((problem) => problem.rule === 'sample-left');
  if (left.length > 0)
    return { kind: 'problems', problems: left.map((problem) => ({ ...problem, severity: 'error' })) };
  writePlainFiles(site, folder);
  copyVendorFiles(site, workspace, folder);
  writeRedirects(site, folder);
  const { differences, expected } = verifyFiles(folder);
  return differences.length > 0 ? { kind: 'differences', differences } : { kind: 'made', expected };
}

const [workspace = '', folder = '', into = ''] = process.argv.slice(2);
writeFileSync(into, JSON.stringify(await outcome(workspace, folder)));
