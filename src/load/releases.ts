/** Reads the frozen releases of a workspace, `data/releases/<id>/`: every file with its hash, nothing followed, nothing checked. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../schema/problem.ts';
import { METHOD_COPY, QUESTIONNAIRE_COPY, RELEASES_LIST, RELEASE_FILE, SUMS_FILE } from '../schema/frozen.ts';
import { fileProblem, hiddenFileProblems } from './file-problem.ts';
import { nameFault } from './names.ts';
import type { RawYaml } from './raw.ts';
import type { Path } from '../schema/plain-data.ts';
import { yamlFile } from './yaml.ts';
import { compareText } from '../schema/order.ts';
import { sha256 } from './sha256.ts';

/** Folder of all releases, from the workspace's root. */
export const RELEASES = 'data/releases';
/** Most bytes of one frozen file. */
const LARGEST = 64 * 1024 * 1024;

/** One release as it lies there. */
export interface RawRelease {
  id: string;
  /** From the workspace's root. */
  folder: string;
  /** SHA-256 of every file but SHA256SUMS, by its path in the folder. */
  hashes: ReadonlyMap<string, string>;
  /** SHA256SUMS and its own hash; absent when there is none. */
  sums?: { text: string; sha256: string };
  /** `release.json`; broken when it is not JSON. */
  json?: RawYaml;
  method?: RawYaml;
  questionnaire?: RawYaml;
  /** In the order of their names. */
  frameworks: readonly RawYaml[];
}

export interface RawReleases {
  /** In the order of their ids. */
  releases: readonly RawRelease[];
  /** What the list of all releases says; absent when there is none. */
  list?: string;
  problems: readonly Problem[];
}

/** All releases of the workspace in `root`; none when there is no such folder. */
export async function readReleases(root: string): Promise<RawReleases> {
  const problems: Problem[] = [];
  const releases: RawRelease[] = [];
  for (const entry of await entries(root, RELEASES, problems)) {
    const folder = `${RELEASES}/${entry.name}`;
    if (entry.kind === 'file' && entry.name === 'README.md') continue;
    const fault = nameFault(entry.name);
    if (entry.kind === 'file') problems.push(fileProblem(folder, 'file-unexpected', { expected: `${RELEASES}/<id>/` }));
    else if (fault !== undefined) problems.push(fileProblem(folder, fault, { found: entry.name, expected: '<id>' }));
    else releases.push(await readRelease(root, entry.name, problems));
  }
  const list = await readList(root, problems);
  return { releases, ...(list === undefined ? {} : { list }), problems };
}

async function readList(root: string, problems: Problem[]): Promise<string | undefined> {
  const stat = await lstat(join(root, RELEASES_LIST)).catch(() => undefined);
  if (stat === undefined) return undefined;
  if (stat.isFile() && stat.size <= LARGEST) return readFile(join(root, RELEASES_LIST), 'utf8');
  problems.push(
    stat.isFile()
      ? fileProblem(RELEASES_LIST, 'file-size', { found: stat.size, limit: LARGEST })
      : fileProblem(RELEASES_LIST, 'file-link', {}),
  );
  return undefined;
}

async function readRelease(root: string, id: string, problems: Problem[]): Promise<RawRelease> {
  const folder = `${RELEASES}/${id}`;
  const hashes = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const path of await filesBelow(root, folder, problems)) {
    const stat = await lstat(join(root, path));
    if (stat.size > LARGEST) {
      problems.push(fileProblem(path, 'file-size', { found: stat.size, limit: LARGEST }));
      continue;
    }
    const bytes = await readFile(join(root, path));
    const own = path.slice(folder.length + 1);
    hashes.set(own, sha256(bytes));
    texts.set(own, bytes.toString('utf8'));
  }
  const sums = texts.get(SUMS_FILE);
  const sumsHash = hashes.get(SUMS_FILE);
  hashes.delete(SUMS_FILE);
  const yaml = (name: string): RawYaml | undefined => {
    const text = texts.get(name);
    return text === undefined ? undefined : yamlFile(`${folder}/${name}`, name.replace(/^.*\/|\.yaml$/g, ''), text);
  };
  const json = texts.get(RELEASE_FILE);
  const [method, questionnaire] = [yaml(METHOD_COPY), yaml(QUESTIONNAIRE_COPY)];
  return {
    id,
    folder,
    hashes,
    ...(sums === undefined || sumsHash === undefined ? {} : { sums: { text: sums, sha256: sumsHash } }),
    ...(json === undefined ? {} : { json: jsonFile(`${folder}/${RELEASE_FILE}`, id, json) }),
    ...(method === undefined ? {} : { method }),
    ...(questionnaire === undefined ? {} : { questionnaire }),
    frameworks: [...texts.keys()]
      .filter((name) => /^frameworks\/[^/]+\.yaml$/.test(name))
      .sort()
      .flatMap((name) => yaml(name) ?? []),
  };
}

/** A JSON file in the shape of a YAML one. Places are not told: nobody writes these files by hand. */
function jsonFile(path: string, name: string, text: string): RawYaml {
  let value: unknown;
  let broken = false;
  try {
    value = JSON.parse(text);
  } catch {
    broken = true;
  }
  const written = (at: Path): string | undefined => {
    let here = value;
    for (const step of at)
      here =
        typeof here === 'object' && here !== null && Object.hasOwn(here, step)
          ? (here as Record<string | number, unknown>)[step]
          : undefined;
    return here === undefined || (typeof here === 'object' && here !== null) ? undefined : String(here);
  };
  return { path, name, value, broken, locate: () => ({ line: 0, column: 0 }), written };
}

async function filesBelow(root: string, folder: string, problems: Problem[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, kind } of await entries(root, folder, problems)) {
    if (kind === 'folder') found.push(...(await filesBelow(root, `${folder}/${name}`, problems)));
    else found.push(`${folder}/${name}`);
  }
  return found;
}

/** Plain files and folders by name; hidden ones, links and other things are reported. */
async function entries(
  root: string,
  folder: string,
  problems: Problem[],
): Promise<{ name: string; kind: 'file' | 'folder' }[]> {
  const stat = await lstat(join(root, folder)).catch(() => undefined);
  if (stat === undefined) return [];
  if (!stat.isDirectory()) {
    problems.push(
      fileProblem(folder, stat.isSymbolicLink() ? 'file-link' : 'file-unexpected', { expected: `${folder}/` }),
    );
    return [];
  }
  const found: { name: string; kind: 'file' | 'folder' }[] = [];
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') && !entry.isSymbolicLink()) problems.push(...hiddenFileProblems(path));
    else if (entry.isFile() || entry.isDirectory())
      found.push({ name: entry.name, kind: entry.isFile() ? 'file' : 'folder' });
    else problems.push(fileProblem(path, entry.isSymbolicLink() ? 'file-link' : 'file-unexpected', { expected: path }));
  }
  return found.sort((a, b) => compareText(a.name, b.name));
}
