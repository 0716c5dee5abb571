import { describe, expect, it } from 'vitest';
import { home, sureness } from '../../src/views/home.ts';
import { market } from './fixture.ts';

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

  it('leads into the themes of every framework', () => {
    expect(home(market(), 'en').themes.map((t) => t.path)).toEqual(['/frameworks/talk/#theme']);
  });

  it('counts who is ranked, unrated and listed, and how wide places typically are', () => {
    expect(sureness(market())).toMatchObject({ vendors: 5, ranked: 3, unrated: 1, listed: 1, typicalPlaces: 2, newestReview: undefined });
  });
});
