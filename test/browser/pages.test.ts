/** Every type of page in both languages and both themes: accessible, quiet, and no wider than a small phone. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';

let lab: Lab;
const paths = new Map<string, string>();

const TYPES = [
  'home',
  'rankings',
  'ranking of a place',
  'ranking of a service',
  'vendor',
  'unrated vendor',
  'listed vendor',
  'reviews',
  'frameworks',
  'framework',
  'dimension',
  'methodology',
  'methodology version',
  'sensitivity',
  'framework checks',
  'unusual reviews',
  'freshness',
  'one version',
  'decisions',
  'decision',
  'cases',
  'data',
  'guides',
  'guide',
  'policies',
  'policy',
  'about',
  'search',
  'not found',
] as const;

beforeAll(async () => {
  lab = await openLab();
  const { page, close } = await lab.visit('/rankings/');
  const href = async (selector: string): Promise<string> =>
    (await page.locator(selector).first().getAttribute('href')) ?? '';
  paths.set('home', '/');
  paths.set('rankings', '/rankings/');
  paths.set('ranking of a place', await href('.scope:first-of-type li:nth-child(2) > a'));
  paths.set('ranking of a service', await href('.scope a[href*="/service/"]'));
  paths.set('vendor', await href('#ranks tbody th a'));
  paths.set('unrated vendor', await href('.unrated a'));
  paths.set('listed vendor', await href('.listed a'));
  const sitemap = await (await page.request.get(`${lab.base}/sitemap.xml`)).text();
  const first = (pattern: RegExp): string => pattern.exec(sitemap)?.[1] ?? '';
  paths.set('reviews', first(/<loc>https?:\/\/[^/]+(\/vendors\/[^/]+\/reviews\/)</));
  paths.set('frameworks', '/frameworks/');
  paths.set('framework', first(/<loc>https?:\/\/[^/]+(\/frameworks\/[^/]+\/)</));
  paths.set('dimension', first(/<loc>https?:\/\/[^/]+(\/frameworks\/[^/]+\/[^/]+\/)</));
  paths.set('methodology', '/methodology/');
  paths.set('methodology version', first(/<loc>https?:\/\/[^/]+(\/methodology\/[^/]+\/)</));
  paths.set('sensitivity', '/methodology/sensitivity/');
  paths.set('framework checks', '/methodology/checks/');
  paths.set('unusual reviews', '/methodology/integrity/');
  paths.set('freshness', '/methodology/freshness/');
  paths.set('one version', '/methodology/changes/');
  paths.set('decisions', '/decisions/');
  paths.set('decision', first(/<loc>https?:\/\/[^/]+(\/decisions\/[^/]+\/)</));
  paths.set('cases', '/cases/');
  paths.set('data', '/data/');
  paths.set('guides', '/guides/');
  paths.set('guide', first(/<loc>https?:\/\/[^/]+(\/guides\/[^/]+\/)</));
  paths.set('policies', '/policies/');
  paths.set('policy', first(/<loc>https?:\/\/[^/]+(\/policies\/[^/]+\/)</));
  paths.set('about', '/about/');
  paths.set('search', '/search/');
  paths.set('not found', '/404.html');
  await close();
});
afterAll(async () => {
  await lab.close();
});

const LANGUAGES = [
  { prefix: '', tag: 'zh-CN' },
  { prefix: '/en', tag: 'en' },
];

describe.each(TYPES)('the page type “%s”', (type) => {
  it('is found on the site', () => {
    expect(paths.get(type)).toMatch(/^\//);
  });

  it.each(LANGUAGES.filter((l) => type !== 'not found' || l.prefix === ''))(
    'has no accessibility findings in light and dark and fits a small phone ($tag)',
    async ({ prefix, tag }) => {
      const { page, faults, close } = await lab.visit(prefix + (paths.get(type) ?? ''), { colorScheme: 'light' });
      await page.evaluate('document.querySelectorAll("details").forEach((d) => { d.open = true; })');
      const light = await new AxeBuilder({ page }).analyze();
      expect(light.passes.length).toBeGreaterThan(10);
      expect(findings(light)).toEqual([]);
      // Colours are all that another theme changes, and they do not depend on the language.
      if (prefix === '') {
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(findings(await new AxeBuilder({ page }).withRules(['color-contrast']).analyze())).toEqual([]);
      }
      expect(await page.locator('html').getAttribute('lang')).toBe(tag);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(faults).toEqual([]);
      await close();
    },
  );
});

/** What axe found, a line each. */
function findings({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.map((v) => `${v.impact}: ${v.id} ${v.nodes[0]?.html ?? ''}`);
}

describe('every page', () => {
  it('says that the data are a sample, names its translation, and carries the policy', async () => {
    for (const type of TYPES) {
      const path = paths.get(type) ?? '';
      const { page, close } = await lab.visit(path);
      expect(await page.locator('.sample').isVisible(), type).toBe(true);
      expect(await page.locator('meta[name=robots]').getAttribute('content'), type).toBe('noindex');
      expect(await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content'), type).toContain(
        "default-src 'none'",
      );
      expect(await page.locator('link[hreflang=en]').count(), type).toBe(type === 'not found' ? 0 : 1);
      await close();
    }
  });

  it('prints dates and fields of files in words', async () => {
    const { page, close } = await lab.visit('/cases/');
    for (const { prefix } of LANGUAGES) {
      for (const type of TYPES.filter((name) => name !== 'not found')) {
        const html = await (await page.request.get(lab.base + prefix + (paths.get(type) ?? ''))).text();
        const text = html.replace(/<(script|pre|code)[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
        expect(text.match(/.{0,30}(?:\b\d{4}-\d\d-\d\d\b|\blicence\.[a-z]).{0,10}/), `${prefix} ${type}`).toBeNull();
      }
    }
    await close();
  });

  it('lets a reader without a pointer reach everything that scrolls sideways on a phone', async () => {
    const { page, close } = await lab.visit('/guides/', { viewport: { width: 320, height: 640 } });
    const guides = await page.evaluate<string[]>(
      '[...document.querySelectorAll("main a")].map((a) => a.pathname).filter((path) => path.startsWith("/guides/"))',
    );
    expect(guides.length).toBeGreaterThan(1);
    let scrolling = 0;
    for (const path of [...paths.values(), ...guides]) {
      await page.goto(lab.base + path);
      await page.evaluate('document.querySelectorAll("details").forEach((d) => { d.open = true; })');
      const [all, unreachable] = await page.evaluate<[number, string[]]>(`(() => {
        const wide = [...document.querySelectorAll('main *')].filter((e) => e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX));
        return [wide.length, wide.filter((e) => e.tabIndex < 0 && e.querySelector('a[href], button, input, select, summary') === null).map((e) => e.outerHTML.slice(0, 80))];
      })()`);
      scrolling += all;
      expect(unreachable, path).toEqual([]);
    }
    expect(scrolling).toBeGreaterThan(3);
    await close();
  });

  it('leads to feeds by a page that says what they are, and serves them as what they are', async () => {
    const { page, close } = await lab.visit('/');
    expect(await page.locator('.foot a[href$=".xml"]').count()).toBe(0);
    await page.locator('.foot a', { hasText: '更新订阅' }).click();
    await page.waitForURL(/\/data\/#feeds$/);
    const feeds = await page.locator('#feeds a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(feeds).toEqual(['/feed.xml', '/en/feed.xml', '/releases/feed.xml', '/en/releases/feed.xml']);
    for (const path of feeds)
      expect((await page.request.get(lab.base + path)).headers()['content-type'], path).toBe(
        'application/atom+xml; charset=utf-8',
      );
    await close();
  });

  it('has no style attribute and no inline script but data', async () => {
    for (const type of TYPES) {
      const { page, close } = await lab.visit(paths.get(type) ?? '', { javaScriptEnabled: false });
      const html = await page.content();
      expect(/<[^>]+\sstyle=/.exec(html)?.[0], type).toBeUndefined();
      expect(
        [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)]
          .map((m) => m[0])
          .filter((s) => !/type="application\/(?:ld\+)?json"/.test(s)),
        type,
      ).toEqual([]);
      await close();
    }
  });
});
