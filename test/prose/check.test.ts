/** Faults of texts: all of them at once, each with its place, found without making a page. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../src/command/data-report.ts';
import { PARTS } from '../../src/prose/check.ts';
import { newFolder } from '../hostile/written.ts';

const project = resolve(import.meta.dirname, '../..');
let folder = '';
beforeEach(() => {
  folder = newFolder('prose');
  cpSync(join(project, 'test/workspaces/golden'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const HEAD = '---\ntitle: Start\ndescription: How to start\n---\n';
/** A guide with this text in English and a harmless one in Chinese. */
function guide(text: string): void {
  write('content/guides/start/en.mdx', `${HEAD}${text}`);
  write('content/guides/start/zh.mdx', `${HEAD}第一句。\n`);
}

/** Problems as `path:line:column field rule found -> near`. */
async function problems(): Promise<string[]> {
  const { problems: found } = await checkWorkspace(folder);
  return found.map(({ path, line, column, field, rule, params }) => {
    const near = params['near'] === undefined ? '' : ` -> ${params['near']}`;
    return `${path}:${line}:${column}${field === '' ? '' : ` ${field}`} ${rule} ${params['found'] ?? ''}${near}`.trim();
  });
}

const EN = 'content/guides/start/en.mdx';

describe('a text', () => {
  it('without a fault has no problem', async () => {
    guide(
      '\n## A *part*\n\n<Value of="facts.share" as="percent" /> of <Count of="criteria" framework="care" />; [up](#a-part), [there](/en/methodology/), [file](/data/vendors.csv), [icon](/favicon.svg), [other](https://elsewhere.example/x), [mail](mailto:a@elsewhere.example).\n\n<Weights framework="care" />\n',
    );
    expect(await problems()).toEqual([]);
  });

  it('with many faults has a line for each, with its place', async () => {
    guide(
      '\n<Value of="facts.shar" />, <Value />, <Count of="criterias" />\nand <Count of="themes" framework="car" />.\n\n<Weigths />\n\n[a](/en/rankings) [b](/en/guides/strat/) [c](#none) [d](../none/) [e](https://golden.hengping.example/nowhere/)\n',
    );
    expect(await problems()).toEqual([
      `${EN}:6:1 <Value of> choice facts.shar -> facts.share`,
      `${EN}:6:28 <Value of> required`,
      `${EN}:6:39 <Count of> choice criterias -> criteria`,
      `${EN}:7:5 <Count framework> choice car -> care`,
      `${EN}:9:1 <Weigths> choice Weigths -> Weights`,
      `${EN}:11:1 link-broken /en/rankings -> /en/rankings/`,
      `${EN}:11:19 link-broken /en/guides/strat/ -> /en/guides/start/`,
      `${EN}:11:42 link-broken #none`,
      `${EN}:11:53 link-broken ../none/`,
      `${EN}:11:67 link-broken https://golden.hengping.example/nowhere/`,
    ]);
  });

  it('that is not valid MDX has one line with the place of the tag or brace', async () => {
    guide('\nWords.\n\n<b>never closed\n');
    expect(await problems()).toEqual([`${EN}:8:1 mdx-syntax`]);
    guide('\nA brace { never closed\n');
    expect(await problems()).toEqual([`${EN}:6:9 mdx-syntax`]);
  });

  it('with a wrong head, or none, has a line for each key', async () => {
    guide('');
    write(EN, '---\ntitel: Start\ndescription: How\norder: first\n---\n\nWords.\n');
    expect(await problems()).toEqual([
      `${EN}:2:1 title required`,
      `${EN}:2:1 titel unknown-key titel -> title`,
      `${EN}:4:8 order type first`,
    ]);
    write(EN, 'Words.\n');
    expect(await problems()).toEqual([`${EN}:1:1 description required`, `${EN}:1:1 title required`]);
  });

  it('in one language only, or under a name that nothing reads, is reported', async () => {
    guide('\nWords.\n');
    rmSync(join(folder, 'content/guides/start/zh.mdx'));
    write('content/guides/start/fr.mdx', HEAD);
    write('content/policies/Two Words/zh.mdx', HEAD);
    expect(await problems()).toEqual([
      'content/guides/start/fr.mdx:0:0 file-unexpected',
      'content/guides/start/zh.mdx:0:0 prose-missing',
      'content/policies/Two Words:0:0 file-name Two Words',
      'content/policies/Two Words/en.mdx:0:0 prose-missing',
    ]);
  });

  it('is checked beside faulty data, so that all is told at once', async () => {
    guide('\n<Valeu />\n');
    write('data/vendors/elm.yaml', 'name: { zh: 榆木, en: Elm }\nstatus: lited\n');
    expect(await problems()).toEqual([
      `${EN}:6:1 <Valeu> choice Valeu -> Value`,
      'data/vendors/elm.yaml:2:9 status choice lited -> listed',
    ]);
  });

  it('may use the parts that the page hands to it, and no others', () => {
    const page = readFileSync(join(project, 'src/layouts/Prose.astro'), 'utf8');
    const [, given = ''] = /const parts = \{([^}]*)\}/.exec(page) ?? [];
    expect(
      given
        .split(',')
        .map((name) => name.trim())
        .filter((name) => /^[A-Z]/.test(name))
        .sort(),
    ).toEqual([...PARTS].sort());
  });
});

describe('a decision record', () => {
  it('needs its head and a part in each language', async () => {
    write(
      'content/decisions/0001-first.md',
      '---\ntitle_zh: 第一\ndate: 2026-02-30\nstatus: agreed\n---\n\n## 中文\n\n[理由](/nowhere/)。\n',
    );
    expect(await problems()).toEqual([
      'content/decisions/0001-first.md:0:0 decision-part',
      'content/decisions/0001-first.md:2:1 title_en required',
      'content/decisions/0001-first.md:3:7 date date 2026-02-30',
      'content/decisions/0001-first.md:4:9 status choice agreed',
      'content/decisions/0001-first.md:9:1 link-broken /nowhere/',
    ]);
  });
});

describe('the texts of this repository', () => {
  it('have no problem', async () => {
    folder = newFolder('prose-own');
    for (const name of readdirSync(project).filter((n) => n === 'content' || n === 'data'))
      cpSync(join(project, name), join(folder, name), { recursive: true });
    expect(await problems()).toEqual([]);
  });
});
