import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/build/site.ts';
import { BuildFailed } from '../../src/build/step.ts';
import { listOwnFiles } from '../../src/build/swap.ts';
import { refuseChanged, workspaceFiles } from '../../src/build/workspace-files.ts';
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
  listOwnFiles(out);
  return { out, text: () => readFileSync(join(out, 'index.html'), 'utf8') };
}

describe('a build', () => {
  it('of a faulty workspace tells every problem and leaves the last good site as it was', async () => {
    const { out, text } = lastGood();
    await expect(
      buildSite({ project, workspace: join(folder, 'no-such-workspace'), out, verbose: false }),
    ).rejects.toThrow(WorkspaceProblems);
    expect(text()).toBe('last good');
    expect(readdirSync(join(project, '.hengping')).filter((name) => name === `build-${process.pid}`)).toEqual([]);
  }, 120_000);

  it('says which step failed and with what words, and leaves the last good site as it was', async () => {
    const { out, text } = lastGood();
    writeFileSync(join(folder, 'astro.config.mjs'), "throw new Error('settings that cannot be read');\n");
    const build = buildSite({ project: folder, workspace: project, out, verbose: false });
    await expect(build).rejects.toThrow('astro failed');
    await expect(build).rejects.toMatchObject({
      output: expect.stringContaining('settings that cannot be read') as string,
    });
    expect(text()).toBe('last good');
    expect(readdirSync(join(folder, '.hengping'))).toEqual([]);
  }, 120_000);

  it.each([
    [
      "throw new Error('ENOSPC: no space left on device, write');",
      /^astro failed: no space left on the disk$/,
      '磁盘已满',
    ],
    ["process.kill(process.pid, 'SIGKILL');", /^astro failed: out of memory$/, '内存不足'],
  ])(
    'says the cause where it is known: %s',
    async (config, message, zh) => {
      writeFileSync(join(folder, 'astro.config.mjs'), config);
      const failed: unknown = await buildSite({
        project: folder,
        workspace: project,
        out: join(folder, 'dist'),
        verbose: false,
      }).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(BuildFailed);
      expect((failed as BuildFailed).message).toMatch(message);
      expect((failed as BuildFailed).text('zh')).toContain(zh);
      expect((failed as BuildFailed).output.trim().split('\n').length).toBeLessThan(6);
    },
    120_000,
  );

  it('in a folder whose name holds a sign that the bundler cannot read says so at once', async () => {
    for (const name of ['a%20b', 'a#b', 'a?b']) {
      await expect(
        buildSite({ project: join(folder, name), workspace: project, out: join(folder, 'dist'), verbose: false }),
      ).rejects.toThrow(/the path holds a %, # or \?/);
      await expect(
        buildSite({ project: folder, workspace: join(folder, name), out: join(folder, 'dist'), verbose: false }),
      ).rejects.toThrow(/the path holds a %, # or \?/);
    }
  });
});

describe('the files of a workspace', () => {
  it('are the same until one is written, added or removed', () => {
    for (const part of ['content', 'data']) mkdirSync(join(folder, part));
    for (const path of ['content/site.yaml', 'data/release.yaml']) writeFileSync(join(folder, path), 'x');
    const before = workspaceFiles(folder);
    expect(() => refuseChanged(folder, before)).not.toThrow();
    writeFileSync(join(folder, 'data/.release.yaml.swp'), 'an editor');
    expect(() => refuseChanged(folder, before)).not.toThrow();
    utimesSync(join(folder, 'content/site.yaml'), 1e9, 1e9);
    rmSync(join(folder, 'data/release.yaml'));
    writeFileSync(join(folder, 'data/new.yaml'), 'x');
    let failed: unknown;
    try {
      refuseChanged(folder, before);
    } catch (error) {
      failed = error;
    }
    expect(failed).toMatchObject({
      message: expect.stringContaining('the workspace changed while it was being built') as string,
      output: 'content/site.yaml\ndata/new.yaml\ndata/release.yaml',
    });
  });
});
