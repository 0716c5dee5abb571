/**
 * The development server, driven as a developer does: pages are styled, a change of the workspace is on the page without
 * anything done, and problems are in the terminal and on the page until they are mended.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { copyGolden } from '../workspaces/golden-folder.ts';
import { newFolder, projectCopy } from '../hostile/written.ts';
import { startBrowser } from './harness.ts';

const LONG = 300_000;
/** A change is on the page within a second or two; how long this test waits allows for a machine that does much else. */
const SOON = { timeout: 60_000, interval: 100 };

const folder = newFolder('dev');
const project = projectCopy(join(folder, 'project'));
const workspace = join(folder, 'workspace');
const { write, edit } = copyGolden(workspace);

let server: { child: ChildProcess; printed: () => string; address: string };
let browser: Browser;
let page: Page | undefined;
const faults: string[] = [];

/** Starts the command on the workspace and waits for its address. */
async function startServer(): Promise<typeof server> {
  // Astro serves nothing when it believes to run inside a test.
  const { VITEST: _vitest, NODE_ENV: _nodeEnv, ...env } = process.env;
  const child = spawn(
    process.execPath,
    ['scripts/dev.ts', '--workspace', workspace, '--lang', 'en', '--port', '4610'],
    { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  await vi.waitFor(() => expect(text).toMatch(/http:\/\/127\.0\.0\.1:\d+\/[\s\S]*watching/), SOON);
  return { child, printed: () => text, address: /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '' };
}

async function stopServer(): Promise<void> {
  const { child } = server;
  if (child.exitCode !== null) return;
  const closed = new Promise((done) => child.on('close', done));
  child.kill('SIGKILL');
  await closed;
}

/** Opens a page of the server in a new tab; tried again, since the server may reload it while it opens. */
async function open(path: string): Promise<void> {
  await page?.close();
  page = await browser.newPage();
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  page.on('pageerror', (error) => faults.push(error.message));
  // A page learns of changes only once its socket is open.
  const connected = page.waitForEvent('console', {
    predicate: (message) => message.text().includes('[vite] connected'),
    timeout: SOON.timeout,
  });
  await vi.waitFor(() => page?.goto(`${server.address}${path}`), SOON);
  await connected;
}

const tab = (): Page => {
  if (page === undefined) throw new Error('no page is open');
  return page;
};

/** The text of the overlay with problems; empty when there is none. */
const overlay = (): Promise<string> =>
  tab().evaluate("document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? ''");

beforeAll(async () => {
  mkdirSync(join(workspace, 'content/guides/start'), { recursive: true });
  write('content/guides/start/en.mdx', '---\ntitle: Start\ndescription: How to start\n---\n\nFirst words.\n');
  write('content/guides/start/zh.mdx', '---\ntitle: 开始\ndescription: 如何开始\n---\n\n第一句。\n');
  server = await startServer();
  browser = await startBrowser();
}, LONG);

afterAll(async () => {
  await browser.close();
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
}, LONG);

describe('the development server', () => {
  it(
    'shows styled pages without an error in the console or the terminal',
    async () => {
      await open('/en/rankings/');
      await expect
        .poll(
          () =>
            tab()
              .locator('.sr')
              .first()
              .evaluate((element) => getComputedStyle(element).position),
          SOON,
        )
        .toBe('absolute');
      expect(faults).toEqual([]);
      expect(server.printed()).not.toMatch(/\[ERROR\]|require is not defined/);
    },
    LONG,
  );

  it(
    'shows a change of a vendor file, without the page being asked for again',
    async () => {
      await open('/en/vendors/anchor/');
      edit('data/vendors/anchor.yaml', 'Anchor', 'Renamed');
      await expect.poll(() => tab().locator('h1').innerText(), SOON).toContain('Renamed');
    },
    LONG,
  );

  it(
    'shows a change of a text',
    async () => {
      await open('/en/guides/start/');
      expect(await tab().locator('.prose').innerText()).toContain('First words.');
      edit('content/guides/start/en.mdx', 'First words.', 'Second words.');
      await expect.poll(() => tab().locator('.prose').innerText(), SOON).toContain('Second words.');
    },
    LONG,
  );

  it(
    'has a page for a vendor file that is added while it runs',
    async () => {
      write('data/vendors/fir.yaml', 'name: { zh: 冷杉, en: Fir }\nstatus: listed\n');
      await expect.poll(async () => (await fetch(`${server.address}/en/vendors/fir/`)).status, SOON).toBe(200);
    },
    LONG,
  );

  it(
    'tells all problems in the terminal and on the page, and shows the page again once they are mended',
    async () => {
      await open('/en/vendors/anchor/');
      edit('data/vendors/beacon.yaml', 'status:', 'statsu:');
      edit('content/guides/start/en.mdx', 'title:', 'titel:');
      for (const line of [
        /data\/vendors\/beacon\.yaml:\d+:\d+ statsu - found/,
        /content\/guides\/start\/en\.mdx:2:1 titel - found/,
      ]) {
        await expect.poll(server.printed, SOON).toMatch(line);
        await expect.poll(overlay, SOON).toMatch(line);
      }
      edit('data/vendors/beacon.yaml', 'statsu:', 'status:');
      edit('content/guides/start/en.mdx', 'titel:', 'title:');
      await expect.poll(() => tab().locator('h1').innerText(), SOON).toContain('Renamed');
      await expect.poll(overlay, SOON).toBe('');
    },
    LONG,
  );

  it(
    'starts on a faulty workspace too, and tells its problems there',
    async () => {
      edit('content/site.yaml', 'name:', '- name:');
      await stopServer();
      server = await startServer();
      await open('/en/');
      await expect.poll(overlay, SOON).toContain('content/site.yaml:');
      expect(server.printed()).toContain('content/site.yaml:');
      edit('content/site.yaml', '- name:', 'name:');
      await expect.poll(() => tab().locator('h1').count(), SOON).toBe(1);
    },
    LONG,
  );
});
