/** `npm test`: the whole suite: first what needs no browser, then the browser tests of the real built site. */
import { parseArgs } from 'node:util';
import { type TestModule, startVitest } from 'vitest/node';

const PROJECTS = ['unit', 'browser'] as const;

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' }, project: { type: 'string' } },
  allowPositionals: true,
});
if (values.help) {
  process.stdout.write(
    '运行全部测试；词为文件名的一部分。\n  --project unit|browser  只运行其中一部分\n\nRuns every test; words are parts of file names.\n  --project unit|browser  one part alone\n',
  );
} else {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  // One after the other: together they would fight over the cores, and the browser tests would time out.
  for (const project of PROJECTS.filter((name) => values.project === undefined || values.project === name)) {
    const vitest = await startVitest(positionals, { run: true, watch: false, project: [project], passWithNoTests: positionals.length > 0 });
    const modules = vitest.state.getTestModules();
    modules.forEach(count);
    // A setup that fails leaves no test behind to say so.
    counts.failed += vitest.state.getUnhandledErrors().length;
    if (modules.length === 0 && positionals.length === 0) counts.failed += 1;
    await vitest.close();
  }
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;

  function count(module: TestModule): void {
    if (module.errors().length > 0) counts.failed += 1;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed' || state === 'failed' || state === 'skipped') counts[state] += 1;
    }
  }
}
