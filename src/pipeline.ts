/** The one file that runs all the stages, once: load -> validate -> score. Pages, endpoints and commands start here. */
import { resolve } from 'node:path';
import { crossDataset } from './impact/cross.ts';
import { readReleases } from './load/releases.ts';
import { readWorkspace } from './load/workspace.ts';
import type { Dataset } from './schema/dataset.ts';
import type { Edition } from './schema/edition.ts';
import type { FrozenRelease } from './schema/frozen.ts';
import type { Problem } from './schema/problem.ts';
import { outdatedSums } from './schema/summaries.ts';
import { type Market, scoreMarket } from './score/market.ts';
import { editionsOf } from './validate/editions.ts';
import { withTodaysSlugs } from './validate/released-vendors.ts';
import { validateWithReleases } from './validate/releases.ts';

/** A workspace and its scores. */
export interface Scored {
  dataset: Dataset;
  market: Market;
}

/** A workspace, read, validated and scored. */
export interface Site extends Scored {
  /** What was frozen before, the first release first; vendors under the slugs that they have today. */
  releases: readonly FrozenRelease[];
  /** The same, as it was frozen. */
  frozen: readonly FrozenRelease[];
  /** Every method version with what it was used with, oldest first. */
  editions: readonly Edition[];
  /** Today's data scored by any version, once; undefined when nobody can say what that version was used with. */
  scoredBy: (version: string) => Scored | undefined;
  /** Problems that do not stop a build. */
  warnings: readonly Problem[];
}

/** The folder that commands and pages work on: HENGPING_WORKSPACE, else the current folder. */
export function workspaceFolder(): string {
  return resolve(process.env['HENGPING_WORKSPACE'] ?? '.');
}

/**
 * Reads, validates and scores the workspace in `folder`.
 * @throws WorkspaceProblems with every problem, when there is any.
 */
export async function runPipeline(folder: string): Promise<Site> {
  const raw = await readWorkspace(folder);
  const rawReleases = await readReleases(folder);
  const { dataset, releases: frozen, warnings } = validateWithReleases(raw, rawReleases);
  const releases = frozen.map((release) => withTodaysSlugs(release, dataset));
  const editions = editionsOf(dataset, frozen, rawReleases);
  const market = scoreMarket(dataset);
  const today: Scored = { dataset, market: { ...market, of: recent(REMEMBERED, market.of) } };
  return { ...today, releases, frozen, editions, scoredBy: byEdition(today, editions), warnings };
}

/** Scores by version, each made when first asked for. */
function byEdition(today: Scored, editions: readonly Edition[]): Site['scoredBy'] {
  const made = new Map<string, Scored | undefined>([[today.dataset.release.methodology, today]]);
  return (version) => {
    if (!made.has(version)) {
      const edition = editions.find((e) => e.version === version);
      made.set(version, edition === undefined ? undefined : scoreEdition(today.dataset, edition));
    }
    return made.get(version);
  };
}

function scoreEdition(today: Dataset, { version, method, texts }: Edition): Scored | undefined {
  if (texts === undefined) return undefined;
  const { frameworks, questionnaire } = texts;
  const dataset = crossDataset(today, {
    ...today,
    frameworks,
    questionnaire,
    method,
    release: { ...today.release, methodology: version },
  });
  // Sums over reviews hold for one method and questionnaire.
  if (dataset.summaries && outdatedSums(dataset.summaries.computedFrom, dataset)) return undefined;
  return { dataset, market: scoreMarket(dataset) };
}

/** Score trees kept: of the vendors whose pages are being made. More of them would outlive the short memory that is cheap. */
const REMEMBERED = 6;

/** Calls `make` once for each key as long as the key is among the last `count` that were new. `make` must be pure. */
function recent<V>(count: number, make: (key: number) => V): (key: number) => V {
  const kept = new Map<number, V>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (kept.size >= count) kept.delete(kept.keys().next().value as number);
    kept.set(key, made);
    return made;
  };
}

/** The files of `api/v1/` that a build of the whole site writes without Astro, being large or computed again before it goes out. */
export const PLAIN_API_FILES = [
  'index',
  'frameworks',
  'methodology',
  'questionnaire',
  'vendors',
  'market',
  'sensitivity',
  'openapi',
] as const;

/** Set for Astro by a build that writes the plain files itself (`build/plain-files.ts`). */
export const PLAIN_FILES_APART = 'HENGPING_PLAIN_FILES_APART';

/** Routes of plain files: none when they are written apart, else as `routes` says. */
export function unlessApart<R>(routes: readonly R[]): R[] {
  return process.env[PLAIN_FILES_APART] === undefined ? [...routes] : [];
}

/** Where the site is kept: Astro loads this file once for its collections and once for its pages, in one process. */
const KEPT = Symbol.for('hengping.site');

/** The site's workspace, read once, however many pages ask. @throws as `runPipeline`. */
export function workspace(): Promise<Site> {
  const kept = globalThis as { [KEPT]?: Promise<Site> };
  kept[KEPT] ??= runPipeline(workspaceFolder());
  return kept[KEPT];
}

/**
 * What the next calls of `workspace()` give; undefined lets them read everything again. For the development server, where
 * files change and may be faulty.
 */
export function keepWorkspace(site: Promise<Site> | undefined): void {
  (globalThis as { [KEPT]?: Promise<Site> | undefined })[KEPT] = site;
}
