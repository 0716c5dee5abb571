/** The repository host's own files: workflows that strangers cannot turn against us, forms and owners that say what they must. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { SCORING } from '../../src/command/git-revision.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, '.github', path), 'utf8');
const names = readdirSync(join(root, '.github/workflows'));

interface Step {
  env?: Record<string, unknown>;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  env?: Record<string, unknown>;
  on: Record<string, unknown> | string[] | string;
  permissions?: Record<string, string>;
  concurrency?: { group: string };
  jobs: Record<
    string,
    {
      env?: Record<string, unknown>;
      permissions?: Record<string, string>;
      'runs-on'?: string;
      'timeout-minutes'?: number;
      strategy?: { matrix: { part: readonly number[] } };
      steps: Step[];
    }
  >;
}

describe.each(names)('the workflow %s', (name) => {
  const text = read(`workflows/${name}`);
  const flow = parse(text) as Workflow;
  const jobs = Object.values(flow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('pins every action by the hash of a commit, with its version beside it', () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.filter((use) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(use))).toEqual([]);
    expect(text.match(/uses: .*/g)?.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)) ?? []).toEqual([]);
  });

  it('may only read, unless a job of its own says otherwise', () => {
    expect(flow.permissions).toBeDefined();
    expect(
      Object.values(flow.permissions ?? { all: 'write' }).filter((right) => right !== 'read' && right !== 'none'),
    ).toEqual([]);
  });

  it('never runs a change with the rights of the repository', () => {
    expect(Object.keys(flow.on)).not.toContain('pull_request_target');
    const rights = jobs.flatMap((job) => Object.values(job.permissions ?? {}));
    if (Object.keys(flow.on).includes('pull_request')) expect(rights.filter((right) => right !== 'read')).toEqual([]);
  });

  it('puts no expression into a shell or a script', () => {
    for (const step of steps) {
      expect(step.run ?? '').not.toContain('${{');
      expect(String(step.with?.['script'] ?? '')).not.toContain('${{');
    }
  });

  it('checks out without leaving its token, and never a revision that a stranger names', () => {
    for (const step of steps.filter((s) => s.uses?.startsWith('actions/checkout@'))) {
      expect(step.with?.['persist-credentials']).toBe(false);
      expect(step.with).not.toHaveProperty('ref');
      expect(step.with).not.toHaveProperty('repository');
    }
  });

  it('runs packages of the project in no job that may write', () => {
    for (const job of jobs.filter((j) => Object.values(j.permissions ?? {}).some((right) => right === 'write'))) {
      expect(job.steps.filter((step) => step.run !== undefined)).toEqual([]);
      expect(job.steps.filter((step) => step.uses?.startsWith('actions/checkout@'))).toEqual([]);
    }
  });

  it('ends in time, on a machine that is named, and not beside another run of its own', () => {
    expect(jobs.filter((job) => job['timeout-minutes'] === undefined)).toEqual([]);
    expect(jobs.filter((job) => !/^ubuntu-\d\d\.\d\d$/.test(job['runs-on'] ?? ''))).toEqual([]);
    expect(flow.concurrency?.group).toMatch(/\S/);
  });

  it('knows no secret, and hands nothing to later steps but files', () => {
    expect(text).not.toMatch(/\bsecrets\b/);
    expect(text).not.toMatch(/GITHUB_(?:ENV|PATH|OUTPUT|STATE)|::set-|\bfromJSON\b|\btoJSON\b/);
    // Artifacts of other runs are unpacked outside of the tree whose code is run.
    for (const step of steps.filter((s) => s.uses?.startsWith('actions/download-artifact@')))
      expect(step.with?.['path']).toMatch(/^\$\{\{ runner\.temp \}\}\//);
  });

  it('trusts nobody by name, and takes no text of a stranger into its environment or conditions', () => {
    expect(text).not.toMatch(/github\.actor|triggering_actor|author_association/);
    const conditions = [...text.matchAll(/^ *if: (.*)$/gm)].map((match) => match[1] ?? '');
    for (const condition of conditions)
      expect(condition).not.toMatch(/title|body|label|message|head_branch|head_ref|contains\(/);
    // A number that the workflow itself lists is no text of a stranger.
    const environments = [flow, ...jobs, ...steps].flatMap(({ env }) => Object.values(env ?? {}));
    expect(environments.filter((value) => value !== '${{ matrix.part }}')).toEqual([]);
  });

  it('has shell and scripts that parse', () => {
    for (const step of steps) {
      if (step.run !== undefined) {
        const { status, stderr } = spawnSync('bash', ['-n'], { input: step.run, encoding: 'utf8' });
        expect(stderr).toBe('');
        expect(status).toBe(0);
      }
      const script = step.with?.['script'];
      const Async = Object.getPrototypeOf(async () => {}).constructor as new (...parts: string[]) => unknown;
      if (typeof script === 'string')
        expect(() => new Async('github', 'context', 'core', 'require', script)).not.toThrow();
    }
  });
});

describe('the gate', () => {
  const check = parse(read('workflows/check.yml')) as Workflow;
  const runs = (flow: Workflow): string[] =>
    Object.values(flow.jobs).flatMap((job) => job.steps.flatMap((step) => step.run ?? []));

  it('runs on every pull request and on every push to the main branch', () => {
    expect(check.on).toEqual({ pull_request: null, push: { branches: ['main'] } });
    expect(runs(check)).toEqual(['.ci/run']);
  });

  it('is passed by the very files that are deployed, in the same job and before they are taken', () => {
    const deploy = parse(read('workflows/deploy.yml')) as Workflow;
    const steps = deploy.jobs['build']?.steps ?? [];
    expect(runs(deploy)).toEqual(['.ci/run']);
    expect(steps.findIndex((s) => s.run === '.ci/run')).toBeLessThan(
      steps.findIndex((s) => s.uses?.startsWith('actions/upload-pages-artifact@')),
    );
    const gate = readFileSync(join(root, '.ci/run'), 'utf8');
    expect([...gate.matchAll(/^(?: {2})?(npm .*)$/gm)].map((m) => m[1])).toEqual([
      'npm ci --no-progress',
      'npm run check',
      'npm run sample -- --check',
      "npm run release -- --check --base 'HEAD^1'",
      'npm run release -- --check',
      'npm test',
      'npm run build',
    ]);
  });

  it('comes before a site that is built in parts, of which each is built once and all are put together', () => {
    const { jobs } = parse(read('workflows/deploy-in-parts.yml')) as Workflow;
    const [part] = (jobs['part']?.steps ?? []).flatMap((step) => (step.run?.includes('--shard') ? [step.run] : []));
    expect(part).toContain('"$PART/8"');
    expect(jobs['part']?.strategy?.matrix.part).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(jobs['site']).toMatchObject({ needs: ['gate', 'part'] });
    expect(jobs['gate']?.steps.flatMap((step) => step.run ?? [])).toEqual([
      'npm ci --no-progress',
      'npm run check',
      'npm test',
    ]);
  });

  it.each(['check', 'deploy'])('has the revision before at hand where it is run: %s', (name) => {
    const flow = parse(read(`workflows/${name}.yml`)) as Workflow;
    const checkouts = Object.values(flow.jobs).flatMap((job) =>
      job.steps.filter((s) => s.uses?.startsWith('actions/checkout@')),
    );
    expect(checkouts.map((s) => s.with?.['fetch-depth'])).toEqual([2]);
  });

  it('warns of owners of files that the host does not know', async () => {
    const script = String(check.jobs['owners']?.steps[0]?.with?.['script']);
    const warned: unknown[] = [];
    const github = {
      request: async () => ({ data: { errors: [{ message: 'Unknown owner', path: '.github/CODEOWNERS', line: 4 }] } }),
    };
    await runScript(script, github, { repo: {} }, { warning: (...told: unknown[]) => warned.push(told) });
    expect(warned).toEqual([['Unknown owner', { file: '.github/CODEOWNERS', startLine: 4 }]]);
  });
});

/** Runs the script of a step with stand-ins for what the host hands in. */
async function runScript(script: string, ...given: unknown[]): Promise<void> {
  const Async = Object.getPrototypeOf(async () => {}).constructor as new (
    ...parts: string[]
  ) => (...given: unknown[]) => Promise<void>;
  await new Async('github', 'context', 'core', script)(...given);
}

describe('labels', () => {
  const labels = JSON.parse(read('labels.json')) as { name: string; color: string; description: string }[];

  it('that issue forms and workflows use are all in the file of labels, in both languages and as the host takes them', () => {
    const forms = readdirSync(join(root, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml');
    const used = forms.flatMap((name) => (parse(read(`ISSUE_TEMPLATE/${name}`)) as { labels: string[] }).labels);
    const inScripts = names.flatMap((name) =>
      [...read(`workflows/${name}`).matchAll(/labels = \['([^']+)'\]/g)].map((m) => m[1] ?? ''),
    );
    expect(inScripts).toEqual(['freshness']);
    expect([...used, ...inScripts].filter((label) => !labels.some((l) => l.name === label))).toEqual([]);
    expect(
      labels.filter(
        (l) =>
          !/^[0-9a-f]{6}$/.test(l.color) ||
          !/\p{Script=Han}.* \/ [A-Z]/u.test(l.description) ||
          l.description.length > 100,
      ),
    ).toEqual([]);
    expect(new Set(labels.map((l) => l.name)).size).toBe(labels.length);
  });

  it('are made, or brought up to date where they exist, by a workflow that runs when the file changes and by hand', async () => {
    const flow = parse(read('workflows/labels.yml')) as Workflow;
    expect(flow.on).toEqual({ push: { branches: ['main'], paths: ['.github/labels.json'] }, workflow_dispatch: null });
    const done: string[] = [];
    const note =
      (verb: string) =>
      async ({ name }: { name: string }) =>
        void done.push(`${verb} ${name}`);
    const github = {
      paginate: async () => [{ name: 'dispute' }],
      rest: {
        repos: { getContent: async () => ({ data: { content: Buffer.from(read('labels.json')).toString('base64') } }) },
        issues: { listLabelsForRepo: undefined, createLabel: note('create'), updateLabel: note('update') },
      },
    };
    await runScript(String(flow.jobs['labels']?.steps[0]?.with?.['script']), github, { repo: {}, sha: '' }, {});
    expect(done).toEqual(labels.map(({ name }) => `${name === 'dispute' ? 'update' : 'create'} ${name}`));
  });
});

describe('the report under a pull request', () => {
  it('is rendered from what the run of that name left, by code of the main branch', () => {
    const [left, rendered] = [
      parse(read('workflows/impact.yml')) as Workflow,
      parse(read('workflows/impact-comment.yml')) as Workflow,
    ];
    expect((left as unknown as { name: string }).name).toBe('impact');
    expect(rendered.on).toMatchObject({ workflow_run: { workflows: ['impact'], types: ['completed'] } });
    expect(Object.keys(left.on)).toEqual(['pull_request']);
    // Also when the code changes that scores are made by.
    expect((left.on as { pull_request: { paths: string[] } }).pull_request.paths).toEqual([
      'content/**',
      'data/**',
      ...SCORING.map((folder) => `${folder}/**`),
      'package-lock.json',
    ]);
    const commands = Object.values(rendered.jobs).flatMap((job) => job.steps.flatMap((step) => step.run ?? []));
    expect(commands.join('\n')).toContain('impact -- --render');
    expect(commands.join('\n')).not.toContain('--base');
  });
});

describe('the weekly report', () => {
  it('is what its own shell makes: JSON, and Markdown in both languages', () => {
    const flow = parse(read('workflows/freshness.yml')) as Workflow;
    const [script = ''] = (flow.jobs['report']?.steps ?? []).flatMap((step) =>
      step.run?.includes('freshness') ? [step.run] : [],
    );
    const temp = mkdtempSync(join(tmpdir(), 'freshness-'));
    const path = `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
    const { status, stderr } = spawnSync('bash', ['-e'], {
      input: script,
      encoding: 'utf8',
      cwd: root,
      env: { ...process.env, PATH: path, RUNNER_TEMP: temp },
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const report = JSON.parse(readFileSync(join(temp, 'freshness/freshness.json'), 'utf8')) as { asOf: string };
    expect(report.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    const markdown = readFileSync(join(temp, 'freshness/freshness.md'), 'utf8');
    expect(markdown).toMatch(
      /^## .*\p{Script=Han}[\s\S]*<details><summary>English<\/summary>\n\n## [\s\S]*<\/details>\n$/u,
    );
    rmSync(temp, { recursive: true });
  });

  it('is put into an issue by a job that runs nothing of the tree', () => {
    const flow = parse(read('workflows/freshness.yml')) as Workflow;
    expect(flow.jobs['issue']?.permissions).toEqual({ issues: 'write' });
    expect(Object.keys(flow.on)).toEqual(['schedule', 'workflow_dispatch']);
  });
});

describe('updates of packages and actions', () => {
  it('wait until a stolen version has most likely been found', () => {
    const { updates } = parse(read('dependabot.yml')) as {
      updates: { 'package-ecosystem': string; cooldown?: { 'default-days'?: number } }[];
    };
    expect(updates.map((u) => u['package-ecosystem']).sort()).toEqual(['github-actions', 'npm']);
    expect(updates.filter((u) => (u.cooldown?.['default-days'] ?? 0) < 7)).toEqual([]);
  });
});

describe('the issue forms', () => {
  const forms = readdirSync(join(root, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml');

  it('are there for a new vendor, a correction, a dispute and a review that is taken back', () => {
    expect(forms.sort()).toEqual(['correction.yml', 'dispute.yml', 'new-vendor.yml', 'review-withdrawal.yml']);
  });

  it.each(forms)('%s is in both languages, has ids of its own and warns of personal data', (name) => {
    const form = parse(read(`ISSUE_TEMPLATE/${name}`)) as {
      name: string;
      description: string;
      body: { id?: string; type: string; attributes: { label?: string; value?: string } }[];
    };
    const labels = [form.name, form.description, ...form.body.flatMap((part) => part.attributes.label ?? [])];
    for (const label of labels) expect(label).toMatch(/\p{Script=Han}.*\/ ?[A-Za-z]/u);
    const ids = form.body.flatMap((part) => part.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(form.body.filter((part) => part.type !== 'markdown' && part.id === undefined)).toEqual([]);
    expect(form.body.map((part) => part.attributes.value ?? '').join('')).toMatch(/公开[\s\S]*public/i);
  });
});

describe('the owners of files', () => {
  const rules = read('CODEOWNERS')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/));
  /** A pattern of this file as a regular expression: those without a slash match at any depth, `*` within one name, `**` over any. */
  const pattern = (glob: string): RegExp => {
    const body = glob.replace(/[.+]/g, '\\$&').replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
    return new RegExp(`${glob.startsWith('/') ? '^' : '^/(?:.*/)?'}${body}${glob.endsWith('/') ? '' : '(?:/.*)?$'}`);
  };
  /** Owners by the last rule that matches, as the host reads the file. */
  const ownersOf = (path: string): string[] =>
    rules
      .filter(([glob = '']) => pattern(glob).test(`/${path}`))
      .at(-1)
      ?.slice(1) ?? [];

  it.each([
    'content/methodology/2026.1/method.yaml',
    'content/policies/reviews/zh.mdx',
    'src/score/market.ts',
    'scripts/check.ts',
    '.github/workflows/check.yml',
    '.github/CODEOWNERS',
    'package-lock.json',
    'package.json',
    'data/reviews/2026.csv',
    'data/releases/a/release.json',
    'data/release.yaml',
    '.ci/run',
    'astro.config.mjs',
    'data/vendors/.gitattributes',
    'data/evidence/.gitattributes',
    'data/vendors/.a.yaml',
    'data/evidence/a/.gitattributes',
    'data/evidence/a/script.sh',
    'data/vendors/README.md',
    'data/renamed.yaml',
    'content/RELEASES.sha256',
    '.gitattributes',
    'schemas/vendor.schema.json',
  ])('ask an editor about %s', (path) => {
    expect(ownersOf(path)).toEqual(['@hengping-example/editors']);
  });

  it.each(['data/vendors/a.yaml', 'data/evidence/a/b.pdf'])('leave %s to whoever merges', (path) => {
    expect(ownersOf(path)).toEqual([]);
  });
});

describe('attributes of files', () => {
  it('keep git from converting any file, whatever the person who clones has set for all repositories', () => {
    const folder = mkdtempSync(join(tmpdir(), 'attributes-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'everywhere'), '* text eol=crlf filter=lfs ident working-tree-encoding=UTF-16 -diff\n');
    copyFileSync(join(root, '.gitattributes'), join(folder, '.gitattributes'));
    const git = (...args: string[]): string =>
      spawnSync('git', ['-c', `core.attributesFile=${join(folder, 'everywhere')}`, ...args], {
        cwd: folder,
        encoding: 'utf8',
      }).stdout;
    git('init', '--quiet');
    const told = git(
      'check-attr',
      'text',
      'eol',
      'filter',
      'ident',
      'working-tree-encoding',
      'diff',
      '--',
      'data/vendors/a.yaml',
    )
      .trim()
      .split('\n');
    expect(told.map((line) => line.replace(/^.*?: /, ''))).toEqual([
      'text: unset',
      'eol: unset',
      'filter: unset',
      'ident: unset',
      'working-tree-encoding: unset',
      'diff: unspecified',
    ]);
  });
});

describe('the template of a pull request', () => {
  it('asks for interests in both languages', () => {
    expect(read('pull_request_template.md')).toMatch(/利益关系 \/ Interests/);
  });
});
