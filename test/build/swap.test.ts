/** What a build may replace, and that the last good site stays or comes back whenever a build is cut short. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  OWN_FILES,
  foreignFiles,
  listOwnFiles,
  outFolder,
  restoreLast,
  swapEntries,
  swapIn,
} from '../../src/build/swap.ts';
import { WrongUse } from '../../src/command/wrong-use.ts';

/** A folder on another device than that for temporary files; a machine may have none. */
const OTHER_DEVICE = ['/dev/shm'].find((path) => existsSync(path) && statSync(path).dev !== statSync(tmpdir()).dev);
/** No system gives out numbers this high. */
const GONE = 999_999_999;

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'swap-'));
  out = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A site as a build leaves it. */
function site(path: string, text: string, ...more: string[]): string {
  mkdirSync(path, { recursive: true });
  for (const name of ['index.html', ...more]) writeFileSync(join(path, name), text);
  listOwnFiles(path);
  return path;
}
const built = (text: string, ...more: string[]): string => site(join(folder, '.hengping/build-1/site'), text, ...more);
const shown = (): string => readFileSync(join(out, 'index.html'), 'utf8');
const places = () => ({ project: join(folder, 'project'), workspace: join(folder, 'workspace'), out });

describe('a finished site', () => {
  it('takes the place of the former one, of which nothing is left', async () => {
    site(out, 'former', 'gone.html');
    await swapIn(built('new'), out);
    expect(shown()).toBe('new');
    expect(readdirSync(out).sort()).toEqual([OWN_FILES, 'index.html'].sort());
    expect(readdirSync(folder).sort()).toEqual(['.hengping', 'dist']);
  });

  it('may be the first, in a folder that is not there yet', async () => {
    out = join(folder, 'deep/down/dist');
    await swapIn(built('new'), out);
    expect(shown()).toBe('new');
  });

  it('that cannot be put in leaves the former one in its place, and nothing beside it', async () => {
    site(out, 'former');
    await expect(swapIn(join(folder, '.hengping/none'), out)).rejects.toThrow();
    expect(shown()).toBe('former');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it.runIf(OTHER_DEVICE !== undefined)(
    `may come from another disk, from which nothing can be renamed${OTHER_DEVICE === undefined ? ' (skipped: there is no second disk)' : ''}`,
    async () => {
      const other = mkdtempSync(join(OTHER_DEVICE ?? '', 'swap-'));
      try {
        out = join(other, 'dist');
        site(out, 'former');
        await swapIn(built('new'), out);
        expect(shown()).toBe('new');
        expect(readdirSync(dirname(out))).toEqual(['dist']);
      } finally {
        rmSync(other, { recursive: true });
      }
    },
  );

  it('is exchanged entry by entry in a folder that cannot be renamed, such as one that a disk is mounted on', async () => {
    site(out, 'former', 'gone.html');
    const inode = statSync(out).ino;
    await swapEntries(built('new'), out);
    expect(shown()).toBe('new');
    expect(readdirSync(out).sort()).toEqual([OWN_FILES, 'index.html'].sort());
    expect(statSync(out).ino).toBe(inode);
  });
});

describe('a folder with files that no build has made', () => {
  it('is refused, and named with one of them', () => {
    mkdirSync(out);
    writeFileSync(join(out, 'mine.txt'), 'x');
    expect(() => outFolder(places())).toThrow(WrongUse);
    expect(() => outFolder(places())).toThrow(/1, such as mine\.txt/);
  });

  it('is refused although a built site lies there too, also when the file lies deep or is a link', async () => {
    site(out, 'former');
    mkdirSync(join(out, 'vendors/own'), { recursive: true });
    writeFileSync(join(out, 'vendors/own/mine.txt'), 'x');
    symlinkSync(folder, join(out, 'link'));
    expect(foreignFiles(out)).toEqual(['link', 'vendors/own/mine.txt']);
    await expect(swapIn(built('new'), out)).rejects.toThrow(WrongUse);
    expect(shown()).toBe('former');
    expect(readFileSync(join(out, 'vendors/own/mine.txt'), 'utf8')).toBe('x');
  });

  it('is none when it is empty, holds a built site, or what the system puts there', () => {
    expect(outFolder(places())).toBe(out);
    mkdirSync(out);
    expect(outFolder(places())).toBe(out);
    site(out, 'former');
    writeFileSync(join(out, '.DS_Store'), '');
    expect(outFolder(places())).toBe(out);
  });
});

describe('a site is refused', () => {
  it.each([
    ['the project', (p: ReturnType<typeof places>) => p.project],
    ['a parent of the project', (p: ReturnType<typeof places>) => dirname(p.project)],
    ['the root of the disk', () => '/'],
    ['the workspace', (p: ReturnType<typeof places>) => p.workspace],
    ['a folder among the data', (p: ReturnType<typeof places>) => join(p.workspace, 'data/vendors/new')],
    ['a folder among the sources', (p: ReturnType<typeof places>) => join(p.project, 'src/out')],
    ['a link to the project', (p: ReturnType<typeof places>) => join(p.project, '../link')],
    ['a file', (p: ReturnType<typeof places>) => join(p.project, 'file')],
  ])('in %s', (_, where) => {
    const all = places();
    mkdirSync(all.project);
    mkdirSync(join(all.workspace, 'data'), { recursive: true });
    writeFileSync(join(all.project, 'file'), 'x');
    symlinkSync(all.project, join(folder, 'link'));
    expect(() => outFolder({ ...all, out: where(all) })).toThrow(WrongUse);
    expect(readFileSync(join(all.project, 'file'), 'utf8')).toBe('x');
  });

  it('nowhere else within the project: dist is a folder of it', () => {
    mkdirSync(join(folder, 'project'));
    const dist = join(folder, 'project/dist');
    expect(outFolder({ ...places(), out: dist })).toBe(dist);
  });
});

describe('a swap cut short', () => {
  const beside = (): string => join(folder, `.dist.hengping-swap-${GONE}`);

  it('between its two renames is put right by the next run', () => {
    site(join(beside(), 'last'), 'last good');
    site(join(beside(), 'site'), 'new');
    restoreLast(folder, out);
    expect(shown()).toBe('last good');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('after them leaves the new site', () => {
    site(out, 'new');
    site(join(beside(), 'last'), 'former');
    restoreLast(folder, out);
    expect(shown()).toBe('new');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('by entries, before all former ones had left, brings them back', () => {
    site(join(out, `.hengping-swap-${GONE}`, 'leaving'), 'former');
    site(join(out, `.hengping-swap-${GONE}`, 'site'), 'new', 'more.html');
    writeFileSync(join(out, 'not-yet.html'), 'former');
    restoreLast(folder, out);
    expect(shown()).toBe('former');
    expect(readdirSync(out).sort()).toEqual([OWN_FILES, 'index.html', 'not-yet.html'].sort());
  });

  it('by entries, after all former ones had left, brings the new ones in', () => {
    site(join(out, `.hengping-swap-${GONE}`, 'left'), 'former', 'gone.html');
    site(join(out, `.hengping-swap-${GONE}`, 'site'), 'new');
    writeFileSync(join(out, 'come.html'), 'new');
    restoreLast(folder, out);
    expect(shown()).toBe('new');
    expect(readdirSync(out).sort()).toEqual([OWN_FILES, 'come.html', 'index.html'].sort());
  });
});

describe('what killed builds left', () => {
  it('stays when the process runs as another user, which may not be asked', () => {
    site(join(folder, '.hengping/build-999999999'), 'x');
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
    });
    restoreLast(folder, out);
    kill.mockRestore();
    expect(readdirSync(join(folder, '.hengping'))).toEqual(['build-999999999']);
  });

  it('is taken away, but not the work of one that runs, nor a cache', () => {
    const kept = [
      `build-${process.pid}`,
      `base-${process.pid}-Ab3dEf`,
      `pagefind-en-${process.pid}.log`,
      'astro-0123456789ab',
      'astro-012345678901',
      'building',
    ];
    for (const name of [
      `build-${GONE}`,
      `astro-${GONE}.log`,
      `files-${GONE}.log`,
      `pagefind-en-${GONE}.log`,
      `pagefind-zh-cn-${GONE}.log`,
      `base-${GONE}-Ab3dEf`,
      ...kept,
    ])
      site(join(folder, '.hengping', name), 'x');
    restoreLast(folder, out);
    expect(readdirSync(join(folder, '.hengping')).sort()).toEqual(kept.sort());
  });
});
