/** `npm run release -- --check --base REF`: what only the history of the repository can show. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freeze } from '../../src/release/freeze.ts';
import { goldenCopy } from '../workspaces/golden-copy.ts';

const SCRIPT = resolve(import.meta.dirname, '../../scripts/release.ts');

describe('a release that was removed with its line in the list', () => {
  it('passes the check of the tree alone, and not the comparison with the revision that had it', async () => {
    const { folder } = goldenCopy();
    const git = (...args: string[]): void =>
      void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: folder,
        stdio: 'ignore',
      });
    const check = (...args: string[]): { status: number | null; text: string } => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [SCRIPT, '--check', '--workspace', folder, '--lang', 'en', ...args],
        { encoding: 'utf8', cwd: folder },
      );
      return { status, text: stdout + stderr };
    };
    await freeze(folder, 'first');
    await freeze(folder, 'second');
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'two releases');
    expect(check('--base', 'HEAD')).toMatchObject({
      status: 0,
      text: expect.stringMatching(/^pass {2}first.*\npass {2}second/) as string,
    });
    rmSync(join(folder, 'data/releases/second'), { recursive: true });
    const list = join(folder, 'content/RELEASES.sha256');
    writeFileSync(list, readFileSync(list, 'utf8').replace(/.*second.*\n/, ''));
    expect(check().status).toBe(0);
    expect(check('--base', 'HEAD')).toEqual({
      status: 1,
      text: expect.stringContaining(
        'data/releases/second:1:1 - found no release second; expected every release that was ever made.',
      ) as string,
    });
  });
});
