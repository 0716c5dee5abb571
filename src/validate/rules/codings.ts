/** Rules of `data/codings/`: rows into the columns of a `CodingTable`. */
import type { Rules } from '../../schema/problem.ts';

import type { RawCsv } from '../../load/raw.ts';
import { CODED_STATES } from '../../schema/coding.ts';
import type { CodingTable } from '../../schema/dataset.ts';
import type { Criterion, Framework } from '../../schema/framework.ts';
import { choiceOf, dayUpTo } from '../cell-decoders.ts';
import { CodedColumn, type Decode, KeyColumn } from '../columns.ts';
import { amongst } from '../nearest.ts';
import type { Report } from '../report.ts';
import { type CellFaults, readTable } from '../table.ts';

export const CODINGS_RULES = {
  'coding-unmeasured': {
    severity: 'error',
    en: [
      '"{found}", which is measured by a number or by others',
      'a criterion with facets or levels',
      'take the row out',
    ],
    zh: ['“{found}”，它由数值或他人的说法计量', '有要点或等级的指标', '删掉这一行'],
  },
  'coding-facet': {
    severity: 'error',
    en: ['"{found}" for a criterion with levels', 'nothing: {criterion} has no facets', 'leave the cell empty'],
    zh: ['“{found}”，而该指标分等级', '空：{criterion} 没有要点', '把这一格留空'],
  },
} as const satisfies Rules;

const int32 = (length: number): Int32Array => new Int32Array(length);
/** Holds NaN where a cell is faulty, so that nothing more is asked of it. */
const float64 = (length: number): Float64Array => new Float64Array(length);

/**
 * Reads all codings.
 * @param slugs vendors in the order of the dataset.
 * @param frameworks in the order of the dataset; undefined when one is faulty: then references are not judged.
 * @param asOf the last day that may be named; undefined when it is not known.
 */
export function readCodings(
  files: readonly RawCsv[],
  slugs: readonly string[],
  frameworks: readonly Framework[] | undefined,
  asOf: string | undefined,
  report: Report,
): CodingTable {
  const criteria = (frameworks ?? []).flatMap((f) =>
    f.dimensions.flatMap((d) => d.criteria.map((criterion) => ({ ref: `${f.id}/${criterion.id}`, criterion }))),
  );
  const facets: string[] = [];
  const states: string[] = [];
  const vendor = new CodedColumn('vendor', 'required', int32, choiceOf(slugs, 'vendor-unknown'), slugs.length);
  const criterion = new CodedColumn('criterion', 'required', float64, criterionOf(criteria.map((c) => c.ref)));
  const facet = new CodedColumn('facet', -1, float64, asWritten(facets));
  const coder = new KeyColumn('coder', true);
  const day = new CodedColumn('coded_on', 'required', int32, dayUpTo(asOf));
  const state = new CodedColumn('state', 'required', float64, asWritten(states));
  const seen = new Set<string>();

  const checkRows = (base: number, rows: number, faults: CellFaults): void => {
    for (let i = 0; i < rows; i++) {
      const row = base + i;
      const [c, f, s] = [criterion.values.at(row), facet.values.at(row), state.values.at(row)];
      const asked = criteria[c];
      if (asked === undefined) continue;
      checkUnit(asked.criterion, f === -1 ? '' : facets[f], states[s], (column, rule, params) =>
        faults.add(i, column, rule, params),
      );
      const unit = `${vendor.values.at(row)} ${c} ${f} ${coder.values.at(row)}`;
      if (seen.has(unit)) faults.add(i, '', 'duplicate-entry', { found: asked.ref });
      seen.add(unit);
    }
  };
  const columns = [vendor, ...(frameworks === undefined ? [] : [criterion, facet, state]), coder, day];
  const count = readTable(files, { columns, check: checkRows, open: frameworks === undefined }, report);
  const indexes = (column: CodedColumn<Float64Array>): Int32Array =>
    Int32Array.from(column.values.first(count).subarray(0, count));
  const criteriaOf = indexes(criterion);
  const [facetOf, stateOf] = [indexes(facet), indexes(state)];
  return {
    count,
    vendor: vendor.values.first(count),
    criterion: criteriaOf,
    facet: facetOf.map(
      (f, row) => criteria[criteriaOf[row] ?? -1]?.criterion.facets.findIndex((own) => own.id === facets[f]) ?? -1,
    ),
    coder: coder.values.first(count),
    day: day.values.first(count),
    state: stateOf.map((s, row) => optionsOf(criteria[criteriaOf[row] ?? -1]?.criterion).indexOf(states[s] ?? '')),
  };
}

/** Index of the criterion `framework/criterion`. */
function criterionOf(refs: readonly string[]): Decode {
  const index = new Map(refs.map((ref, i) => [ref, i]));
  return (cell) =>
    index.get(cell) ?? {
      rule: 'criterion-unknown',
      params: () => ({
        ...amongst(cell, refs),
        framework: refs.some((ref) => ref.startsWith(`${cell.split('/')[0] ?? ''}/`))
          ? (cell.split('/')[0] ?? '')
          : '*',
      }),
    };
}

/** Numbers cells in order of first sight, and keeps them: what they may be depends on the criterion of their row. */
function asWritten(texts: string[]): Decode {
  return (cell) => {
    const known = texts.indexOf(cell);
    return known === -1 ? texts.push(cell) - 1 : known;
  };
}

/** What a criterion's facets, or the criterion itself, can be found to be. */
function optionsOf(criterion: Criterion | undefined): readonly string[] {
  return criterion?.measure?.kind === 'level' ? levelsOf(criterion) : CODED_STATES;
}

function levelsOf({ measure }: Criterion): string[] {
  return measure?.kind === 'level' ? measure.levels.map((l) => l.id) : [];
}

type Tell = (
  column: string,
  rule: 'coding-unmeasured' | 'coding-facet' | 'facet-unknown' | 'level-unknown' | 'choice' | 'required',
  params: Readonly<Record<string, string>>,
) => void;

/** A facet and a state that the criterion has; undefined stands for a faulty cell. */
function checkUnit(criterion: Criterion, facet: string | undefined, state: string | undefined, tell: Tell): void {
  const kind = criterion.measure?.kind;
  if (kind !== 'checklist' && kind !== 'level') {
    tell('criterion', 'coding-unmeasured', { found: criterion.id });
    return;
  }
  const facets = criterion.facets.map((f) => f.id);
  if (kind === 'checklist' && facet === '') tell('facet', 'required', { found: '', expected: facets.join(', ') });
  else if (kind === 'level' && facet !== undefined && facet !== '')
    tell('facet', 'coding-facet', { found: facet, criterion: criterion.id });
  else if (kind === 'checklist' && facet !== undefined && facet !== '' && !facets.includes(facet))
    tell('facet', 'facet-unknown', { ...amongst(facet, facets), criterion: criterion.id });
  const options = optionsOf(criterion);
  if (state !== undefined && !options.includes(state))
    tell('state', kind === 'level' ? 'level-unknown' : 'choice', {
      ...amongst(state, options),
      criterion: criterion.id,
    });
}
