/** Every rule: the tiny workspace keeps it, and with one small fault breaks it, told at its place. */
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/i18n/problems.ts';
import { type Problem, WorkspaceProblems } from '../../src/schema/problem.ts';
import { RULES } from '../../src/schema/rules.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';
import { BROKEN } from './broken.ts';
import { BROKEN_ON_DISK } from './broken-on-disk.ts';

/** Problems of a workspace, warnings among them. */
function problemsOf(files: ReadonlyMap<string, string>): readonly Problem[] {
  try {
    return validateWorkspace(rawFrom(files)).warnings;
  } catch (error) {
    if (error instanceof WorkspaceProblems) return error.problems;
    throw error;
  }
}

describe('a workspace that keeps every rule', () => {
  it('has no problem and no warning', () => {
    expect(problemsOf(tinyWorkspace())).toEqual([]);
  });
});

describe.each(BROKEN.map((b) => [b.rule, b] as const))('%s', (rule, { files, path, field, at }) => {
  const told = problemsOf(files);
  const problem = told.find((p) => p.rule === rule);

  it('is told of the file and the field', () => {
    expect(told.map((p) => p.rule)).toContain(rule);
    expect(problem).toMatchObject({ path, field, severity: RULES[rule] });
  });

  it('points at what is wrong', () => {
    const line = files.get(path)?.split('\n')[(problem?.line ?? 0) - 1] ?? '';
    expect(line.slice(Math.max(0, (problem?.column ?? 0) - 1)).startsWith(at)).toBe(true);
    if (at !== '') expect(problem?.column).toBeGreaterThan(0);
  });

  it('is the only rule told, or is followed only by what comes of it', () => {
    const others = new Set(told.map((p) => p.rule).filter((other) => other !== rule));
    expect([...others].sort()).toEqual(CONSEQUENCES[rule] ?? []);
  });
});

/** Faults that cannot be had alone: what else the same fault breaks. */
const CONSEQUENCES: Readonly<Record<string, readonly string[]>> = {
  'duplicate-id': ['facet-unknown'],
  'dimension-unknown': ['weight-missing'],
  'theme-unknown': ['theme-unused'],
  'overlap-self': ['overlap-one-sided'],
  'facets-unmeasured': ['answer-unmeasured'],
  'goalposts-unknown': ['goalposts-unused'],
  'column-clash': ['csv-header-unknown', 'number'],
  'rating-flat': ['rating-range'],
  'answer-kind': ['answer-empty'],
  'csv-nul': ['hidden-characters'],
  'id-reserved': ['directory-unknown'],
  'csv-more': ['channel-unknown'],
  'file-more': ['unknown-key'],
};

describe('what a contributor reads', () => {
  it('is this, for every rule, in both languages', async () => {
    const lines = BROKEN.flatMap(({ rule, files }) => {
      const problem = problemsOf(files).find((p) => p.rule === rule);
      return problem === undefined ? [] : [problemLine(problem, 'en'), problemLine(problem, 'zh'), ''];
    });
    await expect(lines.join('\n')).toMatchFileSnapshot('./messages.txt');
  });

  it('covers every rule that there is, here or in the test of workspaces on disk', () => {
    const here = [...BROKEN, ...BROKEN_ON_DISK].map((b) => b.rule);
    expect([...here].sort()).toEqual(Object.keys(RULES).sort());
  });
});
