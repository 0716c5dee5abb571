/** `node scripts/freshness.ts`: what has grown old or is missing, for the weekly report. */
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { runPipeline, workspaceFolder } from '../src/pipeline.ts';
import { date } from '../src/schema/text.ts';
import { freshness } from '../src/views/freshness.ts';
import { freshnessMarkdown } from '../src/views/freshness-list.ts';

await runCommand(
  {
    name: 'freshness',
    help: {
      zh: '列出过期、过旧、缺失的内容：证据、许可、价格、久无更新的参评者、未结案件、缺译文。\n  --as-of DATE     以哪一天为准（默认取 data/release.yaml）\n  --json           输出 JSON（默认 Markdown）\n  --workspace DIR  工作区\n  --lang zh|en     报告的语言',
      en: 'Lists what has expired, grown old or is missing: evidence, licences, prices, silent participants, open cases, translations.\n  --as-of DATE     the day that counts as today (default: that of data/release.yaml)\n  --json           JSON instead of Markdown\n  --workspace DIR  the workspace\n  --lang zh|en     language of the report',
    },
    options: { 'as-of': { type: 'string' }, json: { type: 'boolean', default: false } },
  },
  async (values, _words, language) => {
    const asked = values['as-of'];
    if (asked !== undefined && !date.safeParse(asked).success) throw new WrongUse(`--as-of ${asked}: YYYY-MM-DD`);
    const { dataset } = await runPipeline(workspaceFolder());
    const report = freshness(dataset, asked ?? dataset.release.asOf);
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : freshnessMarkdown(report, language));
  },
);
