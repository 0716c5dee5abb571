import { mkdtempSync, readFileSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuildFailed, buildSite } from '../../src/build/site.ts';

const project = resolve(import.meta.dirname, '../..');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a build', () => {
  it('that fails leaves the last good site as it was and says which step failed', async () => {
    const out = join(folder, 'dist');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'last good');
    const build = buildSite({ project, workspace: join(folder, 'no-such-workspace'), out, verbose: false });
    await expect(build).rejects.toThrow(BuildFailed);
    await expect(build).rejects.toThrow('astro build failed');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('last good');
  }, 120_000);
});
