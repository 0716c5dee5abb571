/** Reads a whole workspace from a folder: finds its files, reads them, parses them. Checks nothing that they say. */
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../schema/problem.ts';
import { assembleWorkspace, type ReadFile } from './assemble.ts';
import { isTextEvidence } from './evidence.ts';
import { fileProblem } from './file-problem.ts';
import { findFiles, type FoundFile } from './find.ts';
import type { RawWorkspace } from './raw.ts';

/** Reads the workspace in `dir`. `problems` of the result tell when there is no such folder, and what is wrong with single files. */
export async function readWorkspace(dir: string): Promise<RawWorkspace> {
  const folder = await stat(dir).catch(() => undefined);
  if (folder?.isDirectory() !== true) return { ...NOTHING, problems: [fileProblem(dir, 'path-missing', {})] };
  const { files, problems } = await findFiles(dir);
  return assembleWorkspace(contents(dir, files, problems), problems);
}

const NOTHING = {
  summaries: [],
  frameworks: [],
  methods: [],
  vendors: [],
  cases: [],
  reviews: [],
  observations: [],
  codings: [],
  decisions: new Set<string>(),
  evidence: new Map<string, string>(),
  inputs: [],
} as const;

/** The files with their bytes, one after the other, so that only what is kept stays in memory. */
function* contents(root: string, files: readonly FoundFile[], problems: Problem[]): Generator<ReadFile> {
  for (const { path, kind } of files) {
    if (kind === 'evidence' && !isTextEvidence(path)) {
      yield { path, kind, bytes: new Uint8Array() };
      continue;
    }
    let bytes: Uint8Array | undefined;
    try {
      bytes = readFileSync(join(root, path));
    } catch (error) {
      problems.push(fileProblem(path, 'file-unreadable', { found: (error as { code?: string }).code ?? 'error' }));
    }
    if (bytes !== undefined) yield { path, kind, bytes };
  }
}
