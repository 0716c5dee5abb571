/**
 * The folder that a site is built into: what may be replaced there, how a finished site takes the place of the former one, and
 * how a swap that was cut short is put right.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { WrongUse } from '../command/wrong-use.ts';
import { isRunning } from './turn.ts';

/** Where a build works, below the project's folder; not committed. */
export const WORK = '.hengping';

/** Lists the files of a built site, so that a later build knows which ones it may replace. */
export const OWN_FILES = '.hengping-files';
const OWN_FILES_HEAD =
  '# The files of this site. The next build replaces them, and refuses to when there are others in the folder.\n';

/** Files that systems put into folders on their own. */
const SYSTEM_FILES = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Folders that hold what a site is made of. */
const SOURCES = {
  project: ['src', 'public', 'scripts', 'test', 'node_modules', '.git'],
  workspace: ['content', 'data'],
} as const;

/** The places that a build has to do with. */
export interface Places {
  project: string;
  workspace: string;
  out: string;
}

/**
 * The folder that `out` names, with links resolved as far as it exists.
 * @throws WrongUse when a site must not go there: it is or contains the project or the workspace, lies within their sources,
 *   is a file, or holds files that no build has made.
 */
export function outFolder({ project, workspace, out }: Places): string {
  const folder = realPath(out);
  const sources = [
    ...SOURCES.project.map((name) => join(realPath(project), name)),
    ...SOURCES.workspace.map((name) => join(realPath(workspace), name)),
  ];
  const contained = [project, workspace].map(realPath).find((path) => isWithin(path, folder));
  if (contained !== undefined) {
    throw new WrongUse({
      zh: `--out ${out}：这个目录包含 ${contained}，不能被网站替换`,
      en: `--out ${out}: this folder contains ${contained} and cannot be replaced by the site`,
    });
  }
  const source = sources.find((path) => isWithin(folder, path));
  if (source !== undefined)
    throw new WrongUse({
      zh: `--out ${out}：位于源文件目录 ${source} 之内`,
      en: `--out ${out}: lies within ${source}, which holds sources`,
    });
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new WrongUse({ zh: `--out ${out}：是文件，不是目录`, en: `--out ${out}: is a file, not a folder` });
  refuseForeign(folder, out);
  return folder;
}

/** @throws WrongUse when `folder` holds a file that no build has made. @param name as the user named the folder. */
function refuseForeign(folder: string, name: string): void {
  const foreign = foreignFiles(folder);
  const [first] = foreign;
  if (first === undefined) return;
  throw new WrongUse({
    zh: `--out ${name}：其中有 ${foreign.length} 个文件不是由本程序生成的，例如 ${first}。请移走这些文件，或另选一个目录`,
    en: `--out ${name}: holds files that this program did not make (${foreign.length}, such as ${first}). Move them away, or choose another folder`,
  });
}

/** Files below `folder` that the list in it does not name, by path from there; all of them where there is no list. */
export function foreignFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const list = join(folder, OWN_FILES);
  const own = new Set(existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []);
  return filesBelow(folder).filter((path) => !own.has(path) && path !== OWN_FILES && !SYSTEM_FILES.has(basename(path)));
}

/** Writes the list of the files of a finished site into it. */
export function listOwnFiles(site: string): void {
  writeFileSync(join(site, OWN_FILES), `${OWN_FILES_HEAD}${filesBelow(site).join('\n')}\n`);
}

/** Everything in a site that is no folder, by path from there, in order; without what a swap works with. */
function filesBelow(folder: string): string[] {
  return treeBelow(folder)
    .filter((path) => !INSIDE.test(path.split('/')[0] ?? ''))
    .sort();
}

/** Everything below a folder that is no folder itself, by path from there with `/`. Links are not followed, as Node's own listing would. */
export function treeBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? treeBelow(folder, path) : [path];
  });
}

/** The folder of a swap within the folder that the site goes to. */
const INSIDE = /^\.hengping-swap-(\d+)$/;

/**
 * Puts the finished site in `next` in the place of `out`, a result of `outFolder`. It is first brought beside `out`, by a copy
 * where `next` lies on another disk. Then two renames follow one another without anything between them: a folder cannot be
 * exchanged in one, and a process that is killed just there is put right by the next `restoreLast`.
 * @throws what the file system says, or WrongUse when foreign files have come into `out`; `out` is then as it was.
 */
export async function swapIn(next: string, out: string): Promise<void> {
  refuseForeign(out, out);
  const beside = join(dirname(out), `.${basename(out)}.hengping-swap-${process.pid}`);
  try {
    try {
      mkdirSync(beside, { recursive: true });
      await bring(next, join(beside, 'site'));
      if (existsSync(out)) renameSync(out, join(beside, 'last'));
    } catch (error) {
      if (!existsSync(out) || !cannotRename(error)) throw error;
      await swapEntries(existsSync(next) ? next : join(beside, 'site'), out);
      return;
    }
    renameSync(join(beside, 'site'), out);
  } finally {
    recoverSwap(beside, out);
  }
}

/** Takes away what a swap worked with; the former site goes back when no other has come. */
function recoverSwap(beside: string, out: string): void {
  const last = join(beside, 'last');
  if (existsSync(last) && !existsSync(out)) renameSync(last, out);
  rmSync(beside, { recursive: true, force: true });
}

/** A folder that something is mounted on cannot be renamed, nor one whose parent may not be written to. */
function cannotRename(error: unknown): boolean {
  return ['EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Moves a folder, by a copy where it cannot be renamed because it goes to another disk. */
async function bring(from: string, to: string): Promise<void> {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}

/**
 * Exchanges what is in `out` for what is in `next` one entry after another, for a folder that cannot be renamed itself. All
 * copying is done before the first entry moves; `recoverEntries` finishes or undoes an exchange that was cut short.
 * @throws what the file system says.
 */
export async function swapEntries(next: string, out: string): Promise<void> {
  const inside = join(out, `.hengping-swap-${process.pid}`);
  try {
    mkdirSync(join(inside, 'leaving'), { recursive: true });
    await bring(next, join(inside, 'site'));
    for (const name of readdirSync(out))
      if (!INSIDE.test(name)) renameSync(join(out, name), join(inside, 'leaving', name));
    renameSync(join(inside, 'leaving'), join(inside, 'left'));
  } finally {
    recoverEntries(inside, out);
  }
}

/** Moves the new entries in when all former ones had left, else the former ones back. */
function recoverEntries(inside: string, out: string): void {
  const from = join(inside, existsSync(join(inside, 'left')) ? 'site' : 'leaving');
  if (existsSync(from)) for (const name of readdirSync(from)) renameSync(join(from, name), join(out, name));
  rmSync(inside, { recursive: true, force: true });
}

/** Puts right what a swap into `out` left that was cut short, and takes away what killed builds of the project left. */
export function restoreLast(project: string, out: string): void {
  out = realPath(out);
  const swaps = `.${basename(out)}.hengping-swap-`;
  for (const path of leftByKilled(dirname(out), (name) =>
    name.startsWith(swaps) ? name.slice(swaps.length) : undefined,
  )) {
    recoverSwap(path, out);
  }
  for (const path of leftByKilled(out, (name) => INSIDE.exec(name)?.[1])) recoverEntries(path, out);
  // Folders of builds, what their steps printed, and former versions of a workspace that a comparison took out of git.
  for (const path of leftByKilled(join(project, WORK), (name) =>
    /^(?:build-(\d+)|base-(\d+)-\w+|[\w-]+-(\d+)\.log)$/
      .exec(name)
      ?.slice(1)
      .find((group) => group !== undefined),
  )) {
    rmSync(path, { recursive: true, force: true });
  }
}

/** Entries of a folder that were made by a process which is gone. @param maker the number of that process in a name. */
function leftByKilled(folder: string, maker: (name: string) => string | undefined): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder)
    .filter((name) => {
      const pid = Number(maker(name));
      return pid > 0 && pid !== process.pid && !isRunning(pid);
    })
    .map((name) => join(folder, name));
}

/** A path with its links resolved, as far as it exists. */
function realPath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole) || dirname(whole) === whole) return realpathSync(whole);
  return join(realPath(dirname(whole)), basename(whole));
}

/** Whether `path` is `folder` or lies below it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
