/** What a change of the code that scores does: the same data scored by the code of another revision. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Scored } from '../impact/compare.ts';
import { standingsOf } from '../impact/standing.ts';
import type { ImpactReport } from '../schema/impact.ts';
import { withRevision } from './git-revision.ts';

/** Longest that the other code may take, in milliseconds. */
const PATIENCE = 300_000;
/** Scores closer than this are the same. */
const SAME = 1e-9;

/** The part of the output of `npm run score -- --json` that is compared. */
const output = z.object({
  vendors: z.array(
    z.object({
      slug: z.string(),
      overall: z.object({ score: z.number() }).optional(),
      rating: z.object({ group: z.number().int().optional() }),
    }),
  ),
});

/**
 * Scores the data of `base`, which lie in `folder`, by the code of `commit` and compares that with the scores by the code at hand.
 * It runs with the packages at hand.
 * @param work where temporary folders may be made; within the project, so that its packages are found.
 * @returns undefined when that code does not run any more.
 */
export async function codeEffect(
  project: string,
  commit: string,
  work: string,
  base: Scored,
  folder: string,
): Promise<ImpactReport['code']> {
  const run = async (code: string): Promise<string> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(code, 'scripts/score.ts'), '--workspace', folder, '--json'],
      { timeout: PATIENCE, maxBuffer: 256 * 1024 * 1024 },
    );
    return stdout;
  };
  let then: z.infer<typeof output>;
  try {
    then = output.parse(JSON.parse(await withRevision(project, commit, work, run, ['src', 'scripts'])));
  } catch {
    return undefined;
  }
  const standing = standingsOf(base);
  const effect = { scores: 0, most: 0, groups: 0 };
  for (const { slug, overall, rating } of then.vendors) {
    const now = standing(slug)?.standing;
    const [a, b] = [now?.score, overall?.score];
    const difference = a === undefined || b === undefined ? 0 : Math.abs(a - b);
    if (difference > SAME || (a === undefined) !== (b === undefined)) effect.scores += 1;
    effect.most = Math.max(effect.most, difference);
    if (now?.rank?.group !== rating.group) effect.groups += 1;
  }
  return effect;
}
