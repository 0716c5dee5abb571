/** `npm run import`: a foreign CSV becomes reviews, observations or vendor answers, as a mapping file says. */
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { reportText } from '../src/import/report.ts';
import { runImport } from '../src/import/run.ts';
import { workspaceFolder } from '../src/pipeline.ts';

await runCommand(
  {
    name: 'import',
    help: {
      zh: `按映射文件把外来的 CSV 变成评价、观察或服务商的回答。
  npm run import -- --map data/imports/ID.yaml 输入.csv[.gz] [--workspace DIR]
  --map FILE       映射文件；写出的表以它命名（data/reviews/ID.csv 或 data/observations/ID.csv）
  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）
  --dry-run        只报告，不写入
  --strict         只要有一条记录有问题，就什么都不写，退出码为 1
  --replace        编辑处理过的评价若不在新文件里，也一并替换
  --json           以 JSON 输出报告
  --lang zh|en     报告的语言`,
      en: `Turns a foreign CSV into reviews, observations or vendor answers, as a mapping file says.
  npm run import -- --map data/imports/ID.yaml INPUT.csv[.gz] [--workspace DIR]
  --map FILE       the mapping; the table that is written has its name (data/reviews/ID.csv or data/observations/ID.csv)
  --workspace DIR  the workspace (default: this folder, or HENGPING_WORKSPACE)
  --dry-run        report only, write nothing
  --strict         write nothing and exit 1 as soon as one record is bad
  --replace        replace reviews that editors decided about even when the new file lacks them
  --json           the report as JSON
  --lang zh|en     language of the report`,
    },
    options: {
      map: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    words: true,
  },
  async (values, words, language) => {
    const [input, ...others] = words;
    if (values.map === undefined || input === undefined || others.length > 0)
      throw new WrongUse('--map FILE.yaml INPUT.csv');
    const report = await runImport(
      {
        map: values.map,
        input,
        workspace: workspaceFolder(),
        dryRun: values['dry-run'],
        strict: values.strict,
        replace: values.replace,
      },
      language,
    );
    process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, language));
    return report.refused === undefined ? 0 : 1;
  },
);
