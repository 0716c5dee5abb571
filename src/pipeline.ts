/** The one file that runs all the stages, once: load -> validate -> score. Pages, endpoints and commands start here. */
import { resolve } from 'node:path';
import { crossDataset } from './impact/cross.ts';
import { readReleases } from './load/releases.ts';
import { readWorkspace } from './load/workspace.ts';
import type { Dataset } from './schema/dataset.ts';
import type { Edition } from './schema/edition.ts';
import type { FrozenRelease } from './schema/frozen.ts';
import { type Problem, WorkspaceProblems } from './schema/problem.ts';
import { outdatedSums } from './schema/summaries.ts';
import { type MarketData, type ScoredWorkspace, marketOf, scoreMarket } from './score/market.ts';
import { editionsOf } from './validate/editions.ts';
import { withTodaysSlugs } from './validate/rules/released-vendors.ts';
import { validateWithReleases } from './validate/workspace.ts';

/** A workspace, read, validated and scored. */
export interface Site extends ScoredWorkspace {
  /** What was frozen before, the first release first; vendors under the slugs that they have today. */
  releases: readonly FrozenRelease[];
  /** The same, as it was frozen. */
  frozen: readonly FrozenRelease[];
  /** Every method version with what it was used with, oldest first. */
  editions: readonly Edition[];
  /** Today's data scored by any version, once; undefined when it is not known what that version was used with. */
  scoredBy: (version: string) => ScoredWorkspace | undefined;
  /** Problems that do not stop a build. */
  warnings: readonly Problem[];
}

/** The folder that commands and pages work on: HENGPING_WORKSPACE, else the current folder. */
export function workspaceFolder(): string {
  return resolve(process.env['HENGPING_WORKSPACE'] ?? '.');
}

/** Reads, validates and scores the workspace in `folder`. @throws WorkspaceProblems with every problem, when one is an error. */
export async function runPipeline(folder: string): Promise<Site> {
  const { known, problems } = await checkedSite(folder);
  if (known === undefined) throw new WorkspaceProblems(problems);
  return known;
}

/** The same with every problem; `known` is undefined when one is an error. */
export async function checkedSite(folder: string): Promise<{ known?: Site; problems: readonly Problem[] }> {
  const raw = await readWorkspace(folder);
  const rawReleases = await readReleases(folder);
  const { dataset, releases: frozen, problems } = validateWithReleases(raw, rawReleases);
  if (dataset === undefined) return { problems };
  const releases = frozen.map((release) => withTodaysSlugs(release, dataset));
  const editions = editionsOf(dataset, frozen, rawReleases);
  const data = { dataset, market: scoreMarket(dataset), releases, frozen, editions, warnings: problems };
  return { known: siteOf(data), problems };
}

/** A site as plain data: what can be written to a file by one process and read by another. */
export type SiteData = Omit<Site, 'market' | 'scoredBy'> & { market: MarketData };

/** A site out of its data. */
export function siteOf({ market: data, ...rest }: SiteData): Site {
  const market = marketOf(rest.dataset, data);
  const today: ScoredWorkspace = { dataset: rest.dataset, market: { ...market, of: recent(REMEMBERED, market.of) } };
  return { ...rest, ...today, scoredBy: byEdition(today, rest.editions) };
}

/** The same site without the scores by other versions that it has made so far, which are as large as those of today. */
export function withoutEditions(site: Site): Site {
  return { ...site, scoredBy: byEdition(site, site.editions) };
}

/** Scores by version, each made when first asked for. */
function byEdition(today: ScoredWorkspace, editions: readonly Edition[]): Site['scoredBy'] {
  const scored = new Map<string, ScoredWorkspace | undefined>([[today.dataset.release.methodology, today]]);
  return (version) => {
    if (!scored.has(version)) {
      const edition = editions.find((e) => e.version === version);
      scored.set(version, edition === undefined ? undefined : scoreEdition(today.dataset, edition));
    }
    return scored.get(version);
  };
}

function scoreEdition(today: Dataset, { version, method, texts }: Edition): ScoredWorkspace | undefined {
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

/** Score trees kept: of the vendors whose pages are being made. More would survive into the costly part of garbage collection. */
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
