/** A foreign table in memory: what reading gives, and what every part of the import works on. */

/** One record of the file. */
export interface Row {
  /** Line on which it starts; the first line of the file is 1. */
  line: number;
  /** Number of the record; the first after the head line is 1. */
  number: number;
  cells: readonly string[];
  /** Why it cannot be read at all: another number of cells than the head line, or quotes that do not close. */
  fault?: 'ragged' | 'broken';
}

export interface Sheet {
  columns: readonly string[];
  rows: readonly Row[];
}

/** Reads one column of a row as it is used everywhere: blanks at the ends gone, missing-value tokens as ''. */
export type Read = (row: Row) => string;

/** Makes readers of columns. `missing` holds what else means empty. Throws a RangeError for a column that is not there. */
export function columnReader(columns: readonly string[], missing: readonly string[]): (column: string) => Read {
  const at = new Map(columns.map((name, i) => [name, i]));
  const empty = new Set(missing.map((token) => token.trim()));
  return (column) => {
    const i = at.get(column);
    if (i === undefined) throw new RangeError(`no column ${column}`);
    return (row) => {
      const text = (row.cells[i] ?? '').trim();
      return empty.has(text) ? '' : text;
    };
  };
}
