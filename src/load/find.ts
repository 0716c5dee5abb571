/** Finds the files of a workspace. Nothing is followed (symbolic links are refused) and nothing is silently left out. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputFile } from '../schema/dataset.ts';
import { HOLD_OUT_FILE } from '../schema/holdout.ts';
import type { Problem } from '../schema/problem.ts';
import { SUMMARIES_FOLDER } from '../schema/summaries.ts';
import { isEvidencePath, isOfItsKind } from './evidence.ts';
import { fileProblem, hiddenFileProblems } from './file-problem.ts';
import { nameFault } from './names.ts';
import { compareText } from '../schema/order.ts';

export type FileKind =
  | 'site'
  | 'release'
  | 'directory'
  | 'questionnaire'
  | 'contract'
  | 'exceptions'
  | 'framework'
  | 'method'
  | 'prose'
  | 'vendor'
  | 'renamed'
  | 'case'
  | 'reviews'
  | 'observations'
  | 'codings'
  | 'summaries'
  | 'holdout'
  | 'decision'
  | 'evidence';

/** A file of the workspace that may be read. */
export interface FoundFile {
  /** From the workspace's root, with `/`. */
  path: string;
  kind: FileKind;
  bytes: number;
}

/** Files that stand alone, and whether a workspace must have them. */
const SINGLE: readonly (readonly [string, FileKind, boolean])[] = [
  ['content/contract.yaml', 'contract', false],
  ['content/directory.yaml', 'directory', true],
  ['content/exceptions.yaml', 'exceptions', false],
  ['content/questionnaire.yaml', 'questionnaire', false],
  ['content/site.yaml', 'site', true],
  [HOLD_OUT_FILE, 'holdout', false],
  ['data/release.yaml', 'release', true],
  ['data/renamed.yaml', 'renamed', false],
];

/** Folders whose every file is of one kind and has one ending. */
const FOLDERS: readonly (readonly [string, FileKind, string])[] = [
  ['content/frameworks', 'framework', '.yaml'],
  ['data/cases', 'case', '.yaml'],
  ['data/codings', 'codings', '.csv'],
  ['data/observations', 'observations', '.csv'],
  ['data/reviews', 'reviews', '.csv'],
  [SUMMARIES_FOLDER, 'summaries', '.json'],
  ['data/vendors', 'vendor', '.yaml'],
];

/** Most bytes of a file that strangers write, and of one that editors write. */
export const LARGEST = {
  data: 64 * 1024,
  evidence: 10 * 1024 * 1024,
  content: 2 * 1024 * 1024,
  csv: 1024 ** 3,
  summaries: 256 * 1024 * 1024,
} as const;

/** All files of the workspace in `root`, in the order of their paths, and what is wrong with how they lie there. */
export async function findFiles(root: string): Promise<{ files: FoundFile[]; problems: Problem[] }> {
  const finder = new Finder(root);
  await finder.refuseLink('content');
  for (const [path, kind, needed] of SINGLE) await finder.single(path, kind, needed);
  for (const [folder, kind, ending] of FOLDERS) await finder.folder(folder, kind, ending);
  await finder.methods();
  await finder.decisions();
  await finder.evidence('data/evidence');
  await finder.unread();
  finder.require('framework', 'content/frameworks/*.yaml');
  finder.require('method', 'content/methodology/*/method.yaml');
  finder.files.sort((a, b) => compareText(a.path, b.path));
  return { files: finder.files, problems: finder.problems };
}

/** Folders of `data/` that other readers look through, or that are read here; in the rest only hidden files and links matter. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  'data/evidence',
  'data/releases',
  ...FOLDERS.map(([folder]) => folder),
]);

interface Entry {
  name: string;
  kind: 'file' | 'folder' | 'other';
}

class Finder {
  readonly files: FoundFile[] = [];
  readonly problems: Problem[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  require(kind: FileKind, pattern: string): void {
    const tried = this.problems.some((p) => p.path.startsWith(pattern.slice(0, pattern.indexOf('*'))));
    if (!tried && !this.files.some((f) => f.kind === kind))
      this.problems.push(fileProblem(pattern, 'file-missing', {}));
  }

  async refuseLink(path: string): Promise<void> {
    const stat = await lstat(join(this.#root, path)).catch(() => undefined);
    if (stat?.isSymbolicLink() === true) this.problems.push(fileProblem(path, 'file-link', {}));
  }

  async single(path: string, kind: FileKind, needed: boolean): Promise<void> {
    const stat = await lstat(join(this.#root, path)).catch(() => undefined);
    if (stat === undefined) {
      if (needed) this.problems.push(fileProblem(path, 'file-missing', {}));
    } else {
      await this.take(path, kind);
    }
  }

  async folder(folder: string, kind: FileKind, ending: string): Promise<void> {
    for (const { name, kind: entry } of await this.#entries(folder)) {
      const path = `${folder}/${name}`;
      const fault = nameFault(name.slice(0, -ending.length));
      if (entry === 'file' && name === 'README.md') continue;
      if (entry !== 'file' || !name.endsWith(ending))
        this.problems.push(fileProblem(path, 'file-unexpected', { expected: `${folder}/<id>${ending}` }));
      else if (fault !== undefined)
        this.problems.push(fileProblem(path, fault, { found: name, expected: `<id>${ending}` }));
      else await this.take(path, kind);
    }
  }

  async methods(): Promise<void> {
    const folder = 'content/methodology';
    for (const { name, kind } of await this.#entries(folder)) {
      if (kind === 'file' && name === 'README.md') continue;
      if (kind !== 'folder' || !/^\d{4}\.\d{1,3}$/.test(name)) {
        this.problems.push(
          fileProblem(`${folder}/${name}`, 'file-unexpected', { expected: `${folder}/2026.1/method.yaml` }),
        );
        continue;
      }
      const entries = await this.#entries(`${folder}/${name}`);
      for (const { name: file, kind: entry } of entries) {
        const path = `${folder}/${name}/${file}`;
        if (entry === 'file' && file === 'method.yaml') await this.take(path, 'method');
        else if (entry === 'file' && /^[a-z]{2}\.mdx$/.test(file)) await this.take(path, 'prose');
      }
      if (!entries.some((e) => e.name === 'method.yaml'))
        this.problems.push(fileProblem(`${folder}/${name}/method.yaml`, 'file-missing', {}));
    }
  }

  async decisions(): Promise<void> {
    for (const { name, kind } of await this.#entries('content/decisions')) {
      if (kind === 'file' && /^\d{4}-.*\.mdx?$/.test(name)) await this.take(`content/decisions/${name}`, 'decision');
    }
  }

  /** Every file of evidence below a folder. */
  async evidence(folder: string): Promise<void> {
    for (const { name, kind } of await this.#entries(folder)) {
      const path = `${folder}/${name}`;
      if (kind === 'folder') await this.evidence(path);
      else if (kind !== 'file' || !isEvidencePath(path))
        this.problems.push(
          fileProblem(path, 'file-unexpected', { expected: 'data/evidence/<id>/<id>.pdf|png|jpg|webp|txt|csv' }),
        );
      else if (await this.take(path, 'evidence')) this.#checkKind(path);
    }
  }

  /** Refuses hidden files and links in those parts of `data/` that nothing reads: git would still obey them. */
  async unread(folder = 'data'): Promise<void> {
    for (const { name, kind } of await this.#entries(folder)) {
      const path = `${folder}/${name}`;
      if (kind === 'folder' && !READ_ELSEWHERE.has(path)) await this.unread(path);
    }
  }

  #checkKind(path: string): void {
    try {
      if (!isOfItsKind(join(this.#root, path)))
        this.problems.push(fileProblem(path, 'file-content', { expected: path.slice(path.lastIndexOf('.') + 1) }));
    } catch (error) {
      this.problems.push(fileProblem(path, 'file-unreadable', { found: (error as { code?: string }).code ?? 'error' }));
    }
  }

  /** Notes a file that is a plain file and not too large, and says whether it is. */
  async take(path: string, kind: FileKind): Promise<boolean> {
    const stat = await lstat(join(this.#root, path));
    const largest =
      kind === 'evidence'
        ? LARGEST.evidence
        : path.endsWith('.csv')
          ? LARGEST.csv
          : kind === 'summaries'
            ? LARGEST.summaries
            : path.startsWith('content/') || kind === 'holdout'
              ? LARGEST.content
              : LARGEST.data;
    if (stat.isSymbolicLink()) this.problems.push(fileProblem(path, 'file-link', {}));
    else if (!stat.isFile()) this.problems.push(fileProblem(path, 'file-unexpected', { expected: path }));
    else if (stat.size > largest)
      this.problems.push(fileProblem(path, 'file-size', { found: stat.size, limit: largest }));
    else return this.files.push({ path, kind, bytes: stat.size }) > 0;
    return false;
  }

  /** Entries of a folder by name; links are reported, hidden ones too in `data/`. A folder that is not there has none. */
  async #entries(folder: string): Promise<Entry[]> {
    const stat = await lstat(join(this.#root, folder)).catch(() => undefined);
    if (stat === undefined) return [];
    if (stat.isSymbolicLink()) {
      this.problems.push(fileProblem(folder, 'file-link', {}));
      return [];
    }
    if (!stat.isDirectory()) {
      this.problems.push(fileProblem(folder, 'file-unexpected', { expected: `${folder}/` }));
      return [];
    }
    const found: Entry[] = [];
    for (const entry of await readdir(join(this.#root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') && !folder.startsWith('data')) continue;
      if (entry.isSymbolicLink()) this.problems.push(fileProblem(path, 'file-link', {}));
      else if (entry.name.startsWith('.')) this.problems.push(...hiddenFileProblems(path));
      else found.push({ name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' });
    }
    return found.sort((a, b) => compareText(a.name, b.name));
  }
}

/**
 * The files of evidence of the workspace in `root` with their fingerprints, in the order of their paths. No score depends on
 * their content, so they are not among the inputs of a workspace.
 */
export async function evidenceIn(root: string): Promise<InputFile[]> {
  const { files } = await findFiles(root);
  return files
    .filter(({ kind }) => kind === 'evidence')
    .map(({ path, bytes }) => ({
      path,
      bytes,
      sha256: createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex'),
    }));
}
