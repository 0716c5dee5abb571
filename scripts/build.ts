/** `npm run build`: the whole static site into dist/. */
import { resolve } from 'node:path';
import {
  type BuildOptions,
  type BuildStep,
  type Shard,
  buildShard,
  buildSite,
  mergeShards,
} from '../src/build/site.ts';
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { buildLine, stoppable, reportWaiting } from '../src/command/build-progress.ts';
import { workspaceFolder } from '../src/pipeline.ts';

await runCommand(
  {
    name: 'build',
    help: {
      zh: '把工作区生成为静态网站。\n  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）\n  --out DIR        输出目录（默认 dist）；其中有不是本程序生成的文件时拒绝替换\n  --shard K/N      只生成 N 个部分中的第 K 个，供 --merge 合并\n  --merge          把后面列出的目录（全部 N 个部分）合并成整个网站\n  --times          输出各步骤用时（秒，JSON）\n  --verbose        同时显示各步骤自己的全部输出',
      en: 'Builds the static site of a workspace.\n  --workspace DIR  the workspace (default: this folder, or HENGPING_WORKSPACE)\n  --out DIR        where the site goes (default: dist); refused when it holds files that no build made\n  --shard K/N      only part K of N, to be put together by --merge\n  --merge          puts the folders that follow (all N parts) together into the whole site\n  --times          print how long each step took (seconds, JSON)\n  --verbose        show all that the steps themselves print',
    },
    options: {
      out: { type: 'string', default: 'dist' },
      shard: { type: 'string' },
      merge: { type: 'boolean', default: false },
      times: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
    words: true,
  },
  async (values, words, language) => {
    const out = resolve(values.out);
    const shard = values.shard === undefined ? undefined : shardOf(values.shard);
    if (values.merge ? words.length === 0 || shard !== undefined : words.length > 0)
      throw new WrongUse({ zh: '目录只与 --merge 一起用', en: 'folders go with --merge alone' });
    // With --times the standard output is the JSON alone.
    const lines = values.times ? process.stderr : process.stdout;
    const onStep = (step: BuildStep): void => void lines.write(`${buildLine(step, language, out)}\n`);
    await stoppable(async (signal) => {
      const options: BuildOptions = {
        project: process.cwd(),
        workspace: workspaceFolder(),
        out,
        verbose: values.verbose,
        onStep,
        signal,
        waiting: reportWaiting(language),
      };
      if (shard !== undefined) return buildShard(options, shard);
      if (values.merge)
        return mergeShards(
          words.map((word) => resolve(word)),
          options,
        );
      const times = await buildSite(options);
      if (values.times) process.stdout.write(`${JSON.stringify(times)}\n`);
    });
  },
);

/** Reads `3/8`. @throws WrongUse */
function shardOf(text: string): Shard {
  const [, number = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (number < 1 || number > of) throw new WrongUse(`--shard ${text}: K/N, 1 <= K <= N`);
  return { number, of };
}
