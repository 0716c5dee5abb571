/** Fingerprints of the files of evidence. No score is made of what they say, so they are not among the inputs of a workspace. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '../schema/dataset.ts';
import { findFiles } from './find.ts';
import { sha256 } from './sha256.ts';

/** The files of evidence of the workspace in `root`, in the order of their paths. */
export async function evidenceIn(root: string): Promise<InputFile[]> {
  const { files } = await findFiles(root);
  return files
    .filter(({ kind }) => kind === 'evidence')
    .map(({ path, bytes }) => ({
      path,
      bytes,
      sha256: sha256(readFileSync(join(root, path))),
    }));
}
