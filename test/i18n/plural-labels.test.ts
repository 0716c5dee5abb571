/** No English label says "1 dimensions": every label that takes a count is asked with one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../src/i18n/labels');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));

/** Words that end in s and are no plurals, or plurals that a 1 before them does not count. */
const NO_PLURAL = new Set([
  'is',
  'has',
  'was',
  'does',
  'as',
  'less',
  'passes',
  'stays',
  'goes',
  'differs',
  'disagrees',
  'needs',
  'costs',
  'scores',
  'earns',
  'makes',
  'says',
  'leaves',
  'reads',
  'weighs',
  'ends',
  'exists',
  'gains',
  'loses',
  'rests',
  'takes',
  'averages',
  'comes',
  'counts',
  'forms',
  'keeps',
  'meets',
  'supports',
  'gives',
  'expects',
  'matches',
  'stands',
]);

/** Parameters that are no counts: their names say so. */
const NO_COUNT =
  /percent|share|chance|name|first|second|part|pairs|perturbed|anyWeights|tie|coverage|version|date|many|one$|filter|^(?:low|high|from|to)$/i;

/** Every text of a table with what it is called; functions are called with a 1 for every count. */
function* textsOf(table: unknown, path: string): Generator<[string, string]> {
  if (typeof table === 'string') yield [path, table];
  else if (typeof table === 'function') {
    try {
      const parameters =
        /^[^(]*\(([^)]*)\)/
          .exec(table.toString())?.[1]
          ?.split(',')
          .map((p) => p.trim()) ?? [];
      const text: unknown = table(...parameters.map((p) => (NO_COUNT.test(p) ? 'x' : '1')));
      if (typeof text === 'string') yield [path, text];
    } catch {
      // It takes something else than texts and numbers.
    }
  } else if (typeof table === 'object' && table !== null) {
    for (const [key, value] of Object.entries(table)) yield* textsOf(value, `${path}.${key}`);
  }
}

/** Plurals, verbs and pronouns for several after a 1. */
function faults(text: string): string[] {
  const found = [...text.matchAll(/(?<![\w.,/–-])1 (?:(?!with|under|that|of|thing)[a-z-]+ )?([a-z]+s)\b/g)].flatMap(
    (m) => (NO_PLURAL.has(m[1] ?? '') ? [] : [m[0]]),
  );
  return [
    ...found,
    ...[
      ...text.matchAll(
        /(?<![\w.,/–-])1 (?:are|have|were|do not|stay|meet|form|criteria|people)\b|\b(?:these|those|all) 1\b(?! [a-z])/g,
      ),
    ].map((m) => m[0]),
  ];
}

describe.each(files)('the English labels of %s', (file) => {
  it('count one thing in the singular', async () => {
    const tables = (await import(join(FOLDER, file))) as Record<string, { en?: unknown }>;
    const wrong = Object.entries(tables).flatMap(([name, table]) =>
      [...textsOf(table.en, name)].flatMap(([path, text]) => faults(text).map((fault) => `${path}: ${fault}`)),
    );
    expect(wrong).toEqual([]);
  });
});
