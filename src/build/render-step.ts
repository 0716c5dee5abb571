/**
 * A process that renders a part of the site, group of pages by group, as the build asks for them: writes pages and files, reads
 * their links, makes copies for the search engine, and computes every number of its vendors again. Arguments: the scored
 * workspace, the bundled pages, the folder of the site, the folder for copies, and the file for what came out.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serialize } from 'node:v8';
import { keepWorkspace, withoutEditions } from '../pipeline.ts';
import { type Page, pagesOf } from './astro-pages.ts';
import { readSite } from './hand-over.ts';
import { type LinksFound, linkedAddress, noLinks, readLinks } from './links.ts';
import { CHANGES, FIRST, type Group, groupsOf } from './page-groups.ts';
import type { FromWorker, Rendered, ToWorker } from './render.ts';
import { redirectsText } from '../views/published/site-files.ts';
import { type SearchCopies, writeSearchCopy } from './search-index.ts';
import { type Verification, beginVerification } from './verify.ts';

const [state = '', bundle = '', out = '', copiesFolder = '', result = ''] = process.argv.slice(2);
const site = readSite(state);
keepWorkspace(Promise.resolve(site));
const address = linkedAddress(site.dataset.site.url);
const groups: ReadonlyMap<string, Group> = groupsOf(
  await pagesOf(bundle),
  site.dataset.vendors.map((v) => v.slug),
);

const links: LinksFound = noLinks();
const copies: SearchCopies = new Map();
const folders = new Set<string>();
let verification: Verification | undefined;

async function make(page: Page): Promise<void> {
  const content = await page.render();
  const path = join(out, page.file);
  const folder = dirname(path);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(path, content);
  if (!page.file.endsWith('.html')) return;
  // Every byte as one character: decoding takes longer than looking.
  const html = content.toString('latin1');
  readLinks(links, page.file, html, address);
  writeSearchCopy(copies, copiesFolder, page.file, html);
}

async function makeGroup(name: string): Promise<void> {
  const group = groups.get(name);
  if (group === undefined) throw new Error(`no pages ${name}`);
  for (const page of group.pages) await make(page);
  if (name === FIRST) {
    const moved = redirectsText(site.dataset);
    if (moved !== '') writeFileSync(join(out, '_redirects'), moved);
  }
  if (name === CHANGES) keepWorkspace(Promise.resolve(withoutEditions(site)));
  if (group.vendors.length > 0) verification ??= beginVerification(out);
  for (const slug of group.vendors) verification?.vendor(slug);
}

const send = (message: FromWorker): void => void process.send?.(message);

async function answer(message: ToWorker): Promise<void> {
  if (message.kind === 'group') {
    await makeGroup(message.name);
    send({ kind: 'made', name: message.name });
    return;
  }
  const rendered: Rendered = { links, copies, verified: verification?.part() };
  writeFileSync(result, serialize(rendered));
  process.exit(0);
}

process.on('disconnect', () => process.exit(1));
process.on('message', (message: ToWorker) => {
  answer(message).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
});
send({ kind: 'ready', groups: [...groups].map(([name, { vendors }]) => ({ name, vendors: vendors.length })) });
