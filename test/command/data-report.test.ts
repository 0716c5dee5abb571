/** What `npm run check` says of the data of a workspace. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { dataReport } from '../../src/command/data-report.ts';
import { tinyWith, tinyWorkspace } from '../workspaces/tiny.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function written(files: ReadonlyMap<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'check-'));
  folders.push(root);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe('the report on the data', () => {
  it('is one line when all is well', async () => {
    const folder = written(tinyWorkspace());
    expect(await dataReport(folder, 'en', false)).toEqual({
      passed: true,
      output: 'pass  data: 0 errors, 0 warnings (vendors 3, reviews 4, observations 3)\n',
    });
    expect((await dataReport(folder, 'zh', false)).output).toBe(
      '通过  数据：0 个错误，0 个提醒（服务商 3，评价 4，观察 3）\n',
    );
  });

  it('lists every problem of every file, then the count', async () => {
    const files = tinyWith('data/vendors/gamma.yaml', 'listed', 'lited').set('data/vendors/delta.yaml', 'name: {}\n');
    const { passed, output } = await dataReport(written(files), 'en', false);
    expect(passed).toBe(false);
    expect(
      output
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/ -.*\[/, ' [')),
    ).toEqual([
      'data/vendors/delta.yaml:1:1 status [required]',
      'data/vendors/delta.yaml:1:7 name [no-language]',
      'data/vendors/gamma.yaml:2:9 status [choice]',
      'FAIL  data: 3 errors, 0 warnings',
    ]);
  });

  it('passes with warnings, and marks them', async () => {
    const { passed, output } = await dataReport(
      written(
        tinyWith('data/vendors/gamma.yaml', 'Gamma', 'ALPHA').set(
          'data/vendors/alpha.yaml',
          (tinyWorkspace().get('data/vendors/alpha.yaml') ?? '').replace('甲商 }', '甲商, en: Alpha }'),
        ),
      ),
      'zh',
      false,
    );
    expect(passed).toBe(true);
    expect(output).toMatch(/^提醒 data\/vendors\/gamma\.yaml:1:13 name\.en /);
    expect(output).toContain('0 个错误，1 个提醒');
  });

  it('notes how many published reviews are too old to count, without a warning', async () => {
    // r-1 (class weight 1) and r-2 (0.5) are a month old at a half-life of a year: 0.95 and 0.47. Of 1 May 2024, r-2 weighs 0.11.
    const files = tinyWith('data/reviews/2026.csv', 'r-2,alpha,2026-06-02', 'r-2,alpha,2024-05-01');
    const method = 'content/methodology/2026.1/method.yaml';
    const folder = written(files.set(method, (files.get(method) ?? '').replace('dayShare: 0.2', 'minimumWeight: 0.2')));
    expect(await dataReport(folder, 'en', false)).toEqual({
      passed: true,
      output:
        'note 1 review is not counted any more: weight below 0.2 (reviews.minimumWeight)\npass  data: 0 errors, 0 warnings (vendors 3, reviews 4, observations 3)\n',
    });
    expect((await dataReport(folder, 'zh', false)).output).toMatch(/^说明 有 1 条评价的权重已低于 0\.2/);
  });

  it('is JSON when asked for', async () => {
    const { passed, output } = await dataReport(
      written(tinyWith('data/vendors/gamma.yaml', 'listed', 'lited')),
      'en',
      true,
    );
    expect(passed).toBe(false);
    expect(JSON.parse(output)).toMatchObject({
      errors: 1,
      warnings: 0,
      problems: [{ path: 'data/vendors/gamma.yaml', line: 2, column: 9, rule: 'choice' }],
    });
  });
});
