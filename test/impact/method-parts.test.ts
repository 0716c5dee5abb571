import { describe, expect, it } from 'vitest';
import { methodParts, methodWith } from '../../src/impact/method-parts.ts';
import { flat } from '../../src/schema/plain-data.ts';
import type { Method } from '../../src/schema/method.ts';
import { smallMarket } from '../views/published/small-market.ts';

const { dataset: base } = smallMarket();

/** The small market with every number of the method another one, every choice turned and every text longer. */
function everythingElse(): typeof base {
  const bend = (value: unknown): unknown => {
    if (typeof value === 'number') return value * 0.37 + 0.11;
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'string') return `${value}x`;
    if (Array.isArray(value)) return [...(value as unknown[]), 'more'];
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bend(inner)]))
      : value;
  };
  return { ...base, method: bend(base.method) as Method };
}

describe('the parts of a method', () => {
  it('hold every setting that a score follows from, and no setting falls to the others', () => {
    const kinds = methodParts(base, everythingElse()).map(
      (p) => `${p.kind}${p.framework === undefined ? '' : ` ${p.framework}`}`,
    );
    expect(kinds).toEqual([
      'framework-weights',
      ...base.frameworks.map((f) => `dimension-weights ${f.id}`),
      ...criterionWeights(),
      'facts-share',
      'tiers',
      'answers',
      'goalposts',
      'reviews',
      'observations',
      'shrinkage',
      'aggregation',
      'normalisation',
      'coverage',
      'uncertainty',
    ]);
  });

  it('taken over one by one change only what belongs to them, and all together everything but notes', () => {
    const head = everythingElse();
    const parts = methodParts(base, head);
    const differs = (a: Method, b: Method): string[] =>
      [...flat(b)].filter(([path, value]) => flat(a).get(path) !== value).map(([path]) => path);
    expect(
      differs(
        base.method,
        methodWith(
          base,
          head,
          parts.filter((p) => p.kind === 'tiers'),
        ),
      ),
    ).toEqual(
      expect.arrayContaining([
        'facts.tiers.observed',
        'facts.tiers.documented',
        'facts.tiers.declared',
        'facts.expired',
      ]),
    );
    expect(
      differs(
        base.method,
        methodWith(
          base,
          head,
          parts.filter((p) => p.kind === 'tiers'),
        ),
      ).filter((path) => /^(?:frameworks|reviews|coverage|facts\.(?:share|partly))/.test(path)),
    ).toEqual([]);
    expect(
      differs(methodWith(base, head, parts), head.method).every((path) =>
        /^(?:version|status|published|summary|changes|decisions)\b/.test(path),
      ),
    ).toBe(true);
  });

  it('leave the words of frameworks and questions alone', () => {
    const [first, ...others] = base.frameworks;
    if (first === undefined) throw new Error('no framework');
    expect(
      methodParts(base, { ...base, frameworks: [{ ...first, summary: { zh: '另一句', en: 'Another' } }, ...others] }),
    ).toEqual([]);
  });

  it('bring what is newly asked with its own weight, and the weights of the rest later', () => {
    const [first, ...others] = base.frameworks;
    const [dimension] = first?.dimensions ?? [];
    const settings = base.method.frameworks[first?.id ?? ''];
    if (first === undefined || dimension === undefined || settings === undefined) throw new Error('no dimension');
    const head = {
      ...base,
      frameworks: [
        { ...first, dimensions: [...first.dimensions, { ...dimension, id: 'fresh', criteria: [] }] },
        ...others,
      ],
      method: {
        ...base.method,
        frameworks: {
          ...base.method.frameworks,
          [first.id]: {
            ...settings,
            dimensions: {
              ...settings.dimensions,
              [dimension.id]: { weight: 77, criteria: {} },
              fresh: { weight: 9, criteria: {} },
            },
          },
        },
      },
    };
    const parts = methodParts(base, head);
    expect(parts[0]).toEqual({ kind: 'asked' });
    const after = methodWith(base, head, parts.slice(0, 1)).frameworks[first.id]?.dimensions;
    expect(after?.['fresh']).toEqual({ weight: 9, criteria: {} });
    expect(after?.[dimension.id]?.weight).toBe(settings.dimensions[dimension.id]?.weight);
  });
});

/** Frameworks whose method lists weights of criteria. */
function criterionWeights(): string[] {
  return base.frameworks
    .filter((f) =>
      Object.values(base.method.frameworks[f.id]?.dimensions ?? {}).some((d) => Object.keys(d.criteria).length > 0),
    )
    .map((f) => `criterion-weights ${f.id}`);
}
