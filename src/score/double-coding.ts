/** How far people agree who looked at the same facts independently of each other. For editors; nothing of it enters a score. */
import type { CodingTable, Dataset } from '../schema/dataset.ts';
import { krippendorffAlpha } from './agreement.ts';

/** One fact of one vendor that two or more people looked at: a facet, or a criterion with levels. */
export interface CodedUnit {
  /** Index into `Dataset.vendors`. */
  vendor: number;
  /** Index of the criterion, counted through all frameworks. */
  criterion: number;
  /** Index into the criterion's facets; -1 for a criterion with levels. */
  facet: number;
  /** Rows of the table, one for each coder: of several by one coder the newest. In the order of coders. */
  rows: readonly number[];
}

/** Agreement on a set of units. */
export interface Agreement {
  /** Facts that at least two people looked at. */
  units: number;
  /** Of these, on how many all say the same. */
  same: number;
  /** Krippendorff's alpha on the nominal scale; undefined when all codes are the same. */
  alpha: number | undefined;
}

/** Every fact that at least two people looked at, in the order of vendors, criteria and facets. */
export function codedUnits(table: CodingTable): CodedUnit[] {
  const units = new Map<string, { vendor: number; criterion: number; facet: number; rows: Map<number, number> }>();
  for (let row = 0; row < table.count; row++) {
    const [vendor, criterion, facet] = [table.vendor[row], table.criterion[row], table.facet[row]];
    const key = `${vendor} ${criterion} ${facet}`;
    const unit = units.get(key) ?? { vendor, criterion, facet, rows: new Map<number, number>() };
    units.set(key, unit);
    const coder = table.coder[row];
    const before = unit.rows.get(coder);
    if (before === undefined || table.day[row] > table.day[before]) unit.rows.set(coder, row);
  }
  return [...units.values()]
    .filter((unit) => unit.rows.size >= 2)
    .sort((a, b) => a.vendor - b.vendor || a.criterion - b.criterion || a.facet - b.facet)
    .map(({ rows, ...unit }) => ({ ...unit, rows: [...rows].sort(([a], [b]) => a - b).map(([, row]) => row) }));
}

/** Whether all who looked at a unit say the same. */
export function agreed(table: CodingTable, unit: CodedUnit): boolean {
  return unit.rows.every((row) => table.state[row] === table.state[unit.rows[0]]);
}

/**
 * Agreement on some units. States are on a nominal scale: "does not apply" lies nowhere between met and not met. States of
 * facets and levels of different criteria are different codes, so that agreement by chance is not overrated.
 */
export function agreementOn(
  { frameworks, codings }: Pick<Dataset, 'frameworks' | 'codings'>,
  units: readonly CodedUnit[],
): Agreement {
  if (!codings) return { units: 0, same: 0, alpha: undefined };
  const criteria = frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria));
  const coders = [...new Set(units.flatMap((unit) => unit.rows.map((row) => codings.coder[row])))].sort(
    (a, b) => a - b,
  );
  const codes = coders.map(() => new Float64Array(units.length).fill(Number.NaN));
  units.forEach((unit, u) => {
    const own = criteria[unit.criterion]?.measure?.kind === 'level' ? LEVELS * (1 + unit.criterion) : 0;
    for (const row of unit.rows) {
      const column = codes[coders.indexOf(codings.coder[row])];
      if (column) column[u] = own + codings.state[row];
    }
  });
  return {
    units: units.length,
    same: units.filter((unit) => agreed(codings, unit)).length,
    alpha: krippendorffAlpha(codes, 'nominal'),
  };
}

/** More than any criterion has levels, or a facet states. */
const LEVELS = 100;
