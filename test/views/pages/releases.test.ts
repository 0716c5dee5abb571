import { describe, expect, it } from 'vitest';
import type { FrozenRelease, FrozenVendor } from '../../../src/schema/frozen.ts';
import { LANGUAGES } from '../../../src/schema/text.ts';
import { feed } from '../../../src/views/published/feed.ts';
import { releaseEntries, releasesFeed } from '../../../src/views/published/releases-feed.ts';
import { releasePage, releaseRows, movesBetween } from '../../../src/views/pages/releases.ts';
import { historyOf } from '../../../src/views/pages/vendor/history.ts';
import { smallDataset } from '../published/small-market.ts';
import { all, readXml, textOf } from '../published/well-formed.ts';

type Stand =
  | [slug: string, score: number, low: number, high: number, group: number]
  | [slug: string, score: number]
  | [slug: string];

function vendor([slug, score, low, high, group]: Stand): FrozenVendor {
  const base: FrozenVendor = {
    slug,
    name: { en: `The <${slug}>` },
    status: score === undefined ? 'listed' : 'participating',
  };
  if (score === undefined) return base;
  const scored: FrozenVendor = {
    ...base,
    overall: { score, low: score - 1.5, high: score + 1.5 },
    frameworks: [score],
    dimensions: [[score, null]],
  };
  return low === undefined || high === undefined || group === undefined
    ? scored
    : { ...scored, rank: { place: low, low, high, group } };
}

function release(id: string, number: number, methodology: string, stands: readonly Stand[]): FrozenRelease {
  return {
    format: 1,
    id,
    number,
    asOf: `2026-0${number}-28`,
    methodology,
    sampleData: false,
    interval: 0.9,
    frameworks: [
      { id: 'f', name: { zh: '框架', en: 'Framework' }, short: { zh: '框', en: 'F' }, weight: 1, dimensions: [] },
    ],
    vendors: stands.map(vendor),
    inputs: [],
  };
}

const RELEASES = [
  release('r1', 1, '2026.1', [
    ['a', 80, 1, 1, 1],
    ['b', 70, 2, 3, 2],
    ['c', 69, 2, 3, 2],
    ['d', 40],
  ]),
  release('r2', 2, '2026.1', [['a', 81, 1, 1, 1], ['b', 70.4, 2, 3, 2], ['c', 66, 2, 3, 2], ['d', 40], ['e']]),
  release('r3', 3, '2026.2', [['a', 60, 2, 2, 2], ['b', 75, 1, 1, 1], ['d', 41, 3, 3, 3], ['e']]),
];

describe('the list of releases', () => {
  it('is newest first, with how far each agrees with the one before', () => {
    expect(
      releaseRows(RELEASES).map(({ id, methodChanged, ranked, vendors, first, moved, tau }) => [
        id,
        methodChanged,
        ranked,
        vendors,
        first,
        moved,
        tau,
      ]),
    ).toEqual([
      ['r3', true, 3, 4, 1, 4, -1],
      ['r2', false, 3, 5, 1, 0, 1],
      ['r1', false, 3, 4, 1, undefined, undefined],
    ]);
  });

  it('of a site without releases is empty', () => {
    expect(releaseRows([])).toEqual([]);
  });
});

describe('moves between releases', () => {
  it('are changes of group, and ranks gained or lost, by slug', () => {
    const [, second, third] = RELEASES as [FrozenRelease, FrozenRelease, FrozenRelease];
    expect(movesBetween(second, third).map((m) => [m.vendor.slug, m.from?.group, m.to?.group])).toEqual([
      ['a', 1, 2],
      ['b', 2, 1],
      ['c', 2, undefined],
      ['d', undefined, 3],
    ]);
  });
});

describe('the page of a release', () => {
  it('has the ranked in their groups, best first, with whole points rounded outwards', () => {
    const page = releasePage(RELEASES, 'r2', 'en');
    expect(page?.groups.map((g) => [g.group, g.rows.map((r) => r.slug)])).toEqual([
      [1, ['a']],
      [2, ['b', 'c']],
    ]);
    expect(page?.groups[1]?.rows[0]).toMatchObject({
      points: { score: 70, low: 68, high: 72 },
      low: 2,
      high: 3,
      frameworks: [70],
    });
    expect(page?.unrated.map((v) => [v.slug, v.points?.score])).toEqual([['d', 40]]);
    expect(page?.listed).toBe(1);
    expect(page).toMatchObject({ earlier: 'r1', later: 'r3', interval: 0.9 });
  });

  it('names who moved since the one before, and nobody on the first', () => {
    expect(releasePage(RELEASES, 'r3', 'zh')?.moves.map((m) => m.name.text)).toEqual([
      'The <a>',
      'The <b>',
      'The <c>',
      'The <d>',
    ]);
    expect(releasePage(RELEASES, 'r1', 'zh')?.moves).toEqual([]);
  });

  it('does not exist for a release that does not', () => {
    expect(releasePage(RELEASES, 'r4', 'en')).toBeUndefined();
  });
});

describe("a vendor's course", () => {
  it('is newest first and marks where the method changed', () => {
    expect(historyOf(RELEASES, 'b').map((r) => [r.id, r.methodChanged, r.shown?.points.score, r.rank])).toEqual([
      ['r3', true, 75, { low: 1, high: 1, group: 1, of: 3 }],
      ['r2', false, 70, { low: 2, high: 3, group: 2, of: 3 }],
      ['r1', false, 70, { low: 2, high: 3, group: 2, of: 3 }],
    ]);
  });

  it('has only the releases in which the vendor was, ranked or not', () => {
    expect(historyOf(RELEASES, 'e').map((r) => [r.id, r.status, r.shown, r.rank])).toEqual([
      ['r3', 'listed', undefined, undefined],
      ['r2', 'listed', undefined, undefined],
    ]);
    expect(historyOf(RELEASES, 'nobody')).toEqual([]);
  });
});

describe.each(LANGUAGES)('the feed of releases in %s', (language) => {
  const root = readXml(releasesFeed(smallDataset(), RELEASES, language));
  const entries = all(root, 'entry');

  it('has each release, then whoever changed groups with it, the newest first', () => {
    expect(entries.map((e) => (textOf(e, 'id') ?? '').replace(/^.*#/, ''))).toEqual([
      'release/r3',
      'rank/r3/a',
      'rank/r3/b',
      'rank/r3/c',
      'rank/r3/d',
      'release/r2',
      'release/r1',
    ]);
  });

  it('gives the day of the data and the page of the release, and escapes names', () => {
    expect(entries.map((e) => textOf(e, 'updated'))).toContain('2026-03-28T00:00:00Z');
    expect(all(entries[1] ?? root, 'link')[0]?.attributes['href']).toBe(
      `https://small.example${language === 'zh' ? '' : '/en'}/releases/r3/`,
    );
    expect(textOf(entries[1] ?? root, 'title')).toContain('The <a>');
  });

  it('of a site without releases is still a feed', () => {
    expect(all(readXml(releasesFeed(smallDataset(), [], language)), 'entry')).toEqual([]);
  });
});

describe('an entry about a change in rank', () => {
  it('says from where to where, and that the method changed', () => {
    expect(releaseEntries(RELEASES, 'en')[1]?.summary).toBe(
      'group 1, place 1 → group 2, place 2\nThe method is not that of the release before.',
    );
    expect(releaseEntries(RELEASES, 'zh')[3]?.summary).toBe('第 2 组，第 2 至 3 位 → 未排名\n与上一次相比换了方法。');
  });
});

describe('the feed of all updates', () => {
  it('tells of a release, and takes its date when it is the newest', () => {
    const dataset = smallDataset({ release: { asOf: '2026-09-30', methodology: '2026.2' } });
    const read = (releases: readonly FrozenRelease[]) => readXml(feed(dataset, releases, 'en'));
    const before = textOf(read([]), 'updated') ?? '';
    const late = { ...RELEASES[0], id: 'late', asOf: '2026-09-30' };
    expect(before < '2026-09-30').toBe(true);
    expect(textOf(read([late]), 'updated')).toBe('2026-09-30T00:00:00Z');
    expect(textOf(all(read([late]), 'entry')[0]!, 'title')).toBe('Release late');
    // A workspace that goes back to an earlier day does not tell what came later.
    const early = smallDataset({ release: { asOf: '2026-06-30', methodology: '2026.2' } });
    expect(feed(early, [late], 'en')).not.toContain('Release late');
  });
});
