/** `npm test`: the whole suite: first what needs no browser, then the browser tests of the real built site. */
import { type TestModule, startVitest } from 'vitest/node';
import { runCommand, WrongUse } from '../src/command/arguments.ts';
import { type TestOutcome, testSummary } from '../src/command/test-summary.ts';

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
    const outcomes: TestOutcome[] = [];
    let faults = 0;
    // One after the other: together they would fight over the cores, and the browser tests would time out.
    for (const project of wanted) {
      const vitest = await startVitest(words, {
        run: true,
        watch: false,
        project: [project],
        passWithNoTests: words.length > 0,
      });
      const modules = vitest.state.getTestModules();
      for (const module of modules) {
        outcomes.push(...outcomesOf(module));
        if (module.errors().length > 0) faults += 1;
      }
      // A setup that fails leaves no test behind to say so.
      faults += vitest.state.getUnhandledErrors().length;
      if (modules.length === 0 && words.length === 0) faults += 1;
      await vitest.close();
    }
    const { text, failed, passed } = testSummary(outcomes, faults);
    process.stdout.write(`\n${text}`);
    return failed > 0 || passed === 0 ? 1 : 0;
  },
);

function outcomesOf(module: TestModule): TestOutcome[] {
  return [...module.children.allTests()].flatMap((test) => {
    const { state } = test.result();
    const names = [test.name];
    for (let { parent } = test; parent.type === 'suite'; parent = parent.parent) names.unshift(parent.name);
    return state === 'pending' ? [] : [{ state, names }];
  });
}
