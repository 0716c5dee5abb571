/**
 * Agreement and consistency: Krippendorff's own examples and those of Wikipedia, the attitude data of R (Chatterjee & Price 1977)
 * with the figures of psych::alpha.
 */
import { describe, expect, it } from 'vitest';
import { type CodeScale, krippendorffAlpha } from '../../src/score/agreement.ts';
import { alphaIfDropped, cronbachAlpha, standardisedAlpha } from '../../src/score/consistency.ts';
import { column, describeOracle, numberOf, readJson, readRows, report, worstDifference } from './oracle-files.ts';

describe('figures of psych::alpha', () => {
  it('its standardised alpha of seven items follows from their mean correlation', () => {
    // Two items of correlation r, written so that r is the published mean 0.426906642649717; seven such items give 0.839.
    const r = 0.426906642649717;
    const [one, other] = [
      [1, -1, 1, -1],
      [r + Math.sqrt(1 - r * r), -r + Math.sqrt(1 - r * r), r - Math.sqrt(1 - r * r), -r - Math.sqrt(1 - r * r)],
    ] as const;
    const pair = standardisedAlpha([one, other]);
    expect(pair?.meanCorrelation).toBeCloseTo(r, 12);
    expect(pair?.alpha).toBeCloseTo((2 * r) / (1 + r), 12);
    expect((7 * r) / (1 + 6 * r)).toBeCloseTo(0.839083803029511, 12);
  });
});

interface Example {
  data: (number | null)[][];
  alpha: Record<CodeScale, number>;
}

describeOracle('agreement', () => {
  it("has our Krippendorff's alpha on every scale", () => {
    const examples = Object.values(readJson('agreement/krippendorff.json') as Record<string, Example>);
    let worst = 0;
    for (const { data, alpha } of examples) {
      const codes = data.map((row) => row.map((x) => x ?? Number.NaN));
      for (const scale of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
        worst = Math.max(worst, Math.abs((krippendorffAlpha(codes, scale) ?? Number.NaN) - alpha[scale]));
      }
    }
    report("Krippendorff's alpha", worst);
    expect(examples).toHaveLength(2);
    expect(worst).toBeLessThan(1e-12);
  });

  it("has our Cronbach's alpha, raw, standardised and with each item dropped", () => {
    const rows = readRows('agreement/attitude.csv');
    const dropped = readRows('agreement/attitude_alpha_if_dropped.csv');
    const items = dropped.map((row) => column(rows, row['item'] ?? ''));
    const figures = new Map(
      readRows('agreement/attitude_cronbach.csv').map((row) => [row['stat'], numberOf(row['value'])]),
    );
    const standardised = standardisedAlpha(items);
    const worst = worstDifference(
      [
        cronbachAlpha(items) ?? Number.NaN,
        standardised?.alpha ?? Number.NaN,
        standardised?.meanCorrelation ?? Number.NaN,
        ...alphaIfDropped(items).map((a) => a ?? Number.NaN),
      ],
      [
        figures.get('raw_alpha') ?? 0,
        figures.get('std.alpha') ?? 0,
        figures.get('average_r') ?? 0,
        ...column(dropped, 'alpha_if_dropped'),
      ],
    );
    report("Cronbach's alpha", worst);
    expect(items).toHaveLength(7);
    expect(worst).toBeLessThan(1e-12);
  });
});
