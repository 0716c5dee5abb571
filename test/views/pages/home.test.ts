import { describe, expect, it } from 'vitest';
import { home, sureness } from '../../../src/views/pages/home.ts';
import { market } from '../fixture.ts';

describe('the home page', () => {
  it('draws whole groups from the first on while few vendors are shown', () => {
    const view = home(market(), 'en');
    expect(view.groups.map((g) => g.rows.length)).toEqual([2, 1]);
    expect(view.firstGroup).toBe(2);
  });

  it('leads into places and services that have pages', () => {
    const { ways } = home(market(), 'zh');
    expect(ways.regions.map((r) => [r.name, r.path, r.count])).toEqual([['北方', '/rankings/north/', 4]]);
    expect(ways.services.map((s) => s.path)).toEqual(['/rankings/service/books/']);
  });

  it('leads into the ranking by what customers care about, naming the dimensions that weigh more', () => {
    const inputs = market();
    const two = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
    const priorities = [
      {
        id: 'fast',
        name: two('Fast'),
        summary: two('Soon'),
        weigh: { 'talk/phone': 2, 'talk/care': 8, 'talk/clarity': 0.5 },
      },
    ];
    const dataset = { ...inputs.dataset, site: { ...inputs.dataset.site, priorities } };
    const [way, ...others] = home({ ...inputs, dataset }, 'en').priorities;
    expect(others).toEqual([]);
    expect(way?.path).toBe('/rankings/?w=fast');
    expect(way?.dimensions.map((d) => d.path)).toEqual(['/frameworks/talk/care/', '/frameworks/talk/phone/']);
  });

  it('offers nothing to care about where there is one theme only and no list', () => {
    expect(home(market(), 'en').priorities).toEqual([]);
  });

  it('counts who is ranked, unrated and listed, and how wide places typically are', () => {
    expect(sureness(market())).toMatchObject({
      vendors: 5,
      ranked: 3,
      unrated: 1,
      listed: 1,
      typicalPlaces: 2,
      newestReview: undefined,
    });
  });
});
