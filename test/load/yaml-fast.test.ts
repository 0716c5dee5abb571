/** The fast YAML reader may fall back to the full parser, but where it gives a value it is the full parser's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { fastYaml } from '../../src/load/yaml-fast.ts';

const FALLBACK = Symbol('fallback');

/** The value by the fast reader, or FALLBACK where it leaves the text to the full parser. */
function fast(text: string, depth = 24): unknown {
  const found = fastYaml(text, depth);
  return found === undefined ? FALLBACK : found.data;
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  uniqueKeys: true,
  stringKeys: true,
  strict: true,
  prettyErrors: false,
  logLevel: 'error',
} as const;

function full(text: string): unknown {
  try {
    const document = parseDocument(text, OPTIONS);
    return document.errors.length + document.warnings.length > 0
      ? FALLBACK
      : (document.toJS({ maxAliasCount: 0 }) as unknown);
  } catch {
    return FALLBACK;
  }
}

/** Fails when the fast reader gives something that the full parser does not. */
function agrees(text: string): boolean {
  const value = fast(text);
  if (value === FALLBACK) return false;
  expect(value, text).toEqual(full(text));
  return true;
}

const word = fc.constantFrom(
  'met',
  'zh',
  'en',
  'note',
  'a-b',
  'true',
  'null',
  'no',
  '2026-01-02',
  '12',
  '-3',
  '1.5e3',
  '0x1f',
  '~',
  '财税',
  'x: y',
  'a #b',
  '- c',
  "it's",
  '"q"',
  '多行\n文字',
  ' lead',
  'trail ',
  '',
  'http://x.example/a?b=1#c',
  '[z]',
  '{z}',
  '&a',
  '*a',
  '!t',
  '|',
  '>',
  '%',
  '@',
  '`',
  ':',
  '?',
  'a:',
  'tab\there',
  '\u00a0',
  '\u3000全角',
  '12345678901234567890',
);
const key = fc.constantFrom(
  'zh',
  'en',
  'name',
  'a-b',
  'A_1',
  'null',
  'true',
  '1',
  '2026',
  'with space',
  '键',
  'constructor',
  'id',
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    word,
    fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
  ),
}));

describe('the fast YAML reader', () => {
  it('gives what the full parser gives for anything that a program writes', () => {
    let read = 0;
    const property = fc.property(
      tree,
      fc.constantFrom(0, 20, 80),
      fc.boolean(),
      fc.boolean(),
      (value, lineWidth, indentSeq, flow) => {
        const text = stringify({ root: value }, { lineWidth, indentSeq, collectionStyle: flow ? 'flow' : 'any' });
        if (agrees(text)) read++;
      },
    );
    fc.assert(property, { numRuns: 1500, seed: 20261031 });
    expect(read).toBeGreaterThan(500);
  });

  it('gives what the full parser gives, or nothing, for damaged text', () => {
    const snippet = fc.constantFrom(
      ' ',
      '  ',
      '\n',
      ':',
      ': ',
      '- ',
      '#',
      ' #',
      '"',
      "'",
      '[',
      ']',
      '{',
      ',',
      '&a',
      '*a',
      '!',
      '|',
      '>',
      '---\n',
      '\t',
      '\r\n',
      'x',
      '键',
      '...',
    );
    const property = fc.property(
      tree,
      fc.array(fc.tuple(fc.nat(), fc.nat(3), snippet), { minLength: 1, maxLength: 3 }),
      (value, edits) => {
        let text = stringify({ root: value, list: [value], zh: '文' }, { lineWidth: 0 });
        for (const [at, cut, put] of edits) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + put + text.slice(place + cut);
        }
        agrees(text);
      },
    );
    fc.assert(property, { numRuns: 4000, seed: 7 });
  });

  it('reads what people write without the full parser', () => {
    const text = [
      '# a comment',
      'name:',
      '  zh: 示例财税   # another',
      '  en: "Example: Tax"',
      "legal: 'it''s'",
      'empty:',
      'staff: 12',
      'since: 2026-01-02',
      'services: [bookkeeping, 2, true]',
      'offices:',
      '- region: x',
      '  city: y',
      '  main: true',
      '-',
      '  region: z',
      'list:',
      '  - a b',
      '  - -5',
      '',
    ].join('\n');
    expect(fast(text)).toEqual({
      name: { zh: '示例财税', en: 'Example: Tax' },
      legal: "it's",
      empty: null,
      staff: 12,
      since: '2026-01-02',
      services: ['bookkeeping', 2, true],
      offices: [{ region: 'x', city: 'y', main: true }, { region: 'z' }],
      list: ['a b', -5],
    });
    expect(fast(text)).toEqual(full(text));
  });

  it.each([
    ['an alias', 'a: &x 1\nb: *x\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['a number that would lose digits', 'a: 91310000123456789\n'],
    ['a tab', 'a:\tb\n'],
    ['a directive', '%YAML 1.1\n---\na: yes\n'],
    ['text behind a quoted item', '- "a" b: 1\n'],
    ['text behind a list on one line', '- [a] b: 1\n'],
    ['plain text over two lines', 'a: b\n  c\n'],
    ['an indented mark of a document', ' ---\na: 1\n'],
    ['depth', `${Array.from({ length: 30 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n`],
  ])('falls back to the full parser for %s', (_, text) => {
    expect(fast(text)).toBe(FALLBACK);
  });
});

describe('nesting', () => {
  const limit = 5;
  const nested = (depth: number, inner: string): string =>
    `${Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}${inner}\n`;
  const read = (text: string): unknown => fast(text, limit);

  // `depth` maps, the last of which has a value with lists or maps of its own.
  it.each([
    ['a flat list', ' [x]', 1],
    ['an empty list', ' []', 1],
    ['a flat map', ' { b: c }', 1],
    ['a list in a list, which the full parser reads', ' [[x]]', 2],
    ['a map in a list, which the full parser reads', ' [{ b: "\\u0041" }]', 2],
    ['a list of items', '\n      - x', 1],
    ['a list of flat lists', '\n      - [x]', 2],
    ['plain text', ' x', 0],
  ])('counts %s', (_, inner, more) => {
    expect(read(nested(limit - more, inner))).not.toBe(FALLBACK);
    expect(read(nested(limit - more + 1, inner))).toBe(FALLBACK);
  });

  it('is accepted exactly as far as the full parser accepts it, whatever the form', () => {
    const deepest = (value: unknown): number =>
      typeof value !== 'object' || value === null ? 0 : 1 + Math.max(0, ...Object.values(value).map(deepest));
    const property = fc.property(tree, fc.boolean(), (value, flow) => {
      const read = fast(stringify({ root: value }, { lineWidth: 0, collectionStyle: flow ? 'flow' : 'any' }), 3);
      if (read !== FALLBACK) expect(deepest(read)).toBeLessThanOrEqual(3);
    });
    fc.assert(property, { numRuns: 3000, seed: 26 });
  });
});
