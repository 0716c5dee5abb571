/** Takes the workspace of another git revision out of the repository, without touching the working tree or its index. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commandLabels } from '../i18n/labels/command.ts';
import { WrongUse } from './wrong-use.ts';

const run = promisify(execFile);

/** Variables that tell git where it works; here the folder alone decides. */
const PLACES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR'];

/** Parts of a workspace. */
const WORKSPACE: readonly string[] = ['content', 'data'];
/** Folders whose code decides what the scores are. */
export const SCORING = ['src/schema', 'src/load', 'src/validate', 'src/score'] as const;

async function git(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([key]) => !PLACES.includes(key)));
  const { stdout } = await run('git', [...args], { cwd, env: { ...clean, ...env }, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/**
 * The commit that `ref` names in the repository around `folder`. `ref` goes to git as one argument, never through a shell.
 * @throws WrongUse when it is no revision.
 */
export async function commitOf(folder: string, ref: string): Promise<string> {
  // A name that begins with a hyphen would be an option; git itself allows no such name.
  if (ref === '' || ref.startsWith('-') || /[\u0000-\u001F\u007F]/.test(ref)) throw noRevision(ref);
  try {
    return (await git(folder, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])).trim();
  } catch {
    const inside = await git(folder, ['rev-parse', '--git-dir']).then(
      () => true,
      () => false,
    );
    throw inside
      ? noRevision(ref)
      : new WrongUse({ zh: commandLabels.zh.noRepository(folder), en: commandLabels.en.noRepository(folder) });
  }
}

function noRevision(ref: string): WrongUse {
  const quoted = JSON.stringify(ref);
  return new WrongUse({ zh: commandLabels.zh.noRevision(quoted), en: commandLabels.en.noRevision(quoted) });
}

/**
 * Calls `use` with a folder that holds some folders as they were in `commit`, and removes it afterwards.
 * @param workspace a folder within the repository; its place there says where these folders were.
 * @param work where the temporary folder may be made.
 * @param parts names of the folders; those of a workspace by default.
 */
export async function withRevision<T>(
  workspace: string,
  commit: string,
  work: string,
  use: (folder: string) => Promise<T>,
  parts = WORKSPACE,
): Promise<T> {
  const prefix = (await git(workspace, ['rev-parse', '--show-prefix'])).trimEnd();
  await mkdir(work, { recursive: true });
  const folder = await mkdtemp(join(work, `base-${process.pid}-`));
  try {
    // An index of its own, so that git writes the files by its own rules (line ends, odd names) and nothing else moves.
    const index = { GIT_INDEX_FILE: join(folder, 'index') };
    for (const part of parts) {
      const tree = `${commit}:${prefix}${part}`;
      if (await exists(workspace, tree)) await git(workspace, ['read-tree', `--prefix=${part}/`, tree], index);
    }
    const out = join(folder, 'tree');
    await mkdir(out);
    const top = (await git(workspace, ['rev-parse', '--show-toplevel'])).trimEnd();
    await git(top, ['checkout-index', '--all', `--prefix=${out}/`], index);
    return await use(out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function exists(folder: string, object: string): Promise<boolean> {
  return git(folder, ['cat-file', '-e', object]).then(
    () => true,
    () => false,
  );
}

/** Whether the code that scores differs between `commit` and the working tree of the repository in `project`. */
export async function scoringDiffers(project: string, commit: string): Promise<boolean> {
  return git(project, ['diff', '--quiet', commit, '--', ...SCORING]).then(
    () => false,
    (error: { code?: unknown }) => error.code === 1,
  );
}
