/** The generator's view of a workspace: reads `content/`, writes the sample's files or compares them with those on disk. */
import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  cpSync,
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
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { directory } from '../schema/directory.ts';
import { framework } from '../schema/framework.ts';
import { RELEASES_LIST } from '../schema/frozen.ts';
import { method } from '../schema/method.ts';
import { questionnaire } from '../schema/questionnaire.ts';
import { sampleWords } from '../schema/sample.ts';
import { release, site } from '../schema/site.ts';
import type { SampleContext } from './context.ts';
import type { Piece } from './generate.ts';
import { compareText } from '../schema/order.ts';

/** The parsed file at `path` in `folder`. Throws an Error that names the file and what is wrong with it. */
function parsed<T>(folder: string, path: string, schema: z.ZodType<T>): T {
  const full = join(folder, path);
  if (!existsSync(full)) throw new Error(`${path} is missing in ${folder}`);
  const document = parseDocument(readFileSync(full, 'utf8'), { version: '1.2', schema: 'core' });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw new Error(`${path}: ${fault.message}`);
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!result.success) throw new Error(`${path}\n${z.prettifyError(result.error)}`);
  return result.data;
}

/**
 * Everything that the generator reads of the workspace in `folder`; `data/release.yaml` says the day and the methodology.
 * Throws an Error naming the first file that is missing or wrong.
 */
export function readSampleContext(folder: string): SampleContext {
  const { asOf, methodology } = parsed(folder, 'data/release.yaml', release);
  const frameworks = readdirSync(join(folder, 'content/frameworks'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return {
    asOf,
    frameworks: frameworks.map((name) => parsed(folder, `content/frameworks/${name}`, framework)),
    questionnaire: parsed(folder, 'content/questionnaire.yaml', questionnaire),
    directory: parsed(folder, 'content/directory.yaml', directory),
    method: parsed(folder, `content/methodology/${methodology}/method.yaml`, method),
    words: parsed(folder, 'content/sample.yaml', sampleWords),
  };
}

/** Whether a folder may hold fictional data: it has no `content/site.yaml` yet, or one that says `sampleData: true`. */
export function mayHoldSample(folder: string): boolean {
  return !existsSync(join(folder, 'content/site.yaml')) || parsed(folder, 'content/site.yaml', site).sampleData;
}

/** Copies `content/`, `data/release.yaml` and the schemas of its YAML files, so that the other folder becomes a whole workspace. */
export function copyContent(from: string, to: string): void {
  // Releases stay behind, and so does the list of them.
  cpSync(join(from, 'content'), join(to, 'content'), {
    recursive: true,
    filter: (path) => path !== join(from, RELEASES_LIST),
  });
  mkdirSync(join(to, 'data'), { recursive: true });
  cpSync(join(from, 'data/release.yaml'), join(to, 'data/release.yaml'));
  if (existsSync(join(from, 'schemas'))) cpSync(join(from, 'schemas'), join(to, 'schemas'), { recursive: true });
}

/** The folders that belong to the sample, whole. */
const FOLDERS = ['data/vendors', 'data/cases', 'data/reviews', 'data/observations', 'data/codings'];
const FLUSH_AT = 1 << 20;

export interface WriteReport {
  files: number;
  characters: number;
}

/** Files in the sample's folders under `folder` that are not among `paths`, sorted. */
function extras(folder: string, paths: ReadonlySet<string>): string[] {
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
): WriteReport & { extras: string[] } {
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
  const left = extras(folder, seen);
  if (clean) for (const path of left) rmSync(join(folder, path));
  return { files: seen.size, characters, extras: clean ? [] : left };
}

export interface FileDifference {
  path: string;
  kind: 'missing' | 'differs';
}

/** How `folder` differs from the pieces: files missing or with other bytes. Files beside the sample are no difference: vendors join. */
export function comparePieces(folder: string, pieces: Iterable<Piece>): FileDifference[] {
  const hashes = new Map<string, Hash>();
  for (const { path, text } of pieces) {
    let hash = hashes.get(path);
    if (hash === undefined) {
      hash = createHash('sha256');
      hashes.set(path, hash);
    }
    hash.update(text);
  }
  const out: FileDifference[] = [];
  for (const [path, hash] of hashes) {
    const full = join(folder, path);
    if (!existsSync(full)) out.push({ path, kind: 'missing' });
    else if (createHash('sha256').update(readFileSync(full)).digest('hex') !== hash.digest('hex'))
      out.push({ path, kind: 'differs' });
  }
  return out.sort((a, b) => compareText(a.path, b.path));
}
