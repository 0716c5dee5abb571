/** `npm run build`: the whole static site into dist/. */
import { resolve } from 'node:path';
import { type BuildStep, buildSite } from '../src/build/site.ts';
import { runCommand } from '../src/command/arguments.ts';
import { buildLine, stoppable, reportWaiting } from '../src/command/build-progress.ts';
import { workspaceFolder } from '../src/pipeline.ts';

await runCommand(
  {
    name: 'build',
    help: {
      zh: '把工作区生成为静态网站。\n  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）\n  --out DIR        输出目录（默认 dist）；其中有不是本程序生成的文件时拒绝替换\n  --times          输出各步骤用时（秒，JSON）\n  --verbose        同时显示各步骤自己的全部输出',
      en: 'Builds the static site of a workspace.\n  --workspace DIR  the workspace (default: this folder, or HENGPING_WORKSPACE)\n  --out DIR        where the site goes (default: dist); refused when it holds files that no build made\n  --times          print how long each step took (seconds, JSON)\n  --verbose        show all that the steps themselves print',
    },
    options: {
      out: { type: 'string', default: 'dist' },
      times: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  },
  async (values, _words, language) => {
    const out = resolve(values.out);
    // With --times the standard output is the JSON alone.
    const lines = values.times ? process.stderr : process.stdout;
    const onStep = (step: BuildStep): void => void lines.write(`${buildLine(step, language, out)}\n`);
    const times = await stoppable((signal) =>
      buildSite({
        project: process.cwd(),
        workspace: workspaceFolder(),
        out,
        verbose: values.verbose,
        onStep,
        signal,
        waiting: reportWaiting(language),
      }),
    );
    if (values.times) process.stdout.write(`${JSON.stringify(times)}\n`);
  },
);
