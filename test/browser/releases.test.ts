/** Two releases with a change of method between them, as readers see them: releases, a vendor's course, the difference, the feeds. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_RELEASE, SECOND_RELEASE } from '../workspaces/two-releases.ts';
import type { Lab } from './harness.ts';
import { followMovedPage, openLab } from './harness.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab(process.env['HENGPING_TEST_RELEASES']);
});
afterAll(async () => {
  await lab.close();
});

const DIFFERENCE = '/methodology/changes/2026.1-2026.2/';

describe.each([DIFFERENCE, `/en${DIFFERENCE}`, `/releases/${SECOND_RELEASE}/`, '/en/methodology/changes/'])(
  '%s',
  (path) => {
    it('is accessible in light and dark, quiet, and no wider than a small phone', async () => {
      const { page, faults, close } = await lab.visit(path, { colorScheme: 'light' });
      const findings = async (): Promise<string[]> =>
        (await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id} ${v.nodes[0]?.html ?? ''}`);
      expect(await findings()).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findings()).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(faults).toEqual([]);
      await close();
    });
  },
);

describe('without JavaScript', () => {
  const texts = async (path: string, selector: string): Promise<string[]> => {
    const { page, close } = await lab.visit(path, { javaScriptEnabled: false });
    const found = await page.locator(selector).allInnerTexts();
    await close();
    return found.map((text) => text.replace(/\s+/g, ' ').trim());
  };

  it('the list of releases marks the change of method and leads to it', async () => {
    expect(await texts('/en/releases/', '.frozen tbody th')).toEqual([SECOND_RELEASE, FIRST_RELEASE]);
    expect(await texts('/en/releases/', '.frozen .another em')).toEqual(['new method']);
    const { page, close } = await lab.visit('/en/releases/', { javaScriptEnabled: false });
    expect(await page.locator('.frozen .another em a').getAttribute('href')).toBe(`/en${DIFFERENCE}`);
    await close();
  });

  it("a vendor's course has both releases and marks the change", async () => {
    expect(await texts('/en/vendors/anchor/', '#course tbody th a')).toEqual([SECOND_RELEASE, FIRST_RELEASE]);
    expect(await texts('/en/vendors/anchor/', '#course .another .warn')).toEqual(['new method']);
  });

  it('the difference says what was changed, by how much, and what became of the ranking', async () => {
    const tables = await texts(`/en${DIFFERENCE}`, '.settings tbody tr');
    expect(tables).toContain('Promise Care 60 → 65 60.0% → 65.0%');
    expect(tables).toContain('Answer Care 40 → 35 40.0% → 35.0%');
    expect(tables).toContain(
      'Half-life of reviews in days: their weight halves in that time reviews.halfLifeDays 365 180',
    );
    expect(await texts(`/en${DIFFERENCE}`, '.rewordings ins')).toEqual(['on the day']);
    expect(await texts(`/en${DIFFERENCE}`, '.rewordings del')).toEqual(['when promised']);
    expect((await texts(`/en${DIFFERENCE}`, '.tally li'))[1]).toBe('Weights changed: 2. Parameters changed: 1.');
    expect((await texts(`/en${DIFFERENCE}`, '.tally li'))[0]).toMatch(/^The same data scored by both: 4 ranked, /);
    expect(await texts(`/en${DIFFERENCE}`, '.said li')).toContain('Promises matter more.');
    expect(await texts(DIFFERENCE, '.said li')).toContain('承诺更要紧。');
  });

  it('the old version keeps its weights and the results that it made', async () => {
    expect((await texts('/en/methodology/2026.1/', '.prose a')).filter((text) => /^2026-/.test(text))).toEqual([
      FIRST_RELEASE,
    ]);
    expect((await texts('/en/methodology/2026.1/', '.weights tbody tr')).join('; ')).toContain('60');
    expect((await texts('/en/methodology/2026.2/', '.weights tbody tr')).join('; ')).toContain('65');
  });

  it('the frozen release still ranks by the old method', async () => {
    const { page, close } = await lab.visit(`/en/releases/${FIRST_RELEASE}/`, { javaScriptEnabled: false });
    expect(await page.locator('.meta').first().innerText()).toContain('method version 2026.1');
    expect(await page.locator('.ranks tbody tr').count()).toBe(4);
    await close();
  });
});

describe('a renamed vendor', () => {
  it.each([
    ['', '榆木换了网址'],
    ['/en', 'Elm has a new address'],
  ])('is found at its former address %s/vendors/elm/, by the host and by the page itself', async (language, title) => {
    const { page, close } = await lab.visit(`${language}/vendors/elm/`);
    expect(new URL(page.url()).pathname).toBe(`${language}/vendors/elm-tree/`);
    const stub = readFileSync(
      join(process.env['HENGPING_TEST_RELEASES'] ?? '', `${language}/vendors/elm/index.html`),
      'utf8',
    );
    await page.setContent(stub.replace(/<script type="module"[^>]*moved[^>]*><\/script>/i, ''));
    expect(stub).toContain('<meta name="robots" content="noindex">');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(
      new RegExp(`${language}/vendors/elm-tree/$`),
    );
    expect(await page.locator('h1').innerText()).toBe(title);
    expect(await page.locator('main .onward a').getAttribute('href')).toBe(`${language}/vendors/elm-tree/`);
    await close();
  });

  it.each(['', '/en'])(
    'leads on from its former address in %s/ with query and anchor where the host knows no redirects, and without scripts',
    async (language) => {
      const dist = process.env['HENGPING_TEST_RELEASES'] ?? '';
      const { page, faults, close } = await lab.visit(`${language}/releases/`);
      expect(await followMovedPage(page, lab, dist, `${language}/vendors/elm/?from=mail#course`)).toBe(
        `${language}/vendors/elm-tree/?from=mail#course`,
      );
      expect(faults).toEqual([]);
      await close();
      const plain = await lab.visit(`${language}/releases/`, { javaScriptEnabled: false });
      expect(await followMovedPage(plain.page, lab, dist, `${language}/vendors/elm/`)).toBe(
        `${language}/vendors/elm-tree/`,
      );
      await plain.close();
    },
  );

  it('is updated under its present slug where the submit form is asked for its former one, which no other may have', async () => {
    const { page, faults, close } = await lab.visit('/en/submit/?vendor=elm');
    await expect.poll(() => page.locator('#c-slug').inputValue(), { timeout: 60_000 }).toBe('elm-tree');
    expect(faults).toEqual([]);
    await close();
    const fresh = await lab.visit('/en/submit/');
    await fresh.page.click('#submit-new');
    await fresh.page.fill('#c-slug', 'elm');
    await expect
      .poll(() => fresh.page.locator('#s-identity').innerText(), { timeout: 60_000 })
      .toContain('Another one had this slug before');
    await fresh.close();
  });

  it('keeps its badge, and a frozen release leads to its page of today', async () => {
    const { page, close } = await lab.visit(`/en/releases/${FIRST_RELEASE}/`);
    expect(existsSync(join(process.env['HENGPING_TEST_RELEASES'] ?? '', 'en/badges/elm.svg'))).toBe(true);
    expect(await (await page.request.get(`${lab.base}/sitemap.xml`)).text()).not.toContain('/vendors/elm/');
    expect(await page.locator('a[href="/en/vendors/elm/"]').count()).toBe(0);
    await close();
  });
});

describe('for programs', () => {
  it('the index lists the releases and the feeds, each of which is there', async () => {
    const { page, close } = await lab.visit('/en/data/');
    const index = (await (await page.request.get(`${lab.base}/api/v1/index.json`)).json()) as {
      resources: { path: string }[];
    };
    const paths = index.resources.map((r) => r.path);
    for (const path of [
      `/data/releases/${FIRST_RELEASE}.json`,
      `/data/releases/${SECOND_RELEASE}.json`,
      '/releases/feed.xml',
      '/en/releases/feed.xml',
      '/schemas/frozen-release.schema.json',
    ]) {
      expect(paths).toContain(path);
      expect(await page.locator(`main a[href="${path}"]`).count()).toBeGreaterThan(0);
    }
    for (const path of paths.filter((p) => !p.includes('{')))
      expect([path, (await page.request.get(lab.base + path)).status()]).toEqual([path, 200]);
    await close();
  });

  it('the feed tells both releases and that the method is another', async () => {
    const { page, close } = await lab.visit('/en/releases/');
    const feed = await (await page.request.get(`${lab.base}/en/releases/feed.xml`)).text();
    expect([...feed.matchAll(/<title>Release ([^<]+)<\/title>/g)].map((m) => m[1])).toEqual([
      SECOND_RELEASE,
      FIRST_RELEASE,
    ]);
    expect(feed).toContain('The method is not that of the release before.');
    await close();
  });
});
