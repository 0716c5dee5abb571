/** The last lines of `npm test`. */
import { describe, expect, it } from 'vitest';
import { type TestOutcome, testSummary } from '../../src/command/test-summary.ts';

const outcome = (state: TestOutcome['state'], ...names: string[]): TestOutcome => ({ state, names });

describe('the summary of a test run', () => {
  it('is one line where nothing was skipped', () => {
    expect(testSummary([outcome('passed', 'a'), outcome('passed', 'b')], 0)).toEqual({
      text: '2 passed, 0 failed, 0 skipped\n',
      failed: 0,
      passed: 2,
    });
  });

  it('counts failures that no test shows', () => {
    expect(testSummary([outcome('failed', 'a')], 2)).toEqual({
      text: '0 passed, 3 failed, 0 skipped\n',
      failed: 3,
      passed: 0,
    });
  });

  it('says why tests were skipped, each reason once, by the name of the test or of a group around it', () => {
    const outcomes = [
      outcome('passed', 'a'),
      outcome('skipped', 'oracle x (skipped: HENGPING_ORACLES names no folder)'),
      outcome('skipped', 'files (skipped: HENGPING_HOSTILE names no folder)', 'one'),
      outcome('skipped', 'files (skipped: HENGPING_HOSTILE names no folder)', 'two'),
      outcome('skipped', 'group', 'left out'),
    ];
    expect(testSummary(outcomes, 0).text).toBe(
      'skipped 1: HENGPING_ORACLES names no folder\nskipped 2: HENGPING_HOSTILE names no folder\nskipped 1: no reason given (group > left out)\n1 passed, 0 failed, 4 skipped\n',
    );
  });
});
