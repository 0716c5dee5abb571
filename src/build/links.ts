/** Checks every link within a built site: that the page or file is there, and that it has the anchor. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BuildFailed } from './step.ts';

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

/**
 * Reads all pages in `folder` and follows their links. Links to other hosts are not followed.
 * @param address the site's own address: absolute links to it are links within it.
 */
export function checkLinks(folder: string, address: string): CheckedLinks {
  const broken = new Map<string, { page: string; missing: BrokenLink['missing']; pages: number }>();
  const targets = new Map<string, Target>();
  const target = (path: string): Target => {
    const known = targets.get(path) ?? targetOf(folder, path);
    targets.set(path, known);
    return known;
  };
  // Most links stand on every page, so that what one comes to is worth remembering.
  const results = new Map<string, BrokenLink['missing'] | undefined>();
  const follow = (link: string): BrokenLink['missing'] | undefined => {
    if (results.has(link)) return results.get(link);
    const [path = '', anchor = ''] = link.split('#');
    const found = target(path.split('?')[0] ?? '');
    const result = !found.exists ? 'file' : anchor === '' || hasAnchor(found.anchors(), anchor) ? undefined : 'anchor';
    results.set(link, result);
    return result;
  };
  let pages = 0;
  let links = 0;
  for (const page of pagesIn(folder)) {
    const html = textOf(join(folder, page));
    pages += 1;
    let own: ReadonlySet<string> | undefined;
    for (const written of valuesIn(html, LINKING)) {
      const link = within(written, address);
      if (link === undefined) continue;
      links += 1;
      const missing = link.startsWith('#')
        ? hasAnchor((own ??= anchorsIn(html)), link.slice(1))
          ? undefined
          : 'anchor'
        : follow(link);
      if (missing === undefined) continue;
      const known = broken.get(link);
      if (known === undefined || link.startsWith('#'))
        broken.set(link.startsWith('#') ? `${page}${link}` : link, { page, missing, pages: 1 });
      else known.pages += 1;
    }
  }
  return {
    pages,
    links,
    broken: [...broken].map(([link, b]) => ({
      ...b,
      link: Buffer.from(link.startsWith(b.page) ? link.slice(b.page.length) : link, 'latin1').toString('utf8'),
    })),
  };
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
    .sort((a, b) => (a.name < b.name ? -1 : 1))
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

/** Follows every link within the pages in `folder`. @returns how many. @throws BuildFailed with those that lead nowhere. */
export function followLinks(folder: string): number {
  const { url } = JSON.parse(readFileSync(join(folder, 'api/v1/index.json'), 'utf8')) as { url: string };
  const checked = checkLinks(folder, url.replace(/(?<!\/)\/+$/, ''));
  if (checked.broken.length > 0) throw new BuildFailed('links', brokenText(checked));
  return checked.links;
}
