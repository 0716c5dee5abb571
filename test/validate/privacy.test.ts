/** Personal data in the numbers and the comments of a vendor file. */
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/validate/problem-text.ts';
import { type Problem } from '../../src/schema/problem.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWith, tinyWorkspace } from '../workspaces/tiny.ts';

const ALPHA = 'data/vendors/alpha.yaml';

function problemsOf(files: Map<string, string>): readonly Problem[] {
  return validateWorkspace(rawFrom(files)).problems;
}

describe('a public number', () => {
  const rulesOf = (from: string, to: string): string[] => problemsOf(tinyWith(ALPHA, from, to)).map((p) => p.rule);

  it('is no identity number as credit code, even when the check character of a credit code is right', () => {
    // GB 32100: 9x1 + 9x3 + 1x(3^6 mod 31 = 16) + 9x(3^7 mod 31 = 17) + 1x(3^11 mod 31 = 13) + ... ends in 4, as the identity number does.
    expect(rulesOf('91110000000000001H', '990000190001010294')).toContain('personal-id-number');
  });

  it('is no code that begins with 0, of which the check character is right', () => {
    expect(rulesOf('91110000000000001H', '000000000000000000')).toContain('credit-code');
  });

  it('is no mobile or identity number as the number of a licence', () => {
    expect(rulesOf('number: X-1', 'number: "13800138000"')).toContain('personal-mobile');
    expect(rulesOf('number: X-1', 'number: "11010519491231002X"')).toContain('personal-id-number');
  });

  it('may look like a bank card as the number of a licence', () => {
    expect(rulesOf('number: X-1', 'number: "4000000000000002"')).toEqual([]);
  });

  it('is no identity number in an address of the web', () => {
    expect(rulesOf('https://www.alpha.example/,', 'https://www.alpha.example/11010519491231002X,')).toContain(
      'personal-id-number',
    );
    expect(rulesOf('https://www.alpha.example/,', 'https://www.alpha.example/13912345678,')).toEqual([]);
  });
});

describe('a comment of a YAML file', () => {
  /** Problems of the vendor file with this text at its end. */
  const withEnd = (end: string, path = ALPHA): Problem[] => {
    const files = tinyWorkspace();
    files.set(path, `${files.get(path) ?? ''}${end}`);
    return problemsOf(files).filter((p) => p.path === path);
  };

  it.each([
    ['personal-mobile', '# 小王 139 1234 5678\n'],
    ['personal-mobile', '# 小王 １３９１２３４５６７８\n'],
    ['personal-id-number', '  # 11010519491231002X\n'],
    ['personal-email', '# zhang.san88@qq.com\n'],
    ['hidden-characters', '# safe \u202e evas\n'],
    ['hidden-characters', '# a\u200bb\n'],
  ])('holds no %s: %j', (rule, comment) => {
    const [problem] = withEnd(comment);
    expect(problem).toMatchObject({ rule, severity: 'error', field: '' });
    const lines = (tinyWorkspace().get(ALPHA) ?? '').split('\n').length;
    expect(problem).toMatchObject({ line: lines, column: comment.indexOf('#') + 1 });
    for (const language of ['zh', 'en'] as const)
      expect(problem === undefined ? '' : problemLine(problem, language).normalize('NFKC')).not.toMatch(
        /139 ?1234 ?5678|11010519491231002X|zhang\.san88/,
      );
  });

  it.each(['content/site.yaml', 'content/frameworks/demo.yaml', 'data/release.yaml', 'data/cases/first.yaml'])(
    'is read in %s too',
    (path) => {
      expect(withEnd('# 13912345678\n', path)).toMatchObject([{ rule: 'personal-mobile' }]);
    },
  );

  it('is read after a value, a block scalar and in a file that cannot be parsed', () => {
    const rules = (text: string): string[] =>
      problemsOf(tinyWorkspace().set(ALPHA, text))
        .filter((p) => p.path === ALPHA)
        .map((p) => `${p.rule} ${p.line}:${p.column}`);
    expect(rules('name: { en: Alpha } # 13912345678\nstatus: listed\n')).toContain('personal-mobile 1:21');
    expect(rules('name: { en: Alpha }\nstatus: listed\nabout:\n  en: | # 13912345678\n    text\n')).toContain(
      'personal-mobile 4:9',
    );
    expect(rules('name: [\n# 13912345678\n')).toContain('personal-mobile 2:1');
  });

  it('is no # in a text, which is reported once and at its field', () => {
    const found = problemsOf(tinyWith(ALPHA, 'Sundays too', '"Call #1 13912345678"')).filter((p) => p.path === ALPHA);
    expect(found.map((p) => [p.rule, p.field])).toEqual([['personal-mobile', 'replies.1.text.en']]);
    const block = withEnd('about:\n  en: |\n    # 13912345678\n');
    expect(block.map((p) => [p.rule, p.field])).toEqual([['personal-mobile', 'about.en']]);
  });

  it('may say anything else', () => {
    expect(withEnd('# Checked on 2026-06-01: https://alpha.example/#about, 010-5555 6666\n')).toEqual([]);
  });
});
