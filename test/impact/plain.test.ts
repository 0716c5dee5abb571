import { describe, expect, it } from 'vitest';
import { impactText, plainText } from '../../src/impact/plain.ts';
import { report, side, standing } from './made-report.ts';

describe('the report on a terminal', () => {
  it('is plain text in columns', () => {
    expect(impactText(report({ changed: report().changed.slice(0, 1) }), 'zh')).toMatchInlineSnapshot(`
      "改动的影响
      ==========

      main aaaaaaaaaaaa（截至 2026-06-30，方法 2026.1，5 家，4 家有排名） → 当前文件（截至 2026-06-30，方法 2026.1，5 家，4 家有排名）

      进入第一组：锚记 anchor。方法：改了，得分平均变动 0.50 分（最多 2.00 分）。数据日期：未改。数据：改了，得分平均变动 0.76 分（最多 3.04 分），因此换组 1 家。

       - 肯德尔 τ：0.667（前后都有排名的 4 家；1 = 次序未变）
       - 换组：1 家
       - 有变动：1 家；另有 0 家只差毫厘，2 家毫无变动
       - 新增：0 家
       - 消失：0 家

      变动从哪里来
      ------------

      哪一部分            得分平均变动（有排名的 4 家）  最多     因此换组
      ------------------  -----------------------------  -------  --------
      “照料”各维度的权重  0.40 分                        2.34 分  0 家
      证据各层级计入多少  0.20 分                        0.34 分  0 家
      数据                0.76 分                        3.04 分  1 家

      各部分按表中的次序逐一换成新的，每换一部分就重算一次；某一部分的影响，是换它前后之差。一家各部分相加，等于它的全部变动；这里是不计正负的平均，彼此抵消的看不出来；一家也可能被一部分换了组，又被另一部分换回来。

      谁的位次或组别变了
      ------------------

      服务商       得分                 位次  组     变动从哪里来
      -----------  -------------------  ----  -----  --------------------------------------------------------------
      锚记 anchor  60.0 → 65.0 (+5.04)  1–2   2 → 1  “照料”各维度的权重 +2.34；证据各层级计入多少 −0.34；数据 +3.04

      逐家的原因（以总分的分数计，相加等于全部变动）：

       - 锚记 anchor：+5.04
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

  it('shows names and values as they are written, not as Markdown needs them', () => {
    const settings = [{ path: 'facts.tiers.declared', meaning: { zh: '各层级', en: 'Tiers' }, from: '0.5', to: '0.3' }];
    const text = impactText(
      report({
        settings,
        changed: [{ ...report().changed[0], name: { en: 'Finance & Tax <Example>' } }],
      }),
      'en',
    );
    expect(text).toContain('Finance & Tax <Example> anchor');
    expect(text).toMatch(/Tiers facts\.tiers\.declared +0\.5 +0\.3/);
    expect(text).not.toMatch(/&#|\*\*|`|<details>/);
  });

  it('holds nothing that a terminal obeys, wherever a stranger may have written it', () => {
    const evil = '\u001B[2J\u001B]0;owned\u0007x\u009B31m\u202Ey\r\nz\u0008\u200B';
    // The schema refuses such names in a report that is read back; one that was just made has not been through it.
    const [first] = report().changed;
    if (first === undefined) throw new Error('nobody');
    const text = impactText(
      {
        ...report(),
        base: { ...side, label: evil },
        parts: report().parts.map((p) => ({ ...p, name: { zh: evil, en: evil } })),
        changed: [
          {
            ...first,
            name: { zh: evil, en: evil },
            steps: first.steps.map((s) => ({
              ...s,
              causes: s.causes.map((c) => ({ ...c, name: { zh: evil, en: evil } })),
            })),
          },
        ],
        entered: [{ slug: 'x', name: { en: evil }, to: standing(1, 1) }],
        settings: [
          { path: evil, meaning: { zh: evil, en: evil }, from: evil, to: evil },
          { path: evil, name: { zh: evil, en: evil } },
        ],
        files: [{ path: evil, change: 'added' }],
      },
      'en',
    );
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u202E]/);
    expect(text).toContain('x31my z');
    expect(text).not.toMatch(/\n(?:z|\]0)/);
  });

  it('sets what is below each other in one column, Chinese characters two wide', () => {
    const lines = impactText(report(), 'zh').split('\n');
    const wide = (line: string): number => [...line].reduce((sum, c) => sum + (/[\u2E80-\uFFEF]/.test(c) ? 2 : 1), 0);
    const columnOf = (start: string, what: string): number => {
      const line = lines.find((one) => one.startsWith(start)) ?? '';
      return wide(line.slice(0, line.indexOf(what)));
    };
    expect(columnOf('证据各层级计入多少', '0.20 分')).toBe(columnOf('哪一部分', '得分平均变动'));
  });
});

describe('text for a terminal', () => {
  it.each([
    ['a\u0000b\u001B[31mc', 'ab[31mc'],
    ['line\nbreak\tand  blanks ', 'line break and blanks'],
    ['\u2066hidden\u2069\uFEFF', 'hidden'],
    ['重庆（示例）财税 & Co. <x>', '重庆（示例）财税 & Co. <x>'],
    ['x'.repeat(130), `${'x'.repeat(120)}…`],
    [`${'x'.repeat(119)}😀`, `${'x'.repeat(119)}…`],
  ])('%j becomes %j', (text, shown) => {
    expect(plainText(text)).toBe(shown);
  });
});
