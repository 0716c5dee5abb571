/** Workspaces on disk, and faults in them, for fixtures of rules that texts in memory cannot break. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkWorkspace } from '../../../src/command/data-report.ts';
import { runImport } from '../../../src/import/run.ts';
import { readReleases } from '../../../src/load/releases.ts';
import { readWorkspace } from '../../../src/load/workspace.ts';
import { freeze } from '../../../src/release/freeze.ts';
import { type Problem, WorkspaceProblems } from '../../../src/schema/problem.ts';
import { validateWithReleases } from '../../../src/validate/workspace.ts';
import { writeFiles } from '../../hostile/written.ts';
import { tinyWorkspace } from '../../workspaces/tiny.ts';
import type { OnDisk } from './fixture.ts';

type Disk = Pick<OnDisk, 'make' | 'harm' | 'problems'>;

/** Name of a file that the test makes unreadable, also for a user who may read everything. */
export const UNREADABLE = 'unreadable.yaml';

export const VENDOR = 'name: { en: Other }\nstatus: listed\n';
/** Hold-out figures of other data. */
export const HELD_OUT = JSON.stringify({
  format: 1,
  computedFrom: { asOf: '2020-01-01', methodology: '2026.1', inputs: [] },
  interval: 0.9,
  repeats: 10,
  splits: [{ split: 'time', overall: { vendors: 9, coverage: 0.22, low: 0.1, high: 0.4, width: 9 }, measures: [] }],
});

/** Problems of the workspace with its releases, warnings among them. */
async function checked(folder: string): Promise<readonly Problem[]> {
  return validateWithReleases(await readWorkspace(folder), await readReleases(folder)).problems;
}

/** Problems of the workspace with its releases and texts, and of limits of its method. */
async function checkedWhole(folder: string): Promise<readonly Problem[]> {
  return (await checkWorkspace(folder)).problems;
}

/** A fault of the tiny workspace. */
export function onDisk(harm: (folder: string) => void): Disk {
  return { make: (folder) => writeFiles(folder, tinyWorkspace()), harm, problems: checked };
}

/** A limit of the method that binds, which is known once the workspace is scored. */
export function limited(addition: string): Disk {
  const harm = (folder: string): void =>
    writeFileSync(join(folder, GOLDEN_METHOD), `${readFileSync(join(folder, GOLDEN_METHOD), 'utf8')}${addition}`);
  return { ...onDisk(harm), problems: checkedWhole };
}

/** A file put in. */
export const added = (path: string, content: string | Uint8Array): Disk =>
  onDisk((folder) => writeFiles(folder, new Map([[path, content]])));

const GOLDEN = resolve(import.meta.dirname, '../../workspaces/golden');
const LOUNGE = resolve(import.meta.dirname, '../../workspaces/skytrax-lounge');
/** The method of the golden workspace and of the tiny one. */
export const GOLDEN_METHOD = 'content/methodology/2026.1/method.yaml';

/** A fault of the golden workspace after two releases. */
export function released(harm: (folder: string) => void): Disk {
  const make = async (folder: string): Promise<void> => {
    cpSync(GOLDEN, folder, { recursive: true });
    await freeze(folder, 'first');
    await freeze(folder, 'second');
  };
  return { make, harm, problems: checked };
}

/** A fault of the texts of the golden workspace. */
export function inTexts(harm: (folder: string) => void): Disk {
  const make = (folder: string): void => {
    cpSync(GOLDEN, folder, { recursive: true });
    writeFiles(folder, new Map(TEXTS));
  };
  return { make, harm, problems: checkedWhole };
}

export const GUIDE = 'content/guides/start/en.mdx';
export const DECISION = 'content/decisions/0001-first.md';
const TEXTS = [
  [GUIDE, '---\ntitle: Start\ndescription: How to start\n---\n\nSee [the ranking](/en/rankings/) first.\n'],
  ['content/guides/start/zh.mdx', '---\ntitle: 开始\ndescription: 如何开始\n---\n\n先看[排名](/rankings/)。\n'],
  [
    DECISION,
    '---\ntitle_zh: 第一\ntitle_en: First\ndate: 2026-01-01\nstatus: accepted\n---\n\n## 中文\n\n理由。\n\n## English\n\nWhy.\n',
  ],
] as const;

export const MAPPING = `target: reviews
columns:
  id: { from: no, steps: [{ do: affix, before: r- }] }
  vendor: { from: house, steps: [{ do: slug }] }
  reviewed_on: { from: day, steps: [{ do: date, formats: [D/M/YYYY] }] }
  source: { value: organic }
  reviewer: { from: guest, steps: [{ do: hash, salt: invented-rows }] }
  text: { from: said, when: [{ column: mark, filled: true }], otherwise: { value: '' } }
  moderation: { value: published }
  comfort: { from: mark, steps: [{ do: scale, from: [0, 10], to: [1, 5] }] }
vendors: { name: { zh: { from: house } } }
`;
export const ROWS = 'no,house,day,guest,mark,said\n1,青石茶楼,3/4/2015,Wang Wu,10,好\n';
export const MAP = 'data/imports/tea.yaml';

/** A fault of a mapping. */
export function mapped(from: string, to: string, rows = ROWS): Disk {
  return {
    make: (folder) => {
      cpSync(LOUNGE, folder, { recursive: true });
      writeFiles(
        folder,
        new Map([
          [MAP, MAPPING],
          ['foreign.csv', ROWS],
        ]),
      );
    },
    harm: (folder) => {
      if (!MAPPING.includes(from)) throw new Error(`nothing to replace: ${from}`);
      writeFiles(
        folder,
        new Map([
          [MAP, MAPPING.replace(from, () => to)],
          ['foreign.csv', rows],
        ]),
      );
    },
    problems: (folder) =>
      runImport(
        {
          map: join(folder, MAP),
          input: join(folder, 'foreign.csv'),
          workspace: folder,
          dryRun: true,
          strict: false,
          replace: false,
        },
        'en',
      ).then(
        () => [],
        (error: unknown) => {
          if (error instanceof WorkspaceProblems) return error.problems;
          throw error;
        },
      ),
  };
}

/** A mapping with one answer instead, which cannot be. */
export const answer = (entry: string): Disk =>
  mapped(
    MAPPING,
    `target: answers\nvendor: { from: house, steps: [{ do: slug }] }\nvendors: { name: { zh: { from: house } } }\nanswers:\n  - ${entry}\n`,
  );

/** Writes another text in the place of one of a file on disk. */
export function rewrite(folder: string, path: string, was: string, is: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  if (!text.includes(was)) throw new Error(`nothing to replace in ${path}: ${was}`);
  writeFileSync(
    join(folder, path),
    text.replace(was, () => is),
  );
}
