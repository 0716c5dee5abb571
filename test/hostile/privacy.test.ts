/** Personal data is found wherever strangers write text for the public, and the report of it does not repeat it. */
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/validate/problem-text.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { edited, rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

// Invented, or the example of GB 11643-1999 itself.
const DATA: readonly (readonly [string, string])[] = [
  ['personal-mobile', '139 1234 5678'],
  ['personal-mobile', '１３９１２３４５６７８'],
  ['personal-id-number', '11010519491231002X'],
  ['personal-bank-card', '4000 0000 0000 0002'],
  ['personal-email', 'zhang.san88@qq.com'],
  ['personal-wechat', '微信号：zhangsan_88'],
];

/** Where a text of the tiny workspace can carry it: the file, and what is replaced. */
const PLACES: readonly (readonly [string, string])[] = [
  ['data/vendors/alpha.yaml', 'Sundays too'],
  ['data/vendors/alpha.yaml', '甲商示例有限公司'],
  ['data/vendors/beta.yaml', '只在门店服务'],
  ['data/cases/first.yaml', 'Not a client of ours'],
  ['data/cases/first.yaml', '合同已核'],
  ['data/reviews/2026.csv', 'Fine'],
  ['data/reviews/2026.csv', '无法核实'],
];

describe.each(PLACES)('in %s, in place of “%s”', (path, text) => {
  it.each(DATA)('%s is told, and masked: %s', (rule, datum) => {
    const files = edited(tinyWorkspace(), path, text, `来电 ${datum} 联系`);
    const own = validateWorkspace(rawFrom(files)).problems.filter((p) => p.rule === rule);
    expect(own).toMatchObject([{ path, severity: 'error' }]);
    for (const language of ['zh', 'en'] as const)
      expect(own[0] === undefined ? '' : problemLine(own[0], language).normalize('NFKC')).not.toContain(
        datum.normalize('NFKC').split('@')[0],
      );
  });
});
