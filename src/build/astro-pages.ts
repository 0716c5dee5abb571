/**
 * Renders pages and endpoints out of a bundle that Astro has made, as Astro's own prerenderer does (7.3), but in any process.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { STYLES } from './renderer.ts';

/** What is used of a route of Astro's. */
interface Route {
  component: string;
  type: 'page' | 'endpoint';
  /** Set for a route without parameters. */
  pathname?: string;
  prerender: boolean;
  segments: readonly (readonly { content: string; dynamic: boolean; spread: boolean }[])[];
}

type Params = Readonly<Record<string, string | undefined>>;

/** What is used of the application in a bundle. */
interface App {
  manifest: { routes: readonly { routeData: Route }[] };
  setInternals: (internals: object) => void;
  setOptions: (options: object) => void;
  getComponentByRoute: (route: Route) => Promise<{ getStaticPaths?: () => Paths | Promise<Paths> }>;
  render: (request: Request, options: { routeData: Route }) => Promise<Response>;
}
type Paths = readonly { params: Params }[];

/** A page or file to be made. */
export interface Page {
  /** Where it goes, from the site's root. */
  file: string;
  /** The module that makes it, such as `src/pages/robots.txt.ts`. */
  component: string;
  params: Params;
  /** @throws what the page throws; Error when it gives anything but a page. */
  render: () => Promise<Buffer>;
}

/** All pages and files that the bundle in `folder` makes, in the order of its routes. Their data must be there by now. */
export async function pagesOf(folder: string): Promise<Page[]> {
  const entry = readdirSync(folder).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`${folder} holds no bundled pages`);
  const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as { app: App };
  const styles = JSON.parse(readFileSync(join(folder, STYLES), 'utf8')) as [string, object][];
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: report } } } });
  const pages: Page[] = [];
  for (const { routeData: route } of app.manifest.routes) {
    if (!route.prerender) continue;
    const { getStaticPaths } = await app.getComponentByRoute(route);
    const paths = route.pathname === undefined ? ((await getStaticPaths?.()) ?? []) : [{ params: {} }];
    for (const { params } of paths) {
      const path = route.pathname ?? pathOf(route, params);
      pages.push({
        file: fileOf(route, path),
        component: route.component,
        params,
        render: () => render(app, route, path),
      });
    }
  }
  return pages;
}

/** Shows warnings and errors of Astro's. */
function report({ level, message }: { level: string; message: string }): void {
  if (level === 'warn' || level === 'error') process.stderr.write(`${message}\n`);
}

/** The path of a page with these parameters, without a slash at its end. */
function pathOf({ segments }: Route, params: Params): string {
  const parts = segments.map((segment) =>
    segment
      .map(({ content, dynamic }) => (dynamic ? (params[content.replace(/^\.\.\./, '')] ?? '') : content))
      .join(''),
  );
  return `/${parts.filter((part) => part !== '').join('/')}`;
}

function fileOf({ type }: Route, path: string): string {
  if (type === 'endpoint') return path.slice(1);
  return path === '/404' ? '404.html' : `${path === '/' ? '' : `${path.slice(1)}/`}index.html`;
}

async function render(app: App, route: Route, path: string): Promise<Buffer> {
  const slash = route.type === 'page' && path !== '/' ? '/' : '';
  const address = `${encodeURI(path)}${slash}`;
  const response = await app.render(new Request(`http://localhost${address}`), { routeData: route });
  const moved = response.headers.get('location');
  if (moved !== null) return Buffer.from(movedPage(address, moved));
  if (response.status !== 200 && response.status !== 404) throw new Error(`${path}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** The page that leads from an address to another one, as Astro writes it. Both are paths of this site. */
function movedPage(from: string, to: string): string {
  return `<!doctype html><title>Redirecting to: ${to}</title><meta http-equiv="refresh" content="0;url=${to}"><meta name="robots" content="noindex"><link rel="canonical" href="${to}"><body>\t<a href="${to}">Redirecting from <code>${from}</code> to <code>${to}</code></a></body>`;
}
