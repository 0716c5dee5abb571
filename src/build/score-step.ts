/**
 * The step of a build that reads, checks and scores the workspace and checks its texts, in a process of its own. Arguments: the
 * workspace, the file for the scored workspace, the file for what content collections hold, and the file for what came out.
 */
import { writeFileSync } from 'node:fs';
import { checkedSite } from '../pipeline.ts';
import { withProse } from '../prose/check.ts';
import { writeSite, writeWhole } from './hand-over.ts';
import type { ScoreOutcome } from './score.ts';

async function outcome(workspace: string, into: string, collected: string): Promise<ScoreOutcome> {
  const { known: site, problems } = withProse(workspace, await checkedSite(workspace));
  if (site === undefined || problems.some((problem) => problem.severity === 'error'))
    return { kind: 'problems', problems };
  // A workspace may be checked and scored with what is left of the sample in it, but not published as real.
  const left = site.warnings.filter((problem) => problem.rule === 'sample-left');
  if (left.length > 0)
    return { kind: 'problems', problems: left.map((problem) => ({ ...problem, severity: 'error' })) };
  const { frameworks, methods } = site.dataset;
  writeWhole(collected, JSON.stringify({ frameworks, methods }));
  writeSite(site, into);
  return { kind: 'scored' };
}

const [workspace = '', into = '', collected = '', result = ''] = process.argv.slice(2);
writeFileSync(result, JSON.stringify(await outcome(workspace, into, collected)));
