/** Serves a built site as a host would and drives a real browser over it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { serveSite } from '../../src/build/serve.ts';

/** The flags that a browser needs in a container, and those that keep it from calling home. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the first of these commands that the machine has. */
function commandOf(names: readonly string[]): string | undefined {
  for (const name of names) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Starts the first Chromium that works: CHROMIUM_PATH, one on the PATH, the one that comes as an npm package. */
export async function startBrowser(): Promise<Browser> {
  const tried: string[] = [];
  const start = async (path: string, more: readonly string[] = []): Promise<Browser | undefined> => {
    try {
      return await chromium.launch({ executablePath: path, args: [...FLAGS, ...more] });
    } catch (fault) {
      tried.push(`${path}: ${String(fault).split('\n')[0]}`);
      return undefined;
    }
  };
  for (const path of [process.env['CHROMIUM_PATH'], commandOf(['chromium', 'chromium-browser', 'google-chrome'])]) {
    if (path === undefined || path === '') continue;
    const browser = await start(path);
    if (browser !== undefined) return browser;
  }
  // The package unpacks its libraries only where it believes to be on that platform.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const packaged = (await import('@sparticuz/chromium')).default;
  const browser = await start(await packaged.executablePath(), packaged.args.filter((arg) => !arg.startsWith('--headless')));
  if (browser !== undefined) return browser;
  throw new Error(`no Chromium works; set CHROMIUM_PATH. Tried:\n${tried.join('\n')}`);
}

/** A page with everything that went wrong on it. */
export interface Visit {
  page: Page;
  /** Messages of errors in the console and of uncaught exceptions, and requests to other hosts. */
  faults: string[];
  close: () => Promise<void>;
}

/** A served site and a browser. */
export interface Lab {
  /** Address without a final slash. */
  base: string;
  /** A new page in a context of its own. */
  visit: (path: string, options?: BrowserContextOptions) => Promise<Visit>;
  close: () => Promise<void>;
}

/** Serves a built site (that of HENGPING_TEST_DIST, or `dist`, when none is named) on a free port and starts a browser. */
export async function openLab(site?: string): Promise<Lab> {
  const folder = resolve(site ?? process.env['HENGPING_TEST_DIST'] ?? 'dist');
  if (!existsSync(folder)) throw new Error(`there is no built site in ${folder}`);
  const { server } = await serveSite(folder, 0);
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await startBrowser();
  return {
    base,
    visit: (path, options) => visit(browser, base, path, options),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function visit(browser: Browser, base: string, path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (fault) => faults.push(`exception: ${fault.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`) && !/^(?:data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`);
  });
  await page.goto(base + path, { waitUntil: 'load' });
  return { page, faults, close: () => context.close() };
}
