import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/schema/problem.ts';
import { evidenceTextsRule } from '../../src/validate/rules/evidence.ts';
import { Report } from '../../src/validate/report.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

function told(text: string | undefined, name = 'calls.txt'): Problem[] {
  const report = new Report();
  evidenceTextsRule(new Map([[`data/evidence/alpha/${name}`, text]]), report);
  return report.sorted();
}

describe('a text that is published as evidence', () => {
  it('may hold business numbers and words', () => {
    expect(told('Calls in May: 1234, of which 95 % at once\n010-5555 6666\n')).toEqual([]);
    expect(told(undefined)).toEqual([]);
  });

  it('may hold no personal data: the first of each kind is told with its line, and not repeated in full', () => {
    const found = told('May\r\n客户 139 1234 5678\r\n客户 138 1234 5678, ID 11010519491231002X\n');
    expect(found.map((p) => [p.path, p.line, p.rule])).toEqual([
      ['data/evidence/alpha/calls.txt', 2, 'personal-mobile'],
      ['data/evidence/alpha/calls.txt', 3, 'personal-id-number'],
    ]);
    expect(JSON.stringify(found)).not.toContain('1234 5678');
  });

  it('may hold nothing that is hidden or changes the order of what is read', () => {
    for (const hidden of ['\u202e', '\u2066', '\u200b', '\u2028', '\u0007', '\u{e0041}']) {
      expect(told(`May\r\nfee 100${hidden}5\nfee ${hidden}\n`).map((p) => [p.line, p.rule])).toEqual([
        [2, 'hidden-characters'],
      ]);
    }
    expect(told('May\tJune\r\n5 %\rnext\n')).toEqual([]);
  });

  it.each(['=1+1', '"=HYPERLINK(1)"', 'a,=1', 'a;=1', 'a\t@SUM(A1)', '+cmd(1)', '-2+3+cmd|1!A0', ' ＝1', '\u3000=1'])(
    'may hold no cell that a spreadsheet would run, when it is a table: %j',
    (line) => {
      expect(told(`day,calls\n${line}\n`, 'calls.csv').map((p) => [p.line, p.rule])).toEqual([[2, 'evidence-formula']]);
      expect(told(`day,calls\n${line}\n`)).toEqual([]);
    },
  );

  it.each(['-5,+3', '+86 21 5555 6666', '-', 'a=b', "'=1+1", '"yes, - see below"', 'x@y'])(
    'may hold numbers, dashes and words in a table: %j',
    (line) => {
      expect(told(`day,calls\n${line}\n`, 'calls.csv')).toEqual([]);
    },
  );

  it('is read with the workspace: a table of clients stops the check, a PDF is not read', () => {
    const files = tinyWorkspace()
      .set('data/evidence/alpha/calls.csv', 'who,number\n王,13912345678\n')
      .set('data/evidence/alpha/rules.pdf', '%PDF-1.7 13912345678\n');
    const { dataset, problems } = validateWorkspace(rawFrom(files));
    expect(dataset).toBeUndefined();
    expect(problems).toMatchObject([{ path: 'data/evidence/alpha/calls.csv', line: 2, rule: 'personal-mobile' }]);
  });
});
