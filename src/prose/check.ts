/** Checks the texts of a workspace: heads, syntax, names in parts, links within the site, both languages, and counts. */
import { pathIn } from '../i18n/language.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { FrozenRelease } from '../schema/frozen.ts';
import type { Method } from '../schema/method.ts';
import type { Problem } from '../schema/problem.ts';
import { DECISION_PARTS, decisionHead, proseHead } from '../schema/prose.ts';
import type { RuleId } from '../validate/rules.ts';
import { LANGUAGES } from '../schema/text.ts';
import { amongst } from '../validate/nearest.ts';
import { type Params, Report } from '../validate/report.ts';
import { checkShape } from '../validate/shape.ts';
import { COUNTABLE, methodValue, methodValues } from '../views/pages/method.ts';
import { decisionPath, prosePath } from '../views/pages/site-paths.ts';
import { type Addresses, siteAddresses } from './addresses.ts';
import { checkCounts, countsOfDataset, wrongCounts } from './counts.ts';
import { type ProseFile, type ProsePart, type ProseText, readProse } from './read.ts';

/** What texts may speak of. */
export interface Known {
  dataset: Dataset;
  releases: readonly FrozenRelease[];
}

/** Parts that a text may use; `layouts/Prose.astro` hands them to it. */
export const PARTS = [
  'Value',
  'Count',
  'Weights',
  'Goalposts',
  'Tiers',
  'SourceClasses',
  'Eligibility',
  'CaseDays',
] as const;

/**
 * Checks the texts of the workspace in `folder` besides its data, which are checked already.
 * @param known undefined when the data are faulty.
 * @param problems those of the data.
 * @returns the same, with the problems of the texts among the others, in one order.
 */
export function withProse<K extends Known>(
  folder: string,
  { known, problems }: { known?: K; problems: readonly Problem[] },
): { known?: K; problems: Problem[] } {
  const all = new Report([...problems, ...proseProblems(folder, known)]).sorted();
  return { ...(known === undefined ? {} : { known }), problems: all };
}

/**
 * All problems of the texts of the workspace in `folder`.
 * @param known undefined when the data are faulty themselves: what texts say of them is then not checked.
 */
export function proseProblems(folder: string, known: Known | undefined): Problem[] {
  const { files, problems } = readProse(folder);
  const report = new Report(problems);
  const addresses = known && siteAddresses(folder, known, files);
  for (const file of files) {
    if (file.kind === 'decisions') checkShape(decisionHead, file.head, report);
    else checkShape(proseHead, file.head, report);
    if (file.fault !== undefined)
      report.add({ ...at(file, file.fault), rule: 'mdx-syntax', params: { message: file.fault.message } });
    for (const part of file.parts) checkPart(file, part, known?.dataset, report);
    if (known === undefined || addresses === undefined) continue;
    checkLinks(file, files, known.dataset.site.url, addresses, report);
    // Decision records say what was so when they were written.
    if (file.kind === 'decisions') continue;
    const counts = countsOfDataset(known.dataset);
    for (const text of file.texts) {
      for (const language of file.languages) {
        for (const { found, expected, index } of wrongCounts(text.text, language, counts))
          report.add({ ...at(file, placeIn(text, index)), rule: 'prose-count', params: { found, expected } });
      }
    }
  }
  languageRule(files, report);
  if (known !== undefined) checkCounts(folder, known.dataset, report);
  return report.sorted();
}

/** The place of a character of a text that may have line breaks. */
function placeIn({ text, line, column }: ProseText, index: number): { line: number; column: number } {
  const lines = text.slice(0, index).split('\n');
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? { line, column: column + index }
    : { line: line + lines.length - 1, column: last.length + 1 };
}

function at(
  { path }: ProseFile,
  { line, column }: { line: number; column: number },
  field = '',
): { path: string; line: number; column: number; field: string } {
  return { path, line, column, field };
}

/** Every text is there in both languages; those of methods are checked with the methods. */
function languageRule(files: readonly ProseFile[], report: Report): void {
  for (const file of files) {
    if (file.kind === 'methodology') continue;
    const others = files.filter((f) => f.kind === file.kind && f.slug === file.slug).flatMap((f) => f.languages);
    for (const language of LANGUAGES.filter((l) => !others.includes(l))) {
      const path =
        file.kind === 'decisions' ? file.path : file.path.replace(/(?<![a-z])[a-z]+\.mdx$/, `${language}.mdx`);
      report.add({
        path,
        line: 0,
        column: 0,
        field: '',
        rule: file.kind === 'decisions' ? 'decision-part' : 'prose-missing',
        params: { expected: language, heading: DECISION_PARTS[language] },
      });
    }
  }
}

function checkPart(file: ProseFile, part: ProsePart, dataset: Dataset | undefined, report: Report): void {
  const wrong = (field: string, rule: RuleId, params: Params): void =>
    report.add({ ...at(file, part, field), rule, params });
  // Small letters begin the names of HTML elements.
  if (!/^[A-Z]/.test(part.name)) return;
  if (!PARTS.some((name) => name === part.name)) return wrong(`<${part.name}>`, 'choice', amongst(part.name, PARTS));
  const choice = (name: string, choices: readonly string[], needed: boolean): void => {
    const value = part.attributes.get(name);
    if (value === undefined && needed) wrong(`<${part.name} ${name}>`, 'required', { found: '', expected: 'string' });
    else if (value !== undefined && !choices.includes(value))
      wrong(`<${part.name} ${name}>`, 'choice', amongst(value, choices));
  };
  if (part.name === 'Value') choice('as', ['percent', 'number'], false);
  if (part.name === 'Count') choice('of', COUNTABLE, true);
  if (dataset === undefined) return;
  const method = methodFor(file, dataset);
  const frameworks = Object.keys(method.frameworks);
  if (part.name === 'Count') choice('framework', frameworks, false);
  if (part.name === 'Weights') choice('framework', frameworks, true);
  if (part.name === 'Value') checkValue(part.attributes.get('of'), method, choice);
}

function checkValue(
  of: string | undefined,
  method: Method,
  choice: (name: string, choices: readonly string[], needed: boolean) => void,
): void {
  try {
    if (of !== undefined) methodValue(method, of);
    else choice('of', [], true);
  } catch {
    choice('of', methodValues(method), true);
  }
}

/** The method whose values a text prints: its own, or the one in force. */
function methodFor({ kind, slug }: ProseFile, { method, methods }: Dataset): Method {
  return (kind === 'methodology' ? methods.find((m) => m.version === slug)?.method : undefined) ?? method;
}

/** Path of a text's page in its language. */
function pathOf({ kind, slug, languages }: ProseFile): string {
  const path = kind === 'decisions' ? decisionPath(slug) : prosePath(kind, slug);
  return pathIn(languages[0] ?? 'zh', path);
}

function checkLinks(
  file: ProseFile,
  files: readonly ProseFile[],
  site: string,
  addresses: Addresses,
  report: Report,
): void {
  const own = new URL(pathOf(file), site);
  for (const link of file.links) {
    const broken = (params: Params): void => report.add({ ...at(file, link), rule: 'link-broken', params });
    if (!URL.canParse(link.to, own)) {
      broken({ found: link.to });
      continue;
    }
    const { origin, pathname, hash } = new URL(link.to, own);
    if (origin !== own.origin) continue;
    const path = decoded(pathname);
    if (!addresses.has(path)) broken({ found: link.to, ...addresses.near(path) });
    else if (hash !== '') {
      // Ids of pages that are no texts are known once the page is made; the build follows every link.
      const target = files.find((f) => f.languages.length === 1 && pathOf(f) === path);
      if (target !== undefined && target.fault === undefined && !target.anchors.has(decoded(hash.slice(1))))
        broken({ found: link.to });
    }
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
