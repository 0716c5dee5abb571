/** The last good site stays or comes back, whenever a build is cut short. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restoreLast, swapIn } from '../../src/build/swap.ts';

/** A folder on another device than that for temporary files; a machine may have none. */
const OTHER_DEVICE = ['/dev/shm'].find((path) => existsSync(path) && statSync(path).dev !== statSync(tmpdir()).dev);

let folder = '';
let out = '';
let last = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'swap-'));
  out = join(folder, 'dist');
  last = join(folder, '.hengping', `last-${Buffer.from(resolve(out)).toString('hex').slice(-40)}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function site(path: string, text: string): string {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'index.html'), text);
  return path;
}
const shown = (): string => readFileSync(join(out, 'index.html'), 'utf8');

describe('a finished site', () => {
  it('takes the place of the former one, of which nothing is left', async () => {
    site(out, 'former');
    await swapIn(folder, site(join(folder, '.hengping/build-1'), 'new'), out);
    expect(shown()).toBe('new');
    expect(readdirSync(join(folder, '.hengping'))).toEqual([]);
  });

  it('may be the first, in a folder that is not there yet', async () => {
    out = join(folder, 'deep/down/dist');
    await swapIn(folder, site(join(folder, '.hengping/build-1'), 'new'), out);
    expect(shown()).toBe('new');
  });

  it('that cannot be put in leaves the former one in its place', async () => {
    site(out, 'former');
    mkdirSync(join(folder, '.hengping'));
    await expect(swapIn(folder, join(folder, '.hengping/none'), out)).rejects.toThrow();
    expect(shown()).toBe('former');
  });

  it.runIf(OTHER_DEVICE !== undefined)('may go to another device, where nothing can be renamed to', async () => {
    out = join(mkdtempSync(join(OTHER_DEVICE ?? '', 'swap-')), 'dist');
    site(out, 'former');
    await swapIn(folder, site(join(folder, '.hengping/build-1'), 'new'), out);
    expect(shown()).toBe('new');
    expect(readdirSync(dirname(out))).toEqual(['dist']);
    rmSync(dirname(out), { recursive: true });
  });
});

describe('a swap cut short', () => {
  it('between its two renames is put right by the next run', async () => {
    site(last, 'last good');
    await restoreLast(folder, out);
    expect(shown()).toBe('last good');
    expect(existsSync(last)).toBe(false);
  });

  it('after them leaves the new site', async () => {
    site(out, 'new');
    site(last, 'former');
    await restoreLast(folder, out);
    expect(shown()).toBe('new');
    expect(existsSync(last)).toBe(false);
  });
});

describe('what killed builds left', () => {
  it('stays when the process runs as another user, which may not be asked', async () => {
    site(join(folder, '.hengping/build-999999999'), 'x');
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
    });
    await restoreLast(folder, out);
    kill.mockRestore();
    expect(readdirSync(join(folder, '.hengping'))).toEqual(['build-999999999']);
  });

  it('is taken away, but not the work of one that runs, nor a cache', async () => {
    // No system gives out numbers this high.
    for (const name of ['build-999999999', 'build-999999999', `build-${process.pid}`, 'astro-0123456789ab']) site(join(folder, '.hengping', name), 'x');
    await restoreLast(folder, out);
    expect(readdirSync(join(folder, '.hengping')).sort()).toEqual([`build-${process.pid}`, 'astro-0123456789ab'].sort());
  });
});
