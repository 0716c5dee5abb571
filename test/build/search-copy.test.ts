import { describe, expect, it } from 'vitest';
import { type SearchCopy, searchCopy } from '../../src/build/search-copy.ts';

const page = (main: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>云衡 · 名录</title></head><body><nav>导航</nav><main>${main}</main><footer>页脚</footer></body></html>`;
const copy = (body: string): SearchCopy => ({
  language: 'zh-CN',
  html: `<!doctype html><html lang="zh-CN"><head><title>云衡 · 名录</title></head><body>${body}</body></html>`,
});

describe('the copy of a page for the search engine', () => {
  it('holds the marked element whole, elements of the same name in it included, with language and title', () => {
    const marked = '<div data-pagefind-body><div class="a">甲<div>乙</div></div><p>丙</p></div>';
    expect(searchCopy(page(`<div>前</div>${marked}<div>后</div>`))).toEqual(copy(marked));
  });

  it('leaves out what is to be ignored, wherever it stands', () => {
    const found = searchCopy(
      page(
        '<div data-pagefind-body><p>甲</p><div data-pagefind-ignore><div>乙</div></div><p><b data-pagefind-ignore>丙</b>丁</p></div>',
      ),
    );
    expect(found).toEqual(copy('<div data-pagefind-body><p>甲</p><p>丁</p></div>'));
  });

  it('is not made of a page that has nothing marked', () => {
    expect(searchCopy(page('<div data-pagefind-ignore>甲</div>'))).toBeUndefined();
  });

  it('takes tags inside quoted attributes for what they are: words', () => {
    const marked = '<div data-pagefind-body><p title="</div><div>">甲</p><p title="a > b">乙</p></div>';
    expect(searchCopy(page(`${marked}<p>后</p>`))).toEqual(copy(marked));
    const ignored = searchCopy(
      page('<div data-pagefind-body><p data-pagefind-ignore data-name="</p>">甲</p><p>乙</p></div>'),
    );
    expect(ignored).toEqual(copy('<div data-pagefind-body><p>乙</p></div>'));
  });

  it('counts only elements of the very same name', () => {
    const marked = '<a data-pagefind-body><article>甲</article><a-b>乙</a-b></a>';
    expect(searchCopy(page(marked))).toEqual(copy(marked));
  });

  it('takes the words of the marks for marks only where they are attributes', () => {
    const named = (name: string): string =>
      page(`<div data-pagefind-body><p title="${name}">甲</p><b>乙</b>${name}<br>${name}</div>`).replace(
        '<title>',
        `<meta name="description" content="${name}"><title>${name} `,
      );
    for (const name of ['x data-pagefind-body', 'x data-pagefind-ignore', 'x data-pagefind-ignored y']) {
      const marked = `<div data-pagefind-body><p title="${name}">甲</p><b>乙</b>${name}<br>${name}</div>`;
      expect(searchCopy(named(name))?.html, name).toBe(copy(marked).html.replace('<title>', `<title>${name} `));
    }
    expect(searchCopy(page('<p>x data-pagefind-body</p>'))).toBeUndefined();
  });

  it('keeps apart what a reader sees apart, and leaves running text as it is', () => {
    const text = (html: string): string =>
      (searchCopy(page(`<div data-pagefind-body>${html}</div>`))?.html ?? '')
        .replace(/.*<body>/, '')
        .replace(/<(?:[^>"]|"[^"]*")+>/g, '')
        .replace(/ +/g, ' ')
        .trim();
    expect(text('<span>WI</span><span>Also: <b>Anchor</b></span>')).toBe('WI Also: Anchor');
    expect(text('<table><tr><th>占框架</th><th>占总分</th></tr></table>')).toBe('占框架 占总分');
    expect(text('<dl><dt>Price</dt><dd>¥490/month</dd></dl>')).toBe('Price ¥490/month');
    expect(text('响应速度<small title="a > b">其中：响应时间</small>60%')).toBe('响应速度 其中：响应时间 60%');
    expect(text('见<a href="/">评价<b>方法</b></a>，<em>代理</em>记账')).toBe('见评价方法，代理记账');
  });

  it('refuses a marked element that does not end', () => {
    expect(() => searchCopy('<html lang="zh-CN"><body><div data-pagefind-body><p>甲</p>')).toThrow('<div>');
  });
});
