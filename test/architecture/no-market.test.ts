import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
/** The words that only this market has; they belong into the workspace. */
const MARKET = /记账|报税|纳税|会计(?!入)|税务|财税|bookkeep|accountan(?:t|cy)|\btax(?:es|payer)?\b/i;
/** All but the bench, which measures on the sample data. */
const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?!bench\/).*\.(?:ts|astro|css)$/.test(path))
  .sort();

it('no source file knows the market that comes with the repository', () => {
  const found = sources.flatMap((path) => {
    const lines = readFileSync(join(ROOT, 'src', path), 'utf8').split('\n');
    return lines.flatMap((line, i) => (MARKET.test(line) ? [`src/${path}:${i + 1} ${line.trim().slice(0, 100)}`] : []));
  });
  expect(sources.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});

it('no source file names a city of the directory', () => {
  const { regions } = parse(readFileSync(join(ROOT, 'content/directory.yaml'), 'utf8')) as {
    regions: { name: { zh: string }; cities: { name: { zh: string } }[] }[];
  };
  const names = regions.flatMap((r) => [r.name.zh, ...r.cities.map((c) => c.name.zh)]);
  expect(names.length).toBeGreaterThan(10);
  const all = sources.map((path) => [path, readFileSync(join(ROOT, 'src', path), 'utf8')] as const);
  expect(
    all.flatMap(([path, text]) =>
      names.filter((name) => text.replaceAll('生成都', '').includes(name)).map((name) => `src/${path} ${name}`),
    ),
  ).toEqual([]);
});
