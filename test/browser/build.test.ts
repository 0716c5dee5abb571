/**
 * Real builds of a small workspace: the same bytes whatever the machine is set to, and the former site whole whenever a build
 * fails or is killed. (With the browser tests because it takes as long as these.)
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandOf } from '../../src/build/step.ts';
import { stream } from '../../src/sample/random.ts';
import { filesOf, newFolder, projectCopy, writeFiles } from '../hostile/written.ts';
import { tinyWorkspace } from '../workspaces/tiny.ts';

const LONG = 900_000;
const folder = newFolder('builds');
const project = join(folder, 'project');
const out = join(folder, 'site');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command, as a process group of its own. */
function build(from: string, to: string, env: Readonly<Record<string, string>> = {}): ChildProcess {
  const node = process.execPath;
  return spawn(node, ['scripts/build.ts', '--workspace', from, '--out', to], {
    cwd: project,
    env: { ...process.env, LANG: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/** Exit code and what was printed. */
function ended(child: ChildProcess): Promise<{ code: number | null; text: string }> {
  let text = '';
  const keep = (chunk: Buffer): void => void (text += chunk.toString('utf8'));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise((done) => child.on('close', (code) => done({ code, text })));
}

/** Fingerprints of all files below a folder, one line each. */
function sums(root: string): string[] {
  return [...filesOf(root)].map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}`);
}

/** What builds have left in the project and beside their sites, other than caches. */
function leftBehind(): string[] {
  return [
    ...readdirSync(join(project, '.hengping')).filter((name) => !/^(?:astro-[0-9a-f]{12}|cache)$/.test(name)),
    ...readdirSync(folder).filter((name) => name.includes('hengping-swap')),
  ];
}

/** Whether a process of this group runs; one that has ended and was not waited for does not. */
function groupLives(group: number): boolean {
  const { stdout } = spawnSync('ps', ['-eo', 'pgid=,stat='], { encoding: 'utf8' });
  return stdout.split('\n').some((line) => new RegExp(`^\\s*${group}\\s+[^Z]`).test(line));
}

let first: string[];
let lines: string[];
let seconds = 0;

beforeAll(async () => {
  projectCopy(project);
  // A page that somebody adds.
  writeFileSync(
    join(project, 'src/pages/[...lang]/extra.astro'),
    readFileSync(join(project, 'src/pages/[...lang]/search.astro'), 'utf8').replace(
      'path="/search/"',
      'path="/extra/"',
    ),
  );
  // A workspace may be a clone of a project that extends what is not installed there.
  writeFiles(
    join(folder, 'one'),
    new Map([...tinyWorkspace(), ['tsconfig.json', '{ "extends": "nothing/installed" }']]),
  );
  const { code, text } = await ended(build(join(folder, 'one'), out));
  expect(text + String(code)).toMatch(/0$/);
  lines = text.trimEnd().split('\n');
  first = sums(out);
}, LONG);

describe('two builds of one tree', () => {
  it(
    'are the same to the byte, on a machine of another time zone, language and order of files',
    async () => {
      const other = join(folder, 'other');
      const files = [...tinyWorkspace()].reverse();
      writeFiles(other, new Map(files));
      // Older and younger, in an order that no other order follows.
      files.forEach(([path], i) =>
        utimesSync(join(other, path), 1e9 + ((i * 7919) % 1000) * 86_400, 1e9 + ((i * 104_729) % 1000) * 86_400),
      );
      const began = performance.now();
      const { code, text } = await ended(
        build(other, join(folder, 'again'), {
          TZ: 'Pacific/Kiritimati',
          LANG: 'tr_TR.UTF-8',
          LC_ALL: 'tr_TR.UTF-8',
          HOME: folder,
        }),
      );
      seconds = (performance.now() - began) / 1000;
      expect(text + String(code)).toMatch(/0$/);
      expect(first.length).toBeGreaterThan(60);
      expect(sums(join(folder, 'again'))).toEqual(first);
    },
    LONG,
  );
});

describe('a build', () => {
  it('prints six lines with seconds, and nothing of what its steps print', () => {
    expect(
      lines.map((line) =>
        line
          .replace(/\d+\.\d/, 'N')
          .replace(/\([\d,]+\)/, '(M)')
          .replace(out, 'OUT'),
      ),
    ).toEqual([
      'Data and scores: N s',
      'Bundling the pages: N s',
      'Pages and files for programs: N s',
      'Checks: N s; published numbers computed again; links within the site followed (M), none broken',
      'Search index: N s',
      'Done in N s: the site is in OUT',
    ]);
  });

  it(
    'by Astro alone, without search and verification, fails and says what to use',
    async () => {
      const child = spawn(process.execPath, [commandOf('astro'), 'build'], {
        cwd: project,
        env: { ...process.env, HENGPING_WORKSPACE: join(folder, 'one') },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const { code, text } = await ended(child);
      expect(code).toBe(1);
      expect(text).toContain('npm run build');
      expect(existsSync(join(project, 'dist'))).toBe(false);
    },
    LONG,
  );
});

describe('the sitemap', () => {
  it('has every page, also one that was added to the program, in both languages', () => {
    const pages = [...filesOf(out).keys()]
      .filter((path) => path.endsWith('index.html'))
      .map((path) => `/${path.slice(0, -'index.html'.length)}`);
    expect(pages).toEqual(expect.arrayContaining(['/extra/', '/en/extra/', '/vendors/alpha/']));
    const listed = [...readFileSync(join(out, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]*)</g)].map(
      ([, address = '']) => new URL(address).pathname,
    );
    expect(listed.sort()).toEqual(pages.sort());
  });
});

describe('a build that fails', () => {
  it(
    'over the data says so and leaves the former site whole',
    async () => {
      const broken = join(folder, 'broken');
      writeFiles(
        broken,
        tinyWorkspace()
          .set('data/vendors/delta.yaml', 'name: { en: <script>alert(1)</script> }\nstatus: nonsense\n')
          .set('content/guides/start/en.mdx', '---\ntitel: Start\n---\n\n<b>\n'),
      );
      const { code, text } = await ended(build(broken, out));
      expect(code).toBe(1);
      expect(text).toContain('data/vendors/delta.yaml:2:9 status');
      expect(text).toContain('content/guides/start/en.mdx:2:1 titel');
      // A line for each problem, and nothing of Astro, which fails over the same text.
      expect(
        text
          .trimEnd()
          .split('\n')
          .filter((line) => !/^(?:data|content)\//.test(line)),
      ).toEqual([expect.stringMatching(/^\d+ problem/)]);
      expect(sums(out)).toEqual(first);
    },
    LONG,
  );

  it(
    'over a number that does not come out when computed again says so and leaves the former site whole',
    async () => {
      const view = join(project, 'src/views/published/vendors-file.ts');
      const text = readFileSync(view, 'utf8');
      expect(text).toContain('return { score, sd');
      try {
        writeFileSync(view, text.replace('return { score, sd', 'return { score: score + 0.001, sd'));
        const { code, text: told } = await ended(build(join(folder, 'one'), out));
        expect(code).toBe(1);
        expect(told).toMatch(/verify failed|verify 失败/);
        expect(told).toMatch(/published \d/);
        expect(sums(out)).toEqual(first);
      } finally {
        writeFileSync(view, text);
      }
    },
    LONG,
  );
});

describe('a build that is asked to end', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s leaves neither a process nor a file behind',
    async (signal) => {
      const child = build(join(folder, 'one'), out);
      const over = ended(child);
      const logs = (): string[] =>
        readdirSync(join(project, '.hengping')).filter((name) => /^(?:score|render-0)-\d+\.log$/.test(name));
      await expect.poll(() => logs().length, { timeout: 60_000, interval: 5 }).toBe(1);
      // To it alone, as a supervisor sends it; a terminal sends it to the steps too.
      child.kill(signal);
      await over;
      expect(child.signalCode).toBe(signal);
      // Its group holds the steps and what they started.
      expect(groupLives(child.pid ?? 0)).toBe(false);
      expect(sums(out)).toEqual(first);
      expect(leftBehind()).toEqual([]);
    },
    LONG,
  );

  it(
    'by a kill of itself alone leaves no process that goes on',
    async () => {
      const child = build(join(folder, 'one'), out);
      const over = ended(child);
      await expect
        .poll(() => existsSync(join(project, '.hengping', `build-${child.pid}`, 'site')), {
          timeout: 60_000,
          interval: 20,
        })
        .toBe(true);
      child.kill('SIGKILL');
      await over;
      await expect.poll(() => groupLives(child.pid ?? 0), { timeout: 30_000 }).toBe(false);
      expect(sums(out)).toEqual(first);
    },
    LONG,
  );
});

describe('two builds at once', () => {
  it(
    'of two workspaces, into two folders or one, both come out whole',
    async () => {
      const other = join(folder, 'second');
      const files = tinyWorkspace();
      writeFiles(
        other,
        files.set('data/vendors/gamma.yaml', `${files.get('data/vendors/gamma.yaml') ?? ''}about: { en: Second }\n`),
      );
      const [mine, theirs] = [join(folder, 'mine'), join(folder, 'theirs')];
      const runs = await Promise.all(
        [build(join(folder, 'one'), mine), build(other, theirs), build(join(folder, 'one'), mine)].map(ended),
      );
      expect(runs.map((run) => [run.code, run.text.includes('failed') ? run.text : ''])).toEqual([
        [0, ''],
        [0, ''],
        [0, ''],
      ]);
      expect(runs.filter((run) => /Another build is running|另一个生成正在进行/.test(run.text))).toHaveLength(2);
      expect(sums(mine)).toEqual(first);
      expect(readFileSync(join(theirs, 'data/vendors/gamma.yaml'), 'utf8')).toContain('Second');
      expect(leftBehind()).toEqual([]);
    },
    LONG,
  );
});

describe('a site that is built in parts', () => {
  it(
    'is byte for byte the one that is built whole, and is refused when a part is missing',
    async () => {
      const run = async (...argv: string[]): Promise<{ code: number | null; text: string }> =>
        ended(
          spawn(process.execPath, ['scripts/build.ts', ...argv], {
            cwd: project,
            env: { ...process.env, LANG: 'C' },
            stdio: ['ignore', 'pipe', 'pipe'],
          }),
        );
      const parts = [1, 2, 3].map((k) => join(folder, `part-${k}`));
      for (const [i, part] of parts.entries()) {
        const { code, text } = await run('--workspace', join(folder, 'one'), '--shard', `${i + 1}/3`, '--out', part);
        expect([code, code === 0 ? '' : text]).toEqual([0, '']);
      }
      const merged = join(folder, 'merged');
      const missing = await run('--merge', ...parts.slice(1), '--out', merged);
      expect([missing.code, missing.text]).toEqual([2, expect.stringContaining('has 2, 3')]);
      const { code, text } = await run('--merge', ...parts.toReversed(), '--out', merged);
      expect([code, code === 0 ? '' : text]).toEqual([0, '']);
      expect(sums(merged)).toEqual(first);
    },
    LONG,
  );
});

describe('a workspace that is written to while it is built', () => {
  it(
    'is built no further, and the file is named',
    async () => {
      const moving = join(folder, 'moving');
      writeFiles(moving, tinyWorkspace());
      const child = build(moving, join(folder, 'of-moving'));
      const over = ended(child);
      await expect
        .poll(() => existsSync(join(project, '.hengping', `build-${child.pid}`, 'collected.json')), {
          timeout: 60_000,
          interval: 20,
        })
        .toBe(true);
      writeFileSync(
        join(moving, 'data/vendors/gamma.yaml'),
        `${tinyWorkspace().get('data/vendors/gamma.yaml') ?? ''}about: { en: Later }\n`,
      );
      const { code, text } = await over;
      expect(code).toBe(1);
      expect(text).toContain('data/vendors/gamma.yaml');
      expect(text).toMatch(/the workspace changed while it was being built|生成期间工作区有改动/);
      expect(existsSync(join(folder, 'of-moving'))).toBe(false);
    },
    LONG,
  );
});

describe('a build that is killed', () => {
  it(
    'at ten random moments leaves the former site whole, and the next one is as if nothing had been',
    async () => {
      const changed = join(folder, 'changed');
      const files = tinyWorkspace();
      writeFiles(
        changed,
        files.set('data/vendors/gamma.yaml', `${files.get('data/vendors/gamma.yaml') ?? ''}about: { en: Changed }\n`),
      );
      const kept = join(folder, 'kept');
      cpSync(out, kept, { recursive: true });
      const draw = stream('killed builds');
      const moments: string[] = [];
      let last = seconds;
      for (let k = 0; k < 10;) {
        expect(moments.length, moments.join()).toBeLessThan(25);
        const began = performance.now();
        const child = build(changed, out);
        const over = ended(child).then(() => (performance.now() - began) / 1000);
        // One in every tenth of the time that a build takes.
        const after = ((k + draw.unit()) / 10) * last;
        await new Promise((done) => setTimeout(done, after * 1000));
        const running = child.exitCode === null;
        if (running) process.kill(-(child.pid ?? 0), 'SIGKILL');
        const took = await over;
        moments.push(`${after.toFixed(2)} of ${last.toFixed(1)} s${running ? '' : ' (over)'}`);
        if (running) {
          k++;
          expect(sums(out), moments.join()).toEqual(first);
        } else {
          // Quicker than the one before, by which the moment was chosen: the former site is put back, and the moment drawn again.
          last = Math.min(took, after);
          rmSync(out, { recursive: true });
          cpSync(kept, out, { recursive: true });
        }
      }
      console.log(`killed after ${moments.join(', ')}`);
      const { code } = await ended(build(changed, out));
      expect(code).toBe(0);
      expect(sums(out)).not.toEqual(first);
      const fresh = join(folder, 'fresh');
      await ended(build(changed, fresh));
      expect(sums(out)).toEqual(sums(fresh));
      expect(leftBehind()).toEqual([]);
      expect(existsSync(join(out, 'index.html'))).toBe(true);
    },
    LONG,
  );
});
