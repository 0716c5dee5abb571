/** Sums that databases compute in place of rows give the same scores as the rows. */
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkspace } from '../../src/load/workspace.ts';
import type { Dataset } from '../../src/schema/dataset.ts';
import { reviewColumns } from '../../src/schema/review.ts';
import { summariseWithDuckDb } from '../../src/summarise/duckdb.ts';
import { faultsOf, type ResultLine, summariesOf, summariesText } from '../../src/summarise/result.ts';
import { DIALECTS, RESULT, summariseSql } from '../../src/summarise/sql.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { expectSameScores } from './against-rows.ts';
import { type Postgres, postgresPrograms, startPostgres } from './postgres.ts';

const FOLDER = 'data/reviews';
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => join(FOLDER, name));
const sources = [{ name: 'reviews' }];
let scratch: string;
let sample: Dataset;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hp-summarise-'));
  sample = validateWorkspace(await readWorkspace('.')).dataset;
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const duckDb = (dataset: Dataset, paths: readonly string[], threads = 2): ReturnType<typeof summariseWithDuckDb> =>
  summariseWithDuckDb(dataset, paths, { scratch, memory: '1GB', threads });

/** The result of the PostgreSQL statements over CSV files, whose rows are loaded into one table of text columns. */
function onPostgres(server: Postgres, dataset: Dataset, paths: readonly string[]): ResultLine[] {
  const questions = dataset.questionnaire.questions.map(({ id }) => id);
  const columns = [...Object.keys(reviewColumns), ...questions].map((column) => `"${column}" TEXT`);
  const loads = paths.map((path) => {
    const text = readFileSync(path, 'utf8');
    const header = text.slice(0, text.indexOf('\n')).trim().split(',');
    return `COPY reviews (${header.map((c) => `"${c}"`).join(', ')}) FROM STDIN WITH (FORMAT csv, HEADER true);\n${text.trimEnd()}\n\\.\n`;
  });
  const statements = [...summariseSql(dataset, 'reviews', DIALECTS.postgres), RESULT];
  const reset = 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;';
  const printed = server.run(
    `SET client_min_messages = warning; ${reset}\nCREATE TABLE reviews (${columns.join(', ')});\n${loads.join('\n')}\n${statements.join(';\n')};\n`,
  );
  return Papa.parse<string[]>(printed, { skipEmptyLines: true }).data;
}

describe('reviews summarised by DuckDB', () => {
  it('give every sum, posterior and score of the sample that its rows give, to 1e-9', async () => {
    const { result, faults } = await duckDb(sample, files);
    expect(faults).toEqual([]);
    expectSameScores(sample, summariesOf(result, sample, 'DuckDB', sources));
  });

  it('come out bit for bit the same with one thread and with four, and in another order of files', async () => {
    const texts = [];
    for (const [threads, paths] of [
      [1, files],
      [4, files.toReversed()],
    ] as const) {
      const { result } = await duckDb(sample, paths, threads);
      texts.push(summariesText(summariesOf(result, sample, 'DuckDB', sources)));
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it('are refused with the record of each fault when rows break rules', async () => {
    const [first = ''] = files;
    const [header = '', one = '', two = '', three = '', four = ''] = readFileSync(first, 'utf8').split('\n');
    const cells = header.split(',');
    const set = (line: string, column: string, value: string): string =>
      line
        .split(',')
        .map((cell, i) => (i === cells.indexOf(column) ? value : cell))
        .join(',');
    const path = join(scratch, 'bad.csv');
    const rows = [
      one,
      set(set(two, 'id', 'late'), 'reviewed_on', '2026-02-30'),
      set(set(three, 'id', 'nobody'), 'vendor', 'no-such-vendor'),
      set(set(four, 'id', 'six'), 'easy-to-reach', '6'),
      one,
    ];
    await writeFile(path, [header, ...rows].join('\n'));
    const { faults, located } = await duckDb(sample, [path]);
    expect(faults.map(({ rule, column, rows: count }) => [rule, column, count]).toSorted()).toEqual([
      ['date', 'reviewed_on', 1],
      ['duplicate-id', 'id', 1],
      ['rating-range', 'easy-to-reach', 1],
      ['vendor-unknown', 'vendor', 1],
    ]);
    expect(located.map(({ rule, row }) => [rule, row]).toSorted()).toEqual([
      ['date', 2],
      ['duplicate-id', 1],
      ['duplicate-id', 5],
      ['rating-range', 4],
      ['vendor-unknown', 3],
    ]);
  });
});

const programs = postgresPrograms();
describe.skipIf(programs === undefined)('reviews summarised by PostgreSQL (skipped where it is not installed)', () => {
  let server: Postgres;
  beforeAll(() => {
    server = startPostgres(programs ?? '');
  }, 60_000);
  afterAll(() => server.stop());

  it('are bit for bit those of DuckDB, and give the scores of the rows', async () => {
    const result = onPostgres(server, sample, files);
    expect(faultsOf(result)).toEqual([]);
    const file = summariesOf(result, sample, 'any', sources);
    const duck = await duckDb(sample, files);
    const lines = (own: readonly ResultLine[]): string[] => own.map((line) => line.map((cell) => cell ?? '').join(' '));
    const ours = lines(duck.result);
    const differing = lines(result).flatMap((line, i) => (line === ours[i] ? [] : [line, ours[i]]));
    expect(differing.slice(0, 3)).toEqual([]);
    expectSameScores(sample, file);
  }, 60_000);
});
