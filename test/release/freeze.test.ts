import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.ts';
import { freeze, ReleaseRefused } from '../../src/release/freeze.ts';
import { releaseText } from '../../src/release/make.ts';
import { verifyReleases } from '../../src/release/verify.ts';
import { frozenRelease } from '../../src/schema/frozen.ts';
import { WorkspaceProblems } from '../../src/schema/problem.ts';
import { goldenCopy, newMethod } from '../workspaces/golden-copy.ts';

const METHOD = 'content/methodology/2026.1/method.yaml';

describe('freezing', () => {
  it('writes scores, intervals, ranks, groups, hashes and day, and copies of what made them', async () => {
    const copy = goldenCopy();
    const { dataset, market } = await runPipeline(copy.folder);
    const { release, folder } = await freeze(copy.folder, '2026-06');
    expect(folder).toBe('data/releases/2026-06');
    expect(release).toMatchObject({
      format: 1,
      id: '2026-06',
      number: 1,
      asOf: '2026-06-30',
      methodology: '2026.1',
      sampleData: true,
      interval: 0.9,
    });
    expect(release.previous).toBeUndefined();
    expect(release.inputs).toEqual(dataset.inputs);
    expect(release.frameworks).toEqual([
      {
        id: 'care',
        name: { zh: '照料', en: 'Care' },
        short: { zh: '照料', en: 'Care' },
        weight: 1,
        dimensions: [
          { id: 'promise', name: { zh: '守约', en: 'Promise' }, weight: 0.6 },
          { id: 'answer', name: { zh: '答复', en: 'Answer' }, weight: 0.4 },
        ],
      },
    ]);
    const [anchor] = release.vendors;
    const scores = market.of(0);
    expect(anchor).toMatchObject({
      slug: 'anchor',
      name: { zh: '锚记', en: 'Anchor' },
      status: 'participating',
      rank: { place: 1, low: 1, high: 2, group: 1 },
    });
    expect(anchor?.overall?.score).toBeCloseTo(scores.overall?.score ?? Number.NaN, 6);
    expect(anchor?.overall?.low).toBeCloseTo(scores.overall?.low ?? Number.NaN, 6);
    expect(anchor?.dimensions?.[0]?.[1]).toBeCloseTo(
      scores.frameworks[0]?.dimensions[1]?.estimate?.score ?? Number.NaN,
      6,
    );
    expect(release.vendors.at(-1)).toEqual({ slug: 'elm', name: { zh: '榆木', en: 'Elm' }, status: 'listed' });
    const written = copy.read(`${folder}/release.json`);
    expect(written).toBe(releaseText(release));
    expect(frozenRelease.parse(JSON.parse(written))).toEqual(release);
    expect(copy.read(`${folder}/method.yaml`)).toBe(copy.read(METHOD));
    expect(copy.read(`${folder}/frameworks/care.yaml`)).toBe(copy.read('content/frameworks/care.yaml'));
    expect(copy.read(`${folder}/questionnaire.yaml`)).toBe(copy.read('content/questionnaire.yaml'));
  });

  it('writes sums that the plain tool can check', async () => {
    const copy = goldenCopy();
    const { folder } = await freeze(copy.folder, 'one');
    const lines = copy.read(`${folder}/SHA256SUMS`).trimEnd().split('\n');
    expect(lines.map((l) => l.slice(66))).toEqual([
      'frameworks/care.yaml',
      'method.yaml',
      'questionnaire.yaml',
      'release.json',
    ]);
    for (const line of lines) {
      expect(line.slice(0, 64)).toBe(
        createHash('sha256')
          .update(copy.read(`${folder}/${line.slice(66)}`))
          .digest('hex'),
      );
    }
    const tool = existsSync('/usr/bin/sha256sum');
    if (tool)
      expect(() =>
        execFileSync('/usr/bin/sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: join(copy.folder, folder) }),
      ).not.toThrow();
  });

  it('gives the same bytes for the same workspace', async () => {
    const [a, b] = [goldenCopy(), goldenCopy()];
    await freeze(a.folder, 'one');
    await freeze(b.folder, 'one');
    expect(a.read('data/releases/one/release.json')).toBe(b.read('data/releases/one/release.json'));
    expect(a.read('data/releases/one/SHA256SUMS')).toBe(b.read('data/releases/one/SHA256SUMS'));
  });

  it('numbers releases and chains each to the one before', async () => {
    const copy = goldenCopy();
    await freeze(copy.folder, 'b');
    newMethod(copy);
    const { release } = await freeze(copy.folder, 'a');
    expect(release.number).toBe(2);
    expect(release.previous).toBe(createHash('sha256').update(copy.read('data/releases/b/SHA256SUMS')).digest('hex'));
    expect((await runPipeline(copy.folder)).releases.map((r) => r.id)).toEqual(['b', 'a']);
  });

  it.each(['Upper', '..', 'a/b', 'con', 'index', ''])('refuses the id %j', async (id) => {
    const copy = goldenCopy();
    await expect(freeze(copy.folder, id)).rejects.toBeInstanceOf(ReleaseRefused);
    expect(existsSync(join(copy.folder, 'data/releases'))).toBe(false);
  });

  it('refuses an id that exists', async () => {
    const copy = goldenCopy();
    await freeze(copy.folder, 'one');
    const before = copy.read('data/releases/one/release.json');
    copy.edit('data/vendors/dune.yaml', 'day: not-met', 'day: met');
    await expect(freeze(copy.folder, 'one')).rejects.toMatchObject({
      text: {
        zh: 'data/releases/one 已存在；已发布的结果不得改动',
        en: 'data/releases/one exists; a release is never changed',
      },
    });
    expect(copy.read('data/releases/one/release.json')).toBe(before);
  });

  it('refuses a method that is a draft', async () => {
    const copy = goldenCopy();
    copy.edit(METHOD, 'status: published', 'status: draft');
    await expect(freeze(copy.folder, 'one')).rejects.toMatchObject({
      text: { en: 'method 2026.1 is a draft (status: draft); nothing is released by a draft' },
    });
  });

  it('refuses data older than the last release', async () => {
    const copy = goldenCopy();
    newMethod(copy);
    await freeze(copy.folder, 'july');
    copy.edit('data/release.yaml', '2026-07-31', '2026-07-30');
    await expect(freeze(copy.folder, 'earlier')).rejects.toMatchObject({
      text: { en: 'the data are as of 2026-07-30, which is before 2026-07-31 of the last release, july' },
    });
  });

  it('refuses a faulty workspace, and writes nothing', async () => {
    const copy = goldenCopy();
    copy.edit('data/vendors/dune.yaml', 'status: participating', 'status: nonsense');
    await expect(freeze(copy.folder, 'one')).rejects.toBeInstanceOf(WorkspaceProblems);
    expect(existsSync(join(copy.folder, 'data/releases'))).toBe(false);
  });

  it('refuses to go on where a former release was altered', async () => {
    const copy = goldenCopy();
    await freeze(copy.folder, 'one');
    copy.write('data/releases/one/method.yaml', 'x');
    await expect(freeze(copy.folder, 'two')).rejects.toBeInstanceOf(WorkspaceProblems);
    expect(readdirSync(join(copy.folder, 'data/releases'))).toEqual(['one']);
  });
});

describe('verifying', () => {
  it('recomputes a release whose inputs still stand', async () => {
    const copy = goldenCopy();
    await freeze(copy.folder, 'one');
    expect((await verifyReleases(copy.folder)).map((v) => v.recomputed)).toEqual([{ kind: 'same' }]);
  });

  it('still does after changes that no score depends on', async () => {
    const copy = goldenCopy();
    await freeze(copy.folder, 'one');
    copy.edit('content/site.yaml', 'For tests alone.', 'For tests.');
    copy.write('content/methodology/2026.1/fr.mdx', '---\ntitle: T\ndescription: d\n---\nOther words.\n');
    expect((await verifyReleases(copy.folder)).map((v) => v.recomputed.kind)).toEqual(['same']);
  });

  it('says how many inputs have moved on', async () => {
    const copy = goldenCopy();
    await freeze(copy.folder, 'one');
    copy.edit('data/vendors/dune.yaml', 'day: not-met', 'day: met');
    copy.write('data/vendors/fern.yaml', 'name: { en: Fern }\nstatus: listed\n');
    expect((await verifyReleases(copy.folder)).map((v) => v.recomputed)).toEqual([{ kind: 'moved-on', changed: 2 }]);
  });

  it('names the numbers that today come out otherwise', async () => {
    const copy = goldenCopy();
    const { release } = await freeze(copy.folder, 'one');
    const { dataset, market } = await runPipeline(copy.folder);
    const { recompute } = await import('../../src/release/verify.ts');
    const [anchor, ...others] = release.vendors;
    if (anchor?.overall === undefined) throw new Error('anchor has a score');
    const forged = {
      ...release,
      vendors: [{ ...anchor, overall: { ...anchor.overall, score: anchor.overall.score + 0.001 } }, ...others],
    };
    const found = recompute(forged, dataset, () => market);
    expect(found).toMatchObject({ kind: 'differs' });
    expect(found.kind === 'differs' ? found.where : []).toEqual([expect.stringMatching(/^anchor score: /) as string]);
  });
});
