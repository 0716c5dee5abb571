/** Which records are used: filters, and one record of each key for event logs. */
import type { Condition } from '../schema/mapping-cell.ts';
import type { RowStep } from '../schema/mapping.ts';
import type { Columns } from './cell.ts';
import { compileConditions } from './condition.ts';
import { anyDateReader } from './date-format.ts';
import type { LeftOut } from './left-out.ts';
import { numberReader, PLAIN_NUMBER } from './number-text.ts';
import type { Row } from './sheet.ts';

/** Told of every record that is left out. */
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
