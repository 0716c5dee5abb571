/** Runs the SQL on DuckDB, inside this process, over CSV or Parquet files. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, version } from '@duckdb/node-api';
import { REVIEW_REQUIRED, reviewColumns } from '../schema/review.ts';
import { faultsOf, type ResultLine, type RowFault } from './result.ts';
import { DIALECTS, READ_COLUMNS, RESULT, summariseSql, type SummariseInput } from './sql.ts';

export interface DuckOptions {
  /** Folder for the temporary database; it needs about as much room as the rows take as Parquet. */
  scratch: string;
  /** Most memory that the engine takes, such as `2GB`. */
  memory: string;
  threads?: number;
}

/** A row that breaks a rule, by its file and its number in that file, from 1. */
export interface LocatedRow {
  rule: string;
  column: string;
  file: string;
  row: number;
  id: string | undefined;
}

export interface DuckResult {
  result: ResultLine[];
  engine: string;
  faults: RowFault[];
  /** The first rows of each fault. */
  located: LocatedRow[];
}

/** Faulty rows that are located for each rule and column. */
const LOCATED = 3;

/** A header that lacks a column or has one that is not known. */
export class WrongColumns extends Error {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  constructor(missing: readonly string[], unknown: readonly string[]) {
    super([...missing.map((c) => `- ${c}`), ...unknown.map((c) => `+ ${c}`)].join(', '));
    this.missing = missing;
    this.unknown = unknown;
  }
}

/**
 * The sums over reviews in `files` (paths or addresses of .csv and .parquet files, of one kind).
 * @throws WrongColumns, and errors of DuckDB for files that cannot be read (malformed CSV with its line).
 */
export async function summariseWithDuckDb(
  input: SummariseInput,
  files: readonly string[],
  options: DuckOptions,
): Promise<DuckResult> {
  const folder = await mkdtemp(join(options.scratch, 'summarise-'));
  try {
    const instance = await DuckDBInstance.create(join(folder, 'rows.duckdb'), {
      memory_limit: options.memory,
      temp_directory: join(folder, 'spill'),
      // Without it the engine may work on rows in any order, with less memory; sums do not depend on order.
      preserve_insertion_order: 'false',
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    });
    const connection = await instance.connect();
    try {
      const rows = async (sql: string): Promise<ResultLine[]> =>
        (await connection.runAndReadAll(sql)).getRows() as ResultLine[];
      const source = await sourceOf(input, files, async (sql) => (await rows(sql)).map(([name]) => String(name)));
      for (const statement of summariseSql(input, source, DIALECTS.duckdb)) await connection.run(statement);
      const result = await rows(RESULT);
      const faults = faultsOf(result);
      const located = faults.length === 0 ? [] : await locate(files, faults, rows);
      return { result, engine: `DuckDB ${version()}`, faults, located };
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The relation that reads files, every cell as text; each row with the name of its file. */
function reader(files: readonly string[]): string {
  const list = `[${files.map(quoted).join(', ')}]`;
  return files.every((file) => /\.parquet$/i.test(file.replace(/[?#].*$/, '')))
    ? `read_parquet(${list}, union_by_name = true, filename = true, file_row_number = true)`
    : `read_csv(${list}, header = true, delim = ',', quote = '"', escape = '"', comment = '', all_varchar = true, union_by_name = true, filename = true)`;
}

/** The files as a query with one column of text for each column that the SQL reads. */
async function sourceOf(
  { questionnaire }: SummariseInput,
  files: readonly string[],
  columnsOf: (sql: string) => Promise<string[]>,
): Promise<string> {
  const questions = questionnaire.questions.map((q) => q.id);
  const allowed = new Set<string>([...Object.keys(reviewColumns), ...questions, 'filename', 'file_row_number']);
  const found = new Set(await columnsOf(`DESCRIBE SELECT * FROM ${reader(files)}`));
  const missing = REVIEW_REQUIRED.filter((column) => !found.has(column));
  const unknown = [...found].filter((column) => !allowed.has(column));
  if (missing.length > 0 || unknown.length > 0) throw new WrongColumns(missing, unknown);
  const text = (column: string): string =>
    found.has(column)
      ? `NULLIF(CAST("${column}" AS VARCHAR), '') AS "${column}"`
      : `CAST(NULL AS VARCHAR) AS "${column}"`;
  return `(SELECT ${[...READ_COLUMNS, ...questions].map(text).join(', ')} FROM ${reader(files)})`;
}

/** The first rows of each fault. Reads the files a second time, in their order. */
async function locate(
  files: readonly string[],
  faults: readonly RowFault[],
  rows: (sql: string) => Promise<ResultLine[]>,
): Promise<LocatedRow[]> {
  await rows('SET preserve_insertion_order = true');
  const located: LocatedRow[] = [];
  for (const { rule, column, id } of faults) {
    for (const file of files) {
      if (located.filter((l) => l.rule === rule && l.column === column).length >= LOCATED) break;
      const bad =
        rule === 'duplicate-id'
          ? `n.id IN (SELECT id FROM hp_rows GROUP BY id HAVING COUNT(*) > 1)`
          : id === undefined
            ? 'n.id IS NULL'
            : `n.id IN (SELECT id FROM hp_rows WHERE fault = ${quoted(`${rule} ${column}`)})`;
      const numbered = `SELECT CAST(id AS VARCHAR) AS id, ROW_NUMBER() OVER () AS number FROM ${reader([file])}`;
      const found = await rows(
        `SELECT n.number, n.id FROM (${numbered}) n WHERE ${bad} ORDER BY n.number LIMIT ${LOCATED}`,
      );
      for (const [row, own] of found)
        located.push({
          rule,
          column,
          file,
          row: Number(row),
          id: own === null || own === undefined ? undefined : String(own),
        });
    }
  }
  return located;
}
