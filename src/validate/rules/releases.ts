/** Rules of frozen releases: their files are what was frozen, they follow one another, and the methods they were made by are unchanged. */
import type { Rules } from '../../schema/problem.ts';

import type { RawWorkspace, RawYaml } from '../../load/raw.ts';
import type { RawRelease, RawReleases } from '../../load/releases.ts';
import { type FrozenRelease, RELEASES_LIST, RELEASE_FILE, SUMS_FILE, frozenRelease } from '../../schema/frozen.ts';
import { compareText } from '../../schema/order.ts';
import { type Difference, differences, inShort } from '../../schema/plain-data.ts';
import type { Report } from '../report.ts';
import { checkShape } from '../shape.ts';

export const RELEASES_RULES = {
  'release-altered': {
    severity: 'error',
    en: ['{found}', '{expected}, as it was frozen', 'put the file back as it was; a release is never edited'],
    zh: ['{found}', '冻结时的内容：{expected}', '恢复原文件；已发布的结果不得改动'],
  },
  'release-order': {
    severity: 'error',
    en: [
      'number {found}',
      'number {expected}: releases count 1, 2, 3 and none is later as of an earlier day',
      'freeze the newer release again under a new id',
    ],
    zh: ['序号 {found}', '序号 {expected}：发布按 1、2、3 编号，数据日期不得倒退', '换一个编号重新冻结较新的一次'],
  },
  'release-chain': {
    severity: 'error',
    en: [
      '{found} as the hash of the release before it',
      '{expected}, the hash of SHA256SUMS in {release}',
      'put the files of {release} back as they were',
    ],
    zh: ['上一次发布的哈希 {found}', '{release} 中 SHA256SUMS 的哈希 {expected}', '把 {release} 的文件恢复原样'],
  },
  'method-altered': {
    severity: 'error',
    en: [
      '{found}',
      '{expected}, as frozen in release {release}: a published version is not changed',
      'put it back, or copy the method to a new version and change that',
    ],
    zh: ['{found}', '发布 {release} 中冻结的 {expected}，已公布的版本不得改动', '改回去，或复制成新版本再改'],
  },
  'method-gone': {
    severity: 'error',
    en: [
      'no such method version, though release {release} was made by it',
      'every published version',
      'put the folder back',
    ],
    zh: ['没有这个方法版本，而发布 {release} 是用它计算的', '保留每一个已公布的版本', '恢复这个文件夹'],
  },
  'release-gone': {
    severity: 'error',
    en: ['no release {release}', 'every release that was ever made', 'put its folder back'],
    zh: ['没有发布 {release}', '保留每一次发布', '恢复它的文件夹'],
  },
  'release-unlisted': {
    severity: 'error',
    en: [
      'a release that content/RELEASES.sha256 does not list',
      'a line for each release',
      'if it has just been made, add the line: {expected}',
    ],
    zh: ['没有列入 content/RELEASES.sha256 的发布', '每次发布占一行', '如果是刚冻结的，补上这一行：{expected}'],
  },
} as const satisfies Rules;

/** Keys of a method that speak about it: no score follows from them, so that they may grow, though not change. */
const NOTES = ['summary', 'changes', 'decisions', 'why'];
/** Differences of one file that are listed. */
const MAX_LISTED = 12;

/** A release with the files that it was read from. */
interface Checked {
  raw: RawRelease;
  data: FrozenRelease;
}

/** What releases are held against. */
type RawMethodology = Pick<RawWorkspace, 'methods' | 'frameworks' | 'questionnaire' | 'release' | 'inputs'>;

/** Reports everything that is wrong with the releases. @returns those in their shape, the first one first. */
export function releasesRule(raw: RawMethodology, rawReleases: RawReleases, report: Report): FrozenRelease[] {
  const checked: Checked[] = [];
  for (const release of rawReleases.releases) {
    sumsRule(release, report);
    const data = checkShape(frozenRelease, release.json, report)?.data;
    if (data === undefined) continue;
    if (data.id !== release.id) altered(`${release.folder}/${RELEASE_FILE}`, 'id', data.id, release.id, report);
    checked.push({ raw: release, data });
  }
  checked.sort((a, b) => a.data.number - b.data.number || compareText(a.raw.id, b.raw.id));
  orderRule(checked, report);
  listRule(rawReleases, report);
  methodRule(checked, raw, report);
  return checked.map((c) => c.data);
}

/** Every file is the one that SHA256SUMS names, and there is no other. */
function sumsRule({ folder, hashes, sums, json }: RawRelease, report: Report): void {
  if (sums === undefined) {
    report.add({ path: `${folder}/${SUMS_FILE}`, line: 0, column: 0, field: '', rule: 'file-missing' });
    return;
  }
  const frozen = new Map<string, string>();
  sums.text.split('\n').forEach((line, i) => {
    if (line === '') return;
    const match = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line);
    if (match === null)
      report.add({
        path: `${folder}/${SUMS_FILE}`,
        line: i + 1,
        column: 1,
        field: '',
        rule: 'release-altered',
        params: { found: line, expected: '<sha256>  <path>' },
      });
    else frozen.set(match[2], match[1]);
  });
  for (const [name, expected] of frozen) {
    const found = hashes.get(name);
    if (found === undefined)
      report.add({ path: `${folder}/${name}`, line: 0, column: 0, field: '', rule: 'file-missing' });
    else if (found !== expected) altered(`${folder}/${name}`, '', found, expected, report);
  }
  for (const name of hashes.keys()) {
    if (!frozen.has(name))
      report.add({
        path: `${folder}/${name}`,
        line: 0,
        column: 0,
        field: '',
        rule: 'file-unexpected',
        params: { expected: SUMS_FILE },
      });
  }
  if (!frozen.has(RELEASE_FILE)) altered(`${folder}/${SUMS_FILE}`, '', SUMS_FILE, RELEASE_FILE, report);
  else if (json?.broken === true) altered(json.path, '', 'not JSON', 'JSON', report);
}

function altered(path: string, field: string, found: string, expected: string, report: Report): void {
  report.add({ path, line: 0, column: 0, field, rule: 'release-altered', params: { found, expected } });
}

/** Numbers run from 1 without a gap, days do not go back, and each release names the one before it. */
function orderRule(checked: readonly Checked[], report: Report): void {
  checked.forEach(({ raw, data }, i) => {
    const path = `${raw.folder}/${RELEASE_FILE}`;
    const before = checked[i - 1];
    const late = before !== undefined && data.asOf < before.data.asOf;
    if (data.number !== i + 1 || late) {
      const params = {
        found: `${data.number} (${data.asOf})`,
        expected: late ? `${i + 1} (>= ${before.data.asOf})` : i + 1,
      };
      report.add({ path, line: 0, column: 0, field: 'number', rule: 'release-order', params });
    }
    // Where the one before is missing, its number has told so already.
    const expected = before?.raw.sums?.sha256;
    if (before !== undefined && expected !== undefined && data.previous !== expected) {
      report.add({
        path,
        line: 0,
        column: 0,
        field: 'previous',
        rule: 'release-chain',
        params: { found: data.previous ?? '-', expected, release: before.raw.id },
      });
    }
  });
}

/** The list of all releases names each with the hash of its sums, and no other. */
function listRule({ releases, list = '' }: RawReleases, report: Report): void {
  const listed = new Map<string, string>();
  for (const [i, line] of list.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, sha256 = '', id = ''] = /^([0-9a-f]{64}) {2}data\/releases\/([^/]+)\/SHA256SUMS\s*$/.exec(line) ?? [];
    const place = { path: RELEASES_LIST, line: i + 1, column: 1, field: '' };
    if (id === '')
      report.add({
        ...place,
        rule: 'release-altered',
        params: { found: line, expected: listLine('<id>', '<sha256>') },
      });
    else if (!releases.some((r) => r.id === id))
      report.add({ ...place, rule: 'release-gone', params: { release: id } });
    listed.set(id, sha256);
  }
  for (const { id, folder, sums } of releases) {
    if (sums === undefined) continue;
    const expected = listed.get(id);
    if (expected === undefined)
      report.add({
        path: folder,
        line: 0,
        column: 0,
        field: '',
        rule: 'release-unlisted',
        params: { expected: listLine(id, sums.sha256) },
      });
    else if (expected !== sums.sha256) altered(`${folder}/${SUMS_FILE}`, '', sums.sha256, expected, report);
  }
}

/** A line of the list of all releases. */
export function listLine(id: string, sha256: string): string {
  return `${sha256}  data/releases/${id}/${SUMS_FILE}`;
}

/** Reports releases of an earlier revision that are gone or other than they were there. */
export function keptRule(before: RawReleases, now: RawReleases, report: Report): void {
  for (const { id, folder, sums } of before.releases) {
    const kept = now.releases.find((r) => r.id === id);
    if (kept === undefined)
      report.add({ path: folder, line: 0, column: 0, field: '', rule: 'release-gone', params: { release: id } });
    else if (kept.sums?.sha256 !== sums?.sha256)
      altered(`${folder}/${SUMS_FILE}`, '', kept.sums?.sha256 ?? '-', sums?.sha256 ?? '-', report);
  }
}

/**
 * A method that a release was made by says today what it said then. The frameworks and the questionnaire are held against
 * the release of the current method only: a new version may bring new ones, and what they were before is in the releases.
 */
function methodRule(checked: readonly Checked[], raw: RawMethodology, report: Report): void {
  const newest = new Map(checked.map((c) => [c.data.methodology, c] as const));
  const current = (raw.release?.value as { methodology?: unknown } | undefined)?.methodology;
  for (const [version, { raw: frozen, data }] of newest) {
    const now = raw.methods.find((m) => m.version === version)?.file;
    if (now === undefined) {
      const path = `content/methodology/${version}/method.yaml`;
      report.add({ path, line: 0, column: 0, field: '', rule: 'method-gone', params: { release: frozen.id } });
      continue;
    }
    held(frozen.method, now, frozen.id, report);
    proseRule(data, raw.inputs, report);
    if (version !== current) continue;
    for (const framework of frozen.frameworks)
      held(
        framework,
        raw.frameworks.find((f) => f.name === framework.name),
        frozen.id,
        report,
      );
    held(frozen.questionnaire, raw.questionnaire, frozen.id, report);
  }
}

/** The prose of a method is, byte for byte, what it was when results were frozen by it. Another language may be added. */
function proseRule({ id, methodology, inputs }: FrozenRelease, now: RawWorkspace['inputs'], report: Report): void {
  for (const { path, sha256 } of inputs) {
    if (!path.startsWith(`content/methodology/${methodology}/`) || !path.endsWith('.mdx')) continue;
    const found = now.find((input) => input.path === path)?.sha256;
    if (found === undefined) report.add({ path, line: 0, column: 0, field: '', rule: 'file-missing' });
    else if (found !== sha256)
      report.add({
        path,
        line: 0,
        column: 0,
        field: '',
        rule: 'method-altered',
        params: { found, expected: sha256, release: id },
      });
  }
}

/** Reports where `now` differs from the frozen copy, key by key. Comments and the order of keys may change. */
function held(frozen: RawYaml | undefined, now: RawYaml | undefined, release: string, report: Report): void {
  if (frozen === undefined || frozen.broken || now?.broken === true) return;
  if (now === undefined) {
    const path = frozen.path.replace(/^data\/releases\/[^/]+\//, 'content/');
    report.add({ path, line: 0, column: 0, field: '', rule: 'file-missing' });
    return;
  }
  const isAdded = ({ at, was }: Difference): boolean =>
    was === undefined && at.some((key) => NOTES.includes(String(key)));
  for (const { at, was, is } of differences(frozen.value, now.value)
    .filter((d) => !isAdded(d))
    .slice(0, MAX_LISTED)) {
    report.yaml(now, at, 'method-altered', { found: inShort(is), expected: inShort(was), release });
  }
}
