/** An invented market for the import's tests: tea houses, a questionnaire, and helpers to write small foreign files. */
import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { columnReader } from '../../src/import/sheet.ts';
import type { Row, Sheet } from '../../src/import/sheet.ts';
import type { Tools } from '../../src/import/step.ts';
import { transform } from '../../src/import/transform.ts';
import type { ImportOutput } from '../../src/import/transform.ts';
import type { ImportTarget } from '../../src/import/files.ts';
import { directory } from '../../src/schema/directory.ts';
import { framework } from '../../src/schema/framework.ts';
import { mapping } from '../../src/schema/mapping.ts';
import type { Mapping } from '../../src/schema/mapping.ts';
import { questionnaire } from '../../src/schema/questionnaire.ts';

const named = (name: string) => ({ zh: `${name}（中）`, en: name });
const criterion = { meaning: named('meaning'), evidence: named('evidence') };

export const teaHouses: ImportTarget = {
  dayCorrelation: 0.1,
  frameworks: [
    framework.parse({
      id: 'tea',
      name: named('Tea'),
      short: named('Tea'),
      summary: named('Tea'),
      themes: [{ id: 'all', name: named('All'), summary: named('All') }],
      dimensions: [
        {
          id: 'cup',
          theme: 'all',
          name: named('Cup'),
          summary: named('Cup'),
          criteria: [
            { id: 'taste', name: named('Taste'), ...criterion },
            {
              id: 'waste',
              name: named('Waste'),
              ...criterion,
              measure: { kind: 'number', per: 1, goalposts: 'waste' },
            },
            {
              id: 'grade',
              name: named('Grade'),
              ...criterion,
              measure: {
                kind: 'level',
                levels: [
                  { id: 'plain', name: named('Plain'), points: 40 },
                  { id: 'fine', name: named('Fine'), points: 100 },
                ],
              },
            },
            {
              id: 'access',
              name: named('Access'),
              ...criterion,
              measure: { kind: 'checklist' },
              facets: [
                { id: 'ramp', name: named('Ramp'), shows: named('Ramp') },
                { id: 'lift', name: named('Lift'), shows: named('Lift') },
              ],
            },
          ],
        },
      ],
    }),
  ],
  questionnaire: questionnaire.parse({
    intro: named('Intro'),
    questions: [
      {
        id: 'taste',
        kind: 'rating',
        low: 1,
        high: 5,
        text: named('Taste?'),
        short: named('Taste'),
        criteria: ['tea/taste'],
      },
      { id: 'again', kind: 'share', text: named('Again?'), short: named('Again'), criteria: ['tea/taste'] },
    ],
    collections: [{ id: 'spring-wave', name: named('Spring'), from: '2026-04-01', to: '2026-04-10' }],
    observations: {
      intro: named('Intro'),
      channels: [
        { id: 'phone', name: named('Phone') },
        { id: 'email', name: named('Email') },
      ],
      scenarios: [{ id: 'booking', name: named('Booking') }],
      items: [
        {
          id: 'wait',
          kind: 'duration',
          goalposts: 'wait',
          window: 1440,
          text: named('Wait?'),
          short: named('Wait'),
          uses: [{ id: 'wait', criteria: ['tea/taste'] }],
        },
      ],
    },
  }),
  directory: directory.parse({
    vendor: { one: named('tea house'), many: named('tea houses') },
    services: [{ id: 'tea', name: named('Tea') }],
    regions: [{ id: 'north', name: named('North'), cities: [{ id: 'hill', name: named('Hill') }] }],
  }),
};

export const tools: Tools = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  secret: (name) => {
    if (name === 'TEA_SECRET') return 'leaf';
    throw new Error(name);
  },
};

/** A mapping from YAML; throws with the schema's words when it is not one. */
export function mappingOf(yaml: string): Mapping {
  return mapping.parse(parse(yaml));
}

/** A sheet from lines of `|`-separated cells, the first being the head line. */
export function sheetOf(...lines: string[]): Sheet {
  const [head = '', ...rest] = lines;
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  return { columns: cells(head), rows: rest.map((line, i) => ({ line: i + 2, number: i + 1, cells: cells(line) })) };
}

/** Reads columns of a sheet; `?` means missing. */
export function reader(sheet: Sheet) {
  return columnReader(sheet.columns, ['?']);
}

export function firstRow(sheet: Sheet): Row {
  const [row] = sheet.rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

/** Runs an import into a tree with these vendor files and this earlier table. */
export function importOf(
  yaml: string,
  sheet: Sheet,
  tree: { vendors?: Record<string, string>; earlier?: Record<string, string>[] } = {},
): ImportOutput {
  return transform({
    id: 'tea-map',
    mapping: mappingOf(yaml),
    sheet,
    workspace: teaHouses,
    vendorFiles: (slug) => tree.vendors?.[slug],
    earlier: tree.earlier ?? [],
    tools,
  });
}

/** Text of one written file. */
export function fileOf(output: ImportOutput, path: string): string {
  const file = output.files.find((f) => f.path === path);
  if (file === undefined)
    throw new Error(`${path} is not written; there are ${output.files.map((f) => f.path).join(', ')}`);
  return file.text;
}
