/** The difference between two versions of the methodology: what was changed, why, and what it does to the ranking. */
import type { Edition } from '../../../schema/edition.ts';
import type { FrozenRelease } from '../../../schema/frozen.ts';
import type { Language } from '../../../schema/text.ts';
import type { ScoredWorkspace } from '../../../score/market.ts';
import { type RankChanges, rankChanges } from './ranks.ts';
import { type TextChange, tallyTexts, textChanges } from './texts.ts';
import { type WeightChanges, weightChanges } from './weights.ts';
import type { Changed } from '../../../schema/plain-data.ts';
import type { Method } from '../../../schema/method.ts';
import { changedSettings, settingMeaning } from '../../../schema/method-settings.ts';

/** A workspace with all its versions. */
interface Versions {
  readonly editions: readonly Edition[];
  readonly releases: readonly FrozenRelease[];
  /** Today's data scored by a version; undefined when that cannot be done. */
  readonly scoredBy: (version: string) => ScoredWorkspace | undefined;
}

/** Two versions, the older one first. */
interface VersionPair {
  older: string;
  newer: string;
}

interface MethodChangesPage extends VersionPair {
  draft: boolean;
  published: { older: string; newer: string };
  /** What the editors say about each version after the older one, up to the newer one; oldest first. */
  said: readonly { version: string; changes: readonly string[]; decisions: readonly string[] }[];
  weights: WeightChanges;
  settings: readonly SettingChange[];
  /** Undefined when the words of one of the two are not known any more. */
  texts: { changes: readonly TextChange[]; tally: ReturnType<typeof tallyTexts> } | undefined;
  ranks: RankChanges | undefined;
  /** Releases made by each. */
  releases: { older: readonly string[]; newer: readonly string[] };
}

/** Path of the difference between two versions, in the default language. */
export function changesPath({ older, newer }: VersionPair): string {
  return `/methodology/changes/${pairName({ older, newer })}/`;
}

/** That path for two versions in either order. */
export function changesPathOf(a: string, b: string): string {
  const [[yearA = 0, numberA = 0], [yearB = 0, numberB = 0]] = [a.split('.').map(Number), b.split('.').map(Number)];
  return changesPath((yearA - yearB || numberA - numberB) <= 0 ? { older: a, newer: b } : { older: b, newer: a });
}

/** Last part of that path. */
export function pairName({ older, newer }: VersionPair): string {
  return `${older}-${newer}`;
}

/** All pairs: each version with every one before it. @param versions oldest first. */
export function versionPairs(versions: readonly string[]): VersionPair[] {
  return versions.flatMap((newer, i) => versions.slice(0, i).map((older) => ({ older, newer })));
}

/** The page of a pair. @throws Error when a version does not exist. */
export function methodChangesPage(
  site: Versions,
  { older, newer }: VersionPair,
  language: Language,
): MethodChangesPage {
  const [from, to] = [older, newer].map((version) => site.editions.findIndex((e) => e.version === version)) as [
    number,
    number,
  ];
  const [a, b] = [site.editions[from], site.editions[to]];
  if (a === undefined || b === undefined) throw new Error(`no versions ${older} and ${newer}`);
  const [scoredA, scoredB] = [site.scoredBy(older), site.scoredBy(newer)];
  const changes = a.texts === undefined || b.texts === undefined ? undefined : textChanges(a.texts, b.texts, language);
  return {
    older,
    newer,
    draft: b.method.status === 'draft',
    published: { older: a.method.published, newer: b.method.published },
    said: site.editions.slice(from + 1, to + 1).map(({ version, method }) => ({
      version,
      changes: method.changes.map((c) => c[language]),
      decisions: newDecisions(a, method.decisions),
    })),
    weights: weightChanges(a, b, language),
    settings: settingChanges(a.method, b.method, language),
    texts: changes === undefined ? undefined : { changes, tally: tallyTexts(changes) },
    ranks: scoredA === undefined || scoredB === undefined ? undefined : rankChanges(scoredA, scoredB, language),
    releases: { older: releasesBy(site.releases, older), newer: releasesBy(site.releases, newer) },
  };
}

/** Releases made by a version, the first one first. */
export function releasesBy(releases: readonly FrozenRelease[], version: string): string[] {
  return releases.filter((r) => r.methodology === version).map((r) => r.id);
}

function newDecisions({ method }: Edition, decisions: readonly string[]): string[] {
  return decisions.filter((number) => !method.decisions.includes(number));
}

/** A parameter that differs. */
interface SettingChange extends Changed {
  /** What the parameter means, in the words of the published schema; undefined where its name must do. */
  meaning: string | undefined;
}

const WEIGHTS = /^frameworks\.[^.]+\.(?:weight$|dimensions\.)/;

/** Parameters whose values differ, in the order of the older method, then what is new. */
function settingChanges(was: Method, is: Method, language: Language): SettingChange[] {
  return changedSettings(was, is)
    .filter(({ path }) => !WEIGHTS.test(path))
    .map((change) => ({ ...change, meaning: settingMeaning(change.path)?.[language] }));
}
