import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holdOutJson, holdOutOf, holdOutText, withinBudget } from '../../src/bench/holdout.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { HOLD_OUT_FILE, type HoldOutFile, holdOutFile } from '../../src/schema/holdout.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const withOverall = (coverage: number, low: number, high: number): HoldOutFile => ({
  format: 1,
  computedFrom: { asOf: '2026-01-01', methodology: '2026.1', inputs: [] },
  interval: 0.9,
  repeats: 10,
  splits: [
    {
      split: 'random',
      overall: { vendors: 30, coverage, low, high, width: 9 },
      measures: [],
      pairs: { sure: 20, reversed: 1, expected: 2.36 },
    },
    { split: 'time', measures: [] },
  ],
});

describe('the hold-out bench', () => {
  it('gives the figures that the repository keeps: when this fails, run npm run bench -- holdout --write', async () => {
    if (!existsSync(join(ROOT, HOLD_OUT_FILE))) return;
    const { dataset } = await runPipeline(ROOT);
    const file = holdOutOf(dataset);
    expect(holdOutFile.parse(JSON.parse(holdOutJson(file)))).toEqual(file);
    expect(holdOutJson(file)).toBe(readFileSync(join(ROOT, HOLD_OUT_FILE), 'utf8'));
  });

  it('exceeds its budget only where the interval of the coverage lies outside 85 to 95 % as a whole', () => {
    expect(withinBudget(withOverall(0.83, 0.77, 0.94))).toBe(true);
    expect(withinBudget(withOverall(0.7, 0.6, 0.84))).toBe(false);
    expect(withinBudget(withOverall(0.99, 0.96, 1))).toBe(false);
    expect(withinBudget({ ...withOverall(0, 0, 0), splits: [] })).toBeUndefined();
  });

  it('says what it found in both languages', () => {
    const file = withOverall(0.83, 0.77, 0.94);
    expect(holdOutText(file, 'en')).toBe(`random halves (50 times)
                 vendors  coverage  90 % interval  mean width  common shift (points)
  overall score  30       83 %      77 % .. 94 %   9.00
  surely ordered pairs: 20; reversed by the other half: 1; expected: 2.4

halves in time
  fewer than two vendors have reviews or contacts in both halves: nothing to compare

claimed 90 %; budget: 85 to 95 %: within the budget, or not to be told from it
`);
    expect(holdOutText(file, 'zh')).toContain('“确定领先”的成对比较 20 对，被另一半推翻 1 对，应为 2.4 对');
  });
});
