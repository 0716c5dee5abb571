/** Strengths and gaps: only of dimensions with enough evidence. */
import { describe, expect, it } from 'vitest';
import type { VendorScores } from '../../../../src/score/types.ts';
import { vendorPage } from '../../../../src/views/pages/vendor/page.ts';
import type { DimensionBlock } from '../../../../src/views/pages/vendor/scores.ts';
import { market } from '../../fixture.ts';

/** The page of vendor 0 with its first dimension, 30 points above the median, marked as lacking evidence. */
function pageWithout(state: 'not-shown' | 'estimated'): ReturnType<typeof vendorPage> {
  const inputs = market();
  const of = (v: number): VendorScores => {
    const scores = inputs.market.of(v);
    if (v !== 0) return scores;
    const frameworks = scores.frameworks.map((f) => ({
      ...f,
      dimensions: f.dimensions.map((d, i) =>
        i === 0 ? { ...d, covered: false, criteria: d.criteria.map((c) => ({ ...c, state, measures: [] })) } : d,
      ),
    }));
    return { ...scores, frameworks };
  };
  return vendorPage({ ...inputs, market: { ...inputs.market, of } }, 0, 'en');
}

function firstDimension(page: ReturnType<typeof vendorPage>): DimensionBlock | undefined {
  return page.frameworks[0]?.themes[0]?.dimensions[0];
}

describe('a dimension without enough evidence', () => {
  it('is neither strength nor gap, and is counted as lacking evidence', () => {
    expect(pageWithout('not-shown').contrasts).toEqual({ strengths: [], gaps: [], insufficient: 1, compared: 2 });
    expect(vendorPage(market(), 0, 'en').contrasts).toMatchObject({
      strengths: [{ name: 'phone' }],
      insufficient: 0,
      compared: 3,
    });
  });

  it('keeps its figure, says what that goes by, and draws no interval', () => {
    expect(firstDimension(pageWithout('not-shown'))).toMatchObject({
      points: { score: 90 },
      bar: undefined,
      insufficient: 'not-shown',
    });
    expect(firstDimension(pageWithout('estimated'))).toMatchObject({ bar: undefined, insufficient: 'market' });
    expect(firstDimension(vendorPage(market(), 0, 'en'))?.bar).toBeDefined();
  });
});
