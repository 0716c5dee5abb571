/** What is left of a fictional sample where a workspace says that its data are real. */
import { describe, expect, it } from 'vitest';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { edited, rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

/** Fields in which something of the sample is left, with the tiny workspace's site changed to these lines. */
function left(site: string, change: (files: Map<string, string>) => void = () => undefined): string[] {
  const files = tinyWorkspace();
  edited(files, 'content/site.yaml', 'url: https://tiny.example\nsampleData: true\n', site);
  // The one vendor of the tiny workspace that has addresses of its own.
  for (const [path, text] of files)
    if (path.startsWith('data/vendors/')) files.set(path, text.replaceAll('alpha.example', 'alpha-repairs.cn'));
  change(files);
  return validateWorkspace(rawFrom(files))
    .problems.filter((p) => p.rule === 'sample-left')
    .map((p) => `${p.path} ${p.field}`);
}

const REAL =
  'url: https://repairs.cn\nrepository: https://github.com/repairs/site\ncontact: editors@repairs.cn\nsampleData: false\n';

describe('a workspace with real data', () => {
  it('has nothing of the sample left in it', () => {
    expect(left(REAL)).toEqual([]);
  });

  it.each([
    ['url: https://hengping.example', 'url'],
    ['url: https://www.example.com', 'url'],
    ['url: https://repairs.cn\nrepository: https://github.com/hengping-example/hengping', 'repository'],
    ['url: https://repairs.cn\nrepository: https://code.example/repairs/site', 'repository'],
    ['url: https://repairs.cn\ncontact: editors@hengping.example', 'contact'],
  ])('is told of placeholders of the site: %s', (lines, field) => {
    expect(left(`${lines}\nsampleData: false\n`)).toEqual([`content/site.yaml ${field}`]);
  });

  it('is told of each fictional vendor once', () => {
    const vendors = (files: Map<string, string>): void => {
      // The first code of the sample generator: a well-formed one of region 990000, which does not exist.
      files.set(
        'data/vendors/delta.yaml',
        'name: { en: Delta }\nstatus: listed\ncreditCode: "91990000314159276H"\nwebsite: https://www.delta.example\n',
      );
      files.set(
        'data/vendors/epsilon.yaml',
        'name: { en: Epsilon }\nstatus: listed\nwebsite: https://www.epsilon.example\n',
      );
      files.set(
        'data/vendors/zeta.yaml',
        'name: { en: Zeta }\nstatus: listed\ncontacts: { mail: desk@zeta.example }\n',
      );
    };
    expect(left(REAL, vendors)).toEqual([
      'data/vendors/delta.yaml creditCode',
      'data/vendors/epsilon.yaml website',
      'data/vendors/zeta.yaml contacts.mail',
    ]);
  });

  it('may have names that only sound like it', () => {
    expect(
      left('url: https://example-repairs.cn\nrepository: https://github.com/goodexamples/site\nsampleData: false\n'),
    ).toEqual([]);
  });
});

describe('a workspace that says its data are fictional', () => {
  it('may be all placeholders', () => {
    expect(
      left(
        'url: https://tiny.example\nrepository: https://github.com/hengping-example/hengping\nsampleData: true\n',
        (files) =>
          files.set(
            'data/vendors/delta.yaml',
            'name: { en: Delta }\nstatus: listed\nwebsite: https://www.delta.example\n',
          ),
      ),
    ).toEqual([]);
  });
});
