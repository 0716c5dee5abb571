/** Judging one's own vendor in the browser: nothing is sent, answers are kept, shared by address and by file. */
import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const answerAll =
  'document.querySelectorAll(".asked > li").forEach((li, i) => li.querySelectorAll("input")[i % 2].click())';

it('shows a result against the market as questions are answered, and sends nothing', async () => {
  const { page, faults, close } = await lab.visit('/judge/');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
  expect(await page.locator('.judged-score').count()).toBe(0);
  await page.locator('.asked > li').first().locator('input').first().check();
  // One answer is no basis for points or a place: how far one is, and what is open.
  expect(await page.locator('.judged-score b').count()).toBe(0);
  expect(await page.locator('.judged-overall').textContent()).toMatch(/已答的占权重 \d+%.+会在 \d+–\d+ 分之间/);
  expect(await page.locator('#result').textContent()).not.toContain('高于');
  await page.evaluate(answerAll);
  expect(await page.locator('.judged-score b').textContent()).toMatch(/\d+/);
  expect(await page.locator('.judged-themes li').count()).toBeGreaterThan(1);
  expect(await page.locator('.market-plot .c').count()).toBeGreaterThan(0);
  // The browser looks for the icon again whenever the address changes; what stands behind `#` is never part of a request.
  expect(sent.filter((request) => !request.endsWith('/favicon.svg'))).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

it('keeps the answers, gives them on by address, and clears them', async () => {
  const { page, close } = await lab.visit('/judge/');
  await page.evaluate(answerAll);
  const score = await page.locator('.judged-score b').textContent();
  const address = new URL(page.url());
  expect(address.hash).toMatch(/^#short\./);
  await page.goto(`${lab.base}/judge/`);
  expect(await page.locator('.judged-score b').textContent()).toBe(score);
  await close();
  const other = await lab.visit(`/en/judge/${address.hash}`);
  expect(await other.page.locator('#whose').textContent()).toContain('came with the link');
  expect(await other.page.evaluate(() => localStorage.getItem('hengping-judge'))).toBeNull();
  expect(
    await other.page.locator('.judge-result').evaluate((e) => Math.abs(e.getBoundingClientRect().top) < innerHeight),
  ).toBe(true);
  expect(await other.page.locator('.judged-score b').textContent()).toMatch(
    new RegExp(`^${/\d+/.exec(score ?? '')?.[0]}\\b`),
  );
  await other.page.locator('#clear').click();
  expect(new URL(other.page.url()).hash).toBe('');
  expect(await other.page.locator('.judged-score').count()).toBe(0);
  await other.page.locator('#note button').click();
  expect(new URL(other.page.url()).hash).toBe(address.hash);
  expect(await other.page.locator('.judged-score b').count()).toBe(1);
  await other.close();
});

it('shows a shared link without touching one’s own answers, and asks before replacing them', async () => {
  const { page, faults, close } = await lab.visit('/judge/');
  await page.evaluate(answerAll);
  const theirs = new URL(page.url()).hash;
  await page.locator('.asked > li').first().locator('input').nth(2).check();
  const own = new URL(page.url()).hash;
  expect(own).not.toBe(theirs);
  const stored = () => page.evaluate(() => localStorage.getItem('hengping-judge'));
  await page.goto('about:blank');
  await page.goto(`${lab.base}/judge/${theirs}`);
  expect(await page.locator('#whose').textContent()).toContain('您自己以前的回答还在');
  expect(`#${(await stored()) ?? ''}`).toBe(own);
  // Left with Escape: nothing has changed. Then one's own again. Then replaced.
  await page.locator('.asked > li').nth(1).locator('input').first().click();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(new URL(page.url()).hash).toBe(theirs);
  await page.locator('#whose button').click();
  expect(new URL(page.url()).hash).toBe(own);
  expect(await page.locator('#whose').isVisible()).toBe(false);
  await page.evaluate((hash) => void (location.hash = hash), theirs);
  await page.locator('#whose button').waitFor();
  await page.locator('.asked > li').nth(1).locator('input').first().click();
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([]);
  await page.locator('dialog button.plain').click();
  await expect.poll(stored).not.toBe(own.slice(1));
  expect(faults).toEqual([]);
  await close();
});

it('goes through the checklist by keyboard, theme by theme', async () => {
  const { page, faults, close } = await lab.visit('/judge/');
  await page.locator('[name=mode][value=full]').check();
  const first = page.locator('.to-check').first();
  await first.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('.to-check [role=radiogroup] input').first().focus();
  await page.keyboard.press('Space');
  expect(await first.locator('[data-progress]').textContent()).toMatch(/1/);
  expect(await page.locator('.judged-score b').count()).toBe(0);
  expect(await first.locator('.proof').first().isVisible()).toBe(true);
  expect(new URL(page.url()).hash).toMatch(/^#full\./);
  expect(faults).toEqual([]);
  await close();
});

it('saves to a file and opens it again, and refuses other files', async () => {
  const { page, close } = await lab.visit('/judge/');
  await page.evaluate(answerAll);
  const score = await page.locator('.judged-score b').textContent();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
  const saved = readFileSync(await download.path());
  await page.locator('#clear').click();
  await page.locator('#file').setInputFiles({
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"answers":"short.x.y"}'),
  });
  await expect.poll(() => page.locator('#note').textContent()).not.toBe('');
  expect(await page.locator('.judged-score').count()).toBe(0);
  await page.locator('#file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: saved });
  await page.waitForSelector('.judged-score');
  expect(await page.locator('.judged-score b').textContent()).toBe(score);
  await close();
});

it('keeps what a file holds as one’s own, also when it is opened over somebody else’s answers', async () => {
  const { page, faults, close } = await lab.visit('/judge/');
  await page.evaluate(answerAll);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
  const saved = { name: 'a.json', mimeType: 'application/json', buffer: readFileSync(await download.path()) };
  const own = await page.evaluate<string>('localStorage.getItem("hengping-judge")');
  const theirs = new URL(page.url()).hash;
  await page.evaluate('localStorage.clear()');
  const other = await lab.visit(`/judge/${theirs}`);
  expect(await other.page.locator('#whose').isVisible()).toBe(true);
  expect(await other.page.evaluate('localStorage.getItem("hengping-judge")')).toBeNull();
  await other.page.locator('#file').setInputFiles({ ...saved, buffer: Buffer.from('{}') });
  await expect.poll(() => other.page.locator('#note').textContent()).not.toBe('');
  expect(await other.page.locator('#whose').isVisible()).toBe(true);
  await other.page.locator('#file').setInputFiles(saved);
  await expect.poll(() => other.page.locator('#whose').isVisible()).toBe(false);
  expect(await other.page.evaluate('localStorage.getItem("hengping-judge")')).toBe(own);
  expect(faults).toEqual([]);
  await other.close();
  await close();
});

it('says so when a link belongs to other questions', async () => {
  const { page, close } = await lab.visit('/judge/#short.zzzz.ABCD');
  expect((await page.locator('#note').textContent()) ?? '').not.toBe('');
  expect(await page.locator('.judged-score').count()).toBe(0);
  await close();
});

it.each(['', '/en'])('is a checklist to print without a script (%s)', async (prefix) => {
  const { page, close } = await lab.visit(`${prefix}/judge/`, { javaScriptEnabled: false });
  expect(await page.locator('.asked > li').first().isVisible()).toBe(true);
  expect(await page.locator('.checks li').last().isVisible()).toBe(true);
  expect(await page.locator('.judge-result').isVisible()).toBe(false);
  await close();
});

it.each([
  ['', 'light'],
  ['', 'dark'],
  ['/en', 'light'],
  ['/en', 'dark'],
] as const)('has no accessibility findings and fits a small phone (%s %s)', async (prefix, colorScheme) => {
  const { page, faults, close } = await lab.visit(`${prefix}/judge/`, { colorScheme });
  await page.evaluate(answerAll);
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  await page.locator('[name=mode][value=full]').check();
  await page.locator('.to-check summary').first().click();
  await page.locator('.to-check [role=radiogroup] input').first().check();
  await page.setViewportSize({ width: 320, height: 700 });
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(faults).toEqual([]);
  await close();
});
