/** `npm run bench`: measures the budgets side by side in one run. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { benchBytes } from '../src/bench/bytes.ts';
import { type Finding, findingsTable } from '../src/bench/measure.ts';
import { benchRows } from '../src/bench/rows.ts';
import { benchScoring } from '../src/bench/scoring.ts';
import { benchNames } from '../src/bench/search.ts';
import { benchAgainstEmpty, benchLargest, timeSite } from '../src/bench/site.ts';
import { benchWeights } from '../src/bench/weights.ts';
import { BENCH_FOLDER, makeWorkspace } from '../src/bench/workspace.ts';
import { WrongUse, runCommand } from '../src/command/arguments.ts';
import { benchCoverage } from '../test/score/coverage-at-full-size.ts';

const PARTS = ['scoring', 'coverage', 'rows', 'search', 'weights', 'site', 'large'] as const;

/** The largest market that the budgets speak of. */
const LARGE = { vendors: 10_000, reviews: 100_000, observations: 30_000 };

await runCommand(
  {
    name: 'bench',
    help: {
      zh: `测量各项预算；结果为同一次运行中的比值。\n  词：${PARTS.join(' ')}（默认全部）\n  --json  输出 JSON\n  --keep  保留生成的工作区与网站`,
      en: `Measures the budgets, as ratios within one run where they are ratios.\n  words: ${PARTS.join(' ')} (default: all)\n  --json  JSON instead of a table\n  --keep  keep the generated workspaces and sites`,
    },
    options: { json: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
    words: true,
  },
  async (values, words) => {
    const unknown = words.filter((word) => !PARTS.some((part) => part === word));
    if (unknown.length > 0) throw new WrongUse(`${unknown.join(' ')}: ${PARTS.join(' | ')}`);
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
        findings.push(await benchAgainstEmpty(project, site, 1000), ...benchBytes(site.dist, 1000));
      }
    }
    if (wanted('coverage')) {
      say('coverage of intervals ...');
      findings.push(...benchCoverage());
    }
    if (wanted('rows')) {
      say('1,000,000 reviews ...');
      const folder = await makeWorkspace(project, 'rows', { vendors: 200, reviews: 1_000_000, observations: 1000 });
      findings.push(await benchRows(folder, 1_000_000));
    }
    if (wanted('search')) {
      for (const [vendors, budget] of [[1000, 20_000], [10_000, 110_000]] as const) {
        say(`names of ${vendors} vendors ...`);
        const folder = await makeWorkspace(project, `names-${vendors}`, { vendors, reviews: vendors, observations: 0 });
        findings.push(...(await benchNames(folder, vendors, budget)));
      }
    }
    if (wanted('weights')) {
      say('weights of 10,000 vendors ...');
      for (const vendors of [1000, 10_000]) {
        const folder = await makeWorkspace(project, `weights-${vendors}`, { vendors, reviews: 10 * vendors, observations: 3 * vendors });
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
