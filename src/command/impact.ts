/** Makes the report of `npm run impact`: reads both workspaces and compares them. */
import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { problemLine } from '../validate/problem-text.ts';
import { compare, type LabelledWorkspace } from '../impact/compare.ts';
import { standingsOf } from '../impact/steps.ts';
import { evidenceIn } from '../load/find.ts';
import { readReleases } from '../load/releases.ts';
import { readWorkspace } from '../load/workspace.ts';
import { type ImpactReport, impactReport } from '../schema/impact.ts';
import { WorkspaceProblems } from '../schema/problem.ts';
import type { Language } from '../schema/text.ts';
import { scoreMarket } from '../score/market.ts';
import { requireDataset, validateWithReleases, validateWorkspace } from '../validate/workspace.ts';
import { commitOf, scoringDiffers, withRevision } from './git-revision.ts';

/** What to compare the workspace with: a git revision or a folder. */
export type Base = { ref: string } | { folder: string };

/** Where things are. */
interface ImpactPlaces {
  /** The workspace that is judged. */
  workspace: string;
  /** The project's folder, with the code. */
  project: string;
}

/**
 * Compares the workspace with `base`.
 * @throws WrongUse when the revision does not exist; WorkspaceProblems when the workspace is faulty; Error with `output` when
 * the base does not pass today's rules.
 */
export async function impactOf(
  { workspace, project }: ImpactPlaces,
  base: Base,
  language: Language,
): Promise<ImpactReport> {
  const head: LabelledWorkspace = { ...(await scored(workspace, '')) };
  if ('folder' in base) return compare(await scoredBase(resolve(base.folder), base.folder, language), head, false);
  const commit = await commitOf(workspace, base.ref);
  const work = join(project, '.hengping');
  return withRevision(workspace, commit, work, async (folder) => {
    const then = { ...(await scoredBase(folder, base.ref, language)), commit };
    const codeDiffers = await scoringDiffers(project, commit);
    const code = codeDiffers ? await codeEffect(project, commit, work, then, folder) : undefined;
    return { ...compare(then, head, codeDiffers), ...(code === undefined ? {} : { code }) };
  });
}

async function scored(folder: string, label: string): Promise<LabelledWorkspace> {
  const dataset = requireDataset(validateWithReleases(await readWorkspace(folder), await readReleases(folder)));
  return { dataset, market: scoreMarket(dataset), label, evidence: await evidenceIn(folder) };
}

/** The base needs no releases: it is only measured. */
async function scoredBase(folder: string, label: string, language: Language): Promise<LabelledWorkspace> {
  const { dataset, problems } = validateWorkspace(await readWorkspace(folder));
  if (dataset !== undefined)
    return { dataset, market: scoreMarket(dataset), label, evidence: await evidenceIn(folder) };
  if (problems.some((p) => p.rule === 'path-missing')) throw new WorkspaceProblems(problems);
  const message =
    language === 'zh'
      ? `${label} 不符合现在的规则，无从比较`
      : `${label} does not pass today's rules, so there is nothing to compare with`;
  throw Object.assign(new Error(message), { output: problems.map((p) => problemLine(p, language)).join('\n') });
}

/** Largest report that is read back. */
const LARGEST = 32 * 1024 * 1024;

/** Reads a report that was written with `--json`; it may come from anyone. @throws Error when it is not one. */
export async function readReport(path: string): Promise<ImpactReport> {
  if ((await stat(path)).size > LARGEST) throw new Error(`${path}: > ${LARGEST} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new Error(`${path}: not JSON`);
  }
  const parsed = impactReport.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${path}: not a report (${issue?.path.map(String).join('.') ?? ''} ${issue?.code ?? ''})`);
}

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
  base: LabelledWorkspace,
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
