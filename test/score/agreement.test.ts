import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from '../../src/score/agreement.ts';

/** Codes as printed, `.` = none. */
const codes = (row: string): number[] => [...row].map((c) => (c === '.' ? Number.NaN : Number(c)));

describe("Krippendorff's alpha", () => {
  // The worked example of Krippendorff (2011), section C and D: four observers, twelve units.
  const example = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'].map(codes);

  it('is that of the worked example on every scale', () => {
    expect(krippendorffAlpha(example, 'nominal')).toBeCloseTo(0.743421052631579, 12);
    expect(krippendorffAlpha(example, 'ordinal')).toBeCloseTo(0.8153875037548814, 12);
    expect(krippendorffAlpha(example, 'interval')).toBeCloseTo(0.8491071428571428, 12);
    expect(krippendorffAlpha(example, 'ratio')).toBeCloseTo(0.7974027747116121, 12);
  });

  it('is that of his binary data for two observers: 0.095 (section A)', () => {
    // They agree on six of ten units, which hardly differs from chance.
    const a = codes('0100000010');
    const b = codes('1110010000');
    expect(krippendorffAlpha([a, b], 'nominal')).toBeCloseTo(0.095, 3);
  });

  it('is 1 when all agree, and falls below 0 when they contradict one another', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
        'ordinal',
      ),
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          [1, 2, 1, 2],
          [2, 1, 2, 1],
        ],
        'nominal',
      ),
    ).toBeLessThan(0);
  });

  it('takes no notice of units that only one observer coded, of the order of observers, or of where lists end', () => {
    const alpha = krippendorffAlpha(example, 'interval');
    expect(krippendorffAlpha(example.toReversed(), 'interval')).toBeCloseTo(alpha ?? Number.NaN, 12);
    expect(krippendorffAlpha([...example.slice(1), [...(example[0] ?? []), 4]], 'interval')).toBeCloseTo(
      alpha ?? Number.NaN,
      12,
    );
  });

  it('does not depend on the order of the units', () => {
    for (const scale of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
      expect(
        krippendorffAlpha(
          example.map((row) => row.toReversed()),
          scale,
        ),
      ).toBeCloseTo(krippendorffAlpha(example, scale) ?? Number.NaN, 12);
    }
  });

  it('on an ordinal scale goes by ranks: stretching the codes changes nothing', () => {
    const stretched = example.map((row) => row.map((x) => x ** 3));
    expect(krippendorffAlpha(stretched, 'ordinal')).toBeCloseTo(0.8153875037548814, 12);
    expect(krippendorffAlpha(stretched, 'interval')).not.toBeCloseTo(0.8491071428571428, 3);
  });

  it('does not exist where nothing was coded twice or nothing differs', () => {
    expect(
      krippendorffAlpha(
        [
          [1, Number.NaN],
          [Number.NaN, 2],
        ],
        'nominal',
      ),
    ).toBeUndefined();
    expect(
      krippendorffAlpha(
        [
          [3, 3],
          [3, 3],
        ],
        'interval',
      ),
    ).toBeUndefined();
    expect(krippendorffAlpha([], 'ratio')).toBeUndefined();
  });
});
