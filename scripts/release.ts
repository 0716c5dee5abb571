/** `npm run release`: freezes the results of a workspace, or verifies those that are frozen. */
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { releaseCommandLabels } from '../src/i18n/labels/release-command.ts';
import { workspaceFolder } from '../src/pipeline.ts';
import { freeze } from '../src/release/freeze.ts';
import { ReleaseRefused } from '../src/release/refusal.ts';
import { verifiedText } from '../src/release/told.ts';
import { verifyReleases } from '../src/release/verify.ts';

await runCommand(
  {
    name: 'release',
    help: {
      zh: `把当前结果冻结为一次发布：得分、区间、位次、方法、框架原文、输入文件的哈希和数据日期。
  npm run release -- 编号          写入 data/releases/编号/，例如 2026-10
  npm run release -- --check [编号]  核对已冻结的文件是否原样；输入未变时重算并比较
  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）
  --lang zh|en     提示语言`,
      en: `Freezes the present results as a release: scores, intervals, ranks, method, wording of the frameworks, hashes of the inputs, asOf.
  npm run release -- ID            writes data/releases/ID/, such as 2026-10
  npm run release -- --check [ID]  verifies that frozen files are unchanged; recomputes where the inputs are still the same
  --workspace DIR  the workspace (default: this folder, or HENGPING_WORKSPACE)
  --lang zh|en     language of messages`,
    },
    options: { check: { type: 'boolean', default: false } },
    words: true,
  },
  async (values, [id, ...others], language) => {
    const t = releaseCommandLabels[language];
    if (others.length > 0 || (id === undefined && !values.check)) throw new WrongUse('ID | --check [ID]');
    if (values.check) {
      const all = await verifyReleases(workspaceFolder());
      const wanted = all.filter((v) => id === undefined || v.release.id === id);
      if (id !== undefined && wanted.length === 0) throw new Error(t.unknown(id));
      process.stdout.write(verifiedText(wanted, language));
      return wanted.some((v) => v.recomputed.kind === 'differs') ? 1 : 0;
    }
    try {
      const { release, folder } = await freeze(workspaceFolder(), id as string);
      const ranked = release.vendors.filter((v) => v.rank !== undefined).length;
      process.stdout.write(`${t.frozen(folder, String(release.vendors.length), String(ranked))}\n`);
      return 0;
    } catch (error) {
      throw error instanceof ReleaseRefused ? new Error(error.said[language]) : error;
    }
  },
);
