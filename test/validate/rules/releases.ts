/** Faults and lines of the rules in `src/validate/rules/releases.ts`. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RELEASES_RULES } from '../../../src/validate/rules/releases.ts';
import { writeFiles } from '../../hostile/written.ts';
import { type Fixture } from './fixture.ts';
import { GOLDEN_METHOD, released, rewrite } from './fixture-on-disk.ts';

export const RELEASES_FIXTURES = {
  'release-altered': {
    ...released((folder) => writeFileSync(join(folder, 'data/releases/first/release.json'), '{}')),
    en: 'data/releases/first/release.json:1:1 - found <sha256>; expected <sha256>, as it was frozen. Fix: put the file back as it was; a release is never edited. [release-altered]',
    zh: 'data/releases/first/release.json:1:1 - 发现 <sha256>；应为冻结时的内容：<sha256>。修改：恢复原文件；已发布的结果不得改动。 [release-altered]',
  },
  'release-order': {
    ...released((folder) => rmSync(join(folder, 'data/releases/first'), { recursive: true })),
    en: 'data/releases/second/release.json:1:1 number - found number 2 (2026-06-30); expected number 1: releases count 1, 2, 3 and none is later as of an earlier day. Fix: freeze the newer release again under a new id. [release-order]',
    zh: 'data/releases/second/release.json:1:1 number - 发现序号 2 (2026-06-30)；应为序号 1：发布按 1、2、3 编号，数据日期不得倒退。修改：换一个编号重新冻结较新的一次。 [release-order]',
  },
  'release-chain': {
    ...released((folder) => writeFiles(folder, new Map([['data/releases/first/SHA256SUMS', '\n']]))),
    en: 'data/releases/second/release.json:1:1 previous - found <sha256> as the hash of the release before it; expected <sha256>, the hash of SHA256SUMS in first. Fix: put the files of first back as they were. [release-chain]',
    zh: 'data/releases/second/release.json:1:1 previous - 发现上一次发布的哈希 <sha256>；应为 first 中 SHA256SUMS 的哈希 <sha256>。修改：把 first 的文件恢复原样。 [release-chain]',
  },
  'method-altered': {
    ...released((folder) => rewrite(folder, GOLDEN_METHOD, 'promise: { weight: 60 }', 'promise: { weight: 65 }')),
    en: 'content/methodology/2026.1/method.yaml:11:26 frameworks.care.dimensions.promise.weight - found 65; expected 60, as frozen in release second: a published version is not changed. Fix: put it back, or copy the method to a new version and change that. [method-altered]',
    zh: 'content/methodology/2026.1/method.yaml:11:26 frameworks.care.dimensions.promise.weight - 发现 65；应为发布 second 中冻结的 60，已公布的版本不得改动。修改：改回去，或复制成新版本再改。 [method-altered]',
  },
  'method-gone': {
    ...released((folder) => {
      cpSync(join(folder, 'content/methodology/2026.1'), join(folder, 'content/methodology/2026.2'), {
        recursive: true,
      });
      rewrite(folder, 'content/methodology/2026.2/method.yaml', "version: '2026.1'", "version: '2026.2'");
      rewrite(folder, 'data/release.yaml', '2026.1', '2026.2');
      rmSync(join(folder, 'content/methodology/2026.1'), { recursive: true });
    }),
    en: 'content/methodology/2026.1/method.yaml:1:1 - found no such method version, though release second was made by it; expected every published version. Fix: put the folder back. [method-gone]',
    zh: 'content/methodology/2026.1/method.yaml:1:1 - 发现没有这个方法版本，而发布 second 是用它计算的；应为保留每一个已公布的版本。修改：恢复这个文件夹。 [method-gone]',
  },
  'release-gone': {
    ...released((folder) => rmSync(join(folder, 'data/releases/second'), { recursive: true })),
    en: 'content/RELEASES.sha256:2:1 - found no release second; expected every release that was ever made. Fix: put its folder back. [release-gone]',
    zh: 'content/RELEASES.sha256:2:1 - 发现没有发布 second；应为保留每一次发布。修改：恢复它的文件夹。 [release-gone]',
  },
  'release-unlisted': {
    ...released((folder) => rmSync(join(folder, 'content/RELEASES.sha256'))),
    en: 'data/releases/first:1:1 - found a release that content/RELEASES.sha256 does not list; expected a line for each release. Fix: if it has just been made, add the line: <sha256>  data/releases/first/SHA256SUMS. [release-unlisted]',
    zh: 'data/releases/first:1:1 - 发现没有列入 content/RELEASES.sha256 的发布；应为每次发布占一行。修改：如果是刚冻结的，补上这一行：<sha256>  data/releases/first/SHA256SUMS。 [release-unlisted]',
  },
} satisfies Record<keyof typeof RELEASES_RULES, Fixture>;
