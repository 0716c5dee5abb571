/** `npm test`: the whole suite: first what needs no browser, then the browser tests of the real built site. */
import { type TestModule, startVitest } from 'vitest/node';
import { runCommand, WrongUse } from '../src/command/arguments.ts';

const PROJECTS = ['unit', 'browser'] as const;

await runCommand(
  {
    name: 'test',
    help: {
      zh: '运行全部测试；词为文件名的一部分。\n  --project unit|browser  只运行其中一部分',
      en: 'Runs every test; words are parts of file names.\n  --project unit|browser  one part alone',
    },
    options: { project: { type: 'string' } },
    words: true,
  },
  async (values, words) => {
    const wanted = PROJECTS.filter((name) => values.project === undefined || values.project === name);
    if (wanted.length === 0) throw new WrongUse(`--project ${String(values.project)}: ${PROJECTS.join(' | ')}`);
    const counts = { passed: 0, failed: 0, skipped: 0 };
    // One after the other: together they would fight over the cores, and the browser tests would time out.
    for (const project of wanted) {
      const vitest = await startVitest(words, { run: true, watch: false, project: [project], passWithNoTests: words.length > 0 });
      const modules = vitest.state.getTestModules();
      for (const module of modules) count(module, counts);
      // A setup that fails leaves no test behind to say so.
      counts.failed += vitest.state.getUnhandledErrors().length;
      if (modules.length === 0 && words.length === 0) counts.failed += 1;
      await vitest.close();
    }
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    return counts.failed > 0 || counts.passed === 0 ? 1 : 0;
  },
);

function count(module: TestModule, counts: Record<'passed' | 'failed' | 'skipped', number>): void {
  if (module.errors().length > 0) counts.failed += 1;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed' || state === 'failed' || state === 'skipped') counts[state] += 1;
  }
}
