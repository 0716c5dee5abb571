/** Requests that scripts make: one that nobody answers ends in a sentence on the page, and a press on a button makes it again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TIME_LIMIT } from '../../src/client/fetch-once.ts';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';

let lab: Lab;
let slugs: string[] = [];
beforeAll(async () => {
  lab = await openLab();
  const { page, close } = await lab.visit('/rankings/');
  slugs = (
    await page.evaluate<string[]>(
      '[...document.querySelectorAll("#ranks tbody th a")].map((a) => a.getAttribute("href").split("/")[2])',
    )
  ).slice(0, 2);
  await close();
});
afterAll(() => lab.close());

interface Case {
  /** What is asked for in vain, as a part of the address. */
  request: string;
  path: () => string;
  /** What a person does before the request is made. */
  act: (page: Page) => Promise<void>;
  /** Where the page says that it failed, and what it says. */
  says: [string, string];
  /** The button that makes the request again. */
  again: string;
  /** What is there once there is an answer. */
  shown: string;
}

const nothing = (): Promise<void> => Promise.resolve();
const CASES: readonly Case[] = [
  {
    request: '/rankings/facets.json',
    path: () => '/rankings/?licence=licensed',
    act: nothing,
    says: ['#shown', '数据没能载入'],
    again: '#shown button',
    shown: '#shown:has-text("符合条件")',
  },
  {
    request: '/rankings/weights.json',
    path: () => '/rankings/',
    act: (page) => page.click('#weigh'),
    says: ['#shown', '数据没能载入'],
    again: '#shown button',
    shown: '#own-weights input',
  },
  {
    request: '/compare/',
    path: () => `/compare/?v=${slugs.join(',')}`,
    act: nothing,
    says: ['#status', '没能载入'],
    again: '#status button >> nth=0',
    shown: '#compared table',
  },
  {
    request: '/search/names.json',
    path: () => '/compare/',
    act: (page) => page.fill('#add input', slugs[0] ?? ''),
    says: ['#add [role=status]', '没能载入'],
    again: '#add [role=status] button',
    shown: '#add li',
  },
  {
    request: '/submit/rules.json',
    path: () => '/submit/',
    act: (page) => page.click('#submit-new'),
    says: ['#submit-status', '没能载入'],
    again: '#submit-new',
    shown: '#submit-form input',
  },
  {
    request: '/worker',
    path: () => '/submit/',
    act: (page) => page.click('#submit-new'),
    says: ['#submit-status', '没能载入'],
    again: '#submit-new',
    shown: '#submit-form input',
  },
  {
    request: '/api/v1/frameworks.json',
    path: () => `/vendors/${slugs[0]}/`,
    act: (page) => page.click('#check button'),
    says: ['#check .check-status', '没有取到凭据'],
    again: '#check button',
    shown: '#check .check-result:not([hidden])',
  },
];

it.each(CASES)(
  '$request is given up after the time limit, and can be asked for again',
  async ({ request, path, act, says: [where, what], again, shown }) => {
    const { page, faults, close } = await lab.visit('/methodology/');
    let answers = false;
    let asked = 0;
    await page.route(
      (url) => url.pathname.includes(request) && /\.js(?:on)?$/.test(url.pathname),
      (route) => {
        asked += 1;
        return answers ? route.continue() : new Promise(() => undefined);
      },
    );
    await page.clock.install();
    await page.goto(lab.base + path());
    await act(page);
    await expect.poll(() => asked).toBeGreaterThan(0);
    // As long as it may still come, nothing is said to have failed.
    await page.clock.runFor(TIME_LIMIT - 1000);
    expect(await page.locator(where).textContent()).not.toContain(what);
    await page.clock.runFor(2000);
    await expect.poll(() => page.locator(where).textContent()).toContain(what);
    expect(await page.locator(again).isVisible()).toBe(true);
    expect(await page.locator(where).evaluate((e) => e.getBoundingClientRect().height)).toBeGreaterThan(10);
    answers = true;
    await page.locator(again).click();
    await page.clock.runFor(1000);
    await page.locator(shown).first().waitFor();
    expect(await page.locator(where).textContent()).not.toContain(what);
    expect(faults).toEqual([]);
    await close();
  },
);
