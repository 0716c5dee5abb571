/** Conditions of a mapping, compiled: does a row fulfil them all? An empty cell fulfils nothing but `filled: false`. */
import type { Condition } from '../schema/mapping-cell.ts';
import { anyDateReader, dateReader } from './date-format.ts';
import { numberReader, PLAIN_NUMBER } from './number-text.ts';
import type { Read, Row } from './sheet.ts';

type Holds = (row: Row) => boolean;

/** Compiles a list of which all must hold. */
export function compileConditions(list: readonly Condition[], column: (name: string) => Read): Holds {
  const all = list.map((one) => compileCondition(one, column));
  return (row) => all.every((holds) => holds(row));
}

function compileCondition(test: Condition, column: (name: string) => Read): Holds {
  if (test.any !== undefined) {
    const some = test.any.map((one) => compileCondition(one, column));
    return (row) => some.some((holds) => holds(row));
  }
  if (test.column === undefined) throw new RangeError('a condition names a column or `any`');
  const read = column(test.column);
  if (test.filled !== undefined) return (row) => (read(row) !== '') === test.filled;
  if (test.between !== undefined) {
    const inside = between(test.between, test.formats ?? ['YYYY-MM-DD']);
    return (row) => inside(read(row));
  }
  if (test.notIn !== undefined) {
    const barred = new Set(test.notIn.map(String));
    return (row) => read(row) !== '' && !barred.has(read(row));
  }
  const wanted = new Set((test.in ?? (test.is === undefined ? [] : [test.is])).map(String));
  return (row) => wanted.has(read(row));
}

function between(ends: [number, number] | [string, string], formats: readonly string[]): (text: string) => boolean {
  const value = (x: number | string) => (typeof x === 'number' ? x : (dateReader('YYYY-MM-DD')(x)?.day ?? NaN));
  const [low, high] = [value(ends[0]), value(ends[1])];
  const read = numberReader(PLAIN_NUMBER);
  const readDate = anyDateReader(formats);
  const measure = typeof ends[0] === 'number' ? read : (text: string) => readDate(text)?.day;
  return (text) => {
    const x = measure(text);
    return x !== undefined && x >= low && x <= high;
  };
}
