/** `npm run impact`: what the change at hand does to scores, ranks and groups. */
import { resolve } from 'node:path';
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { type Base, impactOf, readReport } from '../src/command/impact.ts';
import { impactMarkdown } from '../src/impact/markdown.ts';
import { workspaceFolder } from '../src/pipeline.ts';

await runCommand(
  {
    name: 'impact',
    help: {
      zh: `与另一个版本比较：谁的得分、位次、组别变了，是数据变了还是方法变了，由哪些指标引起。
  --base REF       git 版本，如 main 或 HEAD^
  --base-dir DIR   与另一个工作区文件夹比较
  --render FILE    不比较，只把 --json 写出的报告转成 Markdown
  --markdown       输出 Markdown（默认）
  --json           输出 JSON
  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）
  --lang zh|en     报告的语言
两边都用手头的程序计分。`,
      en: `Compares with another version: whose score, place or group changes, by data or by method, and through which criteria.
  --base REF       a git revision such as main or HEAD^
  --base-dir DIR   compare with another workspace folder
  --render FILE    compare nothing; turn a report written with --json into Markdown
  --markdown       Markdown (the default)
  --json           JSON
  --workspace DIR  the workspace (default: this folder, or HENGPING_WORKSPACE)
  --lang zh|en     language of the report
Both sides are scored by the code at hand.`,
    },
    options: {
      base: { type: 'string' },
      'base-dir': { type: 'string' },
      render: { type: 'string' },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
    },
  },
  async (values, _words, language) => {
    const given = [values.base, values['base-dir'], values.render].filter((v) => v !== undefined);
    if (given.length !== 1) throw new WrongUse('--base REF | --base-dir DIR | --render FILE');
    if (values.json && values.markdown) throw new WrongUse('--json | --markdown');
    const base: Base = values.base === undefined ? { folder: values['base-dir'] ?? '' } : { ref: values.base };
    const places = { workspace: workspaceFolder(), project: resolve(import.meta.dirname, '..') };
    const report = values.render === undefined ? await impactOf(places, base, language) : await readReport(values.render);
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : impactMarkdown(report, language));
  },
);
