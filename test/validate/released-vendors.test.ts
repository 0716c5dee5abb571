/** Vendors of frozen releases stay under their file names; renamed ones are found under the new name. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { problemLine } from '../../src/validate/problem-text.ts';
import { readReleases } from '../../src/load/releases.ts';
import { readWorkspace } from '../../src/load/workspace.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { freeze } from '../../src/release/freeze.ts';
import { validateWithReleases } from '../../src/validate/workspace.ts';
import { historyOf } from '../../src/views/pages/vendor/history.ts';
import { releasePage } from '../../src/views/pages/releases.ts';
import { type Copy, goldenCopy, newMethod } from '../workspaces/golden-copy.ts';

const ANCHOR = 'data/vendors/anchor.yaml';
const REVIEWS = 'data/reviews/2026.csv';
const CONTACTS = 'data/observations/2026.csv';
/** Two codes of GB 32100 whose check characters are right. */
const CODE = '91310000MA1FL0000N';
const OTHER = '91110000000000001H';

describe('a vendor of a frozen release', () => {
  let copy: Copy;
  beforeEach(() => {
    copy = goldenCopy();
  });

  const problems = async (): Promise<string[]> => {
    const found = validateWithReleases(await readWorkspace(copy.folder), await readReleases(copy.folder));
    return found.problems
      .filter((p) => p.severity === 'error')
      .map((p) => problemLine(p, 'en').replace(/ - found (.*?); expected (.*?), as in.*(?=\[)/, ' ($1, not $2) '));
  };
  /** Gives the file of anchor another name, and what refers to it too. */
  const rename = (to: string): void => {
    renameSync(join(copy.folder, ANCHOR), join(copy.folder, `data/vendors/${to}.yaml`));
    for (const path of [REVIEWS, CONTACTS]) copy.write(path, copy.read(path).replaceAll(',anchor,', `,${to},`));
  };

  it('is told once when its file is gone, whether it was ranked or only listed', async () => {
    await freeze(copy.folder, 'first');
    newMethod(copy);
    await freeze(copy.folder, 'second');
    rmSync(join(copy.folder, 'data/vendors/elm.yaml'));
    expect(await problems()).toEqual([
      expect.stringMatching(
        /^data\/vendors\/elm\.yaml:1:1 - found no such vendor, though release second has it;.*\[vendor-gone\]$/,
      ),
    ]);
  });

  it('is told when its file speaks of another firm: another name, or the same name with another credit code or none', async () => {
    copy.edit(ANCHOR, 'status:', `creditCode: "${CODE}"\nstatus:`);
    await freeze(copy.folder, 'first');
    expect(JSON.parse(copy.read('data/releases/first/release.json'))).toMatchObject({
      vendors: expect.arrayContaining([expect.objectContaining({ slug: 'anchor', creditCode: CODE })]) as unknown,
    });
    copy.edit(ANCHOR, CODE, OTHER);
    expect(await problems()).toEqual([`${ANCHOR}:3:13 creditCode (${OTHER}, not ${CODE}) [vendor-replaced]`]);
    copy.edit(ANCHOR, `creditCode: "${OTHER}"\n`, '');
    expect(await problems()).toEqual([`${ANCHOR}:2:1 creditCode (-, not ${CODE}) [vendor-replaced]`]);
    copy.edit(ANCHOR, 'status:', `creditCode: "${CODE}"\nstatus:`);
    copy.edit(ANCHOR, 'zh: 锚记', 'zh: 船记');
    expect(await problems()).toEqual([`${ANCHOR}:2:13 name.zh (船记, not 锚记) [vendor-replaced]`]);
  });

  it('may take another name when it keeps the former one as an alias or as its legal name', async () => {
    await freeze(copy.folder, 'first');
    copy.edit(ANCHOR, 'zh: 锚记, en: Anchor }', 'zh: 船记, en: Ship }\naliases: [锚记]\nlegalName: Anchor');
    expect(await problems()).toEqual([]);
  });

  it('may leave: the file stays, with its status', async () => {
    await freeze(copy.folder, 'first');
    copy.edit(
      'data/vendors/elm.yaml',
      'status: listed',
      'status: withdrawn\nwithdrawn: { on: 2026-06-30, reason: { en: Closed } }',
    );
    expect(await problems()).toEqual([]);
  });

  it('may get another file name when data/renamed.yaml has both, and is told when the new file is another firm', async () => {
    await freeze(copy.folder, 'first');
    rename('ship');
    expect(await problems()).toEqual([expect.stringMatching(/^data\/vendors\/anchor\.yaml:.*\[vendor-gone\]$/)]);
    copy.write('data/renamed.yaml', '- { from: anchor, to: ship, on: 2026-06-30 }\n');
    expect(await problems()).toEqual([]);
    copy.write('data/renamed.yaml', '- { from: anchor, to: elm, on: 2026-06-30 }\n');
    expect(await problems()).toEqual([expect.stringMatching(/^data\/vendors\/elm\.yaml.*\[vendor-replaced\]$/)]);
  });

  it('that was renamed has one course, one row that leads to the new page, and has not moved', async () => {
    await freeze(copy.folder, 'first');
    rename('ship');
    copy.write('data/renamed.yaml', '- { from: anchor, to: ship, on: 2026-06-30 }\n');
    await freeze(copy.folder, 'second');
    const site = await runPipeline(copy.folder);
    expect(historyOf(site.releases, 'ship').map((row) => row.id)).toEqual(['second', 'first']);
    expect(releasePage(site.releases, 'first', 'en')?.groups.flatMap((g) => g.rows.map((row) => row.slug))).toContain(
      'ship',
    );
    expect(releasePage(site.releases, 'second', 'en')?.moves.map((m) => m.vendor.slug)).not.toContain('anchor');
    expect(site.frozen[0]?.vendors.map((v) => v.slug)).toContain('anchor');
  });

  it('that was fictional may go once the data are real', async () => {
    await freeze(copy.folder, 'first');
    rmSync(join(copy.folder, 'data/vendors/elm.yaml'));
    copy.edit('content/site.yaml', 'sampleData: true', 'sampleData: false');
    expect(await problems()).toEqual([]);
  });
});

describe('former file names', () => {
  const problems = async (entries: string): Promise<string[]> => {
    const copy = goldenCopy();
    copy.write('data/renamed.yaml', entries);
    const raw = await readWorkspace(copy.folder);
    return validateWithReleases(raw, await readReleases(copy.folder)).problems.map((p) => `${p.field} ${p.rule}`);
  };

  it('lead to a vendor that is there, are given once, are no present name, and are not of the future', async () => {
    expect(await problems('- { from: old, to: anchor, on: 2026-06-30 }\n')).toEqual([]);
    expect(await problems('- { from: old, to: ancor, on: 2026-06-30 }\n')).toEqual(['0.to vendor-unknown']);
    expect(await problems('- { from: elm, to: anchor, on: 2026-06-30 }\n')).toEqual(['0.from renamed-in-use']);
    expect(await problems('- { from: old, to: anchor, on: 2026-07-01 }\n')).toEqual(['0.on future-date']);
    expect(
      await problems('- { from: old, to: anchor, on: 2026-06-30 }\n- { from: old, to: elm, on: 2026-06-30 }\n'),
    ).toEqual(['1.from duplicate-id']);
  });
});
