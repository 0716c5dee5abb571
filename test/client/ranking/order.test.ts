import { describe, expect, it } from 'vitest';
import { keptOf, regrouped, sorted } from '../../../src/client/ranking/order.ts';
import type { TableRow } from '../../../src/client/ranking/rows.tsx';

/** Only who a row is matters for its order. */
const row = (slug: string): TableRow => ({ slug }) as TableRow;
const [a, b, c, d] = [row('a'), row('b'), row('c'), row('d')];
const published = [
  { group: 1, rows: [a, b] },
  { group: 2, rows: [c, d] },
];
const slugs = (runs: readonly { group: number; rows: readonly TableRow[] }[]): string[] =>
  runs.map((run) => `${run.group}:${run.rows.map((r) => r.slug).join('')}`);

describe('the published groups', () => {
  it('keep their order without the rows that are filtered away', () => {
    expect(slugs(keptOf(published, [d, b]))).toEqual(['1:b', '2:d']);
  });
});

describe('a ranking made anew', () => {
  it('has its own groups, best first', () => {
    expect(
      slugs(
        regrouped(
          [
            { row: c, group: 1 },
            { row: a, group: 1 },
            { row: d, group: 2 },
          ],
          [a, c, d],
        ),
      ),
    ).toEqual(['1:ca', '2:d']);
  });

  it('has those it does not rank last, without a group', () => {
    expect(slugs(regrouped([{ row: c, group: 1 }], [a, b, c]))).toEqual(['1:c', '0:ab']);
  });

  it('leaves out whom the page has no row for', () => {
    expect(
      slugs(
        regrouped(
          [
            { row: undefined, group: 1 },
            { row: b, group: 1 },
          ],
          [b],
        ),
      ),
    ).toEqual(['1:b']);
  });
});

describe('rows by a column', () => {
  const values = new Map([
    [a, 2],
    [b, Number.NaN],
    [c, 1],
    [d, 2],
  ]);
  const valueOf = (r: TableRow): number => values.get(r) ?? Number.NaN;

  it('are one list, equal ones as they stood, those without a value last both ways', () => {
    expect(slugs(sorted(published, valueOf, 'down'))).toEqual(['0:adcb']);
    expect(slugs(sorted(published, valueOf, 'up'))).toEqual(['0:cadb']);
  });
});
