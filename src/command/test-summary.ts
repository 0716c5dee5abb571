/** What a run of the tests came to: the reasons of what was skipped, and the closing line. */

/** A test that has run, or was not to. */
export interface TestOutcome {
  state: 'passed' | 'failed' | 'skipped';
  /** Names of its groups, the outermost first, and its own. One that ends in `(skipped: ...)` says why. */
  names: readonly string[];
}

/**
 * The closing lines: one for each reason for which tests were skipped, with their number, and last how many passed, failed and
 * were skipped.
 * @param faults failures that no test shows, such as a file that cannot be loaded.
 */
export function testSummary(
  outcomes: readonly TestOutcome[],
  faults: number,
): { text: string; failed: number; passed: number } {
  const of = (state: TestOutcome['state']): TestOutcome[] => outcomes.filter((outcome) => outcome.state === state);
  const skipped = of('skipped');
  const failed = of('failed').length + faults;
  const passed = of('passed').length;
  const lines = [...Map.groupBy(skipped, reasonOf)].map(([reason, tests]) => `skipped ${tests.length}: ${reason}`);
  return {
    text: `${[...lines, `${passed} passed, ${failed} failed, ${skipped.length} skipped`].join('\n')}\n`,
    failed,
    passed,
  };
}

/** How the name of a skipped test begins to say why. */
const MARK = '(skipped: ';

function reasonOf({ names }: TestOutcome): string {
  const marked = names.find((name) => name.includes(MARK) && name.endsWith(')'));
  const given = marked?.slice(marked.indexOf(MARK) + MARK.length, -1);
  return given ?? `no reason given (${names.join(' > ')})`;
}
