import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WrongUse } from '../../src/command/arguments.ts';
import { impactOf, readReport } from '../../src/command/impact.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { type Copy, goldenCopy } from '../workspaces/golden-copy.ts';

function git(folder: string, ...args: string[]): string {
  const identity = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.org',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'core.hooksPath=/dev/null',
  ];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

describe('the impact of a change against a git revision', () => {
  let copy: Copy;
  let project: string;
  let first: string;
  beforeEach(() => {
    copy = goldenCopy();
    project = mkdtempSync(join(tmpdir(), 'project-'));
    onTestFinished(() => rmSync(project, { recursive: true, force: true }));
    git(copy.folder, 'init', '--quiet', '--initial-branch', 'main');
    git(copy.folder, 'add', '--all');
    git(copy.folder, 'commit', '--quiet', '--message', 'first');
    first = git(copy.folder, 'rev-parse', 'HEAD');
    copy.edit('data/vendors/cedar.yaml', 'warranty: { value: 12 }', 'warranty: { value: 24 }');
  });
  const against = (ref: string) => impactOf({ workspace: copy.folder, project }, { ref }, 'en');

  it('compares the files at hand with those of the commit', async () => {
    const report = await against('main');
    expect(report.base).toMatchObject({ label: 'main', commit: first, vendors: 5 });
    expect(report.changed.filter((v) => v.points !== 0).map((v) => v.slug)).toEqual(['cedar']);
    expect(report.changed.find((v) => v.slug === 'cedar')?.steps[0]?.points).toBeCloseTo(25 * 0.5 * 0.6 * 0.4, 9);
    expect(report.files).toEqual([{ path: 'data/vendors/cedar.yaml', change: 'changed' }]);
  });

  it('names files of evidence that are new, changed or gone, though nobody reads them', async () => {
    mkdirSync(join(copy.folder, 'data/evidence/cedar'), { recursive: true });
    copy.write('data/evidence/cedar/slip.txt', 'one');
    copy.write('data/evidence/cedar/gone.txt', 'one');
    copy.write('data/evidence/cedar/same.txt', 'one');
    git(copy.folder, 'add', '--all');
    git(copy.folder, 'commit', '--quiet', '--message', 'second');
    copy.write('data/evidence/cedar/slip.txt', 'two');
    copy.write('data/evidence/cedar/new.txt', 'one');
    rmSync(join(copy.folder, 'data/evidence/cedar/gone.txt'));
    expect((await against('HEAD')).files).toEqual([
      { path: 'data/evidence/cedar/gone.txt', change: 'removed' },
      { path: 'data/evidence/cedar/new.txt', change: 'added' },
      { path: 'data/evidence/cedar/slip.txt', change: 'changed' },
    ]);
  });

  it('leaves neither files behind nor the index or the tree changed', async () => {
    git(copy.folder, 'add', '--all');
    const before = git(copy.folder, 'status', '--porcelain');
    await against('HEAD');
    expect(git(copy.folder, 'status', '--porcelain')).toBe(before);
    expect(readdirSync(join(project, '.hengping'))).toEqual([]);
  });

  it('cleans up after itself also when the base is no valid workspace', async () => {
    copy.edit('data/vendors/dune.yaml', 'status: participating', 'status: nonsense');
    git(copy.folder, 'commit', '--quiet', '--all', '--message', 'broken');
    copy.edit('data/vendors/dune.yaml', 'status: nonsense', 'status: participating');
    await expect(against('HEAD')).rejects.toMatchObject({
      message: expect.stringContaining("today's rules") as string,
      output: expect.stringContaining('data/vendors/dune.yaml:3:9 status') as string,
    });
    expect(readdirSync(join(project, '.hengping'))).toEqual([]);
  });

  it('finds the workspace where it lies below the root of the repository', async () => {
    const outer = mkdtempSync(join(tmpdir(), 'outer-'));
    onTestFinished(() => rmSync(outer, { recursive: true, force: true }));
    const inner = goldenCopy();
    execFileSync('cp', ['-R', inner.folder, join(outer, 'ws')]);
    git(outer, 'init', '--quiet');
    git(outer, 'add', '--all');
    git(outer, 'commit', '--quiet', '--message', 'first');
    const report = await impactOf({ workspace: join(outer, 'ws'), project }, { ref: 'HEAD' }, 'en');
    expect(report).toMatchObject({ changed: [], unchanged: 5 });
  });

  it('tells what a change of the code that scores does to the data of the base, and says so when the old code does not run', async () => {
    // The code of the base gives cedar 50 points and no group, and nobody else a score.
    const old = {
      vendors: ['anchor', 'beacon', 'cedar', 'dune', 'elm'].map((slug) => ({
        slug,
        rating: {},
        ...(slug === 'cedar' ? { overall: { score: 50 } } : {}),
      })),
    };
    mkdirSync(join(copy.folder, 'scripts'));
    mkdirSync(join(copy.folder, 'src/score'), { recursive: true });
    copy.write('scripts/score.ts', `console.log(${JSON.stringify(JSON.stringify(old))})`);
    copy.write('src/score/market.ts', '');
    git(copy.folder, 'add', 'scripts', 'src');
    git(copy.folder, 'commit', '--quiet', '--message', 'code');
    copy.write('src/score/market.ts', '// another');
    const here = () => impactOf({ workspace: copy.folder, project: copy.folder }, { ref: 'HEAD' }, 'en');
    const { codeDiffers, code } = await here();
    const { dataset, market } = await runPipeline(goldenCopy().folder);
    const cedar = market.of(dataset.vendors.findIndex((v) => v.slug === 'cedar')).overall?.score ?? 0;
    // Four vendors take part, and all of them are ranked today.
    expect({ codeDiffers, code }).toEqual({
      codeDiffers: true,
      code: { scores: 4, most: Math.abs(cedar - 50), groups: 4 },
    });
    copy.write('scripts/score.ts', 'process.exit(1)');
    git(copy.folder, 'commit', '--quiet', '--all', '--message', 'broken');
    copy.write('src/score/market.ts', '// a third');
    expect(await here()).not.toHaveProperty('code');
  });

  it('does not follow a symbolic link in the base', async () => {
    symlinkSync('/etc/passwd', join(copy.folder, 'data/vendors/evil.yaml'));
    git(copy.folder, 'add', '--all');
    git(copy.folder, 'commit', '--quiet', '--message', 'link');
    rmSync(join(copy.folder, 'data/vendors/evil.yaml'));
    await expect(against('HEAD')).rejects.toMatchObject({ output: expect.stringContaining('[file-link]') as string });
  });

  it.each(['nowhere', '', '-x', '--output=stolen', 'main; touch stolen', '$(touch stolen)', 'HEAD:data', 'main\nx'])(
    'refuses %j as a revision',
    async (ref) => {
      await expect(against(ref)).rejects.toBeInstanceOf(WrongUse);
      expect(existsSync(join(copy.folder, 'stolen'))).toBe(false);
    },
  );

  it('says that the repository has no such revision, in both languages', async () => {
    const refused = await against('nope').catch((error: unknown) => error);
    expect((refused as WrongUse).text('zh')).toMatch(/--base "nope"：本仓库没有这个版本/);
    expect((refused as WrongUse).text('en')).toMatch(/--base "nope": the repository has no such revision/);
  });

  it('says so where there is no repository at all', async () => {
    const refused = await impactOf({ workspace: goldenCopy().folder, project }, { ref: 'main' }, 'en').catch(
      (error: unknown) => error,
    );
    expect((refused as WrongUse).text('zh')).toContain('不在 git 仓库里');
  });
});

describe('the impact of a change against a folder', () => {
  it('compares the two', async () => {
    const [base, head] = [goldenCopy(), goldenCopy()];
    head.edit('data/vendors/cedar.yaml', 'warranty: { value: 12 }', 'warranty: { value: 24 }');
    const report = await impactOf({ workspace: head.folder, project: head.folder }, { folder: base.folder }, 'zh');
    expect(report.changed.filter((v) => v.points !== 0).map((v) => v.slug)).toEqual(['cedar']);
    expect(report.base.commit).toBeUndefined();
  });
});

describe('a folder that is not there', () => {
  it('is told as that, not as one that breaks rules', async () => {
    const { folder } = goldenCopy();
    await expect(
      impactOf({ workspace: folder, project: folder }, { folder: join(folder, 'nope') }, 'en'),
    ).rejects.toMatchObject({ problems: [{ rule: 'path-missing' }] });
  });
});

describe('a report that is read back', () => {
  it.each(['not json', '{}', '[1]', '{"format":"hengping-impact-2"}'])('is refused when it is %j', async (text) => {
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'impact.json');
    writeFileSync(path, text);
    await expect(readReport(path)).rejects.toThrow(path);
  });
});
