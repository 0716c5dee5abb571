/** `data/holdout.json`: figures of older data are reported as stale, and a malformed file stops the build. */
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/validate/problem-text.ts';
import { HOLD_OUT_FILE, type HoldOutFile, changedSince, holdOutInputs } from '../../src/schema/holdout.ts';
import type { Problem } from '../../src/schema/problem.ts';
import { requireDataset, validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

const dataset = requireDataset(validateWorkspace(rawFrom(tinyWorkspace())));
const { asOf, methodology } = dataset.release;
const current: HoldOutFile = {
  format: 1,
  computedFrom: { asOf, methodology, inputs: holdOutInputs(dataset.inputs, methodology) },
  interval: 0.9,
  repeats: 10,
  splits: [
    {
      split: 'random',
      overall: { vendors: 3, coverage: 0.9, low: 0.8, high: 1, width: 9 },
      measures: [],
      pairs: { sure: 1, reversed: 0, expected: 0.1 },
    },
  ],
};

function problemsWith(text: string): readonly Problem[] {
  return validateWorkspace(rawFrom(tinyWorkspace().set(HOLD_OUT_FILE, text))).problems;
}

describe('hold-out figures', () => {
  it('are read with the workspace, and nothing is reported while they fit it', () => {
    const files = tinyWorkspace().set(HOLD_OUT_FILE, JSON.stringify(current, null, 2));
    const found = validateWorkspace(rawFrom(files));
    expect(found.problems).toEqual([]);
    expect(found.dataset?.holdOut).toEqual(current);
  });

  it('rest on method, questionnaire, frameworks, reviews and contacts, and not on what vendors wrote', () => {
    const folders = new Set(current.computedFrom.inputs.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    expect([...folders]).toEqual([
      'content/frameworks',
      'content/methodology',
      'content/questionnaire.yaml',
      'data/observations',
      'data/reviews',
    ]);
  });

  it('are stale as soon as one of these files, the day or the method is another', () => {
    const [first] = current.computedFrom.inputs;
    const other = {
      ...current,
      computedFrom: {
        ...current.computedFrom,
        inputs: current.computedFrom.inputs.map((own) => (own === first ? { ...own, sha256: '0'.repeat(64) } : own)),
      },
    };
    const [problem] = problemsWith(JSON.stringify(other, null, 2));
    expect(problem).toMatchObject({ path: HOLD_OUT_FILE, line: 3, rule: 'holdout-stale', severity: 'warning' });
    expect(problemLine(problem as Problem, 'en')).toContain(
      `(${first?.path} was different); expected figures of the present data and method, which the method page prints. Fix: compute them again: npm run bench -- holdout --write. [holdout-stale]`,
    );
    const release = { asOf, methodology };
    expect(changedSince(current, release, dataset.inputs)).toBeUndefined();
    expect(changedSince(current, { ...release, asOf: '2030-01-01' }, dataset.inputs)).toBe(`asOf ${asOf}`);
    expect(changedSince(current, { ...release, methodology: '2030.1' }, dataset.inputs)).toBe(
      `methodology ${methodology}`,
    );
    expect(
      changedSince(
        current,
        release,
        dataset.inputs.filter(({ path }) => path !== first?.path),
      ),
    ).toBe(first?.path);
    expect(
      changedSince(current, release, [
        ...dataset.inputs,
        { path: 'data/reviews/more.csv', bytes: 1, sha256: '1'.repeat(64) },
      ]),
    ).toBe('data/reviews/more.csv');
  });

  it('are reported where intervals hold far less often than they claim, even by the upper end of the figure', () => {
    const inTime = (high: number) =>
      problemsWith(
        JSON.stringify(
          {
            ...current,
            splits: [
              ...current.splits,
              { split: 'time', overall: { vendors: 3, coverage: 0.22, low: 0.1, high, width: 9 }, measures: [] },
            ],
          },
          null,
          2,
        ),
      );
    const [problem, ...others] = inTime(0.4);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: HOLD_OUT_FILE, rule: 'holdout-narrow', severity: 'warning' });
    expect(problemLine(problem as Problem, 'en')).toContain(
      'intervals of overall scores that held 22 % of the time on held-out data, split “time” (10 to 40 %)',
    );
    expect(problemLine(problem as Problem, 'zh')).toContain('留出检验（time）中总分的区间只有 22% 包含真实水平');
    expect(inTime(0.86)).toEqual([]);
  });

  it('of a wrong shape are an error at the place in the file', () => {
    const wrong = JSON.stringify({ ...current, interval: 90 }, null, 2);
    const line = wrong.split('\n').findIndex((text) => text.includes('"interval"')) + 1;
    expect(problemsWith(wrong)).toMatchObject([
      { path: HOLD_OUT_FILE, line, field: 'interval', rule: 'too-large', severity: 'error' },
    ]);
    expect(problemsWith('{ "format": 1')).toMatchObject([{ path: HOLD_OUT_FILE, severity: 'error' }]);
    expect(problemsWith('<<<<<<< ours')).toMatchObject([{ path: HOLD_OUT_FILE, severity: 'error' }]);
  });
});
