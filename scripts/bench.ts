/** `npm run bench`: measures the budgets side by side in one run. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchAgainstFloor, benchBytes, benchLargest, timeSite } from '../src/bench/site.ts';
import { OUTDATED, benchHoldOut, holdOutJson, holdOutOf, holdOutText, withinBudget } from '../src/bench/holdout.ts';
import { type Finding, findingsTable } from '../src/bench/measure.ts';
import { benchRows, benchScoring } from '../src/bench/scoring.ts';
import { benchNames } from '../src/bench/names.ts';
import { benchSummarise } from '../src/bench/summarise.ts';
import { benchWeights } from '../src/bench/weights.ts';
import { BENCH_FOLDER, makeWorkspace } from '../src/bench/workspace.ts';
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { runPipeline, workspaceFolder } from '../src/pipeline.ts';
import { HOLD_OUT_FILE } from '../src/schema/holdout.ts';
import type { Language } from '../src/schema/text.ts';
import { benchCoverage } from '../test/score/coverage-at-full-size.ts';

const PARTS = ['scoring', 'coverage', 'holdout', 'rows', 'summarise', 'search', 'weights', 'site', 'large'] as const;

/** The largest market that the budgets speak of. */
const LARGE = { vendors: 10_000, reviews: 100_000, observations: 30_000 };

/** Seeds of the generated markets whose vendors are pooled. */
const SEEDS = ['a', 'b', 'c', 'd', 'e'] as const;

/** `bench holdout` on the workspace: shows the figures, writes them, or compares them with those that were written. */
async function holdOutCommand(
  values: { json: boolean; write: boolean; check: boolean },
  language: Language,
): Promise<number> {
  const { dataset } = await runPipeline(workspaceFolder());
  const file = holdOutOf(dataset);
  const path = join(workspaceFolder(), HOLD_OUT_FILE);
  if (values.check) {
    const same = dataset.holdOut === undefined || (await readFile(path, 'utf8')) === holdOutJson(file);
    if (!same) process.stderr.write(`${OUTDATED[language]}\n`);
    return same ? 0 : 1;
  }
  if (values.write) await writeFile(path, holdOutJson(file));
  process.stdout.write(values.json ? holdOutJson(file) : holdOutText(file, language));
  return withinBudget(file) === false ? 1 : 0;
}

await runCommand(
  {
    name: 'bench',
    help: {
      zh: `测量各项预算；结果为同一次运行中的比值。\n  词：${PARTS.join(' ')}（默认为除 holdout 外全部）\n  --json  输出 JSON\n  --keep  保留生成的工作区与网站\n  --rows  summarise 汇总多少条评价（默认 1000000）\n\n  holdout  把工作区（--workspace DIR）的评价和观察分成两半，用一半计分、另一半检验区间：\n    --write  写入 data/holdout.json，方法页照印\n    --check  只核对 data/holdout.json 是否为现有数据的结果`,
      en: `Measures the budgets, as ratios within one run where they are ratios.\n  words: ${PARTS.join(' ')} (default: all but holdout)\n  --json  JSON instead of a table\n  --keep  keep the generated workspaces and sites\n  --rows  reviews that summarise works on (default 1000000)\n\n  holdout  splits the reviews and contacts of the workspace (--workspace DIR), scores one half and tests intervals by the other:\n    --write  writes data/holdout.json, which the method page prints\n    --check  only compares data/holdout.json with what the present data give`,
    },
    options: {
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      rows: { type: 'string', default: '1000000' },
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
    words: true,
  },
  async (values, words, language) => {
    const unknown = words.filter((word) => !PARTS.some((part) => part === word));
    if (unknown.length > 0) throw new WrongUse(`${unknown.join(' ')}: ${PARTS.join(' | ')}`);
    if (words.includes('holdout')) {
      if (words.length > 1) throw new WrongUse({ zh: 'holdout 须单独运行', en: 'holdout runs by itself' });
      return holdOutCommand(values, language);
    }
    if (values.write || values.check)
      throw new WrongUse({ zh: '--write 和 --check 只用于 holdout', en: '--write and --check go with holdout alone' });
    const wanted = (part: (typeof PARTS)[number]): boolean => words.length === 0 || words.includes(part);
    const project = process.cwd();
    const findings: Finding[] = [];
    const say = (text: string): void => void process.stderr.write(`${text}\n`);
    if (wanted('scoring') || wanted('site')) {
      const folder = await makeWorkspace(project, 'thousand', { vendors: 1000, reviews: 20_000, observations: 8000 });
      if (wanted('scoring')) {
        say('scoring ...');
        findings.push(...(await benchScoring(folder, 1000, 2)));
        say('scoring 10,000 vendors ...');
        findings.push(...(await benchScoring(await makeWorkspace(project, 'large', LARGE), 10_000, undefined)));
      }
      if (wanted('site')) {
        say('site, 1,000 vendors ...');
        const site = await timeSite(project, folder, 'thousand');
        findings.push(await benchAgainstFloor(project, site, 1000), ...benchBytes(site.dist, 1000));
      }
    }
    if (wanted('coverage')) {
      say('coverage of intervals ...');
      findings.push(...benchCoverage());
      const market = async (name: string, size: Parameters<typeof makeWorkspace>[2], seed?: string) =>
        (await runPipeline(await makeWorkspace(project, name, size, seed))).dataset;
      const small = [];
      for (const seed of SEEDS)
        small.push(await market(`forty-${seed}`, { vendors: 40, reviews: 1500, observations: 600 }, seed));
      findings.push(benchHoldOut(`sample of 40 vendors, ${SEEDS.length} seeds`, small));
      findings.push(
        benchHoldOut('sample of 1,000 vendors', [
          await market('thousand-held-out', { vendors: 1000, reviews: 37_500, observations: 15_000 }),
        ]),
      );
    }
    if (wanted('rows')) {
      say('1,000,000 reviews ...');
      const folder = await makeWorkspace(project, 'rows', { vendors: 200, reviews: 1_000_000, observations: 1000 });
      findings.push(await benchRows(folder, 1_000_000));
    }
    if (wanted('summarise')) {
      const rows = Number(values.rows);
      if (!Number.isInteger(rows) || rows < 1) throw new WrongUse('--rows N');
      say(`${rows} reviews by SQL ...`);
      const folder = await makeWorkspace(project, 'summarise', { vendors: 200, reviews: 200, observations: 1000 });
      findings.push(await benchSummarise(project, folder, rows));
    }
    if (wanted('search')) {
      for (const [vendors, budget] of [
        [1000, 20_000],
        [10_000, 110_000],
      ] as const) {
        say(`names of ${vendors} vendors ...`);
        const folder = await makeWorkspace(project, `names-${vendors}`, { vendors, reviews: vendors, observations: 0 });
        findings.push(...(await benchNames(folder, vendors, budget)));
      }
    }
    if (wanted('weights')) {
      say('weights of 10,000 vendors ...');
      for (const vendors of [1000, 10_000]) {
        const folder = await makeWorkspace(project, `weights-${vendors}`, {
          vendors,
          reviews: 10 * vendors,
          observations: 3 * vendors,
        });
        findings.push(...(await benchWeights(folder, vendors)));
      }
    }
    if (wanted('large')) {
      say('10,000 vendors ...');
      const folder = await makeWorkspace(project, 'large', LARGE);
      findings.push(benchLargest(await timeSite(project, folder, 'large'), 10_000));
    }
    if (!values.keep) await rm(join(project, BENCH_FOLDER), { recursive: true, force: true });
    process.stdout.write(values.json ? `${JSON.stringify(findings, null, 2)}\n` : findingsTable(findings));
    return findings.some((f) => f.holds === false) ? 1 : 0;
  },
);
