/** Makes the report of `npm run impact`: reads both workspaces and compares them. */
import { stat, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { problemLine } from '../validate/problem-text.ts';
import { compare, type Scored } from '../impact/compare.ts';
import { evidenceIn } from '../load/evidence-files.ts';
import { readReleases } from '../load/releases.ts';
import { readWorkspace } from '../load/workspace.ts';
import { type ImpactReport, impactReport } from '../schema/impact.ts';
import { WorkspaceProblems } from '../schema/problem.ts';
import type { Language } from '../schema/text.ts';
import { scoreMarket } from '../score/market.ts';
import { requireDataset, validateWithReleases, validateWorkspace } from '../validate/workspace.ts';
import { codeEffect } from './code-effect.ts';
import { commitOf, scoringDiffers, withRevision } from './git-revision.ts';

/** What to compare the workspace with: a git revision or a folder. */
export type Base = { ref: string } | { folder: string };

/** Where things are. */
export interface ImpactPlaces {
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
  const head: Scored = { ...(await scored(workspace, '')) };
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

async function scored(folder: string, label: string): Promise<Scored> {
  const dataset = requireDataset(validateWithReleases(await readWorkspace(folder), await readReleases(folder)));
  return { dataset, market: scoreMarket(dataset), label, evidence: await evidenceIn(folder) };
}

/** The base needs no releases: it is only measured. */
async function scoredBase(folder: string, label: string, language: Language): Promise<Scored> {
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
