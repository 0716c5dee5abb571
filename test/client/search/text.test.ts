/** Full text: pages are found for the words that they hold, never for a beginning that the engine took in their place. */
import { describe, expect, it } from 'vitest';
import { type Found, type Result, type SearchEngine, findText, holdsWord } from '../../../src/client/search/text.ts';
import type { Language } from '../../../src/i18n/language.ts';

/** Words as the engine cuts them. */
function tokens(text: string): string[] {
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text.toLowerCase())]
    .filter((s) => s.isWordLike)
    .map((s) => s.segment);
}

/**
 * An engine that answers as Pagefind 1.6 does: a word in quotes must be there; any other word finds words that begin with it, and
 * where there are none, those that begin with its longest beginning that occurs. All words must be found. Pages in the order given.
 */
function engineOf(pages: Readonly<Record<string, string>>): SearchEngine & { asked: string[] } {
  const asked: string[] = [];
  const known = [...new Set(Object.values(pages).flatMap(tokens))];
  const beginning = (word: string): string => {
    for (let length = word.length; length > 0; length -= 1)
      if (known.some((k) => k.startsWith(word.slice(0, length)))) return word.slice(0, length);
    return word;
  };
  const result = (id: string): Result => ({
    id,
    data: () =>
      Promise.resolve({ url: id, content: pages[id] ?? '', excerpt: '', meta: {}, filters: {}, sub_results: [] }),
  });
  return {
    asked,
    search: (query) => {
      asked.push(query);
      const quoted = /^"(.*)"$/.exec(query)?.[1];
      const wanted = tokens(quoted ?? query);
      const holds = (text: string): boolean =>
        quoted === undefined
          ? wanted.every((word) => tokens(text).some((token) => token.startsWith(beginning(word))))
          : wanted.length > 0 && ` ${tokens(text).join(' ')} `.includes(` ${wanted.join(' ')} `);
      return Promise.resolve({
        results: Object.keys(pages)
          .filter((id) => holds(pages[id] ?? ''))
          .map(result),
      });
    },
  };
}

async function found(
  pages: Readonly<Record<string, string>>,
  query: string,
  language: Language = 'zh',
  elsewhere: (word: string) => boolean = () => false,
): Promise<Omit<Found, 'results'> & { ids: string[] }> {
  const { results, ...counts } = await findText(engineOf(pages), query, '', language, elsewhere);
  return { ...counts, ids: results.map((r) => r.id) };
}

describe('pages that hold a word', () => {
  const pages = { a: '汇总结果', b: '汇算清缴', c: '汇丰银行的账户' };

  it('are found, and not those that only have its first character', async () => {
    expect((await found(pages, '汇丰')).ids).toEqual(['c']);
    expect((await found({ a: pages.a, b: pages.b }, '汇丰')).ids).toEqual([]);
    expect((await found({ a: 'as agreed', b: 'as is' }, 'asdfgh', 'en')).ids).toEqual([]);
  });

  it('include those with longer words that begin with it, but not for two or three letters', async () => {
    const english = { a: 'the registration', b: 'within the window', c: 'a tax', d: 'a taxpayer' };
    expect((await found(english, 'regist', 'en')).ids).toEqual(['a']);
    expect((await found(english, 'wi', 'en')).ids).toEqual([]);
    expect((await found(english, 'tax', 'en')).ids).toEqual(['c']);
  });
});

describe('nonsense', () => {
  it('finds nothing, even where one of its characters is on many pages', async () => {
    const pages = { a: '天天群发消息', b: '发放和回收', c: '突发急病', d: '发票' };
    expect(await found(pages, '阿斯顿发')).toMatchObject({ ids: [], alone: [] });
    expect(await found(pages, '的的的')).toMatchObject({ ids: [], alone: [] });
  });
});

describe('a query of several words', () => {
  const pages = { apart: '响应很快，时间不长', together: '首次响应时间', one: '响应慢' };

  it('finds first what holds it word after word, counted for itself, then what holds the words apart', async () => {
    expect(await found(pages, '响应时间')).toEqual({
      ids: ['together', 'apart', 'one'],
      exact: 1,
      whole: 2,
      words: ['响应', '时间'],
      alone: ['响应', '时间'],
    });
  });

  it('finds pages with the words that are known where another is known nowhere', async () => {
    expect(await found(pages, '响应 汇丰')).toMatchObject({
      ids: ['apart', 'together', 'one'],
      whole: 0,
      alone: ['响应'],
    });
  });

  it('leaves out the name of a place that the page answers by a ranking', async () => {
    expect(await found(pages, '杭州 响应', 'zh', (word) => word === '杭州')).toMatchObject({
      ids: ['apart', 'together', 'one'],
      whole: 0,
      alone: ['响应'],
    });
  });
});

it('holds a word: Chinese anywhere, other words whole or from four letters on as a beginning, in any case and width', () => {
  const cases: readonly [string, string, boolean][] = [
    ['在汇丰银行', '汇丰', true],
    ['汇总', '汇丰', false],
    ['The Registration', 'regist', true],
    ['deregister', 'regist', false],
    ['within', 'wi', false],
    ['Wi-Fi', 'wi', true],
    ['ＴＡＸ filing', 'tax', true],
    ['taxpayer', 'tax', false],
    ['使用tax软件', 'tax', true],
  ];
  for (const [text, word, held] of cases) expect(holdsWord(text, word), `${word} in ${text}`).toBe(held);
});
