/** The generated files on disk: written piece by piece, or compared with what lies there. */
import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Piece } from './generate.ts';

/** The folders that belong to the sample, whole. */
const FOLDERS = ['data/vendors', 'data/cases', 'data/reviews', 'data/observations', 'data/codings'];
const FLUSH_AT = 1 << 20;

export interface Written {
  files: number;
  characters: number;
}

/** Files in the sample's folders under `folder` that are not among `paths`, sorted. */
function strangers(folder: string, paths: ReadonlySet<string>): string[] {
  return FOLDERS.flatMap((name) => {
    const full = join(folder, name);
    return existsSync(full) ? readdirSync(full).map((file) => `${name}/${file}`) : [];
  })
    .filter((path) => !paths.has(path) && !path.endsWith('/README.md'))
    .sort();
}

/**
 * Writes the pieces under `folder`, replacing files of the same name. CSV grows as the pieces come, so memory stays flat.
 * @returns what was written, and the files lying there that are not part of it; with `clean` these are removed.
 */
export function writePieces(
  folder: string,
  pieces: Iterable<Piece>,
  clean: boolean,
): Written & { strangers: string[] } {
  const seen = new Set<string>();
  const open = new Map<string, { file: number; waiting: string[]; length: number }>();
  let characters = 0;
  for (const name of FOLDERS) mkdirSync(join(folder, name), { recursive: true });
  for (const { path, text } of pieces) {
    characters += text.length;
    if (!path.endsWith('.csv')) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      seen.add(path);
      continue;
    }
    let target = open.get(path);
    if (target === undefined) {
      target = { file: openSync(join(folder, path), 'w'), waiting: [], length: 0 };
      open.set(path, target);
      seen.add(path);
    }
    target.waiting.push(text);
    target.length += text.length;
    if (target.length >= FLUSH_AT) {
      writeSync(target.file, target.waiting.join(''));
      target.waiting = [];
      target.length = 0;
    }
  }
  for (const { file, waiting } of open.values()) {
    writeSync(file, waiting.join(''));
    closeSync(file);
  }
  const left = strangers(folder, seen);
  if (clean) for (const path of left) rmSync(join(folder, path));
  return { files: seen.size, characters, strangers: clean ? [] : left };
}

export interface Difference {
  path: string;
  kind: 'missing' | 'differs';
}

/** How `folder` differs from the pieces: files missing or with other bytes. Files beside the sample are no difference: vendors join. */
export function comparePieces(folder: string, pieces: Iterable<Piece>): Difference[] {
  const hashes = new Map<string, Hash>();
  for (const { path, text } of pieces) {
    let hash = hashes.get(path);
    if (hash === undefined) {
      hash = createHash('sha256');
      hashes.set(path, hash);
    }
    hash.update(text);
  }
  const out: Difference[] = [];
  for (const [path, hash] of hashes) {
    const full = join(folder, path);
    if (!existsSync(full)) out.push({ path, kind: 'missing' });
    else if (createHash('sha256').update(readFileSync(full)).digest('hex') !== hash.digest('hex'))
      out.push({ path, kind: 'differs' });
  }
  return out.sort((a, b) => (a.path < b.path ? -1 : 1));
}
