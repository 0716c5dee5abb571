/** Rules of frozen releases: a workspace with two keeps them, and with one small change breaks one, told at its place. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { problemLine } from '../../src/validate/problem-text.ts';
import { readReleases } from '../../src/load/releases.ts';
import { readWorkspace } from '../../src/load/workspace.ts';
import { freeze } from '../../src/release/freeze.ts';
import type { Problem } from '../../src/schema/problem.ts';
import { Report } from '../../src/validate/report.ts';
import { releasesRule } from '../../src/validate/rules/releases.ts';
import { releasesSince, validateWithReleases } from '../../src/validate/workspace.ts';
import { type Copy, goldenCopy, newMethod } from '../workspaces/golden-copy.ts';

const FIRST = 'data/releases/first';
const LIST = 'content/RELEASES.sha256';
const METHOD = 'content/methodology/2026.1/method.yaml';
const FRAMEWORK = 'content/frameworks/care.yaml';

async function problemsIn(folder: string): Promise<readonly Problem[]> {
  const raw = await readReleases(folder);
  const report = new Report(raw.problems);
  releasesRule(await readWorkspace(folder), raw, report);
  return report.sorted();
}

/** Writes a frozen file and puts its new hash where the old one was: what somebody would do who wants it to pass. */
function forge(copy: Copy, release: string, name: string, change: (text: string) => string): void {
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  const was = copy.read(`${release}/${name}`);
  copy.write(`${release}/${name}`, change(was));
  copy.edit(`${release}/SHA256SUMS`, sha(was), sha(change(was)));
}

describe('a workspace with releases', () => {
  let copy: Copy;
  beforeEach(async () => {
    copy = goldenCopy();
    await freeze(copy.folder, 'first');
  });
  const told = async (language: 'zh' | 'en' = 'en') =>
    (await problemsIn(copy.folder)).map((p) => problemLine(p, language));

  it('is sound as it was frozen, and with another release by another method', async () => {
    expect(await told()).toEqual([]);
    newMethod(copy);
    await freeze(copy.folder, 'second');
    expect(await told()).toEqual([]);
  });

  it('is sound without any release', async () => {
    expect(await problemsIn(goldenCopy().folder)).toEqual([]);
  });

  it('tells the last release when it was removed, for the list of all releases still has it', async () => {
    rmSync(join(copy.folder, 'data/releases'), { recursive: true });
    expect(await told()).toEqual([
      `${LIST}:1:1 - found no release first; expected every release that was ever made. Fix: put its folder back. [release-gone]`,
    ]);
    expect(await told('zh')).toEqual([
      `${LIST}:1:1 - 发现没有发布 first；应为保留每一次发布。修改：恢复它的文件夹。 [release-gone]`,
    ]);
  });

  it('tells a release that was rewritten with all its hashes, for the list of all releases has the hash of its sums', async () => {
    forge(copy, FIRST, 'release.json', (text) => text.replace('"Anchor"', '"Ankor"'));
    expect((await problemsIn(copy.folder)).map((p) => [p.path, p.rule])).toEqual([
      [`${FIRST}/SHA256SUMS`, 'release-altered'],
    ]);
  });

  it('tells a release that the list does not have, with the line to add, and a line that is none', async () => {
    const line = copy.read(LIST).trim();
    copy.write(LIST, '# Releases\nnonsense\n');
    expect(await told()).toEqual([
      `${LIST}:2:1 - found nonsense; expected <sha256>  data/releases/<id>/SHA256SUMS, as it was frozen. Fix: put the file back as it was; a release is never edited. [release-altered]`,
      `${FIRST}:1:1 - found a release that content/RELEASES.sha256 does not list; expected a line for each release. Fix: if it has just been made, add the line: ${line}. [release-unlisted]`,
    ]);
    copy.write(LIST, `# Releases\r\n${line}`);
    expect(await told()).toEqual([]);
  });

  it('keeps the list when the next release is made, also where its last line has no end', async () => {
    copy.write(LIST, `# Kept\n${copy.read(LIST).trim()}`);
    newMethod(copy);
    await freeze(copy.folder, 'second');
    expect(copy.read(LIST).replace(/[0-9a-f]{64}/g, '<sha256>')).toBe(
      '# Kept\n<sha256>  data/releases/first/SHA256SUMS\n<sha256>  data/releases/second/SHA256SUMS\n',
    );
    expect(await told()).toEqual([]);
  });

  it('tells releases of an earlier revision that are gone or were rewritten with everything that refers to them', async () => {
    const before = await readReleases(copy.folder);
    newMethod(copy);
    await freeze(copy.folder, 'second');
    const both = await readReleases(copy.folder);
    expect(releasesSince(before, both)).toEqual([]);
    rmSync(join(copy.folder, 'data/releases/second'), { recursive: true });
    expect(releasesSince(both, await readReleases(copy.folder)).map((p) => [p.path, p.rule])).toEqual([
      ['data/releases/second', 'release-gone'],
    ]);
    forge(copy, FIRST, 'release.json', (text) => text.replace('"Anchor"', '"Ankor"'));
    expect(releasesSince(before, await readReleases(copy.folder)).map((p) => [p.path, p.rule])).toEqual([
      [`${FIRST}/SHA256SUMS`, 'release-altered'],
    ]);
  });

  it('tells prose of the method that was edited or taken out, and accepts prose in another language', async () => {
    copy.write('content/methodology/2026.1/fr.mdx', 'Bonjour');
    expect(await told()).toEqual([]);
    copy.write('content/methodology/2026.1/en.mdx', `${copy.read('content/methodology/2026.1/en.mdx')} `);
    rmSync(join(copy.folder, 'content/methodology/2026.1/zh.mdx'));
    expect((await problemsIn(copy.folder)).map((p) => [p.path, p.rule])).toEqual([
      ['content/methodology/2026.1/en.mdx', 'method-altered'],
      ['content/methodology/2026.1/zh.mdx', 'file-missing'],
    ]);
  });

  it('tells a frozen file that was edited', async () => {
    copy.edit(`${FIRST}/release.json`, '"Anchor"', '"Ankor"');
    const [line, ...others] = await told();
    expect(others).toEqual([]);
    expect(line).toMatch(
      /^data\/releases\/first\/release\.json:1:1 - found [0-9a-f]{64}; expected [0-9a-f]{64}, as it was frozen\. Fix: put the file back as it was; a release is never edited\. \[release-altered\]$/,
    );
    expect((await told('zh'))[0]).toMatch(
      /^data\/releases\/first\/release\.json:1:1 - 发现 [0-9a-f]{64}；应为冻结时的内容：[0-9a-f]{64}。修改：恢复原文件；已发布的结果不得改动。 \[release-altered\]$/,
    );
  });

  it('tells a frozen file that is gone, one too many, and sums that are gone', async () => {
    rmSync(join(copy.folder, FIRST, 'questionnaire.yaml'));
    copy.write(`${FIRST}/notes.txt`, 'x');
    expect((await told()).map((l) => l.replace(/ - .*(?=\[)/, ' '))).toEqual([
      'data/releases/first/notes.txt:1:1 [file-unexpected]',
      'data/releases/first/questionnaire.yaml:1:1 [file-missing]',
    ]);
    rmSync(join(copy.folder, FIRST, 'SHA256SUMS'));
    expect((await told())[0]).toContain('data/releases/first/SHA256SUMS:1:1 - found no such file');
  });

  it('tells sums that are no sums, and a result that is no JSON', async () => {
    copy.write(`${FIRST}/SHA256SUMS`, 'nonsense\n');
    expect(await told()).toContainEqual(
      expect.stringContaining('data/releases/first/SHA256SUMS:1:1 - found nonsense; expected <sha256>  <path>'),
    );
    await expect(readReleases(copy.folder)).resolves.toBeDefined();
    const other = goldenCopy();
    await freeze(other.folder, 'first');
    forge(other, FIRST, 'release.json', () => '{');
    expect((await problemsIn(other.folder)).map((p) => p.path)).toEqual([
      `${FIRST}/SHA256SUMS`,
      `${FIRST}/release.json`,
    ]);
  });

  it('tells the shape of a result that is forged together with its hash', async () => {
    forge(copy, FIRST, 'release.json', (text) => text.replace('"score":', '"score":1e9,"scores":'));
    expect(new Set((await problemsIn(copy.folder)).map((p) => p.rule))).toContain('unknown-key');
  });

  it('tells a former release that is forged together with its hash: the chain breaks', async () => {
    newMethod(copy);
    await freeze(copy.folder, 'second');
    forge(copy, FIRST, 'release.json', (text) => text.replace('"Anchor"', '"Ankor"'));
    expect((await problemsIn(copy.folder)).map((p) => p.path)).toEqual([
      `${FIRST}/SHA256SUMS`,
      'data/releases/second/release.json',
    ]);
    const line = (await told())[1];
    expect(line).toMatch(
      /^data\/releases\/second\/release\.json:1:1 previous - found [0-9a-f]{64} as the hash of the release before it; expected [0-9a-f]{64}, the hash of SHA256SUMS in first\. Fix: put the files of first back as they were\. \[release-chain\]$/,
    );
    expect((await told('zh'))[1]).toMatch(
      /previous - 发现上一次发布的哈希 [0-9a-f]{64}；应为 first 中 SHA256SUMS 的哈希 [0-9a-f]{64}。修改：把 first 的文件恢复原样。 \[release-chain\]$/,
    );
  });

  it('tells a release that is missing from the row', async () => {
    newMethod(copy);
    await freeze(copy.folder, 'second');
    rmSync(join(copy.folder, FIRST), { recursive: true });
    const lines = await told();
    expect(lines[1]).toBe(
      'data/releases/second/release.json:1:1 number - found number 2 (2026-07-31); expected number 1: releases count 1, 2, 3 and none is later as of an earlier day. Fix: freeze the newer release again under a new id. [release-order]',
    );
    expect((await told('zh'))[1]).toBe(
      'data/releases/second/release.json:1:1 number - 发现序号 2 (2026-07-31)；应为序号 1：发布按 1、2、3 编号，数据日期不得倒退。修改：换一个编号重新冻结较新的一次。 [release-order]',
    );
  });

  it('tells a weight of a published method that was changed, with line and column', async () => {
    copy.edit(METHOD, 'promise: { weight: 60 }', 'promise: { weight: 65 }');
    expect(await told()).toEqual([
      `${METHOD}:11:26 frameworks.care.dimensions.promise.weight - found 65; expected 60, as frozen in release first: a published version is not changed. Fix: put it back, or copy the method to a new version and change that. [method-altered]`,
    ]);
    expect(await told('zh')).toEqual([
      `${METHOD}:11:26 frameworks.care.dimensions.promise.weight - 发现 65；应为发布 first 中冻结的 60，已公布的版本不得改动。修改：改回去，或复制成新版本再改。 [method-altered]`,
    ]);
  });

  it('lets comments, layout and notes of a published method grow, and tells notes that were changed', async () => {
    copy.write(METHOD, `# A remark.\n${copy.read(METHOD)}changes: [{ zh: 无, en: None }]\n`);
    expect(await told()).toEqual([]);
    copy.edit(METHOD, 'For tests.', 'For tests alone.');
    expect((await problemsIn(copy.folder)).map((p) => [p.field, p.rule])).toEqual([['summary.en', 'method-altered']]);
  });

  it('tells a framework or a question of the current version whose words were changed', async () => {
    copy.edit(FRAMEWORK, 'A receipt with day and price.', 'A receipt with the day.');
    copy.edit('content/questionnaire.yaml', 'Was it ready in time?', 'Was it ready?');
    const problems = await problemsIn(copy.folder);
    expect(problems.map((p) => [p.path, p.field, p.rule])).toEqual([
      [FRAMEWORK, 'dimensions.0.criteria.0.meaning.en', 'method-altered'],
      ['content/questionnaire.yaml', 'questions.0.text.en', 'method-altered'],
    ]);
  });

  it('lets frameworks move on with a new version, and still holds the old method', async () => {
    newMethod(copy);
    copy.edit(FRAMEWORK, 'A receipt with day and price.', 'A receipt with the day.');
    expect(await told()).toEqual([]);
    copy.edit(METHOD, 'partly: 0.5', 'partly: 0.6');
    expect((await problemsIn(copy.folder)).map((p) => [p.path, p.field])).toEqual([[METHOD, 'facts.partly']]);
  });

  it('tells a published version that is gone', async () => {
    newMethod(copy);
    rmSync(join(copy.folder, 'content/methodology/2026.1'), { recursive: true });
    expect(await told()).toEqual([
      `${METHOD}:1:1 - found no such method version, though release first was made by it; expected every published version. Fix: put the folder back. [method-gone]`,
    ]);
    expect(await told('zh')).toEqual([
      `${METHOD}:1:1 - 发现没有这个方法版本，而发布 first 是用它计算的；应为保留每一个已公布的版本。修改：恢复这个文件夹。 [method-gone]`,
    ]);
  });

  it('refuses links, hidden files and odd names among the releases', async () => {
    copy.write(`${FIRST}/.gitattributes`, '* -diff\n');
    symlinkSync('/etc/passwd', join(copy.folder, FIRST, 'passwd'));
    mkdirSync(join(copy.folder, 'data/releases/Bad Name'));
    mkdirSync(join(copy.folder, 'data/releases/con'));
    copy.write('data/releases/loose.json', '{}');
    expect((await problemsIn(copy.folder)).map((p) => [p.path, p.rule])).toEqual([
      ['data/releases/Bad Name', 'file-name'],
      ['data/releases/con', 'file-reserved'],
      ['data/releases/first/.gitattributes', 'file-hidden'],
      ['data/releases/first/passwd', 'file-link'],
      ['data/releases/loose.json', 'file-unexpected'],
    ]);
  });

  it('tells all at once: what is wrong with the workspace and with its releases', async () => {
    copy.edit('data/vendors/dune.yaml', 'status: participating', 'status: nonsense');
    copy.edit(METHOD, 'partly: 0.5', 'partly: 0.6');
    const { problems } = validateWithReleases(await readWorkspace(copy.folder), await readReleases(copy.folder));
    expect(problems.map((p) => p.rule)).toEqual(['method-altered', 'choice']);
  });
});
