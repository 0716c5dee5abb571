/** Which records are used: filters, and one record of each key for event logs. */
import type { Condition } from '../schema/mapping-cell.ts';
import type { RowStep } from '../schema/mapping.ts';
import type { Columns } from './cell.ts';
import { anyDateReader, dateReader } from './dates.ts';
import type { LeftOut } from './tally.ts';
import { numberReader, PLAIN_NUMBER } from './step.ts';
import type { Read, Row } from './sheet.ts';

/** Called for every record that is left out. */
export type OnLeftOut = (row: Row, column: string, why: LeftOut) => void;

/** Applies the row steps in order. Gives the records that stay, in the order of the file. */
export function selectRows(
  rows: readonly Row[],
  steps: readonly RowStep[],
  column: Columns,
  onLeftOut: OnLeftOut,
): readonly Row[] {
  let left = rows;
  for (const step of steps)
    left = step.do === 'where' ? where(left, step, column, onLeftOut) : keep(left, step, column, onLeftOut);
  return left;
}

function where(
  rows: readonly Row[],
  step: Extract<RowStep, { do: 'where' }>,
  column: Columns,
  onLeftOut: OnLeftOut,
): readonly Row[] {
  const holds = compileConditions(step.all, column);
  const names = tested(step.all).join(' + ');
  return rows.filter((row) => {
    const stays = holds(row);
    if (!stays) onLeftOut(row, names, { out: 'skip', reason: 'where', found: '' });
    return stays;
  });
}

/** Columns that conditions look at, each once. */
function tested(all: readonly Condition[]): string[] {
  const names = all.flatMap((one) => (one.any === undefined ? [one.column ?? ''] : tested(one.any)));
  return [...new Set(names)];
}

/** Equal `by` values: the later record of the file counts as later. A `by` that cannot be read makes the record bad. */
function keep(
  rows: readonly Row[],
  step: Extract<RowStep, { do: 'keep' }>,
  column: Columns,
  onLeftOut: OnLeftOut,
): readonly Row[] {
  const names = [step.per].flat();
  const keyOf = names.map(column);
  const order = step.by === undefined ? undefined : orderBy(step.by, column);
  const best = new Map<string, { row: Row; at: number }>();
  rows.forEach((row, index) => {
    const parts = keyOf.map((read) => read(row));
    if (parts.includes('')) return onLeftOut(row, names.join(' + '), { out: 'error', reason: 'key-empty', found: '' });
    const at = order === undefined ? index : order(row);
    if (at === undefined)
      return onLeftOut(row, step.by?.column ?? '', {
        out: 'error',
        reason: 'not-number',
        found: step.by === undefined ? '' : column(step.by.column)(row),
      });
    const key = JSON.stringify(parts);
    const rival = best.get(key);
    const wins = rival === undefined || (step.which === 'last' ? at >= rival.at : at < rival.at);
    const loser = wins ? rival?.row : row;
    if (loser !== undefined) onLeftOut(loser, names.join(' + '), { out: 'skip', reason: 'superseded', found: '' });
    if (wins) best.set(key, { row, at });
  });
  return [...best.values()].map((kept) => kept.row).sort((a, b) => a.number - b.number);
}

function orderBy(
  by: { column: string; formats?: string[] | undefined },
  column: Columns,
): (row: Row) => number | undefined {
  const read = column(by.column);
  const number = numberReader(PLAIN_NUMBER);
  if (by.formats === undefined) return (row) => number(read(row));
  const date = anyDateReader(by.formats);
  return (row) => {
    const moment = date(read(row));
    return moment === undefined ? undefined : moment.day * 86_400 + (moment.seconds ?? 0) - (moment.offset ?? 0) * 60;
  };
}

type Holds = (row: Row) => boolean;

/** Compiles conditions of which all must hold. An empty cell fulfils none but `filled: false`. */
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
