import { describe, expect, it } from 'vitest';
import { codeMarkdown, escapeMarkdown, impactMarkdown } from '../../src/impact/markdown.ts';
import { type ImpactReport, impactReport } from '../../src/schema/impact.ts';
import { report, side, standing, step } from './made-report.ts';

describe('a text of strangers in Markdown', () => {
  it.each([
    ['GH-1', 'GH\u20111'],
    ['see gh-12, ABC-7', 'see gh\u201112, ABC\u20117'],
    ['2026-06-30', '2026-06-30'],
    ['well-known', 'well-known'],
    ['a/b#3 @x', 'a/b＃3 ＠x'],
  ])('has no number of an issue or ticket that a host would link: %s', (text, shown) => {
    expect(escapeMarkdown(text)).toBe(shown);
  });
});

describe('the report as Markdown', () => {
  it('reads like this in English', () => {
    expect(impactMarkdown(report(), 'en')).toMatchInlineSnapshot(`
      "## What this change does

      main \`aaaaaaaaaaaa\` (as of 2026-06-30, method 2026.1, 5 vendors, 4 ranked) → the files at hand (as of 2026-06-30, method 2026.1, 5 vendors, 4 ranked)

      Enter the first group: Anchor \`anchor\`. Method: changed, scores move by 0.50 points on average (2.00 at most). Date: not changed. Data: changed, scores move by 0.76 points on average (3.04 at most), groups crossed because of it: 1.

      - **Kendall's τ**: 0.667 (4 vendors ranked before and after; 1 = the same order)
      - **Crossed groups**: 1
      - **Changed**: 1; 1 more by a hair's breadth, 2 not at all
      - **New**: 0
      - **Gone**: 0

      ### Where the change comes from

      | Part | Mean change of score (4 ranked) | At most | Groups crossed by it |
      | --- | --- | --- | --- |
      | Weights of dimensions in Care | 0.40 | 2.34 | 0 |
      | What evidence of each tier counts | 0.20 | 0.34 | 0 |
      | Data | 0.76 | 3.04 | 1 |

      The parts are put into force one after the other in the order of the table, and all is scored anew each time; a part does what its step does. The parts of a vendor add up to its whole change; these are means without signs, so what cancels out is not seen in them, and a vendor may cross groups by one part and back by another.

      ### Whose places or group change

      | Vendor | Score | Places | Group | Where it comes from |
      | --- | --- | --- | --- | --- |
      | Anchor \`anchor\` | 60.0 → 65.0 (+5.04) | 1–2 | 2 → 1 | Weights of dimensions in Care +2.34; What evidence of each tier counts −0.34; Data +3.04 |

      The causes for each, in points of the overall score; they add up to the whole change:

      - Anchor \`anchor\`: +5.04
        - Weights of dimensions in Care: +2.34
          - Manner: +1.50 (scores 93.0, above the vendor's overall 63.0; counts more: weight 10%→15%)
          - Getting problems solved: −0.14 (scores 41.0, below the vendor's overall 63.0; counts more: weight 6%→7.3%)
          - all others, 2 dimensions: +0.98
        - What evidence of each tier counts: −0.34
          - Reply: −0.34 (its own score 75.0→70.0 makes −0.50; scores 72.5, above the vendor's overall 64.0; counts more: weight 10%→12% makes +0.16)
        - Data: +3.04, group 2 → 1
          - Ready: +3.04 (scores 93.9, above the vendor's overall 63.5; counts now: weight 10%)
          - one other criterion: 0.00

      First the method is changed (old data, old date), then the date (old data), last the data. What counts more while it scores below the overall score pulls that down; what counts less does the opposite.
      "
    `);
  });

  it('reads like this in Chinese', () => {
    expect(impactMarkdown(report(), 'zh')).toMatchInlineSnapshot(`
      "## 改动的影响

      main \`aaaaaaaaaaaa\`（截至 2026-06-30，方法 2026.1，5 家，4 家有排名） → 当前文件（截至 2026-06-30，方法 2026.1，5 家，4 家有排名）

      进入第一组：锚记 \`anchor\`。方法：改了，得分平均变动 0.50 分（最多 2.00 分）。数据日期：未改。数据：改了，得分平均变动 0.76 分（最多 3.04 分），因此换组 1 家。

      - **肯德尔 τ**：0.667（前后都有排名的 4 家；1 = 次序未变）
      - **换组**：1 家
      - **有变动**：1 家；另有 1 家只差毫厘，2 家毫无变动
      - **新增**：0 家
      - **消失**：0 家

      ### 变动从哪里来

      | 哪一部分 | 得分平均变动（有排名的 4 家） | 最多 | 因此换组 |
      | --- | --- | --- | --- |
      | “照料”各维度的权重 | 0.40 分 | 2.34 分 | 0 家 |
      | 证据各层级计入多少 | 0.20 分 | 0.34 分 | 0 家 |
      | 数据 | 0.76 分 | 3.04 分 | 1 家 |

      各部分按表中的次序逐一换成新的，每换一部分就重算一次；某一部分的影响，是换它前后之差。一家各部分相加，等于它的全部变动；这里是不计正负的平均，彼此抵消的看不出来；一家也可能被一部分换了组，又被另一部分换回来。

      ### 谁的位次或组别变了

      | 服务商 | 得分 | 位次 | 组 | 变动从哪里来 |
      | --- | --- | --- | --- | --- |
      | 锚记 \`anchor\` | 60.0 → 65.0 (+5.04) | 1–2 | 2 → 1 | “照料”各维度的权重 +2.34；证据各层级计入多少 −0.34；数据 +3.04 |

      逐家的原因（以总分的分数计，相加等于全部变动）：

      - 锚记 \`anchor\`：+5.04
        - “照料”各维度的权重：+2.34
          - 态度：+1.50（得 93.0 分，高于它的总分 63.0；计得更多：权重 10%→15%）
          - 解决问题：−0.14（得 41.0 分，低于它的总分 63.0；计得更多：权重 6%→7.3%）
          - 其余 2 个维度：+0.98
        - 证据各层级计入多少：−0.34
          - 回话：−0.34（自己的得分 75.0→70.0，占 −0.50；得 72.5 分，高于它的总分 64.0；计得更多：权重 10%→12%，占 +0.16）
        - 数据：+3.04，换组 2 → 1
          - 如期：+3.04（得 93.9 分，高于它的总分 63.5；新计入：权重 10%）
          - 其余 1 项指标：0.00

      先换方法（旧数据、旧日期），再换数据日期（旧数据），最后换数据。权重加大而得分低于总分的，会把总分往下拉；权重减小则相反。
      "
    `);
  });

  it('says so when nothing changes, when the code differs, and when a published version was changed', () => {
    expect(impactMarkdown(report({ changed: [] }), 'en')).toContain('No score, place or group changes.');
    expect(impactMarkdown(report({ codeDiffers: true }), 'zh')).toContain('计分程序在两者之间也有改动');
    const code = { scores: 3, most: 1.256, groups: 1 };
    expect(impactMarkdown(report({ codeDiffers: true, code }), 'zh')).toContain(
      '同样用改动前的数据，改用手头的程序，3 家得分不同（最多差 1.26 分），1 家换组。',
    );
    expect(impactMarkdown(report({ codeDiffers: true, code }), 'en')).toContain(
      'the code at hand gives another score to 3 vendors (1.26 points at most) and another group to 1.',
    );
    expect(impactMarkdown(report({ publishedChanged: ['2026.1'] }), 'en')).toContain('**Method 2026.1 was published');
  });

  it('explains how parts are told apart only where there are several', () => {
    expect(impactMarkdown(report(), 'en')).toContain('put into force one after the other');
    expect(impactMarkdown(report({ parts: report().parts.slice(0, 1), changed: [] }), 'en')).not.toContain(
      'put into force one after the other',
    );
  });

  it('lets no text of a vendor, file or setting be anything but text', () => {
    const evil = '](https://a.b) <img src=x onerror=alert(1)> | `x` **b** @owner #1 www.a.b\n# h';
    const text = impactMarkdown(
      report({
        base: { ...side, label: evil },
        changed: report()
          .changed.slice(0, 1)
          .map((v) => ({
            ...v,
            name: { zh: evil, en: evil },
            steps: v.steps.map((one) => ({
              ...one,
              causes: one.causes.map((c) => ({ ...c, name: { zh: evil, en: evil } })),
            })),
          })),
        parts: report().parts.map((p) => ({ ...p, name: { zh: evil, en: evil } })),
        entered: [{ slug: 'x', name: { en: evil }, to: standing(1, 1) }],
        settings: [
          { path: evil, from: evil, to: evil, meaning: { zh: evil, en: evil } },
          { path: evil, name: { zh: evil, en: evil } },
        ],
        files: [{ path: evil, change: 'added' }],
      }),
      'en',
    );
    expect(text).not.toMatch(/<img|https:\/\/|\]\(|@owner|(?<!&)#1|www\.|onerror=alert\(1\)>|^# h/m);
    // Lists keep their entries too: each begins with what the report itself writes.
    expect(
      text
        .split('\n')
        .filter((line) => /^\s*(?:[-+*]|\d+[.)])\s/.test(line))
        .every((line) => /^ *- \S/.test(line)),
    ).toBe(true);
    // Every row of the table keeps its number of cells.
    const row = text.split('\n').find((line) => line.startsWith('|') && line.includes('`anchor`')) ?? '';
    expect(row.split('|')).toHaveLength(7);
  });
});

describe('what an editor wants to know first', () => {
  const vendor = (slug: string, from: ImpactReport['changed'][number]['from'], to: typeof from) => ({
    slug,
    name: { en: slug },
    from,
    to,
    points: (to.score ?? 0) - (from.score ?? 0),
    steps: [step(0, (to.score ?? 0) - (from.score ?? 0))],
  });
  const paragraphOf = (change: Partial<ImpactReport>): string =>
    impactMarkdown(report(change), 'en').split('\n')[4] ?? '';
  const still = { changed: false, mean: 0, most: 0, groups: 0 };

  it('is who enters and leaves the first group, and who else changes groups', () => {
    expect(
      paragraphOf({
        changed: [
          vendor('a', standing(60, 2), standing(61, 1)),
          vendor('b', standing(60, 1), standing(59, 2)),
          vendor('c', standing(50, 3), standing(51, 2)),
          vendor('d', standing(50, 3), standing(51, 3)),
        ],
      }),
    ).toContain('Enter the first group: a `a`. Leave the first group: b `b`. Other changes of group: c `c` 3→2. ');
  });

  it('is which of method, date and data moved, always all three, and how much each', () => {
    const changed = [vendor('a', standing(60, 2), standing(61, 2))];
    const moves = { changed: true, mean: 0.5, most: 1.25, groups: 2 };
    expect(paragraphOf({ changed, sides: { method: still, date: still, data: moves } })).toBe(
      'The first group stays as it is. Method: not changed. Date: not changed. Data: changed, scores move by 0.50 points on average (1.25 at most), groups crossed because of it: 2.',
    );
    const later = { ...side, label: '', asOf: '2026-09-30' };
    expect(
      paragraphOf({
        changed,
        head: later,
        sides: {
          method: { ...still, changed: true },
          date: { ...moves, groups: 0 },
          data: { ...moves, mean: 0.002, groups: 0 },
        },
      }),
    ).toBe(
      'The first group stays as it is. Method: changed, no score moves. Date (2026-06-30 → 2026-09-30): changed, scores move by 0.50 points on average (1.25 at most). Data: changed, scores move by less than 0.01 points on average.',
    );
    expect(paragraphOf({ changed: [], sides: { method: { ...still, changed: true }, date: still, data: still } })).toBe(
      'No score, place or group changes.',
    );
    expect(
      impactMarkdown(
        report({ changed: [], sides: { method: { ...still, changed: true }, date: still, data: still } }),
        'zh',
      ),
    ).toContain('\n方法：改了，得分不受影响。数据日期：未改。数据：未改。\n');
  });

  it('names so many and counts the rest', () => {
    const many = Array.from({ length: 10 }, (_, i) => vendor(`v${i}`, standing(60, 2), standing(61, 1)));
    expect(paragraphOf({ changed: many })).toContain('v7 `v7` and 2 more.');
  });

  it('is told apart from those whose score alone changes, which are folded away', () => {
    const text = impactMarkdown(
      report({
        changed: [vendor('a', standing(60, 2), standing(60.01, 1)), vendor('b', standing(60, 2), standing(61, 2))],
      }),
      'en',
    );
    const [open = '', folded = ''] = text.split('<details><summary>Only the score changes (1)</summary>');
    expect(open).toMatch(/`a` .* hardly changed itself; others did \|/);
    expect(open).not.toContain('`b`');
    expect(folded).toContain('| b `b` | 60.0 → 61.0 (+1.00)');
  });

  it('names what a changed weight weighs, as text', () => {
    const settings = [
      { path: 'frameworks.f.dimensions.d.weight', name: { zh: '态度', en: '<Manner>' }, from: '6', to: '11' },
    ];
    expect(impactMarkdown(report({ settings }), 'en')).toContain(
      '| Weight of &#60;Manner&#62; `frameworks.f.dimensions.d.weight` | 6 | 11 |',
    );
  });

  it('names other settings by what the published schema says of them', () => {
    const settings = [
      {
        path: 'facts.tiers.declared',
        meaning: { zh: '各层级<证据>', en: 'How much <evidence> counts' },
        from: '0.5',
        to: '0.3',
      },
    ];
    expect(impactMarkdown(report({ settings }), 'en')).toContain(
      '| How much &#60;evidence&#62; counts `facts.tiers.declared` | 0&#46;5 | 0&#46;3 |',
    );
  });
});

describe('the causes of a vendor', () => {
  const [first] = report().changed;
  if (first === undefined) throw new Error('nobody');
  const cause = (key: string, points: number) => ({
    key,
    name: { zh: key, en: key },
    points,
    weight: { from: 0.1, to: 0.1, points: 0 },
    score: { from: 50, to: 50 + points * 10, points },
  });
  const causesIn = (points: number, causes: ReturnType<typeof cause>[], others: number, rest: number): string[] => {
    const text = impactMarkdown(
      report({ changed: [{ ...first, points, steps: [{ part: 1, points, overall: 60, causes, others, rest }] }] }),
      'en',
    );
    return text
      .split('\n')
      .filter((line) => line.startsWith('    - '))
      .map((line) => line.replace(/ \(.*/, '').trim());
  };

  it('are told so that what is shown adds up to the whole change', () => {
    // 0.1145 + 0.064 - 1.4085 = -1.23; rounded alone they would be 0.11, 0.06 and -1.41.
    expect(causesIn(-1.23, [cause('a', 0.1145), cause('b', 0.064)], 12, -1.4085)).toEqual([
      '- a: +0.12',
      '- b: +0.06',
      '- all others, 12 criteria: −1.41',
    ]);
  });

  it('are counted among the others when they are too small to see', () => {
    expect(causesIn(0.3, [cause('a', 0.3), cause('b', 0.001)], 0, -0.001)).toEqual([
      '- a: +0.30',
      '- one other criterion: 0.00',
    ]);
  });

  it('say so where no single one explains what is left', () => {
    expect(causesIn(0.5, [cause('a', 0.3)], 0, 0.2)).toEqual(['- a: +0.30', '- due to no single one: +0.20']);
  });

  it('are left out below parts that are hardly worth a look', () => {
    expect(causesIn(0.04, [cause('a', 0.04)], 0, 0)).toEqual([]);
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
    [
      'a slug with a backquote',
      (r: ImpactReport) => ({ ...r, entered: [{ slug: 'a`b', name: { en: 'x' }, to: standing(1, 1) }] }),
    ],
    ['a commit that is none', (r: ImpactReport) => ({ ...r, base: { ...r.base, commit: 'main' } })],
    ['a version with markup', (r: ImpactReport) => ({ ...r, publishedChanged: ['<b>'] })],
    ['a number that is text', (r: ImpactReport) => ({ ...r, unchanged: '5' })],
    ['a text without end', (r: ImpactReport) => ({ ...r, files: [{ path: 'x'.repeat(501), change: 'added' }] })],
  ])('is refused for %s', (_, bend) => {
    expect(impactReport.safeParse(bend(report())).success).toBe(false);
  });
});
