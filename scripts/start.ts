/** `npm start`: builds the site and serves it. */
import { resolve } from 'node:path';
import { serveSite } from '../src/build/serve.ts';
import { type BuildStep, buildSite } from '../src/build/site.ts';
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { buildLine, stoppable, reportWaiting } from '../src/command/build-progress.ts';
import { workspaceFolder } from '../src/pipeline.ts';

await runCommand(
  {
    name: 'start',
    help: {
      zh: '生成网站并在本机提供访问。\n  --workspace DIR  工作区\n  --out DIR        输出目录（默认 dist）\n  --port N         端口（默认 4321；被占用时换一个空闲端口）\n  --verbose        同时显示生成网站各步骤自己的全部输出',
      en: 'Builds the site and serves it on this machine.\n  --workspace DIR  the workspace\n  --out DIR        where the site goes (default: dist)\n  --port N         port (default 4321; another free one when it is taken)\n  --verbose        show all that the steps of the build print themselves',
    },
    options: {
      out: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '4321' },
      verbose: { type: 'boolean', default: false },
    },
  },
  async (values, _words, language) => {
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUse(`--port ${values.port}: 0..65535`);
    process.stderr.write(language === 'zh' ? '正在生成网站……\n' : 'Building the site ...\n');
    const out = resolve(values.out);
    const onStep = (step: BuildStep): void => void process.stderr.write(`${buildLine(step, language, out)}\n`);
    await stoppable((signal) =>
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
    const { address } = await serveSite(out, port).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return serveSite(out, 0);
      throw error;
    });
    process.stdout.write(language === 'zh' ? `网站已就绪：${address}\n` : `The site is ready: ${address}\n`);
  },
);
