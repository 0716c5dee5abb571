import { describe, expect, it } from 'vitest';
import { dimensionPage } from '../../../src/views/pages/dimension.ts';
import { frameworkPage } from '../../../src/views/pages/framework.ts';
import { market } from '../fixture.ts';

function talk() {
  const inputs = market();
  const [framework] = inputs.dataset.frameworks;
  const dimension = framework?.dimensions[0];
  if (framework === undefined || dimension === undefined) throw new Error('no framework');
  return { inputs, framework, dimension };
}

describe('the page of a framework', () => {
  it('counts its parts and gives the weights of its dimensions in percent', () => {
    const { inputs, framework } = talk();
    const view = frameworkPage(inputs, framework, 'en');
    expect([view.dimensions, view.criteria, view.facets, view.percent, view.needed]).toEqual([3, 3, 3, 100, 2]);
    expect(view.themes[0]?.dimensions.map((d) => [d.id, d.percent, d.leader?.slug])).toEqual([
      ['phone', 50, 'alpha'],
      ['clarity', 25, 'alpha'],
      ['care', 25, 'beta'],
    ]);
  });

  it('names each pair of close dimensions once', () => {
    const { inputs, framework, dimension } = talk();
    const other = framework.dimensions[1];
    if (other === undefined) throw new Error('no second dimension');
    const near = {
      ...framework,
      dimensions: framework.dimensions.map((d) => {
        if (d === dimension) return { ...d, overlaps: [{ with: other.id, note: { zh: '一', en: 'one' } }] };
        return d === other ? { ...d, overlaps: [{ with: dimension.id, note: { zh: '二', en: 'two' } }] } : d;
      }),
    };
    expect(frameworkPage(inputs, near, 'en').overlaps.map((o) => [o.a.id, o.b.id, o.note])).toEqual([
      ['phone', 'clarity', 'one'],
    ]);
  });
});

describe('the page of a dimension', () => {
  it('says of each facet how many vendors show it', () => {
    const { inputs, framework, dimension } = talk();
    const view = dimensionPage(inputs, framework, dimension, 'en');
    // alpha 90, beta 60 and delta 55 meet it; gamma 40 does not.
    expect(view.criteria[0]?.facets[0]?.shown).toEqual({ met: 3, partly: 0, of: 4 });
  });

  it('says how each criterion is measured: checklist, questions, timed contacts with their goalposts', () => {
    const { inputs, framework, dimension } = talk();
    const { measures } = dimensionPage(inputs, framework, dimension, 'en').criteria[0]!;
    expect(measures.fact).toEqual({ kind: 'checklist' });
    expect(measures.questions).toEqual([]);
    expect(measures.observed).toEqual([
      {
        id: 'wait-phone',
        text: 'wait',
        kind: 'duration',
        channels: ['phone'],
        scenarios: [],
        goalposts: { worst: 240, best: 5 },
      },
    ]);
    const care = framework.dimensions[2];
    if (care === undefined) throw new Error('no care');
    expect(dimensionPage(inputs, framework, care, 'en').criteria[0]?.measures.questions.map((q) => q.id)).toEqual([
      'manner',
    ]);
  });

  it('knows its neighbours', () => {
    const { inputs, framework, dimension } = talk();
    const view = dimensionPage(inputs, framework, dimension, 'en');
    expect([view.previous, view.next?.id]).toEqual([undefined, 'clarity']);
  });
});
