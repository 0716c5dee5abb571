/** Freezes the results of a workspace under `data/releases/<id>/`. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nameFault } from '../load/names.ts';
import { readReleases, RELEASES } from '../load/releases.ts';
import { readWorkspace } from '../load/workspace.ts';
import { sha256 as hashOf } from '../load/sha256.ts';
import type { Dataset } from '../schema/dataset.ts';
import {
  type FrozenRelease,
  METHOD_COPY,
  QUESTIONNAIRE_COPY,
  RELEASE_FILE,
  RELEASES_LIST,
  SUMS_FILE,
} from '../schema/frozen.ts';
import type { Bilingual } from '../schema/text.ts';
import { scoreMarket } from '../score/market.ts';
import { listLine } from '../validate/rules/releases.ts';
import { requireDataset, validateWithReleases } from '../validate/workspace.ts';
import { makeRelease, releaseText } from './make.ts';

/** What was frozen, and where. */
export interface Frozen {
  release: FrozenRelease;
  /** From the workspace's root. */
  folder: string;
}

/**
 * Scores the workspace in `root` and writes its release: all files first into a hidden folder, which then gets its name, so
 * that there is a whole release or none.
 * @throws WorkspaceProblems when the workspace or an earlier release is faulty; ReleaseRefused when the id cannot be used,
 * the method is a draft, or the data are older than the last release.
 */
export async function freeze(root: string, id: string): Promise<Frozen> {
  if (nameFault(id) !== undefined) {
    throw new ReleaseRefused({
      zh: `“${id}”不能作编号：用小写字母、数字和连字符`,
      en: `"${id}" cannot be an id: use lower-case letters, digits and hyphens`,
    });
  }
  const folder = `${RELEASES}/${id}`;
  if (existsSync(join(root, folder)))
    throw new ReleaseRefused({
      zh: `${folder} 已存在；已发布的结果不得改动`,
      en: `${folder} exists; a release is never changed`,
    });
  const raw = await readWorkspace(root);
  const rawReleases = await readReleases(root);
  const validated = validateWithReleases(raw, rawReleases);
  const { releases } = validated;
  const dataset = requireDataset(validated);
  const last = releases.at(-1);
  refuseTooEarly(dataset, last);
  const previous = rawReleases.releases.find((r) => r.id === last?.id)?.sums?.sha256;
  const identity = { id, number: releases.length + 1, ...(previous === undefined ? {} : { previous }) };
  const release = makeRelease(dataset, scoreMarket(dataset), identity);
  const files = new Map<string, Uint8Array | string>([
    [RELEASE_FILE, releaseText(release)],
    ...(await copies(root, dataset)),
  ]);
  files.set(SUMS_FILE, sumsText(files));
  await writeWhole(join(root, folder), files);
  await appendToList(root, id, hashOf(files.get(SUMS_FILE) ?? ''), rawReleases.list);
  return { release, folder };
}

function refuseTooEarly({ method, release }: Dataset, last: FrozenRelease | undefined): void {
  if (method.status === 'draft') {
    throw new ReleaseRefused({
      zh: `方法 ${method.version} 还是草案（status: draft），不能据此发布`,
      en: `method ${method.version} is a draft (status: draft); nothing is released by a draft`,
    });
  }
  if (last !== undefined && release.asOf < last.asOf) {
    throw new ReleaseRefused({
      zh: `数据日期 ${release.asOf} 早于上一次发布 ${last.id} 的 ${last.asOf}`,
      en: `the data are as of ${release.asOf}, which is before ${last.asOf} of the last release, ${last.id}`,
    });
  }
}

/** Byte copies of what made the scores, by their path in the release. */
async function copies(root: string, { inputs, release }: Dataset): Promise<[string, Uint8Array][]> {
  const wanted = inputs.flatMap((input): [string, (typeof inputs)[number]][] => {
    if (input.path === `content/methodology/${release.methodology}/method.yaml`) return [[METHOD_COPY, input]];
    if (input.path === 'content/questionnaire.yaml') return [[QUESTIONNAIRE_COPY, input]];
    return input.path.startsWith('content/frameworks/') ? [[input.path.slice('content/'.length), input]] : [];
  });
  return Promise.all(
    wanted.map(async ([name, input]): Promise<[string, Uint8Array]> => {
      const bytes = await readFile(join(root, input.path));
      if (hashOf(bytes) !== input.sha256)
        throw new ReleaseRefused({
          zh: `${input.path} 在计算时被改动`,
          en: `${input.path} changed while the scores were made`,
        });
      return [name, bytes];
    }),
  );
}

async function writeWhole(folder: string, files: ReadonlyMap<string, Uint8Array | string>): Promise<void> {
  const hidden = join(dirname(folder), `.unfinished-${process.pid}`);
  try {
    for (const [name, content] of files) {
      await mkdir(dirname(join(hidden, name)), { recursive: true });
      await writeFile(join(hidden, name), content);
    }
    await rename(hidden, folder);
  } finally {
    await rm(hidden, { recursive: true, force: true });
  }
}

/** Adds the release to the list of all. Without the line the check asks for it, so that nothing is lost between the two. */
async function appendToList(root: string, id: string, sha256: string, before = ''): Promise<void> {
  const text = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  await writeFile(join(root, RELEASES_LIST), `${text}${listLine(id, sha256)}\n`);
}

/** One line for each file, in the order of their paths, as `sha256sum --check SHA256SUMS` reads them. */
function sumsText(files: ReadonlyMap<string, Uint8Array | string>): string {
  const paths = [...files.keys()].sort();
  return paths.map((path) => `${hashOf(files.get(path) ?? '')}  ${path}\n`).join('');
}

/** Thrown before anything is written; says why in both languages. */
export class ReleaseRefused extends Error {
  readonly text: Bilingual;
  constructor(text: Bilingual) {
    super(text.en);
    this.name = 'ReleaseRefused';
    this.text = text;
  }
}
