/** What a Chinese keyboard or an editor with tabs puts into a YAML file: told as that, once, and where it stands. */
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/validate/problem-text.ts';
import { yamlFile } from '../../src/load/yaml.ts';

const faults = (text: string) => yamlFile('x.yaml', 'x', text).faults?.() ?? [];
const told = (text: string): string[] =>
  faults(text).map(
    ({ rule, line, column, params }) => `${line}:${column} ${rule} ${String(params['found'] ?? params['reason'])}`,
  );
const lines = (text: string, language: 'zh' | 'en'): string[] =>
  faults(text).map((f) => problemLine({ path: 'x.yaml', field: '', severity: 'error', ...f }, language));

describe('a slip of the pen', () => {
  it.each([
    ['a full-width colon', 'name: { zh: 甲 }\nstatus：listed\n', ['2:7 yaml-full-width ：']],
    ['one on the first line', 'status：listed\nname: { zh: 甲 }\n', ['1:7 yaml-full-width ：']],
    ['two of them', 'name：\n  zh: 甲\nstatus：listed\n', ['1:5 yaml-full-width ：', '3:7 yaml-full-width ：']],
    ['one in a block', 'name:\n  zh：甲\n  en: A\n', ['2:5 yaml-full-width ：']],
    ['no blank after a colon', 'name: { zh: 甲 }\nstatus:listed\n', ['2:1 yaml-colon-blank status:…']],
    ['a full-width comma in a flow map', 'name: { zh: 甲，en: A }\n', ['1:14 yaml-full-width ，']],
    ['full-width braces', 'name: ｛ zh: 甲 ｝\n', ['1:7 yaml-full-width ｛']],
    ['a closing quotation mark that is full-width', 'name:\n  zh: "甲”\nstatus: listed\n', ['2:9 yaml-full-width ”']],
    ['tabs on several lines', 'name:\n\tzh: 甲\n\ten: A\n', ['2:1 yaml-blank tab']],
    ['a tab and a full-width colon', 'name：\n\tzh: 甲\n', ['1:5 yaml-full-width ：', '2:1 yaml-blank tab']],
    [
      'a slip and another fault',
      'name: { zh: 甲 }\nstatus：listed\nabout: @x\n',
      ['2:7 yaml-full-width ：', '3:8 yaml-syntax start'],
    ],
  ])('is told: %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('is not looked for in texts that only hold such characters', () => {
    expect(told('about:\n  zh: |\n    QQ：见官网\n    note:x\nname: "A\n')).toEqual(['5:7 yaml-syntax quote']);
    expect(told('about: { zh: 快，好：都要 }\nname: @x\n')).toEqual(['2:7 yaml-syntax start']);
  });

  it('never repeats what stands behind it', () => {
    const text = 'contacts:\n  phone：13812345678\n  mail:13812345678\n  page: x\nstatus: listed\n';
    expect(told(text)).toHaveLength(2);
    for (const language of ['zh', 'en'] as const) expect(lines(text, language).join('\n')).not.toContain('13812345678');
  });

  it('is told with what to write, in both languages', () => {
    expect(lines('name: { zh: 甲 }\nstatus：listed\n', 'zh')).toEqual([
      'x.yaml:2:7 - 发现全角符号 ：；应为半角符号 :。修改：写成 status: …。 [yaml-full-width]',
    ]);
    expect(lines('name:\n\tzh: 甲\n', 'en')[0]).toContain('replace tabs at the beginning of lines by spaces');
    expect(lines('name:\n\tzh: 甲\n', 'zh')[0]).toContain('把行首的制表符（Tab）都换成半角空格');
  });

  it('is found in a long file without parsing it more often than a file may cost', () => {
    const text = `${Array.from({ length: 3000 }, (_, i) => `key${i}：value`).join('\n')}\nlast: one\n`;
    expect(told(text)[0]).toBe('1:5 yaml-full-width ：');
  });
});

describe('a tag or a directive', () => {
  it.each([
    ['a: !secret b\n', '!secret'],
    ['%FOO bar\n---\na: 1\n', '%FOO'],
  ])('in %j is named alone', (text, found) => {
    expect(faults(text).map((f) => f.params['message'])).toContain(found);
    for (const line of lines(text, 'zh')) expect(line).not.toMatch(/Unresolved|Unknown|tag:/);
  });
});

describe('why a text is no YAML', () => {
  it.each([
    ['a: "甲\nb: 1\n', 'quote'],
    ['a: [1, 2\nb: 1\n', 'bracket'],
    ['a: 1\n甲\nb: 1\n', 'key'],
    ['a:\n   b: 1\n  c: 1\n', 'indent'],
    ['a: b: c\n', 'colon'],
    ['a: @b\n', 'start'],
    ['a: "\\甲"\n', 'escape'],
    ['a: { b: 1 c: 2 }\n', 'comma'],
    ['a: "b"c\n', 'after'],
  ])('is said for %j without an English word in the Chinese sentence', (text, reason) => {
    expect(faults(text).map((f) => f.params['reason'])).toEqual([reason]);
    expect(lines(text, 'zh')[0]?.replace(/^x\.yaml:\d+:\d+|YAML|\[yaml-syntax\]/g, '')).not.toMatch(/[A-Za-z]{2}/);
    expect(lines(text, 'en')[0]).not.toMatch(/\p{Script=Han}|\(none\)/u);
  });
});
