/**
 * Published inputs with published results, read from the folder that HENGPING_ORACLES names. They are too large, and in part
 * not ours, to keep here; without them the tests that need them are skipped, aloud.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, it } from 'vitest';

const FOLDER = process.env['HENGPING_ORACLES'] ?? '';

/** Rows of a CSV file by column name. */
export type Row = Readonly<Record<string, string>>;

/** Bytes of a file of an oracle; files named `.gz` come unpacked. @throws when it does not exist. */
function bytesOf(path: string): Buffer {
  const bytes = readFileSync(join(FOLDER, path));
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** The rows of a CSV file of an oracle. @throws Error when it does not parse. */
export function readRows(path: string): Row[] {
  const { data, errors } = Papa.parse<Row>(bytesOf(path).toString('utf8'), { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? ''}`);
  return data;
}

/** A JSON file of an oracle. */
export function readJson(path: string): unknown {
  return JSON.parse(bytesOf(path).toString('utf8'));
}

/** A number of a cell; NaN for an empty one. @throws RangeError for anything else that is no number. */
export function numberOf(cell: string | undefined): number {
  if (cell === undefined || cell === '' || cell === 'NA') return Number.NaN;
  const x = Number(cell);
  if (Number.isNaN(x)) throw new RangeError(`not a number: ${cell}`);
  return x;
}

/** One column as numbers. */
export function column(rows: readonly Row[], name: string): Float64Array {
  return Float64Array.from(rows, (row) => numberOf(row[name]));
}

/** Largest absolute difference of two lists, and that they lack the same entries. @throws RangeError when they do not. */
export function worstDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) throw new RangeError(`${actual.length} numbers against ${expected.length}`);
  let worst = 0;
  for (let i = 0; i < actual.length; i++) {
    const [a, b] = [actual[i], expected[i]];
    if (Number.isNaN(a) !== Number.isNaN(b)) throw new RangeError(`entry ${i}: ${a} against ${b}`);
    if (!Number.isNaN(a)) worst = Math.max(worst, Math.abs(a - b));
  }
  return worst;
}

/** Tests that need the folder `name` of the oracles. */
export function describeOracle(name: string, tests: () => void): void {
  const path = join(FOLDER, name);
  if (FOLDER !== '' && existsSync(path)) {
    describe(`oracle ${name}`, tests);
    return;
  }
  const why = FOLDER === '' ? 'HENGPING_ORACLES names no folder' : `${path} does not exist`;
  console.warn(
    `Skipped: the comparison with the whole oracle ${name}, because ${why}. The figures kept in the test still run.`,
  );
  it.skip(`oracle ${name} (skipped: ${why})`, () => {});
}

/** Says how close a comparison came, for the record. */
export function report(what: string, worst: number): void {
  console.info(`${what}: ${worst.toExponential(2)}`);
}
