import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, describe, it, onTestFinished } from 'vitest';
import { BuildFailed } from '../../src/build/step.ts';
import {
  addLinks,
  brokenText,
  checkLinks,
  followed,
  linkedAddress,
  noLinks,
  readLinks,
  refuseBroken,
} from '../../src/build/links.ts';

const ADDRESS = 'https://site.example';

function site(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const link = (...hrefs: readonly string[]): string => hrefs.map((h) => `<a href="${h}">x</a>`).join('');
const broken = (files: Readonly<Record<string, string>>): string[] =>
  checkLinks(site(files), ADDRESS).broken.map((b) => `${b.page} ${b.link} ${b.missing} ${b.pages}`);

describe('links within a built site', () => {
  it('are whole when pages, files and anchors are there', () => {
    const files = {
      'index.html': `<h1 id="a">x</h1>${link('#a', '#top', '/b/', '/b/#here', '/b/?x=1&#38;y=2#here', '/file.json', `${ADDRESS}/b/`, 'https://elsewhere.example/gone', 'mailto:a@b.example')}<img src="/pic.svg" />`,
      'b/index.html': '<p id="here">x</p>',
      'file.json': '{}',
      'pic.svg': '',
    };
    expect(checkLinks(site(files), ADDRESS)).toEqual({ pages: 2, links: 8, broken: [] });
  });

  it('are broken when a page, a folder without a page, a file or an anchor is not there', () => {
    expect(
      broken({
        'index.html': `${link('/gone/', '/empty/', '/gone.json', '#gone', '/b/#gone', `${ADDRESS}/gone2/`)}<script src="/gone.js"></script><form action="/gone-form/"></form>`,
        'b/index.html': '<p id="here">x</p>',
        'empty/x.txt': '',
      }),
    ).toEqual([
      'index.html /gone/ file 1',
      'index.html /empty/ file 1',
      'index.html /gone.json file 1',
      'index.html /b/#gone anchor 1',
      'index.html /gone2/ file 1',
      'index.html /gone.js file 1',
      'index.html /gone-form/ file 1',
      'index.html #gone anchor 1',
    ]);
  });

  it('are told once however many pages have them; anchors of the page itself by page', () => {
    expect(broken({ 'a/index.html': link('/gone/', '#gone'), 'b/index.html': link('/gone/', '#gone') })).toEqual([
      'a/index.html /gone/ file 2',
      'a/index.html #gone anchor 1',
      'b/index.html #gone anchor 1',
    ]);
  });

  it('may name anchors and files in Chinese, as they are or with percent signs', () => {
    const files = {
      'index.html': `<h2 id="权重">x</h2>${link('#权重', '#%E6%9D%83%E9%87%8D', '/文件.pdf', '/%E6%96%87%E4%BB%B6.pdf', '#没有', '/%E0%A4%A')}`,
      '文件.pdf': '',
    };
    expect(broken(files)).toEqual(['index.html /%E0%A4%A file 1', 'index.html #没有 anchor 1']);
  });

  it('are not followed in text', () => {
    expect(broken({ 'index.html': '<p>&lt;a href=&quot;/gone/&quot;&gt;</p>' })).toEqual([]);
  });

  it('may be read by several processes, page by page in any order, with the same result', () => {
    const pages = {
      'a/b.html': link('/gone/', '#no'),
      'a.html': link('/gone/'),
      'c.html': `<b id="c">${link('/a.html#c')}`,
    };
    const folder = site(pages);
    const parts = Object.entries(pages).map(([page, html]) => {
      const found = noLinks();
      readLinks(found, page, html, ADDRESS);
      return found;
    });
    const all = noLinks();
    for (const part of parts.toReversed()) addLinks(all, part);
    expect(followed(folder, all)).toEqual(checkLinks(folder, ADDRESS));
    expect(followed(folder, all)).toMatchObject({
      pages: 3,
      links: 4,
      broken: [
        { page: 'a/b.html', link: '/gone/', pages: 2 },
        { page: 'a/b.html', link: '#no' },
        { page: 'c.html', missing: 'anchor' },
      ],
    });
  });

  it('stop a build when one is broken, and are told in both languages', () => {
    expect(refuseBroken(checkLinks(site({ 'index.html': link('/index.html') }), ADDRESS))).toBe(1);
    const gone = checkLinks(site({ 'index.html': link(`${ADDRESS}/gone/`) }), linkedAddress(`${ADDRESS}/`));
    expect(() => refuseBroken(gone)).toThrow(BuildFailed);
    const many = Object.fromEntries(
      Array.from({ length: 35 }, (_, i) => [`${String(i).padStart(2, '0')}.html`, link(`/gone-${i}/`)]),
    );
    const lines = brokenText(checkLinks(site(many), ADDRESS)).split('\n');
    expect(lines).toHaveLength(32);
    expect(lines[1]).toBe('00.html - /gone-0/: 没有这个地址 / no such page or file');
    expect(lines.at(-1)).toBe('另有 5 个 / and 5 more');
  });
});
