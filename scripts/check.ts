/** `npm run check`: everything that must hold before a change is taken: data, texts, types, lint, formatting, import rules. What CI runs. */
import { resolve } from 'node:path';
import { CHECKERS, checkSchemas, ownersWarning, startCheckers } from '../src/command/checkers.ts';
import { runCommand } from '../src/command/arguments.ts';
import { dataReport } from '../src/command/data-report.ts';
import { workspaceFolder } from '../src/pipeline.ts';

await runCommand(
  {
    name: 'check',
    help: {
      zh: '检查工作区的全部数据和文字；在仓库根目录还检查类型、代码规范、代码格式、引用规则和 schemas/。\n  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）\n  --data-only      只检查数据和文字\n  --json           以 JSON 输出数据和文字的问题\n  --lang zh|en     提示语言（默认随系统，否则中文）',
      en: 'Checks all data and texts of a workspace; at the root of the repository also types, lint, formatting, import rules and schemas/.\n  --workspace DIR  the workspace (default: this folder, or HENGPING_WORKSPACE)\n  --data-only      data and texts only\n  --json           problems of data and texts as JSON\n  --lang zh|en     language of messages (default: that of the system, else Chinese)',
    },
    options: { 'data-only': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  },
  async (values, _words, language) => {
    const root = resolve(import.meta.dirname, '..');
    // The programs run beside each other and beside the check of the data.
    const whole = workspaceFolder() === root && !values['data-only'];
    const checkers = whole ? startCheckers(CHECKERS, root) : [];
    const data = await dataReport(workspaceFolder(), language, values.json);
    process.stdout.write(data.output);
    let failed = !data.passed;
    if (whole) {
      const out = values.json ? process.stderr : process.stdout;
      const schemas = checkSchemas(workspaceFolder());
      out.write(`${ownersWarning(workspaceFolder())?.[language] ?? ''}${schemas.summary[language]}\n${schemas.output}`);
      failed ||= !schemas.passed;
    }
    for (const checker of checkers) {
      const result = await checker;
      // With --json the standard output is the JSON of the data alone.
      (values.json ? process.stderr : process.stdout).write(`${result.summary[language]}\n${result.output}`);
      failed ||= !result.passed;
    }
    return failed ? 1 : 0;
  },
);
