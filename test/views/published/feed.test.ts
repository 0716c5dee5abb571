import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/schema/text.ts';
import { feed, feedEntries } from '../../../src/views/published/feed.ts';
import { all, readXml, textOf } from './well-formed.ts';
import { smallDataset } from './small-market.ts';

const dataset = smallDataset();

describe.each(LANGUAGES)('the feed in %s', (language) => {
  const root = readXml(feed(dataset, [], language));
  const entries = all(root, 'entry');

  it('is an Atom feed whose entries have an id of their own, a title, a date and a link', () => {
    expect([root.name, root.attributes['xmlns']]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    const ids = entries.map((e) => textOf(e, 'id'));
    expect(new Set(ids).size).toBe(entries.length);
    for (const entry of entries) {
      expect(textOf(entry, 'title')).not.toBe('');
      expect(textOf(entry, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      expect(all(entry, 'link')[0]?.attributes['href']).toMatch(
        language === 'en' ? /^https:\/\/small\.example\/en\// : /^https:\/\/small\.example\/(?!en\/)/,
      );
    }
  });

  it('tells the newest first and carries the date of the newest', () => {
    const dates = entries.map((e) => textOf(e, 'updated') ?? '');
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(textOf(root, 'updated')).toBe('2026-06-01T00:00:00Z');
  });

  it('tells of vendors, versions and both ends of a case', () => {
    // 13 entered, one left, two versions, one case opened and closed, one still open.
    expect(entries).toHaveLength(13 + 1 + 2 + 3);
  });

  it('escapes what people wrote', () => {
    expect(all(root, 'summary').map((s) => s.text)).toContain(language === 'zh' ? 'We & <they>(中)' : 'We & <they>');
  });
});

describe('entries', () => {
  it('are at most as many as asked for, the newest', () => {
    const all = feedEntries(dataset, [], 'en');
    expect(feedEntries(dataset, [], 'en', 3)).toEqual(all.slice(0, 3));
  });

  it('hold nothing that lies after the day of the build', () => {
    const early = smallDataset({ release: { asOf: '2026-02-15', methodology: '2026.2' } });
    expect(feedEntries(early, [], 'en').every((e) => e.on <= '2026-02-15')).toBe(true);
    expect(feedEntries(early, [], 'en').map((e) => e.key)).not.toContain('case/c-1/closed');
  });

  it('say that sample data are fictional', () => {
    const sample = { ...dataset, site: { ...dataset.site, sampleData: true } };
    expect(textOf(readXml(feed(sample, [], 'zh')), 'subtitle')).toContain('虚构');
  });
});
