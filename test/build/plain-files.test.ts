import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePlainFiles } from '../../src/build/plain-files.ts';
import * as apiFile from '../../src/pages/api/v1/[file].json.ts';
import * as receiptFile from '../../src/pages/api/v1/vendors/[slug].json.ts';
import * as compareFile from '../../src/pages/compare/[slug].json.ts';
import * as scriptFile from '../../src/pages/[folder]/[file].json.ts';
import * as badge from '../../src/pages/[...lang]/badges/[slug].svg.ts';
import * as table from '../../src/pages/data/[table].csv.ts';
import { PLAIN_FILES_APART, type Site } from '../../src/pipeline.ts';
import { smallMarket } from '../views/published/small-market.ts';

/** A route of the site, as Astro asks it. */
interface Route {
  getStaticPaths: unknown;
  GET: unknown;
}
type Path = { params: Record<string, string>; props?: object };

const ROUTES: readonly [route: Route, path: (params: Record<string, string>) => string][] = [
  [apiFile, ({ file }) => `api/v1/${file ?? ''}.json`],
  [receiptFile, ({ slug }) => `api/v1/vendors/${slug ?? ''}.json`],
  [compareFile, ({ slug }) => `compare/${slug ?? ''}.json`],
  [scriptFile, ({ folder: parent, file }) => `${parent ?? ''}/${file ?? ''}.json`],
  [badge, ({ lang, slug }) => `${lang === undefined ? '' : `${lang}/`}badges/${slug ?? ''}.svg`],
  [table, ({ table: name }) => `data/${name ?? ''}.csv`],
];

const site: Site = {
  ...smallMarket(),
  releases: [],
  frozen: [],
  editions: [],
  scoredBy: () => undefined,
  warnings: [],
};
const kept = globalThis as { [key: symbol]: unknown };
const KEPT = Symbol.for('hengping.site');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plain-'));
  kept[KEPT] = Promise.resolve(site);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  Reflect.deleteProperty(kept, KEPT);
  Reflect.deleteProperty(process.env, PLAIN_FILES_APART);
});

const pathsOf = async (route: Route): Promise<Path[]> =>
  (await (route.getStaticPaths as () => Path[] | Promise<Path[]>)()) as Path[];

/** Every file that the routes make, by path. */
async function byRoutes(): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const [route, pathOf] of ROUTES) {
    for (const { params, props } of await pathsOf(route)) {
      const response = await (route.GET as (context: object) => Promise<Response>)({ params, props });
      // `text()` would drop the byte order mark of the tables.
      made.set(pathOf(params), Buffer.from(await response.arrayBuffer()).toString('utf8'));
    }
  }
  return made;
}

describe('the plain files', () => {
  it('are byte for byte what the routes make of a bare build, and the routes leave out just these when they are told to', async () => {
    writePlainFiles(site, folder);
    const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
    const files = new Map(
      written.map(
        (e) =>
          [
            join(e.parentPath, e.name).slice(folder.length + 1),
            readFileSync(join(e.parentPath, e.name), 'utf8'),
          ] as const,
      ),
    );
    const whole = await byRoutes();
    process.env[PLAIN_FILES_APART] = '1';
    const left = await byRoutes();
    expect([...left.keys()].filter((path) => files.has(path))).toEqual([]);
    expect([...files.keys(), ...left.keys()].sort()).toEqual([...whole.keys()].sort());
    for (const [path, text] of files) expect(text === whole.get(path) || path).toBe(true);
    expect(files.size).toBeGreaterThan(2 * site.dataset.vendors.length);
  });
});
