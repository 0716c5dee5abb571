/** Rules that texts in memory cannot break: a sound workspace keeps each of them, and with one small fault breaks it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { problemLine } from '../../src/i18n/problems.ts';
import { RULES } from '../../src/schema/rules.ts';
import { BROKEN_ON_DISK, UNREADABLE } from './broken-on-disk.ts';

// Rights do not keep everybody out: who runs the tests may be allowed to read all.
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

const lines = new Map<string, string>();

describe.each(BROKEN_ON_DISK.map((b) => [b.rule, b] as const))('%s', (rule, { path, make, harm, problems }) => {
  it('is kept by the sound workspace and told of the file once it is broken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rule-'));
    folders.push(folder);
    await make(folder);
    expect(await problems(folder)).toEqual([]);
    harm(folder);
    const found = (await problems(folder)).filter((p) => p.rule === rule);
    expect(found[0]).toMatchObject({ path, severity: RULES[rule] });
    // Hashes of frozen files are what they are.
    const shown = (language: 'zh' | 'en'): string =>
      found[0] === undefined ? '' : problemLine(found[0], language).replace(/[0-9a-f]{64}/g, '<sha256>');
    lines.set(rule, `${shown('en')}\n${shown('zh')}\n`);
  });
});

it('a contributor reads this, for every rule, in both languages', async () => {
  expect(UNREADABLE).toBe('unreadable.yaml');
  await expect(BROKEN_ON_DISK.map(({ rule }) => lines.get(rule) ?? '').join('\n')).toMatchFileSnapshot(
    './messages-on-disk.txt',
  );
});
