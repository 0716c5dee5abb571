/** `npm run impact`: what the change at hand does to scores, ranks and groups. */
import { resolve } from 'node:path';
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { type Base, impactOf, readReport } from '../src/command/impact.ts';
import { impactMarkdown } from '../src/impact/markdown.ts';
import { impactText } from '../src/impact/plain.ts';
import { workspaceFolder } from '../src/pipeline.ts';

await runCommand(
  {
    name: 'impact',
    help: {
      zh: `与另一个版本比较：谁的得分、位次、组别变了，方法、数据日期、数据各占多少，由哪些指标引起。
  --base REF       git 版本，如 main 或 HEAD^
  --base-dir DIR   与另一个工作区文件夹比较
  --render FILE    不比较，只显示 --json 写出的报告
  --text           输出纯文本（在终端里的默认）
  --markdown       输出 Markdown（写入文件或管道时的默认）
  --json           输出 JSON
  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）
  --lang zh|en     报告的语言
两边都用手头的程序计分。`,
      en: `Compares with another version: whose score, place or group changes, how much by method, date and data, and through which criteria.
  --base REF       a git revision such as main or HEAD^
  --base-dir DIR   compare with another workspace folder
  --render FILE    compare nothing; show a report written with --json
  --text           plain text (the default on a terminal)
  --markdown       Markdown (the default in a file or pipe)
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
      text: { type: 'boolean', default: false },
    },
  },
  async (values, _words, language) => {
    const given = [values.base, values['base-dir'], values.render].filter((v) => v !== undefined);
    if (given.length !== 1) throw new WrongUse('--base REF | --base-dir DIR | --render FILE');
    if ([values.json, values.markdown, values.text].filter(Boolean).length > 1)
      throw new WrongUse('--json | --markdown | --text');
    const base: Base = values.base === undefined ? { folder: values['base-dir'] ?? '' } : { ref: values.base };
    const places = { workspace: workspaceFolder(), project: resolve(import.meta.dirname, '..') };
    const report =
      values.render === undefined ? await impactOf(places, base, language) : await readReport(values.render);
    const text = values.text || (!values.markdown && process.stdout.isTTY === true);
    process.stdout.write(
      values.json ? `${JSON.stringify(report)}\n` : (text ? impactText : impactMarkdown)(report, language),
    );
  },
);
