/** Whatever single number of a receipt is changed, verification finds it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/schema/api.ts';
import { measureRules } from '../../src/verify/context.ts';
import { changed, differencesWith, published } from './published.ts';

const market = published();
const differences = differencesWith(market);

/** What the directory says and what people wrote: nothing is computed from it. */
const UNCOUNTED = new Set(['profile', 'replies', 'cases', 'pages']);

/** The paths of all numbers that scores are computed from, or are computed themselves. */
function numbers(receipt: Receipt): (string | number)[][] {
  const found: (string | number)[][] = [];
  const look = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'number' && counts(receipt, path)) found.push(path);
    if (isBeyondGoalposts(value)) return;
    if (Array.isArray(value)) value.forEach((entry, i) => look(entry, [...path, i]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) look(inner, [...path, key]);
  };
  for (const [key, value] of Object.entries(receipt)) if (!UNCOUNTED.has(key)) look(value, [key]);
  return found;
}

/** Answers in a row of weight 0, and minutes of a contact that no measure looks at, count for nothing. */
function counts(receipt: Receipt, [part, table, at, kind, question]: readonly (string | number)[]): boolean {
  if (part !== 'rows') return true;
  if (table === 'reviews') return kind !== 'answers' || (receipt.rows.reviews[at as number]?.weight ?? 0) > 0;
  const contact = receipt.rows.observations[at as number];
  const rules = [...measureRules(market.context).values()].filter(
    (rule) => rule.source === 'observation' && rule.question === question,
  );
  return (
    kind !== 'values' ||
    rules.some(
      (r) =>
        (r.channels?.includes(contact?.channel ?? '') ?? true) &&
        (r.scenarios?.includes(contact?.scenario ?? '') ?? true),
    )
  );
}

/** An answer that earns 0 or 100 whether or not it moves a little. */
function isBeyondGoalposts(value: unknown): boolean {
  const { value: x, goalposts } = (value ?? {}) as { value?: number; goalposts?: { worst: number; best: number } };
  return (
    x !== undefined &&
    goalposts !== undefined &&
    (x <= Math.min(goalposts.worst, goalposts.best) || x >= Math.max(goalposts.worst, goalposts.best))
  );
}

const all = market.receipts.flatMap((receipt) => numbers(receipt).map((path) => ({ receipt, path })));

describe('a receipt in which any one number was changed', () => {
  it('is found out', () => {
    expect(all.length).toBeGreaterThan(3000);
    fc.assert(
      fc.property(
        fc.nat({ max: all.length - 1 }),
        fc.oneof(
          fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
          fc.double({ min: -0.5, max: -1e-6, noNaN: true }),
          fc.constantFrom(1, -1),
        ),
        (i, by) => {
          const { receipt, path } = all[i]!;
          const tampered = changed(receipt, path, (x) => (x as number) + by * Math.max(1, Math.abs(x as number)));
          expect(differences(tampered), `${receipt.slug} ${path.join('.')} ${by}`).not.toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is not suspected when nothing was', () => {
    for (const receipt of market.receipts) expect(differences(receipt)).toEqual([]);
  });
});
