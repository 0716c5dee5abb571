import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { power } from '../../src/score/power.ts';

describe('a power', () => {
  it.each([
    [2, -1, 0.5],
    [4, 0.5, 2],
    [0, 0.3, 0],
    [1, 7.7, 1],
    // 1.5^2.5 = sqrt(1.5^5) = sqrt(7.59375)
    [1.5, 2.5, 2.755675960631075],
  ])('%d to the power %d is %d', (base, exponent, expected) => {
    expect(power(base, exponent)).toBeCloseTo(expected, 14);
  });
});

describe('published numbers', () => {
  it('are made with the operator ** only where it is exact, since other powers differ between versions of Node', () => {
    const root = resolve(import.meta.dirname, '../../src');
    const uses = globSync('{score,verify,views,release}/**/*.ts', { cwd: root }).flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .flatMap((line, i) => (/[\w)\]] \*\* |Math\.pow/.test(line) ? [{ at: `${path}:${i + 1}`, line }] : [])),
    );
    // Squares; and powers of 2 and 10 whose exponents are whole.
    const exact = /\*\* 2\b|\b(?:2|10) \*\* (?:32|Math\.ceil\(|-whole|digits|DECIMALS|line)/;
    expect(uses.length).toBeGreaterThan(10);
    expect(uses.filter(({ line }) => !exact.test(line)).map((use) => use.at)).toEqual([]);
  });
});
