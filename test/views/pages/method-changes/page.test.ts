import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPipeline, type Site } from '../../../../src/pipeline.ts';
import { asUsedBy } from '../../../../src/views/pages/method.ts';
import {
  changesPathOf,
  methodChangesPage,
  releasesBy,
  versionPairs,
} from '../../../../src/views/pages/method-changes/page.ts';
import { goldenCopy, newMethod } from '../../../workspaces/golden-copy.ts';
import { copyGolden } from '../../../workspaces/golden-folder.ts';
import { twoReleases } from '../../../workspaces/two-releases.ts';

const PAIR = { older: '2026.1', newer: '2026.2' };
let site: Site;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'two-'));
  site = await runPipeline((await twoReleases(copyGolden(folder))).folder);
  rmSync(folder, { recursive: true, force: true });
});

describe('the difference between two versions', () => {
  it('names weights as written and as shares of the overall score', () => {
    const { weights } = methodChangesPage(site, PAIR, 'en');
    expect(weights.changed).toEqual([
      { key: 'care/promise', names: ['Care', 'Promise'], was: 60, is: 65, percent: { was: 60, is: 65 } },
      { key: 'care/answer', names: ['Care', 'Answer'], was: 40, is: 35, percent: { was: 40, is: 35 } },
    ]);
    // The framework and its four criteria weigh what they did.
    expect([weights.moved.length, weights.unchanged]).toEqual([0, 5]);
  });

  it('names parameters with what they mean, and neither weights nor notes', () => {
    expect(methodChangesPage(site, PAIR, 'en').settings).toEqual([
      {
        path: 'reviews.halfLifeDays',
        was: '365',
        is: '180',
        meaning: 'Half-life of reviews in days: their weight halves in that time',
      },
    ]);
    expect(methodChangesPage(site, PAIR, 'zh').settings[0]?.meaning).toBe('评价的半衰期（天）：过这么久，权重减半');
  });

  it('names words that were changed, in the language of the page', () => {
    const { texts } = methodChangesPage(site, PAIR, 'zh');
    expect(texts?.changes).toEqual([
      {
        kind: 'criterion',
        key: 'criterion:care/ready',
        name: '如期',
        within: ['照料', '守约'],
        what: 'changed',
        movedFrom: undefined,
        fields: [{ path: 'meaning.zh', was: '如期取到。', is: '到期取到。' }],
        otherLanguage: 1,
      },
    ]);
    expect(texts?.tally).toEqual({ added: 0, removed: 0, moved: 0, reworded: 1 });
  });

  it('scores the same data by both', () => {
    const { ranks } = methodChangesPage(site, PAIR, 'en');
    const [older, newer] = [site.scoredBy('2026.1'), site.scoredBy('2026.2')];
    const score = (of: typeof older): number => of?.market.of(0).overall?.score ?? Number.NaN;
    expect(ranks).toMatchObject({ asOf: '2026-07-31', compared: newer?.market.rankedCount });
    expect(ranks?.most).toBeGreaterThanOrEqual(Math.round(10 * Math.abs(score(newer) - score(older))) / 10);
    expect(older?.dataset.release).toEqual({ asOf: '2026-07-31', methodology: '2026.1' });
  });

  it('repeats what the editors say and names the results of each', () => {
    const page = methodChangesPage(site, PAIR, 'en');
    expect(page.said).toEqual([{ version: '2026.2', changes: ['Promises matter more.'], decisions: [] }]);
    expect(page.releases).toEqual({ older: ['2026-06'], newer: ['2026-07'] });
    expect(releasesBy(site.releases, '2026.3')).toEqual([]);
  });

  it('leaves the old version with its own words', () => {
    const meaning = (version: string): unknown =>
      asUsedBy(site, version).dataset.frameworks[0]?.dimensions[0]?.criteria[1]?.meaning.en;
    expect([meaning('2026.1'), meaning('2026.2')]).toEqual(['Ready when promised.', 'Ready on the day.']);
  });

  it('says that ranks and wording are unknown when nobody kept what the older one was used with', async () => {
    const copy = goldenCopy();
    newMethod(copy);
    copy.edit('content/methodology/2026.1/method.yaml', 'answer: { weight: 40 }', 'answers: { weight: 40 }');
    const page = methodChangesPage(await runPipeline(copy.folder), PAIR, 'zh');
    expect([page.texts, page.ranks]).toEqual([undefined, undefined]);
    expect(page.weights.changed.map((w) => [w.key, w.was, w.is])).toContainEqual(['care/answers', 40, undefined]);
    expect(page.weights.changed.map((w) => [w.key, w.was, w.is])).toContainEqual(['care/answer', undefined, 35]);
  });
});

describe('pairs of versions', () => {
  it('are every version with each before it', () => {
    expect(versionPairs(['2026.1', '2026.2', '2027.1']).map((p) => `${p.older} ${p.newer}`)).toEqual([
      '2026.1 2026.2',
      '2026.1 2027.1',
      '2026.2 2027.1',
    ]);
    expect(versionPairs(['2026.1'])).toEqual([]);
  });

  it('have one address, whichever is named first', () => {
    expect(changesPathOf('2026.10', '2026.9')).toBe('/methodology/changes/2026.9-2026.10/');
    expect(changesPathOf('2026.9', '2026.10')).toBe('/methodology/changes/2026.9-2026.10/');
    expect(changesPathOf('2027.1', '2026.9')).toBe('/methodology/changes/2026.9-2027.1/');
  });
});
