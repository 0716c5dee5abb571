/** A workspace as it begins: what editors write, and no vendors, reviews or anything else in data/. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/build/site.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { readWorkspace } from '../../src/load/workspace.ts';
import { newFolder } from '../hostile/written.ts';
import { sampleFolder } from '../workspaces/sample-folder.ts';
import { type Lab, openLab } from './harness.ts';

const project = resolve(import.meta.dirname, '../..');
const folder = newFolder('empty');
const site = join(folder, 'site');
let lab: Lab;

beforeAll(async () => {
  const workspace = join(folder, 'workspace');
  mkdirSync(join(workspace, 'data'), { recursive: true });
  for (const path of ['content', 'data/release.yaml'])
    cpSync(join(sampleFolder(), path), join(workspace, path), { recursive: true });
  expect(validateWorkspace(await readWorkspace(workspace)).problems).toEqual([]);
  await buildSite({ project, workspace, out: site, verbose: false });
  lab = await openLab(site);
});
afterAll(async () => {
  await lab.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Addresses of all pages. */
const pages = (): string[] =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.html'))
    .map((path) => `/${path.slice(0, -'index.html'.length)}`)
    .sort();

describe('a site without vendors', () => {
  it('says so on the pages where vendors would stand, and how to add the first', async () => {
    for (const path of ['/', '/rankings/', '/compare/', '/sheet/']) {
      for (const [language, text, add] of [
        ['', '还没有收录任何代理记账机构。', '登记第一家'],
        ['/en', 'There are no bookkeeping agencies in the directory yet.', 'Add the first one'],
      ] as const) {
        const { page, faults, close } = await lab.visit(`${language}${path}`);
        const main = page.locator('main');
        expect(await main.innerText(), path).toContain(text);
        expect(await main.getByText(add).getAttribute('href')).toBe(`${language}/submit/`);
        // Nothing to choose from, nothing to order.
        expect(await main.locator('input:not([type=search]):visible, table:visible').count(), path).toBe(0);
        expect(faults).toEqual([]);
        await close();
      }
    }
  });

  it('opens every page without a fault', async () => {
    const all = pages();
    expect(all.length).toBeGreaterThan(100);
    for (const path of all.filter((p) => !p.includes('/decisions/0'))) {
      const { page, faults, close } = await lab.visit(path);
      expect(await page.locator('main').innerText(), path).not.toMatch(/\b(?:NaN|undefined|null|Infinity)\b|%\{/);
      expect(faults, path).toEqual([]);
      await close();
    }
  });

  it('lets the form, the search and the judging begin', async () => {
    const submit = await lab.visit('/submit/');
    await submit.page.getByRole('button', { name: '开始' }).first().click();
    await submit.page.locator('#s-finish').waitFor();
    expect(submit.faults).toEqual([]);
    await submit.close();
    const search = await lab.visit('/search/?q=方法');
    await search.page.locator('#results li').first().waitFor();
    expect(search.faults).toEqual([]);
    await search.close();
  });

  it('publishes empty lists for programs', () => {
    expect(JSON.parse(readFileSync(join(site, 'api/v1/vendors.json'), 'utf8'))).toEqual([]);
    expect(JSON.parse(readFileSync(join(site, 'api/v1/index.json'), 'utf8'))).toMatchObject({
      counts: { vendors: 0, ranked: 0, observations: 0 },
    });
    expect(readFileSync(join(site, 'data/scores.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(1);
  });
});
