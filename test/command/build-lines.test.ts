import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BuildStep } from '../../src/build/site.ts';
import { buildLine } from '../../src/command/build-progress.ts';

const STEPS: readonly BuildStep[] = [
  { name: 'data', seconds: 3.24 },
  { name: 'program', seconds: 6 },
  { name: 'pages', seconds: 12 },
  { name: 'checks', seconds: 0.85, links: 29_382 },
  { name: 'search', seconds: 2.5 },
  { name: 'done', seconds: 15.449 },
];

it('a build prints one line for each step, with its seconds, in either language', () => {
  expect(STEPS.map((step) => buildLine(step, 'en', join(process.cwd(), 'dist')))).toEqual([
    'Data and scores: 3.2 s',
    'Bundling the pages: 6.0 s',
    'Pages and files for programs: 12.0 s',
    'Checks: 0.8 s; published numbers computed again; links within the site followed (29,382), none broken',
    'Search index: 2.5 s',
    'Done in 15.4 s: the site is in dist',
  ]);
  expect(STEPS.map((step) => buildLine(step, 'zh', '/elsewhere/site')).at(-1)).toBe(
    '完成：共 15.4 秒，网站在 /elsewhere/site',
  );
});
