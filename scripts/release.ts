/** `npm run release`: freezes the results of a workspace, or verifies those that are frozen. */
import { resolve } from 'node:path';
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { commitOf, withRevision } from '../src/command/git-revision.ts';
import { releaseCommandLabels } from '../src/i18n/labels/release-command.ts';
import { readReleases } from '../src/load/releases.ts';
import { workspaceFolder } from '../src/pipeline.ts';
import { freeze, ReleaseRefused } from '../src/release/freeze.ts';
import { verifiedText, verifyReleases } from '../src/release/verify.ts';
import { WorkspaceProblems } from '../src/schema/problem.ts';
import { releasesSince } from '../src/validate/workspace.ts';

/** @throws WorkspaceProblems with the releases of the revision `base` that are gone or not what they were. */
async function refuseChangesSince(base: string): Promise<void> {
  const commit = await commitOf(workspaceFolder(), base);
  const now = await readReleases(workspaceFolder());
  const problems = await withRevision(
    workspaceFolder(),
    commit,
    resolve(import.meta.dirname, '../.hengping'),
    async (then) => releasesSince(await readReleases(then), now),
  );
  if (problems.length > 0) throw new WorkspaceProblems(problems);
}

await runCommand(
  {
    name: 'release',
    help: {
      zh: `把当前结果冻结为一次发布：得分、区间、位次、方法、框架原文、输入文件的哈希和数据日期。
  npm run release -- 编号          写入 data/releases/编号/，例如 2026-10
  npm run release -- --check [编号]  核对已冻结的文件是否原样；输入未变时重算并比较
  --base REF       与 --check 连用：git 版本 REF 里的每次发布都须原样保留
  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）
  --lang zh|en     提示语言`,
      en: `Freezes the present results as a release: scores, intervals, ranks, method, wording of the frameworks, hashes of the inputs, asOf.
  npm run release -- ID            writes data/releases/ID/, such as 2026-10
  npm run release -- --check [ID]  verifies that frozen files are unchanged; recomputes where the inputs are still the same
  --base REF       with --check: every release of the git revision REF must still be here, unchanged
  --workspace DIR  the workspace (default: this folder, or HENGPING_WORKSPACE)
  --lang zh|en     language of messages`,
    },
    options: { check: { type: 'boolean', default: false }, base: { type: 'string' } },
    words: true,
  },
  async (values, [id, ...others], language) => {
    const t = releaseCommandLabels[language];
    if (others.length > 0 || (id === undefined && !values.check)) throw new WrongUse('ID | --check [ID]');
    if (values.base !== undefined && !values.check) throw new WrongUse('--check --base REF');
    if (values.check) {
      if (values.base !== undefined) await refuseChangesSince(values.base);
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
      throw error instanceof ReleaseRefused ? new Error(error.text[language]) : error;
    }
  },
);
