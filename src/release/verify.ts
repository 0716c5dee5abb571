/** Verifies the releases of a workspace: their files, their chain, the methods, and the scores where they can be recomputed. */
import { releaseCommandLabels } from '../i18n/labels/release-command.ts';
import { readReleases } from '../load/releases.ts';
import { readWorkspace } from '../load/workspace.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { FrozenRelease, FrozenVendor } from '../schema/frozen.ts';
import type { Language } from '../schema/text.ts';
import { type Market, scoreMarket } from '../score/market.ts';
import { requireDataset, validateWithReleases } from '../validate/workspace.ts';
import { makeRelease } from './make.ts';

export interface Verified {
  release: FrozenRelease;
  recomputed: Recomputed;
}

/** All releases of the workspace in `root`, the first one first. @throws WorkspaceProblems when one of their files was changed. */
export async function verifyReleases(root: string): Promise<Verified[]> {
  const validated = validateWithReleases(await readWorkspace(root), await readReleases(root));
  const { releases } = validated;
  const dataset = requireDataset(validated);
  let scored: Market | undefined;
  const market = (): Market => (scored ??= scoreMarket(dataset));
  return releases.map((release) => ({ release, recomputed: recompute(release, dataset, market) }));
}

/** What came of recomputing a release. */
export type Recomputed =
  /** Some input has changed: these scores can only be recomputed from the revision of that time. */
  | { kind: 'moved-on'; changed: number }
  | { kind: 'same' }
  /** The same inputs give other scores. */
  | { kind: 'differs'; where: readonly string[] };

/** Scores are kept to six decimals, so two runs of one calculation differ by rounding at most. */
const SAME = 1e-6 + 1e-12;

/** Recomputes `release` from the workspace at hand, where its inputs are still those that it was made of. */
export function recompute(release: FrozenRelease, dataset: Dataset, market: () => Market): Recomputed {
  const now = new Map(dataset.inputs.map((i) => [i.path, i.sha256]));
  const then = new Map(release.inputs.map((i) => [i.path, i.sha256]));
  const paths = [...new Set([...now.keys(), ...then.keys()])].filter((path) => scored(path, release.methodology));
  const changed = paths.filter((path) => now.get(path) !== then.get(path)).length;
  if (changed > 0) return { kind: 'moved-on', changed };
  const again = makeRelease(dataset, market(), { id: release.id, number: release.number });
  const where = [
    ...(again.vendors.length === release.vendors.length
      ? []
      : [`vendors: ${release.vendors.length}, ${again.vendors.length}`]),
    ...release.vendors.flatMap((vendor, v) => differing(vendor, again.vendors[v])),
  ];
  return where.length === 0 ? { kind: 'same' } : { kind: 'differs', where };
}

/** Whether scores can depend on an input: prose, decisions, cases and the site's own name cannot move them. */
function scored(path: string, version: string): boolean {
  return (
    /^(?:content\/frameworks|data\/vendors|data\/reviews|data\/observations)\//.test(path) ||
    path === 'content/questionnaire.yaml' ||
    path === 'data/release.yaml' ||
    path === `content/methodology/${version}/method.yaml`
  );
}

function differing(was: FrozenVendor, is: FrozenVendor | undefined): string[] {
  if (is?.slug !== was.slug) return [`${was.slug}: ${is?.slug ?? '-'}`];
  const [a, b] = [numbersOf(was), numbersOf(is)];
  return a.flatMap(([name, value], i) => {
    const other = b[i]?.[1];
    const same =
      value === other || (typeof value === 'number' && typeof other === 'number' && Math.abs(value - other) <= SAME);
    return same ? [] : [`${was.slug} ${name}: ${value ?? '-'}, ${other ?? '-'}`];
  });
}

/** Every number of a vendor with its name, in a fixed order. */
function numbersOf({ overall, rank, frameworks, dimensions }: FrozenVendor): [string, number | null | undefined][] {
  return [
    ['score', overall?.score],
    ['low', overall?.low],
    ['high', overall?.high],
    ['place', rank?.place],
    ['rank.low', rank?.low],
    ['rank.high', rank?.high],
    ['group', rank?.group],
    ...(frameworks ?? []).map((value, f): [string, number | null] => [`frameworks.${f}`, value]),
    ...(dimensions ?? []).flatMap((row, f) =>
      row.map((value, d): [string, number | null] => [`dimensions.${f}.${d}`, value]),
    ),
  ];
}

/** Most single numbers that are listed for one release. */
const MAX_LISTED = 20;

/** What came of verifying: one line for each release; numbers that differ are listed below theirs. */
export function verifiedText(verified: readonly Verified[], language: Language): string {
  const t = releaseCommandLabels[language];
  if (verified.length === 0) return `${t.none}\n`;
  return verified
    .flatMap(({ release: { id, asOf, methodology }, recomputed }) => {
      if (recomputed.kind === 'same') return [t.same(id, asOf, methodology)];
      if (recomputed.kind === 'moved-on') return [t.movedOn(id, asOf, methodology, String(recomputed.changed))];
      return [
        t.differs(id, String(recomputed.where.length)),
        ...recomputed.where.slice(0, MAX_LISTED).map((line) => `  ${line}`),
      ];
    })
    .map((line) => `${line}\n`)
    .join('');
}
