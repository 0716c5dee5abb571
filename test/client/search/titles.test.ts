import { expect, it } from 'vitest';
import { titlesIn } from '../../../src/client/search/scopes.ts';
import { searchTitles } from '../../../src/views/browser/search-files.ts';
import { market } from '../../views/fixture.ts';

const inputs = market();
const [framework] = inputs.dataset.frameworks;
const dimension = framework?.dimensions[0];
const criterion = dimension?.criteria[0];

it('a query that is the name of a dimension or a criterion, in either language and any case, leads to it', () => {
  for (const language of ['zh', 'en'] as const) {
    const titles = searchTitles(inputs, language);
    for (const query of [dimension?.name.zh, dimension?.name.en, ` ${dimension?.name.en.toUpperCase()} `]) {
      expect(titlesIn(titles, query ?? ''), query).toContainEqual({
        name: dimension?.name[language],
        other: dimension?.name[language === 'zh' ? 'en' : 'zh'],
        path: `/frameworks/${framework?.id}/${dimension?.id}/`,
        under: framework?.name[language],
      });
    }
    expect(titlesIn(titles, criterion?.name.zh ?? '').map((title) => title.path)).toContain(
      `/frameworks/${framework?.id}/${dimension?.id}/#${criterion?.id}`,
    );
    expect(titlesIn(titles, framework?.name.en ?? '').map((title) => title.path)).toContain(
      `/frameworks/${framework?.id}/`,
    );
  }
});

it('a part of a name, or nothing, leads nowhere', () => {
  const titles = searchTitles(inputs, 'zh');
  for (const query of [(dimension?.name.en ?? '').slice(0, -1), '', ' ', '。'])
    expect(titlesIn(titles, query), query).toEqual([]);
});
