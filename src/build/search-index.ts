/**
 * Has Pagefind index the site's pages. Each language gets a run of its own: that needs half the memory, and one run uses one
 * core. What comes out is byte for byte what one run over all pages gives.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mergeInto } from './merge.ts';
import { searchCopy } from './search-copy.ts';
import { type StepOptions, pagefindProgram, runStep } from './step.ts';
import { compareText } from '../schema/order.ts';

/** Bytes of copies up to which languages are indexed side by side; Pagefind takes about 30 times as much memory. */
const SIDE_BY_SIDE = 60_000_000;

/** Pagefind's list of what it made. */
interface Entry {
  languages: Record<string, unknown>;
}
const ENTRY = 'pagefind-entry.json';

/** Copies that were written: bytes by language. */
export type SearchCopies = Map<string, number>;

/**
 * Writes what there is to be indexed of a page below `work`, by language, at the page's own path.
 * @param path of the page from the site's root. @param html its bytes, each as one character (latin1): the tags looked for are
 *   plain ASCII, and decoding takes longer than looking.
 */
export function writeSearchCopy(into: SearchCopies, work: string, path: string, html: string): void {
  const copy = searchCopy(html);
  if (copy === undefined) return;
  const target = join(work, copy.language, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, copy.html, 'latin1');
  into.set(copy.language, (into.get(copy.language) ?? 0) + copy.html.length);
}

/** Indexes the copies in `work` into `site/pagefind`. @throws BuildFailed */
export async function indexPages(
  copies: SearchCopies,
  site: string,
  work: string,
  options: StepOptions,
): Promise<void> {
  const languages = [...copies.keys()].sort();
  const bytes = [...copies.values()].reduce((sum, own) => sum + own, 0);
  const program = await pagefindProgram();
  const index = (language: string): Promise<void> =>
    runStep(
      `pagefind-${language}`,
      program,
      ['--site', join(work, language), '--output-path', join(work, `${language}-index`), '--quiet'],
      options,
      { native: true },
    );
  if (bytes <= SIDE_BY_SIDE) await Promise.all(languages.map(index));
  else for (const language of languages) await index(language);
  joinIndexes(
    languages.map((language) => join(work, `${language}-index`)),
    join(site, 'pagefind'),
  );
}

/** Puts the indexes of several languages together in `into`. What is the same in all, the search program itself, is kept once. */
export function joinIndexes(indexes: readonly string[], into: string): void {
  const [first, ...others] = indexes;
  if (first === undefined) return;
  const entries = indexes.map((index) => JSON.parse(readFileSync(join(index, ENTRY), 'utf8')) as Entry);
  renameSync(first, into);
  for (const other of others) {
    const known = new Set(
      readdirSync(into, { withFileTypes: true })
        .filter((e) => e.isFile())
        .map((e) => e.name),
    );
    for (const name of known) rmSync(join(other, name), { force: true });
    mergeInto(other, into);
  }
  const languages = Object.assign({}, ...entries.map((e) => e.languages)) as Entry['languages'];
  const sorted = Object.fromEntries(Object.entries(languages).sort(([a], [b]) => compareText(a, b)));
  writeFileSync(join(into, ENTRY), JSON.stringify({ ...entries[0], languages: sorted }));
}
