/** A column of local dates and times to the minute, kept as day and minute of the day. */
import { minuteStamp } from '../schema/observation.ts';
import { patternOf } from './cell-form.ts';
import type { CellBatch } from '../load/raw.ts';
import type { CellFaults } from './table.ts';
import { type Column, Growing } from './column.ts';
import { dayNumber } from '../schema/day.ts';

const FORM = patternOf(minuteStamp);

export class MinuteColumn implements Column {
  readonly name: string;
  readonly required = true;
  /** Days since 1970-01-01. */
  readonly days = new Growing((length) => new Int32Array(length));
  /** Minute of the day, 0..1439. */
  readonly minutes = new Growing((length) => new Int32Array(length));
  readonly #asOf: string | undefined;

  /** @param asOf the last day that may be named; undefined when it is not known. */
  constructor(name: string, asOf: string | undefined) {
    this.name = name;
    this.#asOf = asOf;
  }

  take({ starts, ends, stride, count, slice }: CellBatch, cell: number, base: number, faults: CellFaults): void {
    const days = this.days.room(base + count);
    const minutes = this.minutes.room(base + count);
    for (let i = 0, k = cell * stride; i < count; i++, k++) {
      const text = slice(starts[k] ?? 0, ends[k] ?? 0);
      const date = text.slice(0, 10);
      const day = FORM.test(text) ? dayNumber(date) : NaN;
      days[base + i] = day;
      minutes[base + i] = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
      if (text === '') faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
      else if (Number.isNaN(day)) faults.add(i, this.name, 'minute-stamp', { found: text });
      else if (this.#asOf !== undefined && date > this.#asOf)
        faults.add(i, this.name, 'future-date', { found: text, limit: this.#asOf });
    }
  }

  skip(base: number, count: number): void {
    this.days.fill(base, count, 0);
    this.minutes.fill(base, count, 0);
  }
}
