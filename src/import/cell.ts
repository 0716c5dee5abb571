/** Cells of a mapping, compiled: from a row to the text of one of our cells, or to the reason why the row cannot be used. */
import type { Cell } from '../schema/mapping-cell.ts';
import { compileConditions } from './select.ts';
import { anyDateReader, minutesBetween } from './dates.ts';
import { fallBack, type CellOutcome } from './tally.ts';
import { compileStep, numberReader, PLAIN_NUMBER, rounded, type Tools, writeNumber } from './step.ts';
import type { Read, Row } from './sheet.ts';
import { NEVER } from '../schema/observation.ts';

export type Make = (row: Row) => CellOutcome;
/** Makes readers of columns by name; see `columnReader`. */
export type Columns = (name: string) => Read;

/** Compiles a cell with its conditions, its steps and what is used otherwise. Throws RangeError for a column that is not there. */
export function compileCell(cell: Cell, column: Columns, tools: Tools): Make {
  const start = compileSource(cell, column);
  const steps = cell.steps.map((step) => compileStep(step, tools));
  const make: Make = (row) => {
    let made = start(row);
    for (const step of steps) {
      if (made === '' || typeof made !== 'string') return made;
      made = step(made);
    }
    return made;
  };
  if (cell.when === undefined) return make;
  const holds = compileConditions(cell.when, column);
  const otherwise = cell.otherwise === undefined ? () => '' : compileCell(cell.otherwise, column, tools);
  return (row) => (holds(row) ? make(row) : otherwise(row));
}

function compileSource(cell: Cell, column: Columns): Make {
  if (cell.from !== undefined) {
    const reads = [cell.from].flat().map(column);
    const [only] = reads;
    if (only !== undefined && reads.length === 1) return only;
    return (row) =>
      reads
        .map((read) => read(row))
        .filter((text) => text !== '')
        .join(cell.join);
  }
  if (cell.value !== undefined) {
    const text = String(cell.value);
    return () => text;
  }
  if (cell.rowNumber !== undefined) {
    const { prefix } = cell.rowNumber;
    return (row) => prefix + String(row.number);
  }
  if (cell.minutes !== undefined) return compileMinutes(cell.minutes, column);
  if (cell.sum !== undefined) return compileSum(cell.sum, column);
  throw new RangeError('a cell names where it comes from');
}

function compileMinutes(minutes: NonNullable<Cell['minutes']>, column: Columns): Make {
  const [from, to] = [column(minutes.start.from), column(minutes.end.from)];
  const [readFrom, readTo] = [anyDateReader(minutes.start.formats), anyDateReader(minutes.end.formats)];
  const never = minutes.never === undefined ? () => false : compileConditions(minutes.never, column);
  return (row) => {
    const [start, end] = [from(row), to(row)];
    if (start === '') return '';
    if (end === '') return never(row) ? NEVER : '';
    const [began, ended] = [readFrom(start), readTo(end)];
    if (began === undefined || ended === undefined)
      return { out: 'error', reason: 'not-date', found: began === undefined ? start : end };
    const span = minutesBetween(began, ended);
    if (span === undefined) return { out: 'error', reason: 'not-date', found: `${start} … ${end}` };
    return span < 0
      ? fallBack(minutes.negative, 'negative-minutes', `${start} … ${end}`)
      : writeNumber(rounded(span, 2));
  };
}

/** Unknown as soon as one part is unknown, and when it would be divided by 0. */
function compileSum(sum: NonNullable<Cell['sum']>, column: Columns): Make {
  const read = numberReader({ ...PLAIN_NUMBER, group: ',' });
  const total = (names: readonly string[], constant: number) => {
    const reads = names.map(column);
    return (row: Row): number | CellOutcome => {
      let value = constant;
      for (const at of reads) {
        const text = at(row);
        if (text === '') return '';
        const number = read(text);
        if (number === undefined) return { out: 'error', reason: 'not-number', found: text };
        value += number;
      }
      return value;
    };
  };
  const above = total(sum.of, sum.plus);
  const below = sum.over === undefined ? () => 1 : total(sum.over, sum.overPlus);
  return (row) => {
    const [a, b] = [above(row), below(row)];
    if (typeof a !== 'number') return a;
    if (typeof b !== 'number') return b;
    return b === 0 ? '' : writeNumber(rounded((a / b) * sum.times, sum.decimals));
  };
}
