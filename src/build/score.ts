/** Runs the step that reads, checks and scores the workspace. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, WorkspaceProblems } from '../schema/problem.ts';
import { type StepOptions, heapOptions, runStep } from './step.ts';

/** What the step leaves: what is wrong with the workspace, or nothing but its files. */
export type ScoreOutcome = { kind: 'problems'; problems: readonly Problem[] } | { kind: 'scored' };

/**
 * Reads, checks and scores `workspace`, and writes it into the file `into`; what content collections hold goes into `collected`.
 * @throws WorkspaceProblems with everything that is wrong with the workspace.
 */
export async function scoreWorkspace(
  workspace: string,
  { into, collected }: { into: string; collected: string },
  options: StepOptions & { vendors: number },
): Promise<void> {
  const result = `${into}.json`;
  await runStep('score', join(import.meta.dirname, 'score-step.ts'), [workspace, into, collected, result], options, {
    node: heapOptions(options.vendors),
  });
  const outcome = JSON.parse(readFileSync(result, 'utf8')) as ScoreOutcome;
  if (outcome.kind === 'problems') throw new WorkspaceProblems(outcome.problems);
}
