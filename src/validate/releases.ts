/** Frozen releases: their files are what was frozen, they follow one another, and the methods they were made by still stand. */
import type { RawWorkspace, RawYaml } from '../load/raw.ts';
import type { RawRelease, RawReleases } from '../load/releases.ts';
import { type FrozenRelease, RELEASES_LIST, RELEASE_FILE, SUMS_FILE, frozenRelease } from '../schema/frozen.ts';
import { type Problem, WorkspaceProblems } from '../schema/problem.ts';
import type { Dataset } from '../schema/dataset.ts';
import { type Difference, differences, inShort } from './differences.ts';
import { releasedVendorsRule } from './released-vendors.ts';
import { Report } from './report.ts';
import { checkShape } from './shape.ts';
import { validateWorkspace } from './workspace.ts';

/** Keys of a method that speak about it: no score follows from them, so that they may grow, though not change. */
const NOTES = ['summary', 'changes', 'decisions', 'why'];
/** More differences of one file than this say nothing new. */
const MOST_TOLD = 12;

/** A release with the files that it was read from. */
interface Checked {
  raw: RawRelease;
  data: FrozenRelease;
}

/**
 * A whole workspace with its releases.
 * @throws WorkspaceProblems with the problems of both, as soon as one of them is an error.
 */
export function validateWithReleases(
  raw: RawWorkspace,
  rawReleases: RawReleases,
): { dataset: Dataset; releases: FrozenRelease[]; warnings: Problem[] } {
  const { releases, problems } = checkReleases(raw, rawReleases);
  try {
    const { dataset, warnings } = validateWorkspace(raw);
    const report = new Report(warnings);
    releasedVendorsRule(releases, dataset, raw, report);
    if (problems.length === 0 && report.count === warnings.length) return { dataset, releases, warnings };
    throw new WorkspaceProblems(report.sorted());
  } catch (error) {
    if (!(error instanceof WorkspaceProblems)) throw error;
    throw new WorkspaceProblems(new Report([...error.problems, ...problems]).sorted());
  }
}

/** What releases are held against. */
type RawMethodology = Pick<RawWorkspace, 'methods' | 'frameworks' | 'questionnaire' | 'release' | 'inputs'>;

/** The releases, the first one first, and everything that is wrong with them; all of it is grave. */
export function checkReleases(
  raw: RawMethodology,
  rawReleases: RawReleases,
): { releases: FrozenRelease[]; problems: Problem[] } {
  const report = new Report(rawReleases.problems);
  const checked: Checked[] = [];
  for (const release of rawReleases.releases) {
    sumsRule(release, report);
    const data = checkShape(frozenRelease, release.json, report)?.data;
    if (data === undefined) continue;
    if (data.id !== release.id) altered(`${release.folder}/${RELEASE_FILE}`, 'id', data.id, release.id, report);
    checked.push({ raw: release, data });
  }
  checked.sort((a, b) => a.data.number - b.data.number || (a.raw.id < b.raw.id ? -1 : 1));
  orderRule(checked, report);
  listRule(rawReleases, report);
  methodRule(checked, raw, report);
  return { releases: checked.map((c) => c.data), problems: report.sorted() };
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
    else frozen.set(match[2] as string, match[1] as string);
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

/** Releases of an earlier revision that are gone or other than they were there. */
export function releasesSince(before: RawReleases, now: RawReleases): Problem[] {
  const report = new Report();
  for (const { id, folder, sums } of before.releases) {
    const kept = now.releases.find((r) => r.id === id);
    if (kept === undefined)
      report.add({ path: folder, line: 0, column: 0, field: '', rule: 'release-gone', params: { release: id } });
    else if (kept.sums?.sha256 !== sums?.sha256)
      altered(`${folder}/${SUMS_FILE}`, '', kept.sums?.sha256 ?? '-', sums?.sha256 ?? '-', report);
  }
  return report.sorted();
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
    .slice(0, MOST_TOLD)) {
    report.yaml(now, at, 'method-altered', { found: inShort(is), expected: inShort(was), release });
  }
}
