/** `npx node scripts/freshness.ts`: what has grown old or is missing, for the weekly report. */
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { runPipeline, workspaceFolder } from '../src/pipeline.ts';
import { date } from '../src/schema/text.ts';
import { freshnessJson } from '../src/views/published/files.ts';
import { freshness } from '../src/views/pages/freshness.ts';
import { freshnessMarkdown } from '../src/views/pages/freshness-page.ts';

await runCommand(
  {
    name: 'freshness',
    call: 'npx node scripts/freshness.ts',
    help: {
      zh: '按处理的先后列出过期、过旧、缺失或等着处理的内容：许可、案件、评价、证据、价格、久无更新的参评者、缺译文。\n  --as-of DATE     以哪一天为准（默认取 data/release.yaml）\n  --json           输出 JSON（默认 Markdown）\n  --workspace DIR  工作区\n  --lang zh|en     报告的语言',
      en: 'Lists what has expired, grown old, is missing or waits, the pressing first: licences, cases, reviews, evidence, prices, silent participants, translations.\n  --as-of DATE     the day that counts as today (default: that of data/release.yaml)\n  --json           JSON instead of Markdown\n  --workspace DIR  the workspace\n  --lang zh|en     language of the report',
    },
    options: { 'as-of': { type: 'string' }, json: { type: 'boolean', default: false } },
  },
  async (values, _words, language) => {
    const asked = values['as-of'];
    if (asked !== undefined && !date.safeParse(asked).success) throw new WrongUse(`--as-of ${asked}: YYYY-MM-DD`);
    const report = freshness(await runPipeline(workspaceFolder()), asked);
    process.stdout.write(
      values.json ? `${JSON.stringify(freshnessJson(report))}\n` : freshnessMarkdown(report, language),
    );
  },
);
