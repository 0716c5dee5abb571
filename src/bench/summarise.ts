/** Budget: reviews by the million summarised by DuckDB within 4 GB of memory. */
import { execFile } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { readWorkspace } from '../load/workspace.ts';
import type { Dataset } from '../schema/dataset.ts';
import { SOURCE_CLASSES } from '../schema/words.ts';
import { requireDataset, validateWorkspace } from '../validate/workspace.ts';
import { type Finding, watchMemory } from './measure.ts';

/** Most resident memory of the process that summarises. */
const MOST_MIB = 4 * 1024;

/**
 * Writes made-up reviews to `path` (.parquet or .csv): of every ten people one reviews the same vendor twice, ages reach back
 * 2,400 days and are mostly young, two of five questions are left out. The same rows at every call.
 */
export async function writeReviews(
  { vendors, questionnaire, release }: Pick<Dataset, 'vendors' | 'questionnaire' | 'release'>,
  rows: number,
  path: string,
): Promise<void> {
  const people = Math.ceil(rows * 0.9);
  const pick = (list: readonly string[], seed: string): string =>
    `([${list.map((word) => `'${word}'`).join(', ')}])[1 + CAST(hash(${seed}) % ${list.length} AS INTEGER)]`;
  const answers = questionnaire.questions.map((question, q) => {
    const drawn = `hash(i, ${q})`;
    const answer =
      question.kind === 'rating'
        ? `CAST(${question.low} + hash(i, ${q}, 1) % ${Math.floor(question.high - question.low + 1)} AS VARCHAR)`
        : question.kind === 'share'
          ? `CASE WHEN hash(i, ${q}, 1) % 3 = 0 THEN 'no' ELSE 'yes' END`
          : `CAST(hash(i, ${q}, 1) % 600 AS VARCHAR)`;
    return `CASE WHEN ${drawn} % 5 < 3 THEN ${answer} END AS "${question.id}"`;
  });
  const query = `SELECT 'r' || i AS id, ${pick(
    vendors.map(({ slug }) => slug),
    'p',
  )} AS vendor,
  CAST(DATE '${release.asOf}' - CAST(2400 * pow((hash(i, 'age') % 100000) / 1e5, 2) AS INTEGER) AS VARCHAR) AS reviewed_on,
  ${pick(SOURCE_CLASSES, "i, 'source'")} AS source, CASE WHEN hash(i, 'gift') % 20 = 0 THEN 'offered' ELSE 'none' END AS incentive,
  printf('%016x', hash(p, 'person')) AS reviewer, CASE WHEN hash(i, 'state') % 50 = 0 THEN 'pending' ELSE 'published' END AS moderation,
  ${answers.join(',\n  ')}
FROM (SELECT i, i % ${people} AS p FROM range(${rows}) t(i))`;
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', preserve_insertion_order: 'false' });
  const connection = await instance.connect();
  await connection.run(`COPY (${query}) TO '${path.replaceAll("'", "''")}'`);
  connection.closeSync();
  instance.closeSync();
}

/** Summarises `rows` made-up reviews of the workspace's vendors in a process of its own. */
export async function benchSummarise(project: string, folder: string, rows: number): Promise<Finding> {
  const dataset = requireDataset(validateWorkspace(await readWorkspace(folder)));
  const scratch = join(folder, 'scratch');
  await mkdir(scratch, { recursive: true });
  const path = join(scratch, 'reviews.parquet');
  await writeReviews(dataset, rows, path);
  const { size } = await stat(path);
  const stop = watchMemory();
  const start = performance.now();
  const argv = ['--workspace', folder, '--id', 'bench', '--scratch', scratch, '--memory', '2GB', path];
  let peakMiB = 0;
  try {
    await promisify(execFile)(process.execPath, [join(project, 'scripts/summarise.ts'), ...argv], { cwd: project });
  } finally {
    // Until it is stopped it keeps the process alive.
    peakMiB = stop();
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    what: `${rows} reviews in Parquet summarised by DuckDB`,
    measured: `${seconds.toFixed(0)} s, ${Math.round(peakMiB)} MiB`,
    budget: `${MOST_MIB} MiB`,
    holds: peakMiB <= MOST_MIB,
    detail: {
      seconds,
      peakMiB,
      parquetMiB: size / 2 ** 20,
      summariesMiB: (await stat(join(folder, 'data/summaries/bench.json'))).size / 2 ** 20,
    },
  };
}
