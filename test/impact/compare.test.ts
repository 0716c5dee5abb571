import { describe, expect, it } from 'vitest';
import { compare, type Scored } from '../../src/impact/compare.ts';
import { impactReport } from '../../src/schema/impact.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { goldenCopy } from '../workspaces/golden-copy.ts';

const METHOD = 'content/methodology/2026.1/method.yaml';

async function scored(folder: string): Promise<Scored> {
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
  return { base, head, report, of };
}

describe('a change that changes nothing', () => {
  it('moves nobody', async () => {
    const { report } = await change(() => {});
    expect(report).toMatchObject({ changed: [], entered: [], left: [], unchanged: 5, settings: [], files: [], publishedChanged: [] });
    expect(report.order).toEqual({ compared: 4, tau: 1, crossed: 0 });
  });
});

describe('five points of weight moved from answer to promise', () => {
  it('move each score by a twentieth of the difference of its two dimensions, all of it by method', async () => {
    const { base, of } = await change((copy) => {
      copy.edit(METHOD, 'promise: { weight: 60 }', 'promise: { weight: 65 }');
      copy.edit(METHOD, 'answer: { weight: 40 }', 'answer: { weight: 35 }');
    });
    for (const slug of ['anchor', 'beacon', 'cedar', 'dune']) {
      const v = base.dataset.vendors.findIndex((vendor) => vendor.slug === slug);
      const [promise, answer] = base.market.of(v).frameworks[0]?.dimensions ?? [];
      const expected = 0.05 * ((promise?.estimate?.score ?? Number.NaN) - (answer?.estimate?.score ?? Number.NaN));
      expect(of(slug)?.points).toBeCloseTo(expected, 9);
      expect(of(slug)?.method?.points).toBeCloseTo(expected, 9);
      expect(of(slug)?.data?.points).toBeCloseTo(0, 9);
    }
  });

  it('are told as settings, and as a published version that was changed', async () => {
    const { report } = await change((copy) => copy.edit(METHOD, 'promise: { weight: 60 }', 'promise: { weight: 65 }'));
    expect(report.settings).toEqual([{ path: 'frameworks.care.dimensions.promise.weight', name: { zh: '守约', en: 'Promise' }, from: '60', to: '65' }]);
    expect(report.publishedChanged).toEqual(['2026.1']);
    expect(report.files).toEqual([{ path: METHOD, change: 'changed' }]);
  });
});

describe('a warranty twice as long', () => {
  it('moves that vendor by the points that its formula gives, all of it by data, through that criterion', async () => {
    const { of, report } = await change((copy) => copy.edit('data/vendors/cedar.yaml', 'warranty: { value: 12 }', 'warranty: { value: 24 }'));
    // Declared, so half of it counts: 25 points more for one of two criteria; facts are 0.6 of a dimension that weighs 0.4.
    const expected = 25 * 0.5 * 0.6 * 0.4;
    expect(of('cedar')?.points).toBeCloseTo(expected, 9);
    expect(of('cedar')?.data?.points).toBeCloseTo(expected, 9);
    expect(of('cedar')?.method?.points).toBeCloseTo(0, 9);
    const [cause, ...others] = of('cedar')?.data?.causes ?? [];
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ framework: 'care', criterion: 'warranty', name: { zh: '保修月数', en: 'Months of warranty' } });
    expect(cause?.points).toBeCloseTo(expected, 9);
    expect(cause?.score.from).toBeCloseTo(25, 9);
    expect(cause?.score.to).toBeCloseTo(50, 9);
    expect(cause?.weight.from).toBeCloseTo(0.12, 9);
    expect(of('cedar')?.data?.rest).toBeCloseTo(0, 9);
    expect(report.changed.filter((v) => v.points !== 0).map((v) => v.slug)).toEqual(['cedar']);
  });
});

describe('both at once', () => {
  it('are told apart, and add up', async () => {
    const { of } = await change((copy) => {
      copy.edit(METHOD, 'promise: { weight: 60 }', 'promise: { weight: 65 }');
      copy.edit(METHOD, 'answer: { weight: 40 }', 'answer: { weight: 35 }');
      copy.edit('data/vendors/cedar.yaml', 'warranty: { value: 12 }', 'warranty: { value: 24 }');
    });
    const cedar = of('cedar');
    // Under the new method the dimension weighs 0.35.
    expect(cedar?.data?.points).toBeCloseTo(25 * 0.5 * 0.6 * 0.35, 9);
    expect((cedar?.method?.points ?? 0) + (cedar?.data?.points ?? 0)).toBeCloseTo(cedar?.points ?? Number.NaN, 9);
    expect(cedar?.to.score).toBeCloseTo((cedar?.from.score ?? 0) + (cedar?.points ?? 0), 9);
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
    expect(compare(base, head, false).left).toEqual([{ slug: 'fern', name: { en: 'Fern' }, from: { status: 'listed' } }]);
  });
});

describe('a method that asks otherwise', () => {
  it('is scored on the old data without what they cannot say', async () => {
    const { of, head } = await change((copy) => {
      // A facet more, a question less: the old answers stay, the new facet is not shown, nobody was asked the rest.
      copy.edit('content/frameworks/care.yaml', "          - id: price", "          - id: seal\n            name: { zh: 印章, en: Seal }\n            shows: { zh: 收据样张, en: 'A sample receipt' }\n          - id: price");
      copy.edit('data/vendors/anchor.yaml', 'day: met,', 'day: met, seal: met,');
    });
    expect(head.market.rankedCount).toBe(4);
    // Observed, all shown: before and after the receipt is worth 100; in between 2 of 3 facets.
    const weight = 0.6 * 0.6;
    expect(of('anchor')?.method?.points).toBeCloseTo(-weight * (100 / 3), 9);
    expect(of('anchor')?.data?.points).toBeCloseTo(weight * (100 / 3), 9);
    expect(of('anchor')?.points).toBeCloseTo(0, 9);
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
  });
});
