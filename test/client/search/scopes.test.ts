/** Which rankings a query names. */
import { describe, expect, it } from 'vitest';
import { scopesIn } from '../../../src/client/search/scopes.ts';
import { searchScopes } from '../../../src/views/browser/search-files.ts';
import { market } from '../../views/fixture.ts';

const scopes = searchScopes(market(), 'zh');
const found = (query: string): string[] => scopesIn(scopes, query, new Map(), ['市']).map((s) => s.path);

describe('the rankings that a query names', () => {
  it('are those with a page, by any of their names', () => {
    expect(scopes.map((s) => [s.kind, s.path, s.count])).toEqual([
      ['place', '/rankings/north/harbin/', 3],
      ['place', '/rankings/north/', 4],
      ['service', '/rankings/service/books/', 3],
    ]);
    const [city] = scopes;
    for (const name of city?.names ?? []) expect(found(name)).toEqual(['/rankings/north/harbin/']);
  });

  it('stand in a longer query too, and not in the middle of another word', () => {
    const zh = scopes[0]?.names[0] ?? '';
    expect(found(`${zh}市`)).toEqual(['/rankings/north/harbin/']);
    expect(found(`${zh} 回复快`)).toEqual(['/rankings/north/harbin/']);
    expect(found(`${zh}代账`)).toEqual(['/rankings/north/harbin/']);
    expect(found(`新${zh}`)).toEqual([]);
    expect(found('')).toEqual([]);
  });
});
