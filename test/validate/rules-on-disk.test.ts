/** Rules that texts in memory cannot break: a sound workspace on disk keeps each of them, and with one small fault breaks it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import type { Problem } from '../../src/schema/problem.ts';
import { problemLine } from '../../src/validate/problem-text.ts';
import { RULES } from '../../src/validate/rules.ts';
import { ON_DISK } from './rules/all.ts';

// File modes do not stop every user: the tests may run as one who may read everything.
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const readFileSync = (path: string, ...rest: unknown[]): unknown => {
    if (path.endsWith('unreadable.yaml')) throw Object.assign(new Error('no'), { code: 'EACCES' });
    return (real.readFileSync as (...all: unknown[]) => unknown)(path, ...rest);
  };
  return { ...real, readFileSync };
});

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

it.each(ON_DISK)(
  'rule %s is kept by the sound workspace, and reported with its lines once it is broken',
  async (rule, { make, harm, problems, en, zh }) => {
    const folder = mkdtempSync(join(tmpdir(), 'rule-'));
    folders.push(folder);
    await make(folder);
    expect(await problems(folder)).toEqual([]);
    harm(folder);
    const problem = (await problems(folder)).find((p) => p.rule === rule) as Problem;
    expect(problem.severity).toBe(RULES[rule].severity);
    const line = (language: 'zh' | 'en'): string => problemLine(problem, language).replace(/[0-9a-f]{64}/g, '<sha256>');
    expect([line('en'), line('zh')]).toEqual([en, zh]);
  },
);
