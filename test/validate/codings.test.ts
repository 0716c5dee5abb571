import { describe, expect, it } from 'vitest';
import type { CodingTable } from '../../src/schema/dataset.ts';
import { problemLine } from '../../src/validate/problem-text.ts';
import { requireDataset, validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

const HEAD = 'vendor,criterion,facet,coder,coded_on,state\n';
const A = '00000000000000aa';
const B = '00000000000000bb';

function checked(rows: readonly string[]): ReturnType<typeof validateWorkspace> {
  const text = HEAD + rows.map((r) => `${r}\n`).join('');
  return validateWorkspace(rawFrom(tinyWorkspace().set('data/codings/2026.csv', text)));
}

function read(rows: readonly string[]): CodingTable | undefined {
  return requireDataset(checked(rows)).codings;
}

function problems(...rows: string[]): string[] {
  return checked(rows).problems.map((p) => problemLine(p, 'en'));
}

describe('codings', () => {
  it('become columns: facets and states by their place in the criterion', () => {
    const own = read([
      `alpha,demo/channels,email,${A},2026-06-01,partly`,
      `alpha,demo/training,,${B},2026-06-02,yearly`,
      `beta,demo/channels,phone,${B},2026-06-02,not-applicable`,
    ]);
    expect(own).toMatchObject({ count: 3 });
    expect(
      ['vendor', 'criterion', 'facet', 'coder', 'state'].map((key) => [...(own?.[key as 'vendor'] ?? [])].slice(0, 3)),
    ).toEqual([
      [0, 0, 1],
      [0, 2, 0],
      [1, -1, 0],
      [0, 1, 1],
      [1, 1, 3],
    ]);
  });

  it('may be missing altogether', () => {
    expect(validateWorkspace(rawFrom(tinyWorkspace())).dataset?.codings).toBeUndefined();
  });

  it('name facets, levels and states that the criterion has', () => {
    expect(
      problems(
        `alpha,demo/channels,fax,${A},2026-06-01,met`,
        `alpha,demo/channels,,${A},2026-06-01,met`,
        `alpha,demo/channels,phone,${A},2026-06-01,yearly`,
        `alpha,demo/training,phone,${A},2026-06-01,yearly`,
        `alpha,demo/training,,${B},2026-06-01,met`,
        `alpha,demo/hours,,${A},2026-06-01,met`,
        `alpha,demo/politeness,,${A},2026-06-01,met`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "data/codings/2026.csv:2:21 facet - found "fax"; expected a facet of channels: phone, email. Fix: write the id of a facet. [facet-unknown]",
        "data/codings/2026.csv:3:21 facet - found nothing; expected phone, email. Fix: fill it in. [required]",
        "data/codings/2026.csv:4:55 state - found "yearly"; expected one of: met, partly, not-met, not-applicable. Fix: write one of these. [choice]",
        "data/codings/2026.csv:5:21 facet - found "phone" for a criterion with levels; expected nothing: training has no facets. Fix: leave the cell empty. [coding-facet]",
        "data/codings/2026.csv:6:50 state - found "met"; expected a level of this criterion: none, yearly. Fix: write one of these. [level-unknown]",
        "data/codings/2026.csv:7:7 criterion - found "hours", which is measured by a number or by others; expected a criterion with facets or levels. Fix: take the row out. [coding-unmeasured]",
        "data/codings/2026.csv:8:7 criterion - found "politeness", which is measured by a number or by others; expected a criterion with facets or levels. Fix: take the row out. [coding-unmeasured]",
      ]
    `);
  });

  it('name vendors, criteria, people and days that can be', () => {
    expect(problems(`omega,demo/chanels,phone,somebody,2026-12-01,`)).toMatchInlineSnapshot(`
      [
        "data/codings/2026.csv:2:1 vendor - found "omega"; expected a vendor, by the name of its file in data/vendors/ without .yaml. Fix: correct the name, or add the vendor file. [vendor-unknown]",
        "data/codings/2026.csv:2:7 criterion - found "demo/chanels"; expected a criterion in content/frameworks/demo.yaml: demo/channels, demo/hours, demo/training, demo/politeness. Fix: write "demo/channels". [criterion-unknown]",
        "data/codings/2026.csv:2:26 coder - found "somebody"; expected a hash of 16 to 64 digits 0-9 a-f, never a name or number of a person. Fix: put a salted hash in its place. [person-key]",
        "data/codings/2026.csv:2:35 coded_on - found 2026-12-01; expected nothing later than 2026-07-01, the day that the data are as of. Fix: check the date; if it is right, leave it: an editor moves asOf in data/release.yaml before this is merged. [future-date]",
        "data/codings/2026.csv:2:46 state - found nothing; expected a value in every row. Fix: fill it in. [required]",
      ]
    `);
  });

  it('hold one finding of one person on one fact', () => {
    const row = `alpha,demo/channels,phone,${A},2026-06-01,met`;
    expect(problems(row, row.replace('met', 'not-met'), row.replace(A, B))).toMatchInlineSnapshot(`
      [
        "data/codings/2026.csv:3:1 - found "demo/channels" a second time; expected every entry once. Fix: take out one of the two. [duplicate-entry]",
      ]
    `);
  });
});
