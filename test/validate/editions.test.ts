import { describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.ts';
import { goldenCopy, newMethod } from '../workspaces/golden-copy.ts';
import { twoReleases } from '../workspaces/two-releases.ts';

describe('what a method version was used with', () => {
  it('is what the release that it made has kept, and for the current one what stands there now', async () => {
    const { folder } = await twoReleases(goldenCopy());
    const { editions } = await runPipeline(folder);
    const meaning = (i: number): unknown => editions[i]?.texts?.frameworks[0]?.dimensions[0]?.criteria[1]?.meaning.zh;
    expect(editions.map((e) => [e.version, e.texts?.release])).toEqual([
      ['2026.1', '2026-06'],
      ['2026.2', undefined],
    ]);
    expect([meaning(0), meaning(1)]).toEqual(['如期取到。', '到期取到。']);
  });

  it('is what stands there now when nothing was released by it and it fits', async () => {
    const copy = goldenCopy();
    newMethod(copy);
    const { editions, dataset } = await runPipeline(copy.folder);
    expect(editions[0]?.texts?.frameworks).toBe(dataset.frameworks);
  });

  it('is not known when nothing was released by it and it weighs a dimension that is gone', async () => {
    const copy = goldenCopy();
    newMethod(copy);
    copy.edit('content/methodology/2026.1/method.yaml', 'answer: { weight: 40 }', 'answers: { weight: 40 }');
    const { editions, scoredBy } = await runPipeline(copy.folder);
    expect(editions[0]?.texts).toBeUndefined();
    expect(scoredBy('2026.1')).toBeUndefined();
  });
});

describe('scoring by an older version', () => {
  it('gives what that version gave for the same data', async () => {
    const copy = goldenCopy();
    const before = await runPipeline(copy.folder);
    await twoReleases(copy);
    copy.edit('data/release.yaml', '2026-07-31', '2026-06-30');
    // With the day of the first release the data are what they were then.
    const raw = await runPipeline(copy.folder);
    const again = raw.scoredBy('2026.1');
    expect(raw.dataset.vendors.map((_, v) => again?.market.of(v).overall)).toEqual(
      before.dataset.vendors.map((_, v) => before.market.of(v).overall),
    );
    expect(raw.dataset.vendors.map((_, v) => raw.market.of(v).overall)).not.toEqual(
      before.dataset.vendors.map((_, v) => before.market.of(v).overall),
    );
  });

  it('scores each version once', async () => {
    const { scoredBy } = await runPipeline((await twoReleases(goldenCopy())).folder);
    expect(scoredBy('2026.1')).toBe(scoredBy('2026.1'));
    expect(scoredBy('1999.1')).toBeUndefined();
  });
});
