import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemLine } from '../../src/validate/problem-text.ts';
import { LARGEST_INPUT, writeAll } from '../../src/import/files.ts';
import { runImport } from '../../src/import/run.ts';
import type { ImportOptions } from '../../src/import/run.ts';
import type { Problem } from '../../src/schema/problem.ts';
import { WorkspaceProblems } from '../../src/schema/problem.ts';

// The committed lounge workspace serves as the place to import into; the rows are invented.
const LOUNGE = join(import.meta.dirname, '../workspaces/skytrax-lounge');
const MAPPING = `target: reviews
columns:
  id: { from: no, steps: [{ do: affix, before: r- }] }
  vendor: { from: house, steps: [{ do: slug }] }
  reviewed_on: { from: day, steps: [{ do: date, formats: [D/M/YYYY] }] }
  source: { value: organic }
  reviewer: { from: guest, steps: [{ do: hash, salt: invented-rows }] }
  text: { from: said }
  moderation: { value: published }
  comfort: { from: mark, steps: [{ do: scale, from: [0, 10], to: [1, 5] }] }
vendors: { name: { zh: { from: house } } }
`;
const ROWS =
  'no,house,day,guest,mark,said\n1,青石茶楼,3/4/2015,Wang Wu,10,好\n2,白云茶馆,4/4/2015,Zhao Liu,5,"两\n行"\n';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'import-'));
  cpSync(LOUNGE, root, { recursive: true });
  writeFileSync(join(root, 'data/imports/tea.yaml'), MAPPING);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function run(input: string | Buffer, options: Partial<ImportOptions> = {}) {
  const path = join(root, 'foreign.csv');
  writeFileSync(path, input);
  const map = join(root, 'data/imports/tea.yaml');
  return runImport(
    { map, input: path, workspace: root, dryRun: false, strict: false, replace: false, ...options },
    'en',
  );
}

async function problemsOf(promise: Promise<unknown>): Promise<readonly Problem[]> {
  const error: unknown = await promise.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (error instanceof WorkspaceProblems) return error.problems;
  throw new Error(`no problems but ${String(error)}`);
}

const written = (path: string) => readFileSync(join(root, path), 'utf8');
const dataFiles = () => readdirSync(join(root, 'data'), { recursive: true }).map(String).sort();

describe('running an import', () => {
  it('writes the table and the vendor files, and the second time finds nothing to change', async () => {
    const report = await run(ROWS);
    expect(report.written).toEqual([
      'data/reviews/tea.csv',
      'data/vendors/bai-yun-cha-guan.yaml',
      'data/vendors/qing-shi-cha-lou.yaml',
    ]);
    expect(written('data/reviews/tea.csv')).toContain('"两\n行"');
    const again = await run(ROWS);
    expect(again).toMatchObject({
      written: [],
      unchanged: 1,
      created: [],
      kept: ['bai-yun-cha-guan', 'qing-shi-cha-lou'],
    });
  });

  it('tells of reviews of one day by the method of the workspace, and says nothing of them when the method cannot be read', async () => {
    const rows = [
      'no,house,day,guest,mark,said',
      ...Array.from({ length: 20 }, (_, i) => `${i},青石茶楼,3/4/2015,Guest ${i},10,`),
      '',
    ].join('\n');
    // The method discounts with r = 0.1: 20 / (1 + 0.1 x 19) = 6.90.
    expect((await run(rows, { dryRun: true })).sharedDays).toMatchObject({ reviews: 20, vendors: 1, most: 7 });
    writeFileSync(join(root, 'data/release.yaml'), 'asOf: never\n');
    expect(await run(rows, { dryRun: true })).not.toHaveProperty('sharedDays');
  });

  it('leaves no temporary files behind', async () => {
    await run(ROWS);
    expect(dataFiles().filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('stops unpacking at the largest size of a file, whatever a small archive holds', async () => {
    const bomb = gzipSync(Buffer.alloc(LARGEST_INPUT + 1));
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(run(bomb)).rejects.toThrow('is larger than 256 MiB when unpacked');
    expect(existsSync(join(root, 'data/reviews/tea.csv'))).toBe(false);
  });

  it('does not read a file that is larger than that', async () => {
    await run(ROWS);
    truncateSync(join(root, 'foreign.csv'), LARGEST_INPUT + 1);
    const options = {
      map: join(root, 'data/imports/tea.yaml'),
      input: join(root, 'foreign.csv'),
      workspace: root,
      dryRun: true,
      strict: false,
      replace: false,
    };
    await expect(runImport(options, 'zh')).rejects.toThrow('超过 256 MiB');
  });

  it('says when a UTF-16 file has half a character, as when bytes mean nothing', async () => {
    const damaged = Buffer.concat([
      iconv.encode(ROWS, 'utf-16le', { addBOM: true }),
      iconv.encode('3,白云茶馆,5/4/2015,Li,5,a', 'utf-16le'),
      Buffer.from([0x3d, 0xd8]),
      iconv.encode('b\n', 'utf-16le'),
    ]);
    expect(await run(damaged)).toMatchObject({ encodingProblem: 'encoding-broken' });
    expect(written('data/reviews/tea.csv')).toContain('a\uFFFDb');
    expect(
      await run(iconv.encode(`${ROWS}3,白云茶馆,5/4/2015,Li,5,😀\n`, 'utf-16le', { addBOM: true })),
    ).not.toHaveProperty('encodingProblem');
  });

  it('reads gzip, GB18030 and UTF-16 to the same files', async () => {
    await run(ROWS);
    const plain = written('data/reviews/tea.csv');
    for (const bytes of [
      gzipSync(ROWS),
      iconv.encode(ROWS, 'gb18030'),
      iconv.encode(ROWS, 'utf-16le', { addBOM: true }),
    ]) {
      rmSync(join(root, 'data/reviews'), { recursive: true });
      await run(bytes);
      expect(written('data/reviews/tea.csv')).toBe(plain);
    }
  });

  it('only tells in a dry run', async () => {
    const before = dataFiles();
    const report = await run(ROWS, { dryRun: true });
    expect(report).toMatchObject({ dryRun: true, tally: { taken: 2 } });
    expect(report.written).toHaveLength(3);
    expect(dataFiles()).toEqual(before);
  });

  it('writes nothing when no record can be used, so that a wrong file cannot empty the table', async () => {
    await run(ROWS);
    const plain = written('data/reviews/tea.csv');
    expect(await run('no,house,day,guest,mark,said\n')).toMatchObject({ refused: 'nothing', written: [] });
    expect(written('data/reviews/tea.csv')).toBe(plain);
  });

  it('with --strict writes nothing as soon as one record is bad', async () => {
    const bad = `${ROWS}3,白云茶馆,31/4/2015,Zhao Liu,5,no such day\n`;
    expect(await run(bad, { strict: true })).toMatchObject({ refused: 'strict', written: [] });
    expect(existsSync(join(root, 'data/reviews'))).toBe(false);
    expect(await run(bad)).toMatchObject({ tally: { taken: 2, bad: 1 } });
  });

  it('does not drop a withheld review in silence', async () => {
    await run(ROWS);
    const path = join(root, 'data/reviews/tea.csv');
    const [head = '', ...rest] = written('data/reviews/tea.csv').split('\n');
    const withheld = rest.join('\n').replaceAll(',published,', ',withheld,court order,');
    writeFileSync(path, `${head.replace('moderation,', 'moderation,moderation_reason,')}\n${withheld}`);
    const shorter = ROWS.split('\n').slice(0, 2).join('\n');
    expect(await run(shorter)).toMatchObject({ refused: 'lost', lost: ['r-2'], carried: 1 });
    expect(await run(shorter, { replace: true })).toMatchObject({ written: ['data/reviews/tea.csv'] });
    expect(written('data/reviews/tea.csv')).toContain('withheld,court order');
  });
});

describe('a fault in the mapping', () => {
  const map = (from: string, to: string) => {
    writeFileSync(join(root, 'data/imports/tea.yaml'), MAPPING.replace(from, to));
  };

  it('is told with its place and the nearest column, and nothing is written', async () => {
    map('from: guest', 'from: gest');
    const before = dataFiles();
    expect(await problemsOf(run(ROWS))).toMatchObject([
      {
        path: 'data/imports/tea.yaml',
        line: 7,
        column: 21,
        field: 'columns.reviewer.from',
        rule: 'mapping-column',
        params: { found: 'gest', near: 'guest' },
      },
    ]);
    expect(dataFiles()).toEqual(before);
  });

  it.each([
    [
      '  comfort:',
      '  comfrt:',
      { rule: 'mapping-target-column', line: 10, column: 3, params: { found: 'comfrt', near: 'comfort' } },
    ],
    ['  moderation: { value: published }\n', '', { rule: 'mapping-required', params: { column: 'moderation' } }],
    [
      'value: organic',
      'value: organik',
      { rule: 'mapping-constant', line: 6, column: 20, params: { found: 'organik', near: 'organic' } },
    ],
    ['[D/M/YYYY]', '[D/M]', { rule: 'mapping-date-format', params: { found: 'D/M' } }],
    ['do: slug', 'do: slugg', { rule: 'choice', line: 4, params: { found: 'slugg', near: 'slug' } }],
    ['value: published', 'value: publishd', { rule: 'mapping-constant', params: { near: 'published' } }],
    [
      '{ from: guest, steps: [{ do: hash, salt: invented-rows }] }',
      '{ value: Wang }',
      { rule: 'mapping-constant', field: 'columns.reviewer.value' },
    ],
    ['{ from: said }', '{ from: said, value: x }', { rule: 'mapping-source', field: 'columns.text' }],
    ['from: [0, 10]', 'from: [3, 3]', { rule: 'mapping-range' }],
    ['zh: { from: house } }', 'zh: { from: house } }, services: [lounge]', { rule: 'directory-unknown' }],
    ['target: reviews', 'target: review', { rule: 'choice', line: 1, params: { near: 'reviews' } }],
    ['columns:\n', 'colums: {}\ncolumns:\n', { rule: 'unknown-key', params: { near: 'columns' } }],
    ['target: reviews', 'target: observations', { rule: 'mapping-no-observations' }],
  ])('%j > %j', async (from, to, expected) => {
    map(from, to);
    const problems = await problemsOf(run(ROWS));
    expect(problems[0]).toMatchObject({ path: 'data/imports/tea.yaml', ...expected });
    // Every sentence has all that it wants to say.
    for (const problem of problems) {
      expect(problemLine(problem, 'en')).not.toMatch(/\(none\)|\{/);
      expect(problemLine(problem, 'zh')).not.toMatch(/（无）|\{/);
    }
  });

  it('tells all of them at once', async () => {
    map('from: guest', 'from: gest');
    writeFileSync(
      join(root, 'data/imports/tea.yaml'),
      written('data/imports/tea.yaml').replace('from: said', 'from: sad').replace('from: mark', 'from: marc'),
    );
    expect(await problemsOf(run(ROWS))).toHaveLength(3);
  });

  it('may be a column that the head line has twice', async () => {
    expect(await problemsOf(run(ROWS.replace('no,house', 'no,guest')))).toMatchObject([
      { rule: 'mapping-column' },
      { rule: 'mapping-column-twice' },
      { rule: 'mapping-column' },
    ]);
  });

  it('may be that its answers do not fit the framework', async () => {
    const answers = `target: answers
vendor: { from: house, steps: [{ do: slug }] }
vendors: { name: { zh: { from: house } } }
answers:
  - { criterion: lounge/seating, value: { from: mark }, evidence: [survey] }
  - { criterion: lounge/seatin, value: { from: mark } }
  - { criterion: lonuge/seating, value: { from: mark } }
`;
    writeFileSync(join(root, 'data/imports/tea.yaml'), answers);
    expect(await problemsOf(run(ROWS))).toMatchObject([
      { line: 5, rule: 'mapping-answer', params: { criterion: 'lounge/seating' } },
      { line: 5, rule: 'evidence-unknown' },
      { line: 6, rule: 'criterion-unknown', params: { near: 'seating' } },
      { line: 7, rule: 'framework-unknown', params: { near: 'lounge' } },
    ]);
  });
});

describe('what stands in the way', () => {
  it('is told when the files cannot be read', async () => {
    expect(await problemsOf(run(ROWS, { map: join(root, 'nope.yaml') }))).toMatchObject([
      { path: 'nope.yaml', rule: 'path-missing' },
    ]);
    await expect(run(ROWS, { input: join(root, 'nope.csv') })).rejects.toThrow('cannot read the input file');
    await expect(run(gzipSync(ROWS).subarray(0, 40))).rejects.toThrow('not a whole gzip file');
    expect(await problemsOf(run(''))).toMatchObject([{ rule: 'csv-empty' }]);
  });

  it('is a faulty framework', async () => {
    const path = join(root, 'content/frameworks/lounge.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('id: comfort', 'id: Comfort'));
    expect((await problemsOf(run(ROWS)))[0]).toMatchObject({
      path: 'content/frameworks/lounge.yaml',
      rule: 'kebab-case',
    });
  });

  it('is a symbolic link where files would be written', async () => {
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'data/vendors'));
    expect((await problemsOf(run(ROWS)))[0]).toMatchObject({ rule: 'file-link', path: 'data/vendors' });
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
  });

  it('is not a fault in another vendor file: that is for the check to tell', async () => {
    mkdirSync(join(root, 'data/vendors'));
    writeFileSync(join(root, 'data/vendors/other-house.yaml'), 'name: [\n');
    expect(await run(ROWS)).toMatchObject({ tally: { taken: 2 } });
  });
});

describe('writing the files of an import', () => {
  const all = () => readdirSync(root, { recursive: true }).map(String).sort();

  it('leaves nothing when one of them cannot be written', () => {
    writeFileSync(join(root, 'taken'), 'a file where a folder is needed');
    const before = all();
    expect(() =>
      writeAll(root, [
        { path: 'first.csv', text: 'a' },
        { path: 'taken/second.csv', text: 'b' },
      ]),
    ).toThrow();
    expect(all()).toEqual(before);
  });

  it('leaves no temporary file when one of them cannot be put in its place', () => {
    mkdirSync(join(root, 'second.csv/full'), { recursive: true });
    expect(() => writeAll(root, [{ path: 'second.csv', text: 'b' }])).toThrow();
    expect(all().filter((name) => name.includes('.tmp'))).toEqual([]);
  });
});
