/** `npm run score`: the scores of a workspace as a table or JSON, without building the site. */
import { runCommand } from '../src/command/arguments.ts';
import { runPipeline, workspaceFolder } from '../src/pipeline.ts';
import { scoreJson, scoreTable } from '../src/views/pages/score-list.ts';

await runCommand(
  {
    name: 'score',
    help: {
      zh: '计算工作区的得分与名次，不生成网站。\n  --workspace DIR  工作区\n  --json           输出 JSON\n  --vendor SLUG    只看一家，直到每个计量',
      en: 'Scores and ranks a workspace without building the site.\n  --workspace DIR  the workspace\n  --json           JSON instead of a table\n  --vendor SLUG    one vendor, down to each measure (JSON)',
    },
    options: { json: { type: 'boolean', default: false }, vendor: { type: 'string' } },
  },
  async (values, _words, language) => {
    const { dataset, market } = await runPipeline(workspaceFolder());
    if (values.vendor !== undefined) {
      const v = dataset.vendors.findIndex((vendor) => vendor.slug === values.vendor);
      if (v < 0)
        throw new Error(language === 'zh' ? `没有名为 ${values.vendor} 的服务商` : `no vendor ${values.vendor}`);
      process.stdout.write(`${JSON.stringify(market.of(v), null, 2)}\n`);
      return;
    }
    process.stdout.write(
      values.json ? `${JSON.stringify(scoreJson(dataset, market), null, 2)}\n` : scoreTable(dataset, market, language),
    );
  },
);
