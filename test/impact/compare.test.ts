import { describe, expect, it } from 'vitest';
import { compare, type LabelledWorkspace } from '../../src/impact/compare.ts';
import { impactReport } from '../../src/schema/impact.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { goldenCopy } from '../workspaces/golden-copy.ts';

const METHOD = 'content/methodology/2026.1/method.yaml';

async function scored(folder: string): Promise<LabelledWorkspace> {
  const { dataset, market } = await runPipeline(folder);
  return { dataset, market, label: folder };
}

async function change(edit: (copy: ReturnType<typeof goldenCopy>) => void) {
  const copy = goldenCopy();
  const base = await scored(copy.folder);
  edit(copy);
  const head = await scored(copy.folder);
  const report = compare(base, head, false);
  const of = (slug: string) => report.changed.find((v) => v.slug === slug);
  /** Points of a vendor by the kind of part. */
  const by = (slug: string): Record<string, number> =>
    Object.fromEntries((of(slug)?.steps ?? []).map((s) => [report.parts[s.part]?.kind ?? '', s.points]));
  return { base, head, report, of, by };
}

/** Five points of weight from answer to promise. */
function moveWeight(copy: ReturnType<typeof goldenCopy>): void {
  copy.edit(METHOD, 'promise: { weight: 60 }', 'promise: { weight: 65 }');
  copy.edit(METHOD, 'answer: { weight: 40 }', 'answer: { weight: 35 }');
}

const lowerTier = (copy: ReturnType<typeof goldenCopy>): void => copy.edit(METHOD, 'declared: 0.5', 'declared: 0.3');
const longerWarranty = (copy: ReturnType<typeof goldenCopy>): void =>
  copy.edit('data/vendors/cedar.yaml', 'warranty: { value: 12 }', 'warranty: { value: 24 }');

/** Promise less answer for a vendor by the old method. */
function gapOf(base: LabelledWorkspace, slug: string): number {
  const [promise, answer] =
    base.market.of(base.dataset.vendors.findIndex((v) => v.slug === slug)).frameworks[0]?.dimensions ?? [];
  return (promise?.estimate?.score ?? Number.NaN) - (answer?.estimate?.score ?? Number.NaN);
}

describe('a change that changes nothing', () => {
  it('moves nobody', async () => {
    const { report } = await change(() => {});
    expect(report).toMatchObject({
      changed: [],
      entered: [],
      left: [],
      unchanged: 5,
      settings: [],
      files: [],
      publishedChanged: [],
      parts: [],
    });
    const still = { changed: false, mean: 0, most: 0, groups: 0 };
    expect(report.sides).toEqual({ method: still, date: still, data: still });
    expect(report.order).toEqual({ compared: 4, tau: 1, crossed: 0 });
  });
});

describe('five points of weight moved from answer to promise', () => {
  it('move each score by a twentieth of the difference of its two dimensions, all of it by method', async () => {
    const { base, of, by, report } = await change(moveWeight);
    for (const slug of ['anchor', 'beacon', 'cedar', 'dune']) {
      expect(of(slug)?.points).toBeCloseTo(0.05 * gapOf(base, slug), 9);
      expect(by(slug)).toEqual({ 'dimension-weights': of(slug)?.points });
    }
    expect(report.parts).toMatchObject([
      { kind: 'dimension-weights', framework: 'care', name: { zh: '照料', en: 'Care' }, unit: 'dimension' },
    ]);
    expect([report.sides.method.changed, report.sides.date.changed, report.sides.data.changed]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are caused by the two dimensions, each by how far it is from the vendor as a whole', async () => {
    const { base, of } = await change(moveWeight);
    const [step] = of('cedar')?.steps ?? [];
    const overall = ((of('cedar')?.from.score ?? 0) + (of('cedar')?.to.score ?? 0)) / 2;
    const [promise] =
      base.market.of(base.dataset.vendors.findIndex((v) => v.slug === 'cedar')).frameworks[0]?.dimensions ?? [];
    const told = step?.causes.find((c) => c.key === 'care/promise');
    expect(step?.overall).toBeCloseTo(overall, 9);
    expect(told).toMatchObject({
      name: { zh: '守约', en: 'Promise' },
      score: { points: expect.closeTo(0, 9) as number },
    });
    expect(told?.points).toBeCloseTo(0.05 * ((promise?.estimate?.score ?? 0) - overall), 9);
    expect(step?.causes).toHaveLength(2);
    expect(step?.others).toBe(0);
    expect(step?.rest).toBeCloseTo(0, 9);
  });

  it('are told as settings, and as a published version that was changed', async () => {
    const { report } = await change((copy) => copy.edit(METHOD, 'promise: { weight: 60 }', 'promise: { weight: 65 }'));
    expect(report.settings).toEqual([
      { path: 'frameworks.care.dimensions.promise.weight', name: { zh: '守约', en: 'Promise' }, from: '60', to: '65' },
    ]);
    expect(report.publishedChanged).toEqual(['2026.1']);
    expect(report.files).toEqual([{ path: METHOD, change: 'changed' }]);
  });
});

describe('a warranty twice as long', () => {
  it('moves that vendor by the points that its formula gives, all of it by data, through that criterion', async () => {
    const { of, by, report } = await change(longerWarranty);
    // Declared, so half of it counts: 25 points more for one of two criteria; facts are 0.6 of a dimension that weighs 0.4.
    const expected = 25 * 0.5 * 0.6 * 0.4;
    expect(of('cedar')?.points).toBeCloseTo(expected, 9);
    expect(by('cedar')).toEqual({ data: expect.closeTo(expected, 9) as number });
    const [step] = of('cedar')?.steps ?? [];
    const [cause, ...others] = step?.causes ?? [];
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ key: 'care/warranty', name: { zh: '保修月数', en: 'Months of warranty' } });
    expect(cause?.points).toBeCloseTo(expected, 9);
    expect(cause?.score).toEqual({
      from: expect.closeTo(25, 9) as number,
      to: expect.closeTo(50, 9) as number,
      points: expect.closeTo(expected, 9) as number,
    });
    expect(cause?.weight.from).toBeCloseTo(0.12, 9);
    expect(step?.rest).toBeCloseTo(0, 9);
    expect(report.changed.filter((v) => v.points !== 0).map((v) => v.slug)).toEqual(['cedar']);
  });
});

describe('several changes at once', () => {
  it('are told apart as method and data, and add up', async () => {
    const { of, by } = await change((copy) => {
      moveWeight(copy);
      longerWarranty(copy);
    });
    // Under the new method the dimension weighs 0.35.
    expect(by('cedar')['data']).toBeCloseTo(25 * 0.5 * 0.6 * 0.35, 9);
    expect(Object.values(by('cedar')).reduce((a, b) => a + b, 0)).toBeCloseTo(of('cedar')?.points ?? Number.NaN, 9);
    expect(of('cedar')?.to.score).toBeCloseTo((of('cedar')?.from.score ?? 0) + (of('cedar')?.points ?? 0), 9);
  });

  it('of the method are put into force one after the other: weights first, then tiers', async () => {
    const { base, of, by, report } = await change((copy) => {
      lowerTier(copy);
      moveWeight(copy);
    });
    expect(report.parts.map((p) => p.kind)).toEqual(['dimension-weights', 'tiers']);
    // Cedar's receipt is one and a half of two facets, declared: 75 x 0.5 = 37.5, now 75 x 0.3 = 22.5; it makes up the facts of
    // promise. Its warranty is 50 x 0.5 = 25, now 15, half of answer. Facts count 0.6, and the new weights hold already.
    const tiers = -15 * 0.6 * 0.65 - 10 * 0.5 * 0.6 * 0.35;
    expect(by('cedar')).toEqual({
      'dimension-weights': expect.closeTo(0.05 * gapOf(base, 'cedar'), 9) as number,
      tiers: expect.closeTo(tiers, 9) as number,
    });
    expect(of('cedar')?.points).toBeCloseTo(0.05 * gapOf(base, 'cedar') - 6.9, 9);
    // Nobody else of the four has anything that is only declared and worth more than 0.
    expect(report.parts[1]?.mean).toBeCloseTo(6.9 / 4, 9);
    expect(report.parts[1]?.most).toBeCloseTo(6.9, 9);
    const gaps = ['anchor', 'beacon', 'cedar', 'dune'].map((slug) => Math.abs(0.05 * gapOf(base, slug)));
    expect(report.parts[0]?.mean).toBeCloseTo(gaps.reduce((a, b) => a + b, 0) / 4, 9);
    // Together they are counted with their signs.
    const together = ['anchor', 'beacon', 'cedar', 'dune'].map((slug) =>
      Math.abs(0.05 * gapOf(base, slug) + (slug === 'cedar' ? tiers : 0)),
    );
    expect(report.sides.method.mean).toBeCloseTo(together.reduce((a, b) => a + b, 0) / 4, 9);
    expect(report.sides.method.most).toBeCloseTo(Math.max(...together), 9);
  });

  it('of method, date and data make three steps, and each is said to have moved', async () => {
    const { of, by, report } = await change((copy) => {
      lowerTier(copy);
      longerWarranty(copy);
      copy.edit('data/release.yaml', '2026-06-30', '2026-12-31');
    });
    expect(report.parts.map((p) => p.kind)).toEqual(['tiers', 'date', 'data']);
    expect([report.sides.method.changed, report.sides.date.changed, report.sides.data.changed]).toEqual([
      true,
      true,
      true,
    ]);
    // Months of warranty do not age: 50 points more, declared, at the old weights.
    expect(by('cedar')['data']).toBeCloseTo(50 * 0.3 * 0.5 * 0.6 * 0.4, 9);
    expect(by('cedar')['tiers']).toBeCloseTo(-15 * 0.6 * 0.6 - 10 * 0.5 * 0.6 * 0.4, 9);
    for (const vendor of report.changed.filter((v) => v.points !== undefined))
      expect(vendor.steps.reduce((sum, s) => sum + s.points, 0)).toBeCloseTo(vendor.points ?? 0, 9);
    // Reviews and contacts are half a year older, so the market's mean counts for more.
    expect(by('dune')['date']).toBeGreaterThan(0);
    expect(of('dune')?.steps).toHaveLength(1);
  });

  it('name the date alone when only that was moved', async () => {
    const { report } = await change((copy) => copy.edit('data/release.yaml', '2026-06-30', '2026-12-31'));
    expect([report.sides.method.changed, report.sides.date.changed, report.sides.data.changed]).toEqual([
      false,
      true,
      false,
    ]);
    expect(report.parts.map((p) => p.kind)).toEqual(['date']);
  });
});

describe('settings that no score follows from', () => {
  it('are a change of the method without a part', async () => {
    const { report } = await change((copy) => copy.edit(METHOD, 'priceDays: 180', 'priceDays: 90'));
    expect(report.parts).toEqual([]);
    expect(report.sides.method).toEqual({ changed: true, mean: 0, most: 0, groups: 0 });
    expect(report.settings).toEqual([
      {
        path: 'freshness.priceDays',
        meaning: { zh: '价格多少天后算旧', en: 'Days after which a price is old' },
        from: '180',
        to: '90',
      },
    ]);
  });
});

describe('vendors', () => {
  it('that come and go are named with where they stand', async () => {
    const { report } = await change((copy) => {
      copy.write('data/vendors/fern.yaml', 'name: { en: Fern }\nstatus: listed\n');
      copy.edit('data/vendors/elm.yaml', 'status: listed', 'status: participating');
    });
    expect(report.entered).toEqual([{ slug: 'fern', name: { en: 'Fern' }, to: { status: 'listed' } }]);
    const elm = report.changed.find((v) => v.slug === 'elm');
    expect(elm).toMatchObject({ from: { status: 'listed' }, to: { status: 'participating' } });
    expect(elm?.points).toBeUndefined();
    expect(elm?.to.score).toBeGreaterThan(0);
  });

  it('that leave are told with where they stood', async () => {
    const copy = goldenCopy();
    const head = await scored(copy.folder);
    copy.write('data/vendors/fern.yaml', 'name: { en: Fern }\nstatus: listed\n');
    const base = await scored(copy.folder);
    expect(compare(base, head, false).left).toEqual([
      { slug: 'fern', name: { en: 'Fern' }, from: { status: 'listed' } },
    ]);
  });
});

describe('a method that asks otherwise', () => {
  it('is scored on the old data without what they cannot say', async () => {
    const { of, by, head } = await change((copy) => {
      // A facet more, a question less: the old answers stay, the new facet is not shown, nobody was asked the rest.
      copy.edit(
        'content/frameworks/care.yaml',
        '          - id: price',
        "          - id: seal\n            name: { zh: 印章, en: Seal }\n            shows: { zh: 收据样张, en: 'A sample receipt' }\n          - id: price",
      );
      copy.edit('data/vendors/anchor.yaml', 'day: met,', 'day: met, seal: met,');
    });
    expect(head.market.rankedCount).toBe(4);
    // Observed, all shown: before and after the receipt is worth 100; in between 2 of 3 facets.
    const weight = 0.6 * 0.6;
    expect(by('anchor')['asked']).toBeCloseTo(-weight * (100 / 3), 9);
    expect(by('anchor')['data']).toBeCloseTo(weight * (100 / 3), 9);
    expect(of('anchor')?.points).toBeCloseTo(0, 9);
  });
});

describe('a dimension that is new', () => {
  const extra = `  - id: extra
    theme: all
    name: { zh: 额外, en: Extra }
    summary: { zh: 额外。, en: 'More.' }
    criteria:
      - id: gift
        name: { zh: 赠品, en: Gift }
        meaning: { zh: 送什么。, en: 'What is given.' }
        evidence: { zh: 照片。, en: 'A photograph.' }
        measure: { kind: number, goalposts: gift }
`;
  const both = async () => {
    const changed = await change((copy) => {
      copy.write('content/frameworks/care.yaml', `${copy.read('content/frameworks/care.yaml')}${extra}`);
      copy.edit(METHOD, 'answer: { weight: 40 }', 'answer: { weight: 20 }\n      extra: { weight: 20 }');
      copy.edit(METHOD, 'pick-up: {', 'gift: { worst: 0, best: 10 }\n  pick-up: {');
    });
    return { ...changed, back: compare(changed.head, changed.base, false) };
  };

  it('comes with its own weight, beside the old weights of the rest, and those change after it', async () => {
    const { base, by, report } = await both();
    expect(report.parts.map((p) => p.kind)).toEqual(['asked', 'dimension-weights', 'data']);
    // Nobody shows a gift: 0 points at 20 of 120; then 60 and 20 and 20 of 100.
    const [promise, answer] =
      base.market
        .of(base.dataset.vendors.findIndex((v) => v.slug === 'anchor'))
        .frameworks[0]?.dimensions.map((d) => d.estimate?.score ?? Number.NaN) ?? [];
    const [before, first, last] = [
      0.6 * (promise ?? 0) + 0.4 * (answer ?? 0),
      (60 * (promise ?? 0) + 40 * (answer ?? 0)) / 120,
      0.6 * (promise ?? 0) + 0.2 * (answer ?? 0),
    ];
    expect(by('anchor')['asked']).toBeCloseTo(first - before, 9);
    expect(by('anchor')['dimension-weights']).toBeCloseTo(last - first, 9);
    expect(report.sides.data).toEqual({ changed: false, mean: 0, most: 0, groups: 0 });
  });

  it('and one that goes leave the parts adding up to the whole for everybody', async () => {
    const { report, back } = await both();
    for (const one of [report, back]) {
      expect(one.changed.length).toBeGreaterThan(3);
      for (const v of one.changed) expect(v.steps.reduce((sum, s) => sum + s.points, 0)).toBeCloseTo(v.points ?? 0, 9);
    }
    for (const v of back.changed)
      expect(v.points).toBeCloseTo(-(report.changed.find((other) => other.slug === v.slug)?.points ?? Number.NaN), 9);
  });
});

describe('the report', () => {
  it('has the shape that is read back', async () => {
    const { report } = await change((copy) => copy.edit(METHOD, 'promise: { weight: 60 }', 'promise: { weight: 90 }'));
    expect(impactReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('puts those that cross groups first', async () => {
    const { report } = await change((copy) => {
      copy.edit('data/vendors/dune.yaml', 'day: not-met, price: not-met', 'day: met, price: met');
      copy.edit('data/vendors/anchor.yaml', 'warranty: { value: 24', 'warranty: { value: 0');
    });
    const crossed = report.changed.map((v) => v.from.rank?.group !== v.to.rank?.group);
    expect(crossed).toEqual([...crossed].sort((a, b) => Number(b) - Number(a)));
    expect(report.order.crossed).toBe(crossed.filter(Boolean).length);
    expect(report.order.crossed).toBeGreaterThan(0);
    // One part only, so whoever crosses does so by it.
    expect(report.parts.map((p) => [p.kind, p.groups])).toEqual([['data', report.order.crossed]]);
    const [first] = report.changed;
    expect(first?.steps[0]?.group).toEqual({ from: first?.from.rank?.group, to: first?.to.rank?.group });
  });
});
