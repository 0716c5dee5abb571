/** The addresses of the site, as far as they are known before its pages are made: to check links in texts. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathIn } from '../i18n/language.ts';
import { LANGUAGES } from '../schema/text.ts';
import { nearest } from '../validate/nearest.ts';
import { releasePath } from '../views/pages/releases.ts';
import { dataPaths, decisionPath, prosePath } from '../views/pages/site-paths.ts';
import type { Known } from './check.ts';
import type { ProseFile } from './read.ts';

export interface Addresses {
  /** Whether `path`, from the site's root, is an address of the site; also where that cannot be told. */
  has(path: string): boolean;
  /** The address that was most likely meant. */
  near(path: string): { near?: string };
}

/** A file of `src/pages` that makes pages or files. */
interface Route {
  /** Undefined when it has parameters. */
  path: string | undefined;
  pattern: RegExp;
}

/** @param folder the workspace's. */
export function siteAddresses(folder: string, { dataset, releases }: Known, texts: readonly ProseFile[]): Addresses {
  const routes = routesIn(join(process.cwd(), 'src/pages'));
  const made = [
    ...dataPaths({ dataset }),
    ...releases.map((r) => releasePath(r.id)),
    ...texts.map(({ kind, slug }) => (kind === 'decisions' ? decisionPath(slug) : prosePath(kind, slug))),
  ];
  const known = new Set(
    [...routes.flatMap((r) => r.path ?? []), ...made].flatMap((path) => LANGUAGES.map((l) => pathIn(l, path))),
  );
  // A route with parameters is judged by its pages that are known; of one that has none nothing can be said.
  const open = routes.filter((r) => r.path === undefined && ![...known].some((path) => r.pattern.test(path)));
  const file = (path: string): boolean =>
    !path.endsWith('/') &&
    (existsSync(join(process.cwd(), 'public', path)) || (path.startsWith('/data/') && existsSync(join(folder, path))));
  return {
    has: (path) => routes.length === 0 || known.has(path) || open.some((r) => r.pattern.test(path)) || file(path),
    near: (path) => {
      const near = known.has(`${path}/`) ? `${path}/` : nearest(path, known);
      return near === undefined ? {} : { near };
    },
  };
}

/** The routes of a folder of pages; none when there is no such folder. */
function routesIn(pages: string): Route[] {
  if (!existsSync(pages)) return [];
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return files.filter((name) => /\.(?:astro|ts)$/.test(name)).map(routeOf);
}

function routeOf(file: string): Route {
  const isPage = file.endsWith('.astro');
  const path = `/${file
    .replace(/\.(?:astro|ts)$/, '')
    .replace(/^\[\.\.\.lang\]\//, '')
    .replace(/(^|\/)index$/, '$1')}${isPage ? '/' : ''}`.replace(/(?<!\/)\/+$/, '/');
  const source = path
    .split(/(\[[^\][]+\])/)
    .map((part) => (part.startsWith('[...') ? '.+' : part.startsWith('[') ? '[^/]+' : part.replace(/[.+]/g, '\\$&')))
    .join('');
  return { path: path.includes('[') ? undefined : path, pattern: new RegExp(`^(?:/en)?${source}$`) };
}
