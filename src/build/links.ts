/** Checks every link within a built site: that the page or file is there, and that it has the anchor. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BuildFailed } from './step.ts';
import { compareText } from '../schema/order.ts';

/** A link that leads nowhere. */
export interface BrokenLink {
  /** Path of the first page that has it, from the site's root. */
  page: string;
  /** As it is written. */
  link: string;
  missing: 'file' | 'anchor';
  /** How many pages have it. */
  pages: number;
}

export interface CheckedLinks {
  pages: number;
  /** Links within the site, counted once for each page that has them. */
  links: number;
  /** In the order of the pages. */
  broken: readonly BrokenLink[];
}

/** Where links stand in a tag. */
const LINKING = [' href="', ' src="', ' action="'];

/** The values of some attributes, each once. Looked for by plain text: among large pages that takes a third of a regular expression's time. */
function valuesIn(html: string, attributes: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const attribute of attributes) {
    for (let at = html.indexOf(attribute); at >= 0; at = html.indexOf(attribute, at)) {
      const from = at + attribute.length;
      at = html.indexOf('"', from);
      if (at < 0) break;
      found.add(html.slice(from, at));
    }
  }
  return found;
}

/** What a site is known to link to. */
interface Target {
  exists: boolean;
  /** The page's anchors, read when first asked for; none for what is no page. */
  anchors: () => ReadonlySet<string>;
}

/** What a reading of pages keeps, as plain data: pages may be read by several processes. */
export interface LinksFound {
  pages: number;
  links: number;
  /** By link: the first page that has it, and how many have it. */
  elsewhere: Map<string, { page: string; pages: number }>;
  /** Links to anchors of their own page that it does not have. */
  broken: BrokenLink[];
}

/** No page read yet. */
export function noLinks(): LinksFound {
  return { pages: 0, links: 0, elsewhere: new Map(), broken: [] };
}

/**
 * Reads the links of one page.
 * @param page its path from the site's root. @param html its bytes, each as one character (latin1).
 * @param address the site's own address: absolute links to it are links within it.
 */
export function readLinks(into: LinksFound, page: string, html: string, address: string): void {
  into.pages += 1;
  let own: ReadonlySet<string> | undefined;
  for (const written of valuesIn(html, LINKING)) {
    const link = within(written, address);
    if (link === undefined) continue;
    into.links += 1;
    if (!link.startsWith('#')) {
      addLink(into.elsewhere, link, page, 1);
    } else if (!hasAnchor((own ??= anchorsIn(html)), link.slice(1))) {
      into.broken.push({ page, link: utf8(link), missing: 'anchor', pages: 1 });
    }
  }
}

/** Adds what another process has read. */
export function addLinks(into: LinksFound, other: LinksFound): void {
  into.pages += other.pages;
  into.links += other.links;
  for (const [link, { page, pages }] of other.elsewhere) addLink(into.elsewhere, link, page, pages);
  for (const link of other.broken) into.broken.push(link);
}

function addLink(into: LinksFound['elsewhere'], link: string, page: string, pages: number): void {
  const known = into.get(link);
  if (known === undefined) {
    // A copy: a part of a page's text would keep all of that text in memory.
    into.set(Buffer.from(link, 'latin1').toString('latin1'), { page, pages });
    return;
  }
  known.pages += pages;
  if (inOrder(page, known.page) < 0) known.page = page;
}

/** Follows the links that were read to the pages and files in `folder`. Links to other hosts are not followed. */
export function followed(folder: string, found: LinksFound): CheckedLinks {
  const targets = new Map<string, Target>();
  const target = (path: string): Target => {
    const known = targets.get(path) ?? targetOf(folder, path);
    targets.set(path, known);
    return known;
  };
  const missing = (link: string): BrokenLink['missing'] | undefined => {
    const [path = '', anchor = ''] = link.split('#');
    const { exists, anchors } = target(path.split('?')[0] ?? '');
    return !exists ? 'file' : anchor === '' || hasAnchor(anchors(), anchor) ? undefined : 'anchor';
  };
  const broken: BrokenLink[] = [];
  for (const [link, { page, pages }] of found.elsewhere) {
    const why = missing(link);
    if (why !== undefined) broken.push({ page, link: utf8(link), missing: why, pages });
  }
  broken.push(...found.broken);
  broken.sort((a, b) => inOrder(a.page, b.page));
  return { pages: found.pages, links: found.links, broken };
}

/** Reads all pages in `folder` and follows their links. @param address as in `readLinks`. */
export function checkLinks(folder: string, address: string): CheckedLinks {
  const found = noLinks();
  for (const page of pagesIn(folder)) readLinks(found, page, textOf(join(folder, page)), address);
  return followed(folder, found);
}

/** Order of two paths, folder by folder. */
function inOrder(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let i = 0; ; i++) {
    const [x, y] = [left[i], right[i]];
    if (x === y && x !== undefined) continue;
    return x === y ? 0 : x === undefined || (y !== undefined && x < y) ? -1 : 1;
  }
}

/** Bytes that were read as one character each, as the text that they are. */
function utf8(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}

/** The link as a path from the site's root or an anchor; undefined when it leads elsewhere. */
function within(written: string, address: string): string | undefined {
  const link = unescapeHtml(written);
  if (link.startsWith('#')) return link === '#' ? undefined : link;
  if (link.startsWith('/') && !link.startsWith('//')) return link;
  return link.startsWith(`${address}/`) ? link.slice(address.length) : undefined;
}

function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&#34;', '"').replaceAll('&quot;', '"');
}

function anchorsIn(html: string): ReadonlySet<string> {
  return valuesIn(html, [' id="']);
}

/** Whether a page has an element of this id. `top` is everywhere. */
function hasAnchor(anchors: ReadonlySet<string>, anchor: string): boolean {
  const id = anchor.includes('%') ? Buffer.from(decoded(anchor) ?? '', 'utf8').toString('latin1') : anchor;
  return id === 'top' || (id !== '' && anchors.has(id));
}

function targetOf(folder: string, path: string): Target {
  const name = decoded(Buffer.from(path, 'latin1').toString('utf8'));
  const file = join(folder, name ?? '', path.endsWith('/') ? 'index.html' : '');
  const exists = name !== undefined && existsSync(file) && statSync(file).isFile();
  let anchors: ReadonlySet<string> | undefined;
  return {
    exists,
    anchors: () => (anchors ??= exists && file.endsWith('.html') ? anchorsIn(textOf(file)) : new Set()),
  };
}

/** Without percent signs; undefined when that cannot be. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A page with each byte as one character: nothing is searched for but what is plain ASCII or stands there byte by byte. */
function textOf(file: string): string {
  return readFileSync(file, 'latin1');
}

/** Paths of all pages from the site's root, in the order of their names. */
function pagesIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? pagesIn(folder, path) : entry.name.endsWith('.html') ? [path] : [];
    });
}

/** Broken links told one by one. */
const TOLD = 30;

/** The broken links as text in both languages, one line each; the first 30 and how many more there are. */
export function brokenText({ broken }: CheckedLinks): string {
  const why = { file: '没有这个地址 / no such page or file', anchor: '没有这个锚点 / no such anchor' };
  const more = broken.length - TOLD;
  return [
    `${broken.length} 个站内链接是断的 / links within the site lead nowhere:`,
    ...broken
      .slice(0, TOLD)
      .map((b) => `${b.page} - ${b.link}: ${why[b.missing]}${b.pages > 1 ? `（${b.pages} 页 / pages）` : ''}`),
    ...(more > 0 ? [`另有 ${more} 个 / and ${more} more`] : []),
  ].join('\n');
}

/** @returns how many links were followed. @throws BuildFailed with those that lead nowhere. */
export function refuseBroken(checked: CheckedLinks): number {
  if (checked.broken.length > 0) throw new BuildFailed('links', brokenText(checked));
  return checked.links;
}

/** The address of a site as links name it, without a slash at its end. */
export function linkedAddress(url: string): string {
  return url.replace(/(?<!\/)\/+$/, '');
}
