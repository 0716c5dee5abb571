import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/build/site.ts';
import { WorkspaceProblems } from '../../src/schema/problem.ts';

const project = resolve(import.meta.dirname, '../..');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A last good site, and a check that it is still there. */
function lastGood(): { out: string; text: () => string } {
  const out = join(folder, 'dist');
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), 'last good');
  return { out, text: () => readFileSync(join(out, 'index.html'), 'utf8') };
}

describe('a build', () => {
  it('of a faulty workspace tells every problem and leaves the last good site as it was', async () => {
    const { out, text } = lastGood();
    await expect(buildSite({ project, workspace: join(folder, 'no-such-workspace'), out, verbose: false })).rejects.toThrow(WorkspaceProblems);
    expect(text()).toBe('last good');
    expect(readdirSync(join(project, '.hengping')).filter((name) => name === `build-${process.pid}`)).toEqual([]);
  }, 120_000);

  it('says which step failed and with what words, and leaves the last good site as it was', async () => {
    const { out, text } = lastGood();
    writeFileSync(join(folder, 'astro.config.mjs'), "throw new Error('settings that cannot be read');\n");
    const build = buildSite({ project: folder, workspace: project, out, verbose: false });
    await expect(build).rejects.toThrow('astro failed');
    await expect(build).rejects.toMatchObject({ output: expect.stringContaining('settings that cannot be read') as string });
    expect(text()).toBe('last good');
    expect(readdirSync(join(folder, '.hengping'))).toEqual([]);
  }, 120_000);
});
