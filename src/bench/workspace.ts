/** Makes the large workspaces that the bench measures: this repository's content with generated data. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** How large a generated workspace is. */
export interface Size {
  vendors: number;
  reviews: number;
  observations: number;
}

/** Where the bench works, below the project's folder; not committed. */
export const BENCH_FOLDER = '.hengping/bench';

/** Generates a workspace of `size` (the sample's own seed unless another is given) and returns its folder; what stood there before is replaced. */
export async function makeWorkspace(project: string, name: string, size: Size, seed?: string): Promise<string> {
  const folder = join(project, BENCH_FOLDER, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'data'), { recursive: true });
  await cp(join(project, 'content'), join(folder, 'content'), { recursive: true });
  await cp(join(project, 'data/release.yaml'), join(folder, 'data/release.yaml'));
  const argv = [
    '--vendors',
    size.vendors,
    '--reviews',
    size.reviews,
    '--observations',
    size.observations,
    '--out',
    folder,
    ...(seed === undefined ? [] : ['--seed', seed]),
  ].map(String);
  execFileSync(process.execPath, [join(project, 'scripts/sample.ts'), ...argv], { cwd: project, stdio: 'pipe' });
  return folder;
}
