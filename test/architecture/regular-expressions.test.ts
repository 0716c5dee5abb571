/**
 * No regular expression takes time out of proportion to the length of what it reads: strangers write what most of them read.
 * recheck looks for texts on which the time grows faster than the length, also by beginning anew at every character.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check, type VulnerableDiagnostics } from 'recheck';
import ts from 'typescript';
import { afterAll, describe, expect, it, vi } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');

/** Those that only read a short text of the project's own: why they may stay. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  [String.raw`/\B(?=(\d{3})+$)/g`, 'a number written by toFixed: at most 22 digits'],
  [String.raw`/0+$/`, 'decimals written by toFixed: at most a hundred'],
  [String.raw`/\.?0+$/`, 'decimals written by toFixed: at most a hundred'],
  [String.raw`/([A-Za-z][\w-]*)$/`, 'the 64 characters before a sign'],
  [String.raw`/A+$/`, 'answers that were written the line before'],
  [String.raw`/<script[^>]+src="\/([^"]+\.js)"/g`, 'pages of the site, in the benchmark'],
  [String.raw`/<html[^>]* lang="([a-zA-Z-]+)"/`, 'pages of the site, which begin with it'],
  [
    String.raw`/must be sufficiently indented and end with|^Flow (?:map|sequence) must end|Expected flow .* to end/`,
    'messages of the YAML package',
  ],
]);

/** Regular expressions written in a file, each with its line. */
function literalsIn(path: string): { literal: string; at: string }[] {
  const text = readFileSync(join(PROJECT, path), 'utf8');
  // Of a component only the script before the markup.
  const script = path.endsWith('.astro') ? (text.split(/^---$/m)[1] ?? '') : text;
  const source = ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true);
  const found: { literal: string; at: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node))
      found.push({
        literal: node.text,
        at: `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
      });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const FILES = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|mjs|astro)$/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** Characters of the text on which a claim is tried, and seconds of the processor: linear ones take a hundredth of a second, squared ones a fifth and more. */
const TRIAL = { characters: 60_000, seconds: 0.1 };

/** Why a regular expression is refused; undefined when it is not. */
async function fault(source: string, flags: string): Promise<string | undefined> {
  const found = await check(source, flags, { timeout: null });
  if (found.status === 'safe') return undefined;
  if (found.status === 'unknown') return 'could not be judged';
  // What its automata say is proven. What its search says may be a large constant factor, and is tried.
  if (
    found.checker === 'fuzz' &&
    [1, 2, 3].some(() => seconds(new RegExp(source, flags), found.attack) < TRIAL.seconds)
  )
    return undefined;
  return `${found.complexity.summary}, as on ${found.attack.pattern}`;
}

/** Time on the text that was found, made longer by repeating the parts that make it slow. */
function seconds(pattern: RegExp, { pumps, suffix }: VulnerableDiagnostics['attack']): number {
  const unit = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.floor(TRIAL.characters / Math.max(1, unit));
  const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
  const before = process.cpuUsage();
  text.replace(pattern, '');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('a regular expression', () => {
  const literals = FILES.flatMap(literalsIn);
  const distinct = [...new Map(literals.map((one) => [one.literal, one]))];

  it('takes time in proportion to the text', { timeout: 600_000 }, async () => {
    expect(distinct.length).toBeGreaterThan(200);
    const faults: string[] = [];
    for (const [literal, { at }] of distinct) {
      if (EXCEPTIONS.has(literal)) continue;
      const end = literal.lastIndexOf('/');
      const why = await fault(literal.slice(1, end), literal.slice(end + 1));
      if (why !== undefined) faults.push(`${at} ${literal} ${why}`);
    }
    expect(faults).toEqual([]);
  });

  it('whose time grows with the square of the length is found', { timeout: 300_000 }, async () => {
    // The guard of CSV cells and HTML in foreign texts, as they were once written.
    expect(await fault('(\\r\\n|[\\r\\n\\u0085\\u2028\\u2029])(?=[^\\S\\r\\n]*[=+])', 'gu')).toBeDefined();
    expect(await fault('<(script|style)\\b[^>]*>[\\s\\S]*?<\\/\\1\\s*>', 'gi')).toBeDefined();
  });

  it('that is an exception is still there', () => {
    const written = new Set(literals.map(({ literal }) => literal));
    expect([...EXCEPTIONS.keys()].filter((literal) => !written.has(literal))).toEqual([]);
  });
});

describe('a regular expression made from parts', () => {
  afterAll(() => vi.unstubAllGlobals());

  it('takes time in proportion to the text', { timeout: 300_000 }, async () => {
    const made: RegExp[] = [];
    vi.stubGlobal(
      'RegExp',
      class extends RegExp {
        constructor(pattern: RegExp | string, flags?: string) {
          super(pattern, flags);
          made.push(this);
        }
      },
    );
    // Those that are made when the file is loaded, and those that an import makes of its mapping.
    const holders = FILES.filter(
      (path) =>
        /^(?:src)\/(?:schema|views|impact|validate|import|i18n)\//.test(path) &&
        /^(?:export )?const .*new RegExp\(/m.test(readFileSync(join(PROJECT, path), 'utf8')),
    );
    vi.resetModules();
    for (const path of holders) await import(join(PROJECT, path));
    const { dateReader } = await import('../../src/import/dates.ts');
    for (const format of ['YYYY-MM-DD HH:mm:ss', 'D MMMM YY hh:mm A']) dateReader(format);
    const { numberReader } = await import('../../src/import/step.ts');
    for (const group of [',', '.', ' ', "'", 'none'] as const)
      numberReader({ decimal: group === ',' ? '.' : ',', group, remove: [] });
    const { plainText } = await import('../../src/import/plain-text.ts');
    plainText('', 'keep');
    vi.unstubAllGlobals();
    expect(made.length).toBeGreaterThanOrEqual(holders.length + 8);
    const faults: string[] = [];
    for (const { source, flags } of made) {
      const why = await fault(source, flags);
      if (why !== undefined) faults.push(`/${source}/${flags} ${why}`);
    }
    expect(faults).toEqual([]);
  });
});
