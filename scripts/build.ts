/** `npm run build`: the whole static site into dist/. */
import { resolve } from 'node:path';
import { buildSite } from '../src/build/site.ts';
import { runCommand } from '../src/command/arguments.ts';
import { number } from '../src/i18n/numbers.ts';
import { workspaceFolder } from '../src/pipeline.ts';

await runCommand(
  {
    name: 'build',
    help: {
      zh: '把工作区生成为静态网站。\n  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）\n  --out DIR        输出目录（默认 dist）\n  --times          输出各步骤用时（秒，JSON）',
      en: 'Builds the static site of a workspace.\n  --workspace DIR  the workspace (default: this folder, or HENGPING_WORKSPACE)\n  --out DIR        where the site goes (default: dist)\n  --times          print how long each step took (seconds, JSON)',
    },
    options: { out: { type: 'string', default: 'dist' }, times: { type: 'boolean', default: false } },
  },
  async (values, _words, language) => {
    const times = await buildSite({ project: process.cwd(), workspace: workspaceFolder(), out: resolve(values.out), verbose: process.stdout.isTTY === true });
    if (values.times) process.stdout.write(`${JSON.stringify(times)}\n`);
    else process.stdout.write(language === 'zh' ? `站内链接 ${number(times.links)} 个，没有断的。\n` : `${number(times.links)} links within the site, none broken.\n`);
  },
);
