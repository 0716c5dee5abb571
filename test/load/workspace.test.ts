/** Reading a workspace from a folder: what is found, what is refused, in which order. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readWorkspace } from '../../src/load/workspace.ts';
import { requireDataset, validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with the tiny workspace, and more files. */
function written(more: Readonly<Record<string, string>> = {}, without: readonly string[] = []): string {
  const root = mkdtempSync(join(tmpdir(), 'workspace-'));
  folders.push(root);
  for (const [path, text] of [...tinyWorkspace(), ...Object.entries(more)]) {
    if (without.includes(path)) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function problems(root: string): Promise<string[]> {
  return (await readWorkspace(root)).problems.map((p) => `${p.path} ${p.rule}`).sort();
}

describe('a workspace in a folder', () => {
  it('is the same as the same files in memory', async () => {
    expect(validateWorkspace(await readWorkspace(written()))).toEqual(validateWorkspace(rawFrom(tinyWorkspace())));
  });

  it('has its inputs listed by path, each with its fingerprint', async () => {
    const { inputs } = await readWorkspace(written());
    const paths = inputs.map((i) => i.path);
    expect(paths).toEqual([...paths].sort());
    const text = tinyWorkspace().get('data/reviews/2026.csv') ?? '';
    expect(inputs.find((i) => i.path === 'data/reviews/2026.csv')).toEqual({
      path: 'data/reviews/2026.csv',
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
    });
  });

  it('may do without questionnaire, vendors, reviews, observations and cases', async () => {
    const data = [...tinyWorkspace().keys()].filter((path) => /^data\/(?!release)|questionnaire/.test(path));
    const dataset = requireDataset(validateWorkspace(await readWorkspace(written({}, data))));
    expect(dataset).toMatchObject({ vendors: [], cases: [], questionnaire: { questions: [] } });
    expect([dataset.reviews.count, dataset.observations.count]).toEqual([0, 0]);
  });

  it('must be a folder', async () => {
    const { dataset, problems } = validateWorkspace(await readWorkspace('/no/such/folder'));
    expect(dataset).toBeUndefined();
    expect(problems).toMatchObject([{ path: '/no/such/folder', rule: 'path-missing', severity: 'error' }]);
  });

  it('must have what nothing works without', async () => {
    const needed = [
      'content/site.yaml',
      'content/directory.yaml',
      'data/release.yaml',
      'content/frameworks/demo.yaml',
      'content/methodology/2026.1/method.yaml',
    ];
    const found = await problems(written({}, needed));
    expect(found).toEqual([
      'content/directory.yaml file-missing',
      'content/frameworks/*.yaml file-missing',
      'content/methodology/2026.1/method.yaml file-missing',
      'content/site.yaml file-missing',
      'data/release.yaml file-missing',
    ]);
  });
});

describe('a file that does not belong', () => {
  it.each([
    ['Upper.yaml', 'file-name'],
    ['two words.yaml', 'file-name'],
    ['%2e%2e.yaml', 'file-name'],
    ['a..b.yaml', 'file-name'],
    ['a--b.yaml', 'file-name'],
    ['名.yaml', 'file-name'],
    [`${'x'.repeat(65)}.yaml`, 'file-name'],
    ['con.yaml', 'file-reserved'],
    ['lpt1.yaml', 'file-reserved'],
    ['index.yaml', 'file-reserved'],
    ['en.yaml', 'file-reserved'],
    ['constructor.yaml', 'file-reserved'],
    ['vendor.yml', 'file-unexpected'],
    ['notes.txt', 'file-unexpected'],
    ['folder/x.yaml', 'file-unexpected'],
  ])('is told: data/vendors/%s', async (name, rule) => {
    const found = await problems(written({ [`data/vendors/${name}`]: 'status: listed\n' }));
    expect(found).toEqual([`data/vendors/${name.split('/')[0] ?? ''} ${rule}`]);
  });

  it('is accepted when it is a read-me, a file that keeps an empty folder in git, or left behind by an editor or by macOS', async () => {
    const more = {
      'data/vendors/.gitkeep': '',
      'data/vendors/README.md': 'x',
      'content/notes.md': 'x',
      'data/cases/.DS_Store': 'x',
      'data/vendors/.gamma.yaml.swp': 'x',
    };
    expect(await problems(written(more))).toEqual([]);
  });

  it.each([
    'data/',
    'data/vendors/',
    'data/evidence/',
    'data/evidence/alpha/',
    'data/reviews/',
    'data/observations/',
    'data/codings/',
    'data/cases/',
    'data/imports/',
    'data/of-no-kind/below/',
  ])('is a hidden file or folder in %s', async (folder) => {
    const root = written({
      [`${folder}.gitattributes`]: '* working-tree-encoding=UTF-16\n',
      [`${folder}.hidden/x`]: '',
    });
    expect(await problems(root)).toEqual([`${folder}.gitattributes file-hidden`, `${folder}.hidden file-hidden`]);
  });

  it('is a link in a part of data/ that nothing reads', async () => {
    const root = written({ 'data/imports/a.yaml': '' });
    symlinkSync('/etc', join(root, 'data/imports/etc'));
    symlinkSync('/etc/passwd', join(root, 'data/passwd'));
    expect(await problems(root)).toEqual(['data/imports/etc file-link', 'data/passwd file-link']);
  });

  it('is a symbolic link, wherever it points', async () => {
    const root = written();
    symlinkSync('/etc/passwd', join(root, 'data/vendors/linked.yaml'));
    symlinkSync(join(root, 'data/reviews'), join(root, 'data/reviews/again'));
    expect(await problems(root)).toEqual(['data/reviews/again file-link', 'data/vendors/linked.yaml file-link']);
  });

  it('is a vendor file above 64 KB; a framework may be longer', async () => {
    const long = `# ${'x'.repeat(65 * 1024)}\n`;
    const framework = tinyWorkspace().get('content/frameworks/demo.yaml') ?? '';
    const root = written({
      'data/vendors/gamma.yaml': `name: { en: G }\nstatus: listed\n${long}`,
      'content/frameworks/demo.yaml': framework + long,
    });
    const { problems: found } = await readWorkspace(root);
    expect(found).toMatchObject([{ path: 'data/vendors/gamma.yaml', rule: 'file-size', params: { limit: 65536 } }]);
  });

  it('is a method folder that is no version', async () => {
    expect(await problems(written({ 'content/methodology/latest/method.yaml': '' }))).toEqual([
      'content/methodology/latest file-unexpected',
    ]);
  });
});
