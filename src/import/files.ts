/** Files of an import: the mapping, the foreign file, the parts of the workspace that it needs, and writing all or nothing. */
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { importLabels } from '../i18n/labels/import.ts';
import { assembleWorkspace, type ReadFile } from '../load/assemble.ts';
import { guessDelimiter } from '../load/csv.ts';
import { decodePieces, decodeText, detectEncoding, type EncodingProblem, isDamaged } from '../load/encoding.ts';
import { fileProblem } from '../load/file-problem.ts';
import { type FileKind, findFiles } from '../load/find.ts';
import type { RawWorkspace, RawYaml } from '../load/raw.ts';
import { yamlFile } from '../load/yaml.ts';
import { directory, type Directory } from '../schema/directory.ts';
import { framework, type Framework } from '../schema/framework.ts';
import type { Mapping } from '../schema/mapping.ts';
import { method } from '../schema/method.ts';
import { WorkspaceProblems } from '../schema/problem.ts';
import { questionnaire, type Questionnaire } from '../schema/questionnaire.ts';
import { release } from '../schema/site.ts';
import type { Language } from '../schema/text.ts';
import { Report } from '../validate/report.ts';
import { checkShape } from '../validate/shape.ts';
import { MOST_CELLS, readSheet, type ReadSheet } from './sheet.ts';

/** Reads the mapping file, to be known as `shown`. @throws WorkspaceProblems when it cannot be read. */
export function readMapping(path: string, shown: string): RawYaml {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new WorkspaceProblems([fileProblem(shown, 'path-missing', {})]);
  }
  return yamlFile(shown, basename(path).replace(/\.ya?ml$/, ''), decodeText(bytes, 'utf-8').text);
}

const NEEDED: ReadonlySet<FileKind> = new Set(['directory', 'questionnaire', 'framework', 'release', 'method']);
/** Files that an import looks at when it can. Their faults are no reason to refuse it. */
const OPTIONAL = /^(?:data\/release\.yaml|content\/methodology\/)/;
/** What must be in order before an import may read or write; other files are the validator's business. */
const OURS =
  /^(?:content\/(?:directory|questionnaire|frameworks)\b|content$|data(?:\/(?:vendors|reviews|observations))?$)/;

/** Reads frameworks, questionnaire, directory and method. With a problem in the report, there is no target. */
export async function readTarget(root: string): Promise<{ report: Report; target?: ImportTarget }> {
  const { files, problems } = await findFiles(root);
  const read = files
    .filter((file) => NEEDED.has(file.kind))
    .map(({ path, kind }): ReadFile => ({ path, kind, bytes: readFileSync(join(root, path)) }));
  const raw = assembleWorkspace(
    read,
    problems.filter((problem) => OURS.test(problem.path)),
  );
  const report = new Report(raw.problems.filter(({ path }) => !OPTIONAL.test(path)));
  const frameworks = raw.frameworks.map((file) => checkShape(framework, file, report)?.data);
  const asked =
    raw.questionnaire === undefined ? NO_QUESTIONS : checkShape(questionnaire, raw.questionnaire, report)?.data;
  const words = checkShape(directory, raw.directory, report)?.data;
  if (report.count > 0 || words === undefined || asked === undefined) return { report };
  return {
    report,
    target: {
      frameworks: frameworks.filter((f) => f !== undefined),
      questionnaire: asked,
      directory: words,
      dayCorrelation: dayCorrelationOf(raw),
    },
  };
}

function dayCorrelationOf(raw: RawWorkspace): number {
  const unused = new Report();
  const { methodology } = checkShape(release, raw.release, unused)?.data ?? {};
  const used = raw.methods.find(({ version }) => version === methodology);
  return checkShape(method, used?.file, unused)?.data.reviews.dayCorrelation ?? 0;
}

const NO_QUESTIONS = questionnaire.parse({ intro: { zh: '-', en: '-' } });

interface Input extends ReadSheet {
  encoding: string;
  problem?: EncodingProblem;
}

/** Largest foreign file, in bytes after unpacking. */
export const LARGEST_INPUT = 256 * 1024 ** 2;

/** Reads the foreign file, through gzip when its first bytes say so. @throws Error when it cannot be read or is too large. */
export function readInput(path: string, source: Mapping['source'], language: Language): Input {
  const bytes = unzipped(path, language);
  const found = detectEncoding(bytes, source.encoding === 'auto' ? undefined : source.encoding);
  const [first = ''] = decodePieces(bytes, found);
  let broken = false;
  // Half a character of UTF-16 would become U+FFFD when it is written: better here, where it is reported.
  const pieces = function* (): Generator<string> {
    for (const piece of decodePieces(bytes, found)) {
      broken ||= isDamaged(piece, found.encoding);
      yield piece.toWellFormed();
    }
  };
  const sheet = readSheet(pieces(), source.delimiter === 'auto' ? guessDelimiter(first) : source.delimiter);
  if (sheet.tooMany) throw new Error(importLabels[language].tooManyCells(path, MOST_CELLS));
  const problem = found.problem ?? (broken ? 'encoding-broken' : undefined);
  return { ...sheet, encoding: found.encoding, ...(problem === undefined ? {} : { problem }) };
}

function unzipped(path: string, language: Language): Uint8Array {
  const say = importLabels[language];
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > LARGEST_INPUT) throw new RangeError(say.tooLarge(path, LARGEST_INPUT / 1024 ** 2));
    bytes = readFileSync(path);
  } catch (error) {
    throw error instanceof RangeError ? error : new Error(say.noInput(path));
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_INPUT });
  } catch (error) {
    const isTooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Error(isTooLarge ? say.tooLarge(path, LARGEST_INPUT / 1024 ** 2) : say.noGzip(path));
  }
}

/** Text of a file of the workspace; undefined when there is none. @throws WorkspaceProblems when it is no plain file. */
export function textIn(root: string, path: string): string | undefined {
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isFile()) throw new WorkspaceProblems([fileProblem(path, 'file-link', {})]);
  return readFileSync(join(root, path), 'utf8');
}

/** Writes all files beside their places first and only then renames them, so that a failure leaves no half of an import. */
export function writeAll(root: string, files: readonly { path: string; text: string }[]): void {
  const pending: [string, string][] = [];
  try {
    for (const { path, text } of files) {
      const to = join(root, path);
      const from = join(dirname(to), `.${basename(to)}.${process.pid}.tmp`);
      mkdirSync(dirname(to), { recursive: true });
      pending.push([from, to]);
      writeFileSync(from, text, { flag: 'wx' });
    }
    for (const [from, to] of pending) renameSync(from, to);
  } catch (error) {
    for (const [from] of pending) rmSync(from, { force: true });
    throw error;
  }
}

// What an import must know of the workspace that it writes into.

export interface ImportTarget {
  frameworks: readonly Framework[];
  questionnaire: Questionnaire;
  directory: Directory;
  /** r of the method of `data/release.yaml`; 0 when it does not discount days, or these files cannot be read. */
  dayCorrelation: number;
}
