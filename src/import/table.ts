/** Records to rows of our review or observation table. */
import type { Mapping } from '../schema/mapping.ts';
import { personalData } from '../validate/personal-data.ts';
import { compileCell } from './cell.ts';
import type { Columns } from './cell.ts';
import type { CsvRow } from './csv-text.ts';
import type { LeftOut } from './left-out.ts';
import type { OnLeftOut } from './select.ts';
import type { Row } from './sheet.ts';
import type { Tools } from './step.ts';
import type { TargetColumns } from './target-columns.ts';
import type { VendorBook } from './vendor-book.ts';

export type TableMapping = Extract<Mapping, { target: 'reviews' | 'observations' }>;

/**
 * Rows of ours, in the order of the file. A record is left out when one of its cells is, when a required cell is empty, when
 * a cell may not stand in its column, when its day is outside of its collection, or when its id was there before.
 */
export function tableRows(
  mapping: TableMapping,
  rows: readonly Row[],
  target: TargetColumns,
  book: VendorBook,
  column: Columns,
  tools: Tools,
  onLeftOut: OnLeftOut,
): CsvRow[] {
  const makers = target.names.flatMap((name) => {
    const cell = mapping.columns[name];
    return cell === undefined
      ? []
      : [{ name, make: compileCell(cell, column, tools), required: target.required.includes(name) }];
  });
  const ids = new Set<string>();
  const taken: CsvRow[] = [];
  for (const row of rows) {
    const ours: Record<string, string> = {};
    const refused =
      fill(row, ours) ?? outsidePeriod(ours) ?? repeated(ours['id'] ?? '') ?? book.admit(ours['vendor'] ?? '', row);
    if (refused !== undefined) {
      onLeftOut(row, refused.field, refused.why);
      continue;
    }
    ids.add(ours['id'] ?? '');
    taken.push(ours);
  }
  return taken;

  function fill(row: Row, ours: Record<string, string>): Refused | undefined {
    for (const { name, make, required } of makers) {
      const made = make(row);
      if (typeof made !== 'string') return { field: name, why: made };
      if (made === '' && !required) continue;
      const why = cellFault(name, made, target);
      if (why !== undefined) return { field: name, why };
      ours[name] = made;
    }
    return undefined;
  }

  /** Dates of our tables are written YYYY-MM-DD, so their order is that of texts. */
  function outsidePeriod(ours: Readonly<Record<string, string>>): Refused | undefined {
    const period = target.periods.get(ours['collection'] ?? '');
    const day = ours[target.when] ?? '';
    if (period === undefined || (day >= period.from && day <= period.to)) return undefined;
    return { field: target.when, why: { out: 'error', reason: 'outside-collection', found: day } };
  }

  function repeated(id: string): Refused | undefined {
    return ids.has(id) ? { field: 'id', why: { out: 'error', reason: 'id-repeated', found: id } } : undefined;
  }
}

interface Refused {
  field: string;
  why: LeftOut;
}

/** Columns in which people write freely: what they must not hold, git could not forget. */
const FREE_TEXT: ReadonlySet<string> = new Set(['text', 'consent', 'moderation_reason']);

/** What is wrong with a cell that must or does hold something. Of personal data the kind is told, not the data. */
function cellFault(name: string, text: string, target: TargetColumns): LeftOut | undefined {
  if (text === '') return { out: 'error', reason: 'required-empty', found: '' };
  if (!target.fits(name, text)) return { out: 'error', reason: 'not-allowed', found: text };
  const [personal] = FREE_TEXT.has(name) ? personalData(text) : [];
  return personal === undefined ? undefined : { out: 'error', reason: 'personal-data', found: personal.rule };
}
