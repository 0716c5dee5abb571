/**
 * One small fault for every rule that texts in memory cannot break: how files lie in a folder and in which encoding, frozen
 * releases, mappings of imports. Each begins with a sound workspace on disk, which the same fixture without its fault shows.
 */
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import iconv from 'iconv-lite';
import { checkWorkspace } from '../../src/command/data-report.ts';
import { runImport } from '../../src/import/run.ts';
import { readReleases } from '../../src/load/releases.ts';
import { readWorkspace } from '../../src/load/workspace.ts';
import { freeze } from '../../src/release/freeze.ts';
import { type Problem, WorkspaceProblems } from '../../src/schema/problem.ts';
import type { RuleId } from '../../src/schema/rules.ts';
import { validateWithReleases } from '../../src/validate/releases.ts';
import { writeFiles } from '../hostile/written.ts';
import { tinyWorkspace } from '../workspaces/tiny.ts';

export interface BrokenOnDisk {
  rule: RuleId;
  /** The file that is told. */
  path: string;
  /** Makes the sound workspace in an empty folder. */
  make: (folder: string) => Promise<void> | void;
  /** Breaks it. */
  harm: (folder: string) => void;
  /** All problems of it. */
  problems: (folder: string) => Promise<readonly Problem[]>;
}

/** Name of a file that the test makes unreadable, whoever runs it. */
export const UNREADABLE = 'unreadable.yaml';

const VENDOR = 'name: { en: Other }\nstatus: listed\n';
/** Hold-out figures of other data, by which intervals hold far less often than they claim. */
const HELD_OUT = JSON.stringify({
  format: 1,
  computedFrom: { asOf: '2020-01-01', methodology: '2026.1', inputs: [] },
  interval: 0.9,
  repeats: 10,
  splits: [{ split: 'time', overall: { vendors: 9, coverage: 0.22, low: 0.1, high: 0.4, width: 9 }, measures: [] }],
});

/** Problems of the workspace with its releases, warnings among them. */
async function checked(folder: string): Promise<readonly Problem[]> {
  return problemsOf(async () => validateWithReleases(await readWorkspace(folder), await readReleases(folder)).warnings);
}

async function problemsOf(run: () => Promise<readonly Problem[]>): Promise<readonly Problem[]> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof WorkspaceProblems) return error.problems;
    throw error;
  }
}

/** A fault of the tiny workspace. */
function file(rule: RuleId, path: string, harm: (folder: string) => void): BrokenOnDisk {
  return { rule, path, make: (folder) => writeFiles(folder, tinyWorkspace()), harm, problems: checked };
}

/** A limit of the method that binds, which is known once the workspace is scored. */
function limited(rule: RuleId, addition: string): BrokenOnDisk {
  const harm = (folder: string): void =>
    writeFileSync(join(folder, METHOD), `${readFileSync(join(folder, METHOD), 'utf8')}${addition}`);
  return { ...file(rule, METHOD, harm), problems: async (folder) => (await checkWorkspace(folder)).problems };
}

/** A file put in. */
const added = (rule: RuleId, path: string, content: string | Uint8Array): BrokenOnDisk =>
  file(rule, path, (folder) => writeFiles(folder, new Map([[path, content]])));

const GOLDEN = resolve(import.meta.dirname, '../workspaces/golden');
const LOUNGE = resolve(import.meta.dirname, '../workspaces/skytrax-lounge');
const METHOD = 'content/methodology/2026.1/method.yaml';

/** A fault of the golden workspace after two releases. */
function frozen(rule: RuleId, path: string, harm: (folder: string) => void): BrokenOnDisk {
  const make = async (folder: string): Promise<void> => {
    cpSync(GOLDEN, folder, { recursive: true });
    await freeze(folder, 'first');
    await freeze(folder, 'second');
  };
  return { rule, path, make, harm, problems: checked };
}

/** A fault of the texts of the golden workspace. */
function text(rule: RuleId, path: string, harm: (folder: string) => void): BrokenOnDisk {
  const make = (folder: string): void => {
    cpSync(GOLDEN, folder, { recursive: true });
    writeFiles(folder, new Map(TEXTS));
  };
  return { rule, path, make, harm, problems: async (folder) => (await checkWorkspace(folder)).problems };
}

const GUIDE = 'content/guides/start/en.mdx';
const DECISION = 'content/decisions/0001-first.md';
const TEXTS = [
  [GUIDE, '---\ntitle: Start\ndescription: How to start\n---\n\nSee [the ranking](/en/rankings/) first.\n'],
  ['content/guides/start/zh.mdx', '---\ntitle: 开始\ndescription: 如何开始\n---\n\n先看[排名](/rankings/)。\n'],
  [
    DECISION,
    '---\ntitle_zh: 第一\ntitle_en: First\ndate: 2026-01-01\nstatus: accepted\n---\n\n## 中文\n\n理由。\n\n## English\n\nWhy.\n',
  ],
] as const;

const MAPPING = `target: reviews
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
const ROWS = 'no,house,day,guest,mark,said\n1,青石茶楼,3/4/2015,Wang Wu,10,好\n';
const MAP = 'data/imports/tea.yaml';

/** A fault of a mapping. */
function mapped(rule: RuleId, from: string, to: string, rows = ROWS): BrokenOnDisk {
  return {
    rule,
    path: MAP,
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
      problemsOf(async () => {
        await runImport(
          {
            map: join(folder, MAP),
            input: join(folder, 'foreign.csv'),
            workspace: folder,
            dryRun: true,
            strict: false,
            replace: false,
          },
          'en',
        );
        return [];
      }),
  };
}

/** A mapping with one answer instead, which cannot be. */
const answer = (rule: RuleId, entry: string): BrokenOnDisk =>
  mapped(
    rule,
    MAPPING,
    `target: answers\nvendor: { from: house, steps: [{ do: slug }] }\nvendors: { name: { zh: { from: house } } }\nanswers:\n  - ${entry}\n`,
  );

export const BROKEN_ON_DISK: readonly BrokenOnDisk[] = [
  // How files lie there
  file('file-missing', 'content/directory.yaml', (folder) => rmSync(join(folder, 'content/directory.yaml'))),
  {
    ...mapped('path-missing', 'target: reviews', 'target: reviews'),
    harm: (folder) => rmSync(join(folder, MAP)),
  },
  added('file-name', 'data/vendors/Two Words.yaml', VENDOR),
  added('file-reserved', 'data/vendors/con.yaml', VENDOR),
  added('file-unexpected', 'data/vendors/other.yml', VENDOR),
  file('file-link', 'data/vendors/linked.yaml', (folder) =>
    symlinkSync(join(folder, 'data/vendors/gamma.yaml'), join(folder, 'data/vendors/linked.yaml')),
  ),
  added('file-hidden', 'data/vendors/.gitattributes', '*.yaml -diff\n'),
  added('file-size', 'data/vendors/large.yaml', `# ${'x'.repeat(65 * 1024)}\n${VENDOR}`),
  added('file-unreadable', `data/vendors/${UNREADABLE}`, VENDOR),
  added('file-content', 'data/evidence/alpha/page.pdf', '<script>alert(1)</script>'),
  added(
    'encoding-broken',
    'data/vendors/other.yaml',
    Buffer.concat([Buffer.from(`# ${'注释'.repeat(10)}`), Buffer.from([0xff, 0x0a]), Buffer.from(VENDOR)]),
  ),
  added(
    'encoding-yaml',
    'data/vendors/other.yaml',
    iconv.encode('name: { zh: 云杉财税咨询 }\nstatus: listed\n', 'gb18030'),
  ),
  added(
    'encoding-unsure',
    'data/reviews/other.csv',
    iconv.encode(
      'id,vendor,reviewed_on,source,reviewer,text,moderation\nr-9,alpha,2026-06-01,organic,00000000000000ff,très gentil à Genève,published\n',
      'windows-1252',
    ),
  ),

  // Frozen releases
  frozen('release-altered', 'data/releases/first/release.json', (folder) =>
    writeFileSync(join(folder, 'data/releases/first/release.json'), '{}'),
  ),
  frozen('release-order', 'data/releases/second/release.json', (folder) =>
    rmSync(join(folder, 'data/releases/first'), { recursive: true }),
  ),
  frozen('release-chain', 'data/releases/second/release.json', (folder) =>
    writeFiles(folder, new Map([['data/releases/first/SHA256SUMS', '\n']])),
  ),
  frozen('method-altered', METHOD, (folder) =>
    replaced(folder, METHOD, 'promise: { weight: 60 }', 'promise: { weight: 65 }'),
  ),
  frozen('method-gone', METHOD, (folder) => {
    cpSync(join(folder, 'content/methodology/2026.1'), join(folder, 'content/methodology/2026.2'), { recursive: true });
    replaced(folder, 'content/methodology/2026.2/method.yaml', "version: '2026.1'", "version: '2026.2'");
    replaced(folder, 'data/release.yaml', '2026.1', '2026.2');
    rmSync(join(folder, 'content/methodology/2026.1'), { recursive: true });
  }),
  frozen('release-gone', 'content/RELEASES.sha256', (folder) =>
    rmSync(join(folder, 'data/releases/second'), { recursive: true }),
  ),
  frozen('release-unlisted', 'data/releases/first', (folder) => rmSync(join(folder, 'content/RELEASES.sha256'))),
  frozen('vendor-gone', 'data/vendors/elm.yaml', (folder) => rmSync(join(folder, 'data/vendors/elm.yaml'))),
  frozen('vendor-replaced', 'data/vendors/elm.yaml', (folder) =>
    replaced(folder, 'data/vendors/elm.yaml', 'Elm', 'Elder'),
  ),

  // Texts
  text('mdx-syntax', GUIDE, (folder) => replaced(folder, GUIDE, 'first.', '<b>first.')),
  text('link-broken', GUIDE, (folder) => replaced(folder, GUIDE, '/en/rankings/', '/en/ranking/')),
  text('prose-count', GUIDE, (folder) => replaced(folder, GUIDE, 'first.', 'first, by seven dimensions.')),
  text('text-count', 'content/questionnaire.yaml', (folder) =>
    replaced(folder, 'content/questionnaire.yaml', 'intro: { zh: ', 'intro: { zh: 共九题。'),
  ),
  text('decision-part', DECISION, (folder) => replaced(folder, DECISION, '## English', '## Englisch')),

  limited(
    'points-cut',
    'normalisation: zscore\nwithinMarket: { centre: 90, spread: 50, leastVendors: 1, dimensions: true }\n',
  ),
  limited('mean-floored', 'aggregation: geometric\n'),

  // Hold-out figures
  added('holdout-stale', 'data/holdout.json', HELD_OUT),
  added('holdout-narrow', 'data/holdout.json', HELD_OUT),

  // Mappings of imports
  mapped('mapping-column', 'from: guest', 'from: gest'),
  mapped('mapping-column-twice', 'target: reviews', 'target: reviews', ROWS.replace('no,house', 'no,guest')),
  mapped('mapping-target-column', '  comfort:', '  comfrt:'),
  mapped('mapping-required', '  moderation: { value: published }\n', ''),
  mapped('mapping-date-format', '[D/M/YYYY]', '[D/M]'),
  mapped('mapping-constant', 'value: organic', 'value: organik'),
  mapped('mapping-no-observations', 'target: reviews', 'target: observations'),
  answer('mapping-answer', '{ criterion: lounge/seating, value: { from: mark } }'),
  answer('mapping-answer-parts', '{ criterion: lounge/seating }'),
  mapped('mapping-condition', '{ column: mark, filled: true }', '{ filled: true }'),
  mapped('mapping-test', '{ column: mark, filled: true }', '{ column: mark, filled: true, is: x }'),
  mapped('mapping-source', '{ from: guest,', '{ from: guest, value: x,'),
  mapped('mapping-otherwise', ', when: [{ column: mark, filled: true }]', ''),
  mapped('mapping-range', 'from: [0, 10]', 'from: [3, 3]'),
];

function replaced(folder: string, path: string, was: string, is: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  if (!text.includes(was)) throw new Error(`nothing to replace in ${path}: ${was}`);
  writeFileSync(
    join(folder, path),
    text.replace(was, () => is),
  );
}
