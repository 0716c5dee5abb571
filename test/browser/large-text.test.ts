/** Text at twice its size on a phone: everything stays within the width. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';

let lab: Lab;
let two = '';
beforeAll(async () => {
  lab = await openLab();
  const { page, close } = await lab.visit('/rankings/');
  const slugs = await page.evaluate<string[]>(
    '[...document.querySelectorAll("#ranks tbody th[scope=row] a")].slice(0, 2).map((a) => a.pathname.split("/")[2])',
  );
  two = slugs.join(',');
  await close();
});
afterAll(() => lab.close());

const PAGES = ['/', '/rankings/', '/compare/', '/sheet/', '/judge/', '/search/'];

it.each(['', '/en'].flatMap((prefix) => PAGES.map((path) => `${prefix}${path}`)))(
  '%s does not scroll sideways',
  async (path) => {
    const address = /compare|sheet/.test(path) ? `${path}?v=${two}` : path;
    const { page, close } = await lab.visit(address, { viewport: { width: 375, height: 800 } });
    if (address !== path) await page.locator('.versus').first().waitFor();
    await page.evaluate('document.documentElement.style.fontSize = "32px"');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    await close();
  },
);
