import { describe, expect, it } from 'vitest';
import { band, mark, strip } from '../../../src/views/pages/rank-band.ts';

describe('a band of places', () => {
  it('covers the cells of its places, of which each has an equal share of the width', () => {
    expect(band(1, 1, 4, 5)).toBe('M0 5H25');
    expect(band(2, 3, 4, 5)).toBe('M25 5H75');
    expect(band(1, 4, 4, 5)).toBe('M0 5H100');
  });

  it('has its marks in the middle of a cell', () => {
    expect(mark(1, 4)).toBe('M12.5 0v10');
    expect(mark(4, 4, 6)).toBe('M87.5 2v6');
  });

  it('is rounded to what can be seen', () => {
    expect(band(2, 2, 3, 5)).toBe('M33.33 5H66.67');
  });
});

describe('a strip of shares', () => {
  it('draws cells by level: the higher, the more often', () => {
    expect(strip([0.7, 0.2, 0.1, 0], 4)).toEqual([
      { level: 2, path: 'M50 10v-4h25V10z' },
      { level: 3, path: 'M25 10v-6h25V10z' },
      { level: 5, path: 'M0 10v-10h25V10z' },
    ]);
  });

  it('draws cells of one level as one path, and next to nothing not at all', () => {
    expect(strip([0.4, 0.004, 0.4, 0.196], 4).map((l) => [l.level, l.path])).toEqual([
      [3, 'M75 10v-6h25V10z'],
      [4, 'M0 10v-8h25V10zM50 10v-8h25V10z'],
    ]);
  });

  it('has forty cells at most: beyond that neighbours share one', () => {
    const shares = new Float64Array(90);
    shares[0] = 0.2;
    shares[1] = 0.2;
    shares[2] = 0.25;
    shares[89] = 0.35;
    // Three places a cell: 0.65 in the first, 0.35 in the last.
    expect(strip(shares, 90)).toEqual([
      { level: 4, path: 'M96.67 10v-8h3.33V10z' },
      { level: 5, path: 'M0 10v-10h3.33V10z' },
    ]);
  });

  it('looks no further than the places on its axis', () => {
    expect(strip([0, 0.5, 0.5], 2)).toEqual([{ level: 4, path: 'M50 10v-8h50V10z' }]);
  });
});
