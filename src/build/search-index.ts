/** Has Pagefind index the site's pages, in both languages. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { searchCopy } from './search-copy.ts';
import { type StepOptions, runStep } from './step.ts';

/** Indexes the marked part of every page of `site` into `site/pagefind`; `copies` is a folder to work in. @throws BuildFailed */
export async function indexPages(site: string, copies: string, options: StepOptions): Promise<void> {
  writeSearchCopies(site, copies);
  await runStep('pagefind', ['--site', copies, '--output-path', join(site, 'pagefind'), '--quiet'], options);
}

/** Writes what there is to be indexed of each page of `site` to the same place below `copies`. */
export function writeSearchCopies(site: string, copies: string): void {
  mkdirSync(copies, { recursive: true });
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const page = join(entry.parentPath, entry.name);
    // Every byte as one character and back: the tags looked for are plain ASCII, and decoding takes longer than looking.
    const copy = searchCopy(readFileSync(page, 'latin1'));
    if (copy === undefined) continue;
    const target = join(copies, relative(site, page));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, copy, 'latin1');
  }
}
