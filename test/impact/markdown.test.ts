import { describe, expect, it } from 'vitest';
import { codeMarkdown, escapeMarkdown } from '../../src/impact/escape.ts';
import { impactMarkdown } from '../../src/impact/markdown.ts';
import { type ImpactReport, impactReport } from '../../src/schema/impact.ts';

const side = { label: 'main', asOf: '2026-06-30', methodology: '2026.1', vendors: 5, ranked: 4 };
const standing = (score: number, group: number) => ({ status: 'participating' as const, score, low: score - 2, high: score + 2, rank: { place: 1, low: 1, high: 2, group } });

function report(change: Partial<ImpactReport> = {}): ImpactReport {
  return impactReport.parse({
    format: 'hengping-impact-1',
    base: { ...side, commit: 'a'.repeat(40) },
    head: { ...side, label: '' },
    codeDiffers: false,
    order: { compared: 4, tau: 0.6666666, crossed: 1 },
    publishedChanged: [],
    settings: [],
    files: [],
    entered: [],
    left: [],
    changed: [
      {
        slug: 'anchor', name: { zh: '锚记', en: 'Anchor' }, from: standing(60, 2), between: standing(62, 2), to: standing(65.04, 1), points: 5.04,
        method: { points: 2, causes: [{ framework: 'care', criterion: 'reply', name: { zh: '回话', en: 'Reply' }, points: 1.5, weight: { from: 0.1, to: 0.15 }, score: { from: 70, to: 70 } }], rest: 0.5 },
        data: { points: 3.04, causes: [{ framework: 'care', criterion: 'ready', name: { zh: '如期', en: 'Ready' }, points: 3.04, weight: { from: 0.1, to: 0.1 }, score: { to: 80 } }], rest: 0 },
      },
      { slug: 'beacon', name: { en: 'Beacon' }, from: standing(50, 2), between: standing(50, 2), to: standing(50.01, 2), points: 0.01 },
    ],
    unchanged: 2,
    ...change,
  });
}

describe('the report as Markdown', () => {
  it('reads like this in English', () => {
    expect(impactMarkdown(report(), 'en')).toMatchInlineSnapshot(`
      "## What this change does

      main \`aaaaaaaaaaaa\` (as of 2026-06-30, method 2026.1, 5 vendors, 4 ranked) → the files at hand (as of 2026-06-30, method 2026.1, 5 vendors, 4 ranked)

      Enter the first group: Anchor \`anchor\`.

      - **Kendall's τ**: 0.667 (4 vendors ranked before and after; 1 = the same order)
      - **Crossed groups**: 1
      - **Changed**: 1; 1 more by a hair's breadth, 2 not at all
      - **New**: 0
      - **Gone**: 0

      ### Whose places or group change

      | Vendor | Score | Places | Group | By method | By data | Main causes |
      | --- | --- | --- | --- | ---: | ---: | --- |
      | Anchor \`anchor\` | 60.0 → 65.0 (+5.04) | 1–2 | 2 → 1 | +2 | +3.04 | method: Reply +1.5 (weight 10%→15%)<br>data: Ready +3.04 (points none→80.0) |

      By method = the old data scored by the new method, less the old scores; by data = the rest (a later asOf among it). Causes are in points of the overall score.
      "
    `);
  });

  it('reads like this in Chinese', () => {
    expect(impactMarkdown(report(), 'zh')).toMatchInlineSnapshot(`
      "## 改动的影响

      main \`aaaaaaaaaaaa\`（截至 2026-06-30，方法 2026.1，5 家，4 家有排名） → 当前文件（截至 2026-06-30，方法 2026.1，5 家，4 家有排名）

      进入第一组：锚记 \`anchor\`。

      - **肯德尔 τ**：0.667（前后都有排名的 4 家；1 = 次序未变）
      - **换组**：1 家
      - **有变动**：1 家；另有 1 家只差毫厘，2 家毫无变动
      - **新增**：0 家
      - **消失**：0 家

      ### 谁的位次或组别变了

      | 服务商 | 得分 | 位次 | 组 | 方法所致 | 数据所致 | 主要原因 |
      | --- | --- | --- | --- | ---: | ---: | --- |
      | 锚记 \`anchor\` | 60.0 → 65.0 (+5.04) | 1–2 | 2 → 1 | +2 | +3.04 | 方法：回话 +1.5（权重 10%→15%）<br>数据：如期 +3.04（得分 无→80.0） |

      方法所致 = 旧数据改用新方法计算的差；数据所致 = 其余部分（含数据日期的变化）。原因以总分的分数计。
      "
    `);
  });

  it('says so when nothing changes, when the code differs, and when a published version was changed', () => {
    expect(impactMarkdown(report({ changed: [] }), 'en')).toContain('No score, place or group changes.');
    expect(impactMarkdown(report({ codeDiffers: true }), 'zh')).toContain('计分程序在两者之间也有改动');
    expect(impactMarkdown(report({ publishedChanged: ['2026.1'] }), 'en')).toContain('**Method 2026.1 was published');
  });

  it('lets no text of a vendor, file or setting be anything but text', () => {
    const evil = '](https://a.b) <img src=x onerror=alert(1)> | `x` **b** @owner #1 www.a.b\n# h';
    const text = impactMarkdown(
      report({
        base: { ...side, label: evil },
        changed: [{ ...(report().changed[0] as ImpactReport['changed'][number]), name: { zh: evil, en: evil } }],
        entered: [{ slug: 'x', name: { en: evil }, to: standing(1, 1) }],
        settings: [{ path: evil, from: evil, to: evil }],
        files: [{ path: evil, change: 'added' }],
      }),
      'en',
    );
    expect(text).not.toMatch(/<img|https:\/\/|\]\(|@owner|(?<!&)#1|www\.|onerror=alert\(1\)>|^# h/m);
    // Every row of the table keeps its number of cells.
    const row = text.split('\n').find((line) => line.startsWith('|') && line.includes('`anchor`')) ?? '';
    expect(row.split('|')).toHaveLength(9);
  });
});

describe('what an editor wants to know first', () => {
  const vendor = (slug: string, from: ImpactReport['changed'][number]['from'], to: typeof from, part: { method?: number; data?: number } = { method: 1 }) => ({
    slug, name: { en: slug }, from, between: to, to, points: (to.score ?? 0) - (from.score ?? 0),
    method: { points: part.method ?? 0, causes: [], rest: 0 }, data: { points: part.data ?? 0, causes: [], rest: 0 },
  });
  const verdictOf = (...changed: readonly ReturnType<typeof vendor>[]): string => impactMarkdown(report({ changed: [...changed] }), 'en').split('\n')[4] ?? '';

  it('is who enters and leaves the first group, and who else changes groups', () => {
    expect(verdictOf(vendor('a', standing(60, 2), standing(61, 1)), vendor('b', standing(60, 1), standing(59, 2)), vendor('c', standing(50, 3), standing(51, 2)), vendor('d', standing(50, 3), standing(51, 3)))).toBe(
      'Enter the first group: a `a`. Leave the first group: b `b`. Other changes of group: c `c` 3→2. All of it is due to the method; the data make no difference.',
    );
  });

  it('is that the first group stays, and which side did it', () => {
    expect(verdictOf(vendor('a', standing(60, 2), standing(61, 2), { data: 1 }))).toBe('The first group stays as it is. All of it is due to the data; the method makes no difference.');
    expect(verdictOf(vendor('a', standing(60, 2), standing(61, 2), { data: 1, method: 1 }))).toBe('The first group stays as it is.');
  });

  it('names so many and counts the rest', () => {
    const many = Array.from({ length: 10 }, (_, i) => vendor(`v${i}`, standing(60, 2), standing(61, 1)));
    expect(verdictOf(...many)).toContain('v7 `v7` and 2 more.');
  });

  it('is told apart from those whose score alone changes, which are folded away', () => {
    const text = impactMarkdown(report({ changed: [vendor('a', standing(60, 2), standing(60.01, 1)), vendor('b', standing(60, 2), standing(61, 2))] }), 'en');
    const [open = '', folded = ''] = text.split('<details><summary>Only the score changes (1)</summary>');
    expect(open).toMatch(/`a` .* hardly changed itself; others did \|/);
    expect(open).not.toContain('`b`');
    expect(folded).toContain('| b `b` | 60.0 → 61.0 (+1)');
  });

  it('names what a changed weight weighs, as text', () => {
    const settings = [{ path: 'frameworks.f.dimensions.d.weight', name: { zh: '态度', en: '<Manner>' }, from: '6', to: '11' }];
    expect(impactMarkdown(report({ settings }), 'en')).toContain('| Weight of &#60;Manner&#62; `frameworks.f.dimensions.d.weight` | 6 | 11 |');
  });
});

describe('text made harmless', () => {
  it.each([
    ['a|b', 'a&#124;b'],
    ['<b>', '&#60;b&#62;'],
    ['&lt;', '&#38;lt;'],
    ['*x* _y_ ~z~ `c`', '&#42;x&#42; &#95;y&#95; &#126;z&#126; &#96;c&#96;'],
    ['[x](y) ![z]', '&#91;x&#93;(y) &#33;&#91;z&#93;'],
    ['https://a.b', 'https&#58;//a.b'],
    ['www.a.b', 'www&#46;a.b'],
    ['@me #1', '＠me ＃1'],
    ['- x', '&#45; x'],
    ['1. x', '1&#46; x'],
    ['  \n# x', '＃ x'],
    ['a\nb', 'a b'],
    ['\u202Eabc', '&#92;u&#123;202E&#125;abc'],
    ['重庆（示例）财税, No. 1', '重庆（示例）财税, No. 1'],
  ])('%j becomes %j', (text, safe) => {
    expect(escapeMarkdown(text)).toBe(safe);
  });

  it('is code where it is a plain path, and escaped where it is not', () => {
    expect(codeMarkdown('data/vendors/a-b.yaml')).toBe('`data/vendors/a-b.yaml`');
    expect(codeMarkdown('data/`x`')).toBe('data/&#96;x&#96;');
  });
});

describe('a report that is read back', () => {
  it.each([
    ['an unknown key', (r: ImpactReport) => ({ ...r, more: 1 })],
    ['a slug with a backquote', (r: ImpactReport) => ({ ...r, entered: [{ slug: 'a`b', name: { en: 'x' }, to: standing(1, 1) }] })],
    ['a commit that is none', (r: ImpactReport) => ({ ...r, base: { ...r.base, commit: 'main' } })],
    ['a version with markup', (r: ImpactReport) => ({ ...r, publishedChanged: ['<b>'] })],
    ['a number that is text', (r: ImpactReport) => ({ ...r, unchanged: '5' })],
    ['a text without end', (r: ImpactReport) => ({ ...r, files: [{ path: 'x'.repeat(501), change: 'added' }] })],
  ])('is refused for %s', (_, bend) => {
    expect(impactReport.safeParse(bend(report())).success).toBe(false);
  });
});
