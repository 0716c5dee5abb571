/** Runs the step that writes the files for programs, and takes in what came out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, WorkspaceProblems } from '../schema/problem.ts';
import type { Difference } from '../verify/difference.ts';
import { type StepOptions, heapOptions, runStep } from './step.ts';
import { type ExpectedSite, refuse } from './verify.ts';

/** What the step leaves: what is wrong with the workspace, what does not come out again, or what pages have to print. */
export type FilesOutcome =
  | { kind: 'problems'; problems: readonly Problem[] }
  | { kind: 'differences'; differences: readonly Difference[] }
  | { kind: 'made'; expected: ExpectedSite };

/**
 * Writes the files for programs of `workspace` into `folder`, computes every number in them again, and gives what the rest
 * of the site has to say by them.
 * @throws WorkspaceProblems with everything that is wrong with the workspace, BuildFailed when a number does not come out.
 */
export async function makeFiles(
  workspace: string,
  folder: string,
  options: StepOptions & { vendors: number },
): Promise<ExpectedSite> {
  const into = `${folder}.json`;
  await runStep('files', join(import.meta.dirname, 'files-step.ts'), [workspace, folder, into], options, {
    node: heapOptions(options.vendors),
  });
  const outcome = JSON.parse(readFileSync(into, 'utf8')) as FilesOutcome;
  if (outcome.kind === 'problems') throw new WorkspaceProblems(outcome.problems);
  if (outcome.kind === 'differences') refuse(outcome.differences);
  return outcome.kind === 'made' ? outcome.expected : { vendors: [], dated: [] };
}
