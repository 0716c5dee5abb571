import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkMapping, columnsOf } from '../../src/import/check.ts';
import { readMapping, readTarget } from '../../src/import/files.ts';
import { readWorkspace } from '../../src/load/workspace.ts';
import { mapping } from '../../src/schema/mapping.ts';
import { checkShape } from '../../src/validate/shape.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';

const WORKSPACES = join(import.meta.dirname, '../workspaces');
const cases = readdirSync(WORKSPACES).filter((id) => existsSync(join(WORKSPACES, id, 'data/imports', `${id}.yaml`)));

it('there are three workspaces for real files', () => {
  expect(cases).toEqual(['it-incident-sla', 'ny-auto-complaints', 'skytrax-lounge']);
});

describe.each(cases)('the workspace %s', (id) => {
  const root = join(WORKSPACES, id);

  it('is valid as it stands, with no warning but that nobody has given it an address yet', async () => {
    expect(validateWorkspace(await readWorkspace(root)).problems.map((p) => `${p.rule} ${p.field}`)).toEqual([
      'sample-left url',
    ]);
  });

  it('holds no data of its own', () => {
    expect(readdirSync(join(root, 'data')).sort()).toEqual(['imports', 'release.yaml']);
  });

  it('has a mapping that fits its frameworks, its questionnaire and its directory', async () => {
    const { report, target } = await readTarget(root);
    const file = readMapping(join(root, 'data/imports', `${id}.yaml`), `data/imports/${id}.yaml`);
    const checked = checkShape(mapping, file, report);
    expect(report.sorted()).toEqual([]);
    if (checked === undefined || target === undefined) throw new Error('no mapping');
    const columns = [...new Set(columnsOf(checked.data).map(({ column }) => column))];
    expect(checkMapping(checked.data, columns, target)).toEqual([]);
  });
});
