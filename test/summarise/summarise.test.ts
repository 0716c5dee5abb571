/** Sums that databases compute in place of rows give the same scores as the rows. */
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeReviews } from '../../src/bench/summarise.ts';
import { csvFile } from '../../src/load/csv-file.ts';
import { detectEncoding } from '../../src/load/encoding.ts';
import type { RawYaml } from '../../src/load/raw.ts';
import { readWorkspace } from '../../src/load/workspace.ts';
import { yamlFile } from '../../src/load/yaml.ts';
import type { Dataset } from '../../src/schema/dataset.ts';
import { reviewColumns } from '../../src/schema/review.ts';
import { SOURCE_CLASSES } from '../../src/schema/words.ts';
import { dayNumber, dayText } from '../../src/schema/day.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { summariseWithDuckDb } from '../../src/summarise/duckdb.ts';
import { faultsOf, type ResultLine, summariesOf, summariesText } from '../../src/summarise/result.ts';
import { DIALECTS, RESULT, summariseSql } from '../../src/summarise/sql.ts';
import { requireDataset, validateWorkspace } from '../../src/validate/workspace.ts';
import { verifyMarket } from '../../src/verify/market.ts';
import { verifyReceipt } from '../../src/verify/receipt.ts';
import { publishedBy } from '../verify/published.ts';
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
  sample = requireDataset(validateWorkspace(await readWorkspace('.')));
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

/**
 * Rows that meet every edge of the rules: reviewers that come back one day before, on and after the end of the window, crowded days,
 * a collection on a crowded day, rows near the least weight, never answered and fractional durations, all states.
 */
function edgeRows(dataset: Dataset, seed: number): string {
  const today = dayNumber(dataset.release.asOf);
  const { questions, collections } = dataset.questionnaire;
  const answer = (q: (typeof questions)[number]): fc.Arbitrary<string> =>
    q.kind === 'rating'
      ? fc.oneof(fc.integer({ min: q.low, max: q.high }).map(String), fc.constantFrom('2.5', '4.25', '3.0', '04'))
      : q.kind === 'share'
        ? fc.constantFrom('yes', 'no')
        : fc.oneof(
            fc.constantFrom('none', '0', '0.5', '7.25', `${q.window}`, `${q.window - 1}`),
            fc.nat(q.window).map(String),
          );
  const row = fc.record({
    vendor: fc.constantFrom(...dataset.vendors.slice(0, 12).map(({ slug }) => slug)),
    age: fc.oneof(fc.nat(2600), fc.nat(3), fc.constantFrom(0, 179, 180, 181, 359, 360, 365, 730, 2424, 2425)),
    source: fc.constantFrom(...SOURCE_CLASSES),
    incentive: fc.constantFrom('', 'none', 'offered', 'unknown'),
    reviewer: fc.nat(40).map((n) => n.toString(16).padStart(16, '0')),
    moderation: fc.constantFrom('published', 'published', 'published', 'pending'),
    collected: fc.boolean(),
    answers: fc.tuple(...questions.map((q) => fc.option(answer(q), { nil: '', freq: 2 }))),
  });
  const [collection] = collections;
  const from = dayNumber(collection?.from ?? '1970-01-01');
  const to = dayNumber(collection?.to ?? '1970-01-01');
  const header = ['id', 'vendor', 'reviewed_on', 'source', 'collection', 'incentive', 'reviewer', 'moderation'];
  const lines = fc.sample(row, { numRuns: 900, seed }).map((r, i) => {
    const day = today - r.age;
    const collected = r.collected && collection !== undefined && day >= from && day <= to ? collection.id : '';
    const id = `${'zyxAB'[i % 5]}${(i * 7919) % 1000}-${i}`;
    const cells = [id, r.vendor, dayText(day), r.source, collected, r.incentive, r.reviewer, r.moderation];
    return [...cells, ...r.answers].join(',');
  });
  return [[...header, ...questions.map(({ id }) => id)].join(','), ...lines, ''].join('\n');
}

/** The sample with these rows in place of its reviews and a collection of the last three days. */
async function sampleWith(rowsOf: (dataset: Dataset) => string): Promise<{ dataset: Dataset; path: string }> {
  const raw = await readWorkspace('.');
  const written = await readFile('content/questionnaire.yaml', 'utf8');
  const wave = `collections:\n  - { id: wave, name: { zh: 一次, en: Wave }, from: 2026-10-29, to: 2026-10-31 }\n`;
  const questionnaire = yamlFile('content/questionnaire.yaml', 'questionnaire', `${written.trimEnd()}\n${wave}`);
  const asked = { ...raw, questionnaire, cases: [], vendors: raw.vendors.map(withoutReplies), reviews: [] };
  const csv = rowsOf(requireDataset(validateWorkspace(asked)));
  const path = join(scratch, `edges-${csv.length}.csv`);
  await writeFile(path, csv);
  const bytes = new TextEncoder().encode(csv);
  const reviews = [csvFile(path, bytes, detectEncoding(bytes))];
  return { dataset: requireDataset(validateWorkspace({ ...asked, reviews })), path };
}

/** Replies refer to reviews that are not there. */
function withoutReplies(file: RawYaml): RawYaml {
  const { replies: _replies, ...value } = file.value as { replies?: unknown };
  return {
    path: file.path,
    name: file.name,
    value,
    broken: false,
    locate: file.locate.bind(file),
    written: file.written.bind(file),
  };
}

describe('reviews summarised by DuckDB', () => {
  it.each([1, 2])('give the same scores as random rows at every edge of the rules (seed %i)', async (seed) => {
    const { dataset, path } = await sampleWith((empty) => edgeRows(empty, seed));
    const { result, faults } = await duckDb(dataset, [path]);
    expect(faults).toEqual([]);
    expectSameScores(dataset, summariesOf(result, dataset, 'DuckDB', sources));
  });

  it('have the noise of shared days that the answered reviews in no collection have, worked from the rows', async () => {
    const { dataset, path } = await sampleWith((empty) => edgeRows(empty, 3));
    const { result } = await duckDb(dataset, [path]);
    const file = summariesOf(result, dataset, 'DuckDB', sources);
    const { reviews, questionnaire, method, vendors } = dataset;
    const { weights } = scoreMarket(dataset, { draws: 0 });
    questionnaire.questions.forEach((question, q) => {
      vendors.forEach(({ slug }, v) => {
        const days = new Map<number, number>();
        let squares = 0;
        for (let row = 0; row < reviews.count; row++) {
          const [weight, value] = [weights.reviews[row], reviews.answers[q]?.[row]];
          const late = question.kind === 'duration' && value >= question.window;
          if (reviews.vendor[row] !== v || reviews.collection[row] !== -1 || Number.isNaN(value) || late) continue;
          const day = reviews.day[row];
          days.set(day, (days.get(day) ?? 0) + weight);
          squares += weight * weight;
        }
        const together = [...days.values()].reduce((sum, weight) => sum + weight * weight, 0);
        const found = file.vendors[slug]?.measures[question.id]?.dayNoise ?? 0;
        expect(found).toBeCloseTo(method.reviews.dayCorrelation * (together - squares), 9);
      });
    });
  });

  // For a million: HENGPING_SUMMARISE_ROWS=1000000 npx vitest run --project unit test/summarise
  const many = Number(process.env['HENGPING_SUMMARISE_ROWS'] ?? 0);
  it.runIf(many > 0)(
    'give the same scores as very many rows (on demand)',
    async () => {
      const path = join(scratch, 'many.csv');
      await writeReviews(sample, many, path);
      const raw = await readWorkspace('.');
      const bytes = await readFile(path);
      const reviews = [csvFile(path, bytes, detectEncoding(bytes))];
      const plain = { ...raw, cases: [], vendors: raw.vendors.map(withoutReplies), reviews };
      const dataset = requireDataset(validateWorkspace(plain));
      expect(dataset.reviews.count).toBe(many);
      const { result } = await duckDb(dataset, [path]);
      expectSameScores(dataset, summariesOf(result, dataset, 'DuckDB', sources));
    },
    3_600_000,
  );

  it('make a workspace that is read, scored and verified from its published files without rows', async () => {
    const { result } = await duckDb(sample, files);
    const file = summariesText(summariesOf(result, sample, 'DuckDB', sources));
    const raw = await readWorkspace('.');
    const yaml = yamlFile('data/summaries/all.json', 'all', file);
    const dataset = requireDataset(
      validateWorkspace({
        ...raw,
        reviews: [],
        cases: [],
        vendors: raw.vendors.map(withoutReplies),
        summaries: [{ ...withoutReplies(yaml), value: JSON.parse(file) }],
      }),
    );
    const market = scoreMarket(dataset);
    expect(market.rankedCount).toBe(scoreMarket(sample, { draws: 0 }).rankedCount);
    const { receipts, context } = publishedBy({ dataset, market });
    expect(receipts.reduce((sum, { rows, counted }) => sum + rows.reviews.length + counted.reviews, 0)).toBeGreaterThan(
      1000,
    );
    expect(verifyMarket(receipts, context)).toEqual([]);
    expect(receipts.flatMap((receipt) => verifyReceipt(receipt, context))).toEqual([]);
  });

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
