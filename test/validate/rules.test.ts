/** Every rule: the tiny workspace keeps it; with one small fault breaks it, and a contributor reads the line in the fixture. */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/schema/problem.ts';
import { problemLine } from '../../src/validate/problem-text.ts';
import { RULES } from '../../src/validate/rules.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';
import { IN_MEMORY } from './rules/all.ts';

function problemsOf(files: ReadonlyMap<string, string>): readonly Problem[] {
  return validateWorkspace(rawFrom(files)).problems;
}

it('a sound workspace has no problem and no warning', () => {
  expect(problemsOf(tinyWorkspace())).toEqual([]);
});

describe.each(IN_MEMORY)('rule %s', (rule, { files, at = '', also = [], en, zh }) => {
  const problems = problemsOf(files);
  const problem = problems.find((p) => p.rule === rule);

  it('is reported with its severity and its line in both languages', () => {
    expect(problem?.severity).toBe(RULES[rule].severity);
    expect([problemLine(problem as Problem, 'en'), problemLine(problem as Problem, 'zh')]).toEqual([en, zh]);
  });

  it('is reported at the text that is wrong', () => {
    const [path = ''] = en.split(':');
    const line = files.get(path)?.split('\n')[(problem?.line ?? 0) - 1] ?? '';
    expect(line.slice(Math.max(0, (problem?.column ?? 0) - 1)).startsWith(at)).toBe(true);
    if (at !== '') expect(problem?.column).toBeGreaterThan(0);
  });

  it('is the only rule reported, except for those that the same fault breaks', () => {
    const others = new Set(problems.map((p) => p.rule).filter((other) => other !== rule));
    expect([...others].sort()).toEqual(also);
  });
});
