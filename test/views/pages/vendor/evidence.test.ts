import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../../src/schema/vendor.ts';
import { evidenceAge } from '../../../../src/views/format/time.ts';
import { evidenceRows } from '../../../../src/views/pages/vendor/evidence.ts';
import { market } from '../../fixture.ts';

const { method } = market().dataset;
const seen = (changes: Partial<Evidence>): Evidence => ({
  id: 'a',
  tier: 'documented',
  lastLooked: '2025-12-01',
  lastConfirmed: '2025-12-01',
  note: { en: 'x' },
  ...changes,
});

describe('the age of evidence on the day of the build', () => {
  it('is expired the day after its end', () => {
    expect(evidenceAge(seen({ expires: '2026-01-01' }), method, '2026-01-01')).toBe('fresh');
    expect(evidenceAge(seen({ expires: '2025-12-31' }), method, '2026-01-01')).toBe('expired');
  });

  it('is stale once confirmed longer ago than the method says (365 days)', () => {
    expect(evidenceAge(seen({ lastConfirmed: '2025-01-01' }), method, '2026-01-01')).toBe('fresh');
    expect(evidenceAge(seen({ lastConfirmed: '2024-12-31' }), method, '2026-01-01')).toBe('stale');
  });
});

describe('the list of evidence', () => {
  it('counts expired evidence as the tier that the method says, and drops links that are not safe', () => {
    const inputs = market({
      vendors: {
        alpha: {
          evidence: [seen({ id: 'old', expires: '2025-12-31' }), seen({ id: 'bad', url: 'javascript:alert(1)' })],
          answers: {
            talk: { 'phone-speed': { evidence: ['bad'], facets: { log: { state: 'met', evidence: ['old'] } } } },
          },
        },
      },
    });
    const [alpha] = inputs.dataset.vendors;
    if (alpha === undefined) throw new Error('no vendor');
    const rows = evidenceRows(inputs, alpha, 'en');
    expect(rows.map((r) => [r.number, r.tier, r.countsAs, r.age, r.url])).toEqual([
      [1, 'documented', 'declared', 'expired', undefined],
      [2, 'documented', 'documented', 'fresh', undefined],
    ]);
    expect(rows.map((r) => r.serves)).toEqual([
      [{ key: 'c-talk-phone-speed', name: 'phone-speed' }],
      [{ key: 'c-talk-phone-speed', name: 'phone-speed' }],
    ]);
  });
});
