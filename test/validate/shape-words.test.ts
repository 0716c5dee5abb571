/** What is told where a value has the wrong shape: the keys that belong there, an example, slips of the pen, and never a private number. */
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/validate/problem-text.ts';
import { yamlFile } from '../../src/load/yaml.ts';
import { method } from '../../src/schema/method.ts';
import { Report } from '../../src/validate/report.ts';
import { checkShape } from '../../src/validate/shape.ts';
import { vendorOf } from '../../src/validate/rules/vendor.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWith } from '../workspaces/tiny.ts';

const BASE = 'name: { zh: 甲 }\nstatus: listed\n';

function lines(text: string, language: 'zh' | 'en' = 'en'): string[] {
  const report = new Report();
  vendorOf(yamlFile('x.yaml', 'x', text), report);
  return report.sorted().map((problem) => problemLine(problem, language).replace(/^x\.yaml:\d+:\d+ /, ''));
}

const told = (text: string, language: 'zh' | 'en' = 'en'): string => {
  const all = lines(text, language);
  expect(all).toHaveLength(1);
  return all[0] ?? '';
};

describe('text where a block is needed', () => {
  it.each([
    [
      'name: 青禾记账\nstatus: listed\n',
      'name - found text; expected a block with the keys zh, en. Fix: write { zh: 青禾记账 }. [type]',
    ],
    [
      'name: Green Books\nstatus: listed\n',
      'name - found text; expected a block with the keys zh, en. Fix: write { en: Green Books }. [type]',
    ],
    [
      `${BASE}withdrawn: 2026-10-20\n`,
      'withdrawn - found text; expected a block with the keys on, reason. Fix: write { on: 2026-10-20, reason: { zh: … } }. [type]',
    ],
    [
      `${BASE}replies:\n  - { to: r0005-0096, on: 2026-01-01, text: { zh: 谢谢 } }\n`,
      'replies.0.to - found text; expected a block with the keys review, criterion. Fix: write { review: r0005-0096 }. [type]',
    ],
    [
      `${BASE}replies:\n  - { to: care/speed, on: 2026-01-01, text: { zh: 谢谢 } }\n`,
      'replies.0.to - found text; expected a block with the keys review, criterion. Fix: write { criterion: care/speed }. [type]',
    ],
    [
      `${BASE}replies:\n  - { to: { review: r1 }, on: 2026-01-01, text: "Thanks: all" }\n`,
      'replies.0.text - found text; expected a block with the keys zh, en. Fix: write { en: "Thanks: all" }. [type]',
    ],
  ])('is told with the keys and an example: %j', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it('is told so for what editors write, in Chinese too', () => {
    const report = new Report();
    checkShape(method, yamlFile('m.yaml', 'm', 'changes:\n  - 新增一条\n'), report);
    const problem = report.sorted().find((p) => p.field === 'changes.0');
    expect(problem && problemLine(problem, 'zh')).toBe(
      'm.yaml:2:5 changes.0 - 发现文字；应为一组键和值，键为 zh, en。修改：写成 { zh: 新增一条, en: … }。 [type]',
    );
  });

  it('does not repeat what is personal', () => {
    expect(told(`${BASE}about: 请加微信：abc12345\n`)).toContain('write { zh: … }');
  });
});

describe('text or a block where a list is needed', () => {
  it.each([
    ['services: a, b', '[a, b]'],
    ['services: a，b', '[a, b]'],
    ['services:\n  -repair\n  -polish', '[repair, polish]'],
    ['offices: { region: x, city: y }', '[{ region: …, city: … }]'],
  ])('is told with the list: %j', (text, list) => {
    expect(told(`${BASE}${text}\n`)).toContain(`Fix: write ${list}. [type]`);
  });
});

describe('one cause', () => {
  it('is told once: a long text in place of a list is not too long besides', () => {
    expect(told(`${BASE}services: ${'word and '.repeat(20)}word\n`)).toMatch(/^services - found text; expected a list/);
  });

  it('does not hide other faults of the same file', () => {
    expect(
      lines(`name: { zh：甲 }\nstatus: listed\nstaff: many\nsince: 2026-13-01\n`).map(
        (line) => /\[(.*)\]$/.exec(line)?.[1],
      ),
    ).toEqual(['yaml-full-width', 'type', 'date']);
  });
});

describe('a full-width character that YAML takes for text', () => {
  it.each([
    ['name:\n  zh：甲\nstatus: listed\n', 'name', '：', 'zh: …'],
    ['name: { zh：甲 }\nstatus: listed\n', 'name.zh：甲', '：', 'zh: …'],
    [`${BASE}contacts: { phone：000-0000-0000 }\n`, 'contacts.phone：000-0000-0000', '：', 'phone: …'],
    [`${BASE}services: 【a, b】\n`, 'services', '【', '[ … ]'],
    [`${BASE}services: [a，b]\n`, 'services.0', '，', '…, …'],
    ['name: { zh: 甲 }\nstatus: “listed”\n', 'status', '“', '"…"'],
    ['name: {zh: 甲, en: “a, b”}\nstatus: listed\n', 'name.b”', '”', '"…"'],
    [`${BASE}since: 2026－01－01\n`, 'since', '－', '-'],
  ])('is told instead of what came of it: %j', (text, field, character, write) => {
    expect(told(text)).toBe(
      `${field} - found the full-width character ${character}; expected the plain character ${PLAIN[character] ?? ''}. Fix: write ${write}. [yaml-full-width]`,
    );
  });

  it('at the beginning of a line is told as indentation', () => {
    expect(told('name:\n　zh: 甲\nstatus: listed\n', 'zh')).toContain('把行首的全角空格都换成半角空格');
  });

  it('is no fault in a text', () => {
    expect(lines('name: { zh: 甲，乙：“丙” }\nstatus: listed\n')).toEqual([]);
  });
});

const PLAIN: Readonly<Record<string, string>> = { '：': ':', '，': ',', '【': '[', '“': '"', '”': '"', '－': '-' };

describe('a number without quotes that is a private one', () => {
  it.each([
    ['contacts: { phone: 13812345678 }', 'contacts.phone - found a mobile number (138*****678)'],
    // Passes the Luhn check of ISO/IEC 7812-1: 4 doubled is 8, and 2.
    ['legalName: 4000000000000002', 'legalName - found a bank card number (400**********002)'],
  ])('is told as that, masked: %j', (text, expected) => {
    for (const language of ['zh', 'en'] as const)
      expect(told(`${BASE}${text}\n`, language)).not.toMatch(/13812345678|4000000000000002/);
    expect(told(`${BASE}${text}\n`)).toContain(expected);
  });

  it('is masked also where the number is too long for YAML', () => {
    // The Luhn sum of these 19 digits is 20: 6 + 4 + 2 + 4 + 0 + 4.
    const line = told(`${BASE}legalName: 6222020000000000000\n`);
    expect(line).toMatch(/found a bank card number \(622\*+000\)/);
  });

  it('is a licence number or a code where those stand', () => {
    expect(told(`${BASE}licence: { state: held, number: 4000000000000002 }\n`)).toContain('[unquoted]');
    expect(told(`${BASE}licence: { state: held, number: 13812345678 }\n`)).toContain('[personal-mobile]');
    expect(told(`${BASE}creditCode: 911100000000000010\n`)).toContain('[yaml-number]');
  });

  it('is masked in whatever else is said of the field', () => {
    expect(told(`${BASE}since: 13812345678x\n`)).not.toContain('13812345678');
  });
});

/** Problems of the fields below `key` in the tiny workspace. */
function problemsOf(files: ReadonlyMap<string, string>, key: string): string {
  return validateWorkspace(rawFrom(files))
    .problems.filter((p) => p.field.startsWith(key))
    .map((p) => problemLine(p, 'en').replace(/^\S+ /, ''))
    .join('\n');
}

describe('a city of another region', () => {
  it('is told with the region that has it', () => {
    const files = tinyWith('data/vendors/alpha.yaml', 'city: port', 'city: mole');
    const directory = 'content/directory.yaml';
    files.set(
      directory,
      (files.get(directory) ?? '').replace(
        'regions:\n',
        'regions:\n  - { id: south, name: { zh: 南方, en: South }, cities: [{ id: mole, name: { zh: 堤城, en: Mole } }] }\n',
      ),
    );
    expect(problemsOf(files, 'offices')).toBe(
      'offices.0.city - found "mole"; expected an id from regions.north.cities in content/directory.yaml: port. Fix: write region: south. [directory-unknown]',
    );
  });
});

describe('a state where an answer is needed', () => {
  const problem = (from: string, to: string): string =>
    problemsOf(tinyWith('data/vendors/alpha.yaml', from, to), 'answers');

  it('is told with the part that the criterion takes', () => {
    expect(problem('{ level: yearly', '{ state: met')).toMatch(
      /training\.state - found state: met .* answer by level: \(the id of a level\)\. Fix: write level: …\. \[answer-state\]$/,
    );
    expect(problem('{ value: 40', '{ state: partly')).toMatch(
      /hours\.state - found state: partly .* Fix: write value: …\. \[answer-state\]$/,
    );
  });

  it('is told so too when it stands alone', () => {
    expect(problem('hours: { value: 40, evidence: [site] }', 'hours: met')).toMatch(
      /hours - found text; .* Fix: write \{ value: … \}\. \[type\]$/,
    );
  });

  it('is still a misspelt word when it is one', () => {
    expect(problem('{ value: 40', '{ state: unknwon, value: 40')).toMatch(/found "unknwon"; .* Fix: write "unknown"/);
  });
});
