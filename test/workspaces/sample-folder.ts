/**
 * The repository's own content with the generated sample as its data, whatever the repository's data are by now: tests that look
 * at the sample must hold when vendors have joined, or when real data have replaced it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyContent, readSampleContext, writePieces } from '../../src/sample/workspace.ts';
import { samplePieces } from '../../src/sample/generate.ts';

const ROOT = join(import.meta.dirname, '../..');
let made: string | undefined;

/** The workspace's folder: made once in a process, removed when it ends. */
export function sampleFolder(): string {
  if (made !== undefined) return made;
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  copyContent(ROOT, folder);
  const site = join(folder, 'content/site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^sampleData:.*$/m, 'sampleData: true'));
  rmSync(join(folder, 'content/exceptions.yaml'), { force: true });
  writePieces(folder, samplePieces(readSampleContext(folder)), false);
  made = folder;
  return folder;
}
