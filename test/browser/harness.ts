/** Serves a built site as a host would and drives a real browser over it. */
import { existsSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions, Page } from 'playwright-core';
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

/** Paths of the programs of these names that the machine has, in the order of its PATH. */
function programsOf(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).filter((path) => existsSync(path));
}

/** Browsers that Playwright finds by itself where their installers put them on each system. */
const CHANNELS = ['chromium', 'chrome', 'msedge'];

/**
 * Starts the first Chromium that works: CHROMIUM_PATH, one on the PATH, an installed Chrome or Edge, and last the one that comes
 * as an npm package, which `CHROMIUM_PATH=package` asks for at once. The flags are the same for all: those that the package
 * proposes switch defences off that the tests look at, and its `--single-process` ends the browser on common machines.
 */
export async function startBrowser(): Promise<Browser> {
  const tried: string[] = [];
  const start = async (name: string, options: LaunchOptions): Promise<Browser | undefined> => {
    try {
      return await chromium.launch({ ...options, args: FLAGS });
    } catch (fault) {
      tried.push(`${name}: ${String(fault).split('\n')[0]}`);
      return undefined;
    }
  };
  const asked = process.env['CHROMIUM_PATH'];
  if (asked !== 'package') {
    const paths = [
      ...(asked === undefined || asked === '' ? [] : [asked]),
      ...programsOf(['chromium', 'chromium-browser', 'google-chrome']),
    ];
    const installed = [
      ...paths.map((executablePath) => ({ executablePath })),
      ...CHANNELS.map((channel) => ({ channel })),
    ];
    for (const options of installed) {
      const browser = await start(Object.values(options).join(), options);
      if (browser !== undefined) return browser;
    }
  }
  const browser =
    (await start('the package', await unpackedBrowser())) ??
    (await start('the package, unpacked anew', await unpackedBrowser({ anew: true })));
  if (browser !== undefined) return browser;
  throw new Error(`no Chromium works; install Chrome or Edge, or set CHROMIUM_PATH. Tried:\n${tried.join('\n')}`);
}

/**
 * The browser of the npm package, with the environment in which it finds its libraries and fonts. It lies unpacked in the folder
 * for temporary files.
 * @param anew unpacks it although it lies there: an earlier run may have been ended in the middle.
 */
async function unpackedBrowser({ anew = false } = {}): Promise<LaunchOptions> {
  const before = { ...process.env };
  // The package unpacks its libraries only where it believes to be on that platform, and then says so to the whole process.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const { default: unpacked, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  if (anew) rmSync(join(tmpdir(), 'chromium'), { force: true });
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
  const options = {
    executablePath: await unpacked.executablePath(),
    env: { ...process.env } as Record<string, string>,
  };
  for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name];
  Object.assign(process.env, before);
  return options;
}

/** Makes sure that there is a browser, before several tests unpack the same one beside each other. @throws Error when none works. */
export async function ensureBrowser(): Promise<void> {
  await (await startBrowser()).close();
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

/**
 * Opens the page that a built site has at a former address, as a host shows it that reads no `_redirects`, and waits until it
 * has led on. @returns path, query and anchor of the present page.
 */
export async function followMovedPage(page: Page, lab: Lab, folder: string, address: string): Promise<string> {
  const { pathname } = new URL(address, lab.base);
  const file = join(resolve(folder), pathname, 'index.html');
  await page.route(`${lab.base}${pathname}*`, (route) => route.fulfill({ path: file, contentType: 'text/html' }));
  await page.goto(`${lab.base}${address}`);
  await page.waitForURL((now) => now.pathname !== pathname);
  return page.url().slice(lab.base.length);
}

async function visit(
  browser: Browser,
  base: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  // With much else to do a machine takes ten times as long as alone.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (fault) => faults.push(`exception: ${fault.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`) && !/^(?:data|blob):/.test(request.url()))
      faults.push(`request: ${request.url()}`);
  });
  await page.goto(base + path, { waitUntil: 'load' });
  return { page, faults, close: () => context.close() };
}
