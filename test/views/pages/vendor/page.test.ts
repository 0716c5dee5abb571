import { describe, expect, it } from 'vitest';
import { indexOf, vendorPage } from '../../../../src/views/pages/vendor/page.ts';
import { contactHref, tellerOf } from '../../../../src/views/pages/vendor/profile.ts';
import { market } from '../../fixture.ts';

describe('a ranked vendor’s page', () => {
  const view = vendorPage(market(), 0, 'en');

  it('has standing, score and framework scores', () => {
    expect(view.standing).toMatchObject({ low: 1, high: 2, of: 3, group: 1 });
    expect(view.points).toEqual({ score: 70, low: 68, high: 72 });
    expect(view.frameworks.map((f) => [f.id, f.points?.score, f.percent, f.covered])).toEqual([['talk', 70, 100, 3]]);
  });

  it('goes from a dimension down to the facet and its evidence', () => {
    const phone = view.frameworks[0]?.themes[0]?.dimensions[0];
    expect(phone).toMatchObject({ key: 'd-talk-phone', points: { score: 90 }, median: 60 });
    expect(phone?.criteria[0]).toMatchObject({ key: 'c-talk-phone-speed', score: 90, state: 'shown' });
    expect(phone?.criteria[0]?.facets).toEqual([
      { names: ['log'], state: 'met', tier: 'documented', evidence: [1], reason: undefined },
    ]);
  });

  it('names strengths and gaps against the median, those that are certain first', () => {
    expect(view.contrasts.strengths.map((c) => [c.name, c.difference, c.sure])).toEqual([['phone', 30, true]]);
    expect(vendorPage(market(), 2, 'en').contrasts.gaps.map((c) => [c.name, c.difference])).toEqual([
      ['clarity', -29],
      ['phone', -20],
      ['care', -8],
    ]);
  });

  it('says how far what is open could move the score, unless it could not', () => {
    const inputs = market();
    const withBounds = (bounds: { worst: number; best: number }): typeof inputs => ({
      ...inputs,
      market: { ...inputs.market, of: (v) => ({ ...inputs.market.of(v), bounds }) },
    });
    expect(vendorPage(withBounds({ worst: 61.4, best: 78.5 }), 0, 'en').bounds).toEqual({ worst: 61, best: 79 });
    expect(vendorPage(withBounds({ worst: 69.8, best: 70.2 }), 0, 'en').bounds).toBeUndefined();
    expect(vendorPage(withBounds({ worst: 0, best: 100 }), 4, 'en').bounds).toBeUndefined();
    expect(view.bounds).toBeUndefined();
  });

  it('has its other names, without the one at the top', () => {
    expect(view.otherNames).toEqual(['alpha号']);
  });
});

describe('a vendor without a rank', () => {
  it('keeps its provisional score and says what it lacks', () => {
    const view = vendorPage(market(), 3, 'en');
    expect(view.standing).toBeUndefined();
    expect(view.points?.score).toBe(55);
    expect(view.lacks[0]?.missing).toEqual(['clarity', 'care']);
  });

  it('shows no score at all when it is only listed or has withdrawn', () => {
    for (const index of [4, 5]) {
      const view = vendorPage(market(), index, 'en');
      expect([view.points, view.frameworks]).toEqual([undefined, []]);
    }
  });

  it('that does not exist is an error', () => {
    expect(() => indexOf(market().dataset.vendors, 'nobody')).toThrow('nobody');
  });
});

describe('contacts', () => {
  it('are links only when they are plainly what they claim to be', () => {
    expect(contactHref('web', 'https://a.example/desk')).toBe('https://a.example/desk');
    expect(contactHref('web', 'javascript:alert(1)')).toBeUndefined();
    expect(contactHref('web', 'https://user:word@a.example/')).toBeUndefined();
    expect(contactHref('telephone', '010-1234 5678')).toBe('tel:01012345678');
    expect(contactHref('telephone', 'call us')).toBeUndefined();
    expect(contactHref('email', 'desk@a.example')).toBe('mailto:desk@a.example');
    expect(contactHref('email', 'desk@a.example?bcc=x')).toBeUndefined();
    expect(contactHref('text', 'https://a.example/')).toBeUndefined();
  });
});

describe('who told what stands in a vendor file', () => {
  it('is whom the file names, with an address that is safe to open', () => {
    const source = { kind: 'register' as const, name: { en: 'Company register' }, url: 'https://example.org/register' };
    expect(tellerOf({ source, status: 'participating' }, 'en')).toEqual({
      kind: 'register',
      name: { text: 'Company register', lang: undefined },
      url: 'https://example.org/register',
    });
  });

  it('is otherwise the vendor itself, but for one that is only listed: editors wrote that down', () => {
    expect(tellerOf({ status: 'participating' }, 'en').kind).toBe('vendor');
    expect(tellerOf({ status: 'withdrawn' }, 'en').kind).toBe('vendor');
    expect(tellerOf({ status: 'listed' }, 'en').kind).toBe('editor');
  });
});
