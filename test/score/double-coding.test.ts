import { describe, expect, it } from 'vitest';
import type { CodingTable, Dataset } from '../../src/schema/dataset.ts';
import { agreed, agreementOn, codedUnits } from '../../src/score/double-coding.ts';
import { datasetOf } from './dataset-builder.ts';

/** Rows of vendor, criterion, facet, coder, day, state. */
function table(rows: readonly (readonly [number, number, number, number, number, number])[]): CodingTable {
  const column = (i: number): Int32Array => Int32Array.from(rows, (row) => row[i]);
  return {
    count: rows.length,
    vendor: column(0),
    criterion: column(1),
    facet: column(2),
    coder: column(3),
    day: column(4),
    state: column(5),
  };
}

/** Criterion 0 is a checklist of two facets, criterion 1 has levels. */
function dataset(codings: CodingTable): Dataset {
  const sketch = {
    frameworks: [
      {
        id: 'f',
        dimensions: [
          {
            id: 'd',
            criteria: [
              { id: 'a', facets: ['x', 'y'] },
              { id: 'b', levels: { low: 0, high: 100 } },
            ],
          },
        ],
      },
    ],
    vendors: [{ slug: 'v' }, { slug: 'w' }],
  };
  return { ...datasetOf(sketch), codings };
}

describe('facts that were looked at twice', () => {
  it('are those that two people looked at, in the order of vendors, criteria and facets', () => {
    const units = codedUnits(
      table([
        [1, 0, 0, 0, 5, 0],
        [0, 1, -1, 1, 5, 0],
        [0, 1, -1, 0, 5, 1],
        [1, 0, 0, 1, 6, 0],
        [0, 0, 1, 0, 5, 2],
      ]),
    );
    expect(units).toEqual([
      { vendor: 0, criterion: 1, facet: -1, rows: [2, 1] },
      { vendor: 1, criterion: 0, facet: 0, rows: [0, 3] },
    ]);
  });

  it('stand by criterion before facet, whatever order their rows came in', () => {
    const pair = (
      vendor: number,
      criterion: number,
      facet: number,
    ): [number, number, number, number, number, number][] => [
      [vendor, criterion, facet, 0, 1, 0],
      [vendor, criterion, facet, 1, 1, 0],
    ];
    const units = codedUnits(table([...pair(0, 2, 0), ...pair(0, 0, 1), ...pair(0, 0, 0), ...pair(0, 1, 5)]));
    expect(units.map((u) => [u.criterion, u.facet])).toEqual([
      [0, 0],
      [0, 1],
      [1, 5],
      [2, 0],
    ]);
  });

  it('count with the newest that each of them found', () => {
    const own = table([
      [0, 0, 0, 0, 5, 1],
      [0, 0, 0, 0, 9, 0],
      [0, 0, 0, 1, 5, 0],
      [0, 0, 0, 1, 4, 2],
    ]);
    expect(codedUnits(own)).toEqual([{ vendor: 0, criterion: 0, facet: 0, rows: [1, 2] }]);
    expect(codedUnits(own).map((unit) => agreed(own, unit))).toEqual([true]);
  });

  it('are none when one person alone looked', () => {
    expect(
      codedUnits(
        table([
          [0, 0, 0, 0, 5, 1],
          [0, 0, 0, 0, 6, 1],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('agreement', () => {
  it('is what two people say the same, beyond chance', () => {
    // Krippendorff 2011, section B, with fewer units: 00 00 11 01. Coincidences 0-0: 4, 1-1: 2, 0-1: 1 + 1.
    const own = dataset(
      table(
        [0, 0, 1, 0].flatMap(
          (first, vendor) =>
            [
              [vendor, 0, 0, 0, 1, first],
              [vendor, 0, 0, 1, 1, vendor === 3 ? 1 : first],
            ] as [number, number, number, number, number, number][],
        ),
      ),
    );
    const found = agreementOn(own, codedUnits(own.codings as CodingTable));
    // alpha = 1 - (n - 1) o01 / (n0 n1) = 1 - 7 x 1 / (5 x 3).
    expect(found).toEqual({ units: 4, same: 3, alpha: expect.closeTo(1 - 7 / 15, 12) });
  });

  it('tells levels of different criteria apart, and people by who they are', () => {
    // Three units of levels, two of facets; coder 7 and coder 3 differ once: codes are state + 100 x (1 + criterion).
    const own = dataset(
      table([
        [0, 1, -1, 7, 1, 0],
        [0, 1, -1, 3, 1, 1],
        [1, 1, -1, 7, 1, 1],
        [1, 1, -1, 3, 1, 1],
        [0, 0, 0, 3, 1, 1],
        [0, 0, 0, 7, 1, 1],
      ]),
    );
    // Units 0: 200 201; 1: 201 201; 2: 1 1. n 6: one of 200, three of 201, two of 1. o(disagree) 2 of 6.
    // Expected 2 (n_a n_b summed) / (n - 1) = 2 (1 x 3 + 1 x 2 + 3 x 2) / 5 = 22 / 5.
    expect(agreementOn(own, codedUnits(own.codings as CodingTable))).toEqual({
      units: 3,
      same: 2,
      alpha: expect.closeTo(1 - 2 / (22 / 5), 12),
    });
  });

  it('does not take a level for a state of a facet', () => {
    const own = dataset(
      table([
        [0, 0, 0, 0, 1, 0],
        [0, 0, 0, 1, 1, 0],
        [0, 1, -1, 0, 1, 0],
        [0, 1, -1, 1, 1, 0],
      ]),
    );
    // Two units, each with a code of its own: full agreement, and something to agree on.
    expect(agreementOn(own, codedUnits(own.codings as CodingTable))).toEqual({ units: 2, same: 2, alpha: 1 });
  });

  it('has no alpha where all codes are the same, and none without codings', () => {
    const own = dataset(
      table([
        [0, 0, 0, 0, 1, 0],
        [0, 0, 0, 1, 1, 0],
      ]),
    );
    expect(agreementOn(own, codedUnits(own.codings as CodingTable))).toEqual({ units: 1, same: 1, alpha: undefined });
    const { codings: _codings, ...without } = own;
    expect(agreementOn(without, [])).toEqual({ units: 0, same: 0, alpha: undefined });
  });
});
