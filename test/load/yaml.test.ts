/** YAML files as raw records: plain data, what is refused, and where things stand. */
import { describe, expect, it } from 'vitest';
import { yamlFile } from '../../src/load/yaml.ts';

const file = (text: string): ReturnType<typeof yamlFile> => yamlFile('data/vendors/x.yaml', 'x', text);
const rules = (text: string): string[] => (file(text).faults?.() ?? []).map((f) => f.rule);

describe('the value of a YAML file', () => {
  it('keeps dates, yes and no as text', () => {
    expect(file('a: 2026-01-02\nb: yes\nc: no\nd: on\n').value).toEqual({
      a: '2026-01-02',
      b: 'yes',
      c: 'no',
      d: 'on',
    });
  });

  it('may be written in flow style, with block scalars and escapes', () => {
    const text = 'a: {b: [1, "x\\ty"]}\nc: |\n  line 1\n  line 2\nd: >-\n  folded\n  text\n';
    expect(file(text).value).toEqual({ a: { b: [1, 'x\ty'] }, c: 'line 1\nline 2\n', d: 'folded text' });
  });

  it('is parsed again after it was given up', () => {
    const one = file('a: 1\n');
    const before = one.value;
    one.release?.();
    expect(one.value).toEqual(before);
    expect(one.value).toEqual({ a: 1 });
  });
});

describe('a YAML file that is refused', () => {
  it.each([
    ['an alias bomb', `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`, 'yaml-alias'],
    ['a key twice', 'a: 1\na: 2\n', 'yaml-duplicate-key'],
    ['a key twice, deep inside', 'a:\n  b: { c: 1, c: 2 }\n', 'yaml-duplicate-key'],
    ['an unknown tag', 'a: !exec x\n', 'yaml-tag'],
    ['binary', 'a: !!binary AAAA\n', 'yaml-tag'],
    ['a second document', 'a: 1\n---\nb: 1\n', 'yaml-documents'],
    ['another version', '%YAML 1.1\n---\na: yes\n', 'yaml-directive'],
    ['a list as key', '[1, 2]: x\n', 'yaml-key'],
    ['a key that JavaScript treats in its own way', '__proto__: { status: participating }\n', 'yaml-key'],
    ['such a key in disguise', '"\\x5f_proto__": { status: participating }\n', 'yaml-key'],
    ['a credit code without quotes', 'creditCode: 911100000000000019\n', 'yaml-number'],
    ['an open bracket', 'a: [1, 2\n', 'yaml-syntax'],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'yaml-blank'],
  ])('has %s, and says so', (_, text, rule) => {
    expect(file(text).broken).toBe(true);
    expect(file(text).value).toBeUndefined();
    expect(rules(text)).toContain(rule);
  });

  it('is nested deeper than anything needs', () => {
    const nested = (depth: number): string => `a: ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
    expect(file(nested(20)).broken).toBe(false);
    expect(rules(nested(24))).toEqual(['yaml-depth']);
    // Deep enough to end the parser's own stack.
    expect(rules(nested(30_000))).toContain('yaml-depth');
  });

  it('tells every fault, each at its place', () => {
    const faults = file('a: !x 1\nb: *y\na: 2\n').faults?.() ?? [];
    expect(faults.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual(
      expect.arrayContaining(['yaml-tag 1:4', 'yaml-duplicate-key 3:1']),
    );
  });
});

describe('places in a YAML file', () => {
  const text = '# head\nname:\n  zh: 示例\nlist:\n  - a: 1\n    b: "two"\n  - c: 3\n';

  it('are those of values and of keys', () => {
    expect(file(text).locate(['name', 'zh'])).toEqual({ line: 3, column: 7 });
    expect(file(text).locate(['name', 'zh'], 'key')).toEqual({ line: 3, column: 3 });
    expect(file(text).locate(['list', 1, 'c'])).toEqual({ line: 7, column: 8 });
  });

  it('of something missing are those of what should hold it', () => {
    expect(file(text).locate(['list', 1, 'd', 'e'])).toEqual({ line: 7, column: 5 });
    expect(file(text).locate(['list', 9])).toEqual({ line: 5, column: 3 });
    expect(file(text).locate(['nothing'])).toEqual({ line: 2, column: 1 });
  });

  it('come with what is written there, digits and all', () => {
    expect(file('a: 2026.10\nb: "x"\nc: [1]\n').written(['a'])).toBe('2026.10');
    expect(file('a: 2026.10\nb: "x"\nc: [1]\n').written(['b'])).toBe('x');
    expect(file('a: 2026.10\nb: "x"\nc: [1]\n').written(['c'])).toBeUndefined();
  });

  it('are right in each of many files, asked for in turn', () => {
    const files = [1, 2, 3].map((n) => file(`${'\n'.repeat(n)}a: 1\n`));
    for (const round of [1, 2]) expect(files.map((f) => f.locate(['a']).line + round - round)).toEqual([2, 3, 4]);
  });
});
