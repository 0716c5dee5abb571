import { describe, expect, it } from 'vitest';
import { type Receipt, apiShapes } from '../../../src/schema/api.ts';
import { receipt } from '../../../src/views/published/receipt.ts';
import { smallMarket, throughJson } from './small-market.ts';

// That its numbers can be computed again is the business of test/verify.
const scoring = smallMarket();
const { dataset } = scoring;
// What a stranger downloads: text, parsed.
const receipts: Receipt[] = dataset.vendors.map((_, v) => apiShapes.vendor.parse(throughJson(receipt(scoring, v))));

describe('a receipt', () => {
  const of = (slug: string): Receipt => receipts.find((r) => r.slug === slug) as Receipt;

  it('names the newer review that replaces an older one of the same person', () => {
    const replaced = of('vendor-02').rows.reviews.find((row) => row.id === 'r2-7');
    expect(replaced).toMatchObject({ weight: 0, supersededBy: 'r2-6' });
  });

  it('leaves out withheld and pending reviews, and every key of a person', () => {
    expect(of('vendor-03').rows.reviews.map((row) => row.id)).not.toContain('r3-4');
    expect(of('vendor-01').rows.reviews.map((row) => row.id)).not.toContain('r1-5');
    expect(JSON.stringify(receipts)).not.toMatch(/"(?:reviewer|observer)"/);
  });

  it('counts expired evidence at the tier that the method says', () => {
    expect(of('vendor-00').evidence.map((e) => [e.id, e.tier, e.counts])).toEqual([
      ['paper', 'documented', 'documented'],
      ['old', 'observed', 'declared'],
    ]);
  });

  it('leaves a criterion that does not apply out of every sum, with its reason', () => {
    const desk = of('vendor-04')
      .frameworks.flatMap((f) => f.dimensions)
      .flatMap((d) => d.criteria)
      .find((c) => c.id === 'desk');
    expect(desk).toMatchObject({
      state: 'not-applicable',
      observed: [],
      reviewed: [],
      reason: { en: 'No desk by design' },
    });
    expect(desk?.score).toBeUndefined();
  });

  it('writes a contact never answered as none', () => {
    expect(of('vendor-01').rows.observations.find((o) => o.id === 'o1-0')?.values['first-reply']).toBe('none');
  });

  it('of a vendor that is not benchmarked has no scores', () => {
    for (const slug of ['x-listed', 'z-gone']) expect(of(slug)).toMatchObject({ frameworks: [], measures: [] });
    expect(of('x-listed').overall).toBeUndefined();
  });

  it('holds the cases about the vendor', () => {
    expect(of('vendor-02').cases.map((c) => c.id)).toEqual(['c-1']);
  });

  it('says how far the facts may be off: a claim holds with the chance that its evidence gives', () => {
    // Vendor 0 counts two facets of desk: hours without evidence (declared, 0.5) and half of people by a paper (0.85).
    const desk = dimension('answers').criteria.find((c) => c.id === 'desk')?.answer;
    expect(desk?.points).toBeCloseTo((100 * (0.5 + 0.5 * 0.85)) / 2, 12);
    expect(desk?.sd).toBeCloseTo((100 * Math.hypot(0.5, 0.5 * Math.sqrt(0.85 * 0.15))) / 2, 12);
    // It is the one fact among two parts of the dimension's facts: desk weighs 2/3, speed (timed contacts) 1/3.
    expect(dimension('answers').factSd).toBeCloseTo(
      (0.6 * 2 * (desk?.sd ?? Number.NaN)) / 3 / (desks().observed.length + 1),
      12,
    );
  });

  it('says how much each dimension moves what is above it', () => {
    // Weights 2 and 1 within talk, which weighs 3 beside care, which weighs 1.
    expect(dimension('answers').slopes).toEqual({
      framework: expect.closeTo(2 / 3, 12),
      overall: expect.closeTo(1 / 2, 12),
    });
    expect(dimension('papers').slopes).toEqual({
      framework: expect.closeTo(1 / 3, 12),
      overall: expect.closeTo(1 / 4, 12),
    });
    expect(dimension('kept').slopes).toEqual({ framework: 1, overall: expect.closeTo(1 / 4, 12) });
  });

  it('adds up what the facts may be off, framework by framework and overall', () => {
    const [answers, papers] = [dimension('answers').factSd, dimension('papers').factSd];
    const own = of('vendor-00');
    expect(own.frameworks.find((f) => f.id === 'talk')?.factSd).toBeCloseTo(
      Math.hypot((2 / 3) * answers, papers / 3),
      12,
    );
    expect(own.frameworks.find((f) => f.id === 'care')?.factSd).toBe(0);
    expect(own.factSd).toBeCloseTo(Math.hypot(answers / 2, papers / 4), 12);
    expect(of('x-listed').factSd).toBeUndefined();
  });

  it('names the draws of the facts and those that measures share, as no measure can be called', () => {
    expect(of('vendor-00').rules.drawNames).toEqual({
      facts: 'the facts',
      vendors: 'the vendor',
      review: 'all reviews',
      observation: 'all contacts',
    });
  });
});

function dimension(id: string): Receipt['frameworks'][number]['dimensions'][number] {
  const found = receipts
    .find((r) => r.slug === 'vendor-00')
    ?.frameworks.flatMap((f) => f.dimensions)
    .find((d) => d.id === id);
  if (!found) throw new Error(`no dimension ${id}`);
  return found;
}

function desks(): Receipt['frameworks'][number]['dimensions'][number]['criteria'][number] {
  return dimension('answers').criteria[0]!;
}
