/** Verifies the releases of a workspace: their files, their chain, the methods, and the scores where they can be recomputed. */
import { readReleases } from '../load/releases.ts';
import { readWorkspace } from '../load/workspace.ts';
import type { FrozenRelease } from '../schema/frozen.ts';
import { type Market, scoreMarket } from '../score/market.ts';
import { requireDataset, validateWithReleases } from '../validate/workspace.ts';
import { type Recomputed, recompute } from './recompute.ts';

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
