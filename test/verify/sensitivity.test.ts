import { describe, expect, it } from 'vitest';
import type { Receipt, SensitivityFile } from '../../src/schema/api.ts';
import { sensitivityFile } from '../../src/views/published/files.ts';
import { checkSensitivity } from '../../src/verify/sensitivity.ts';
import { smallMarket, throughJson } from '../views/published/small-market.ts';
import { changed, published } from './published.ts';

const { receipts, context } = published();
const file = throughJson(sensitivityFile(smallMarket()));

function pathsOf(told: readonly Receipt[], given: SensitivityFile): string[] {
  const check = checkSensitivity(context);
  for (const receipt of told) check.add(receipt);
  return check.finish(given).differences.map((d) => d.path);
}

describe('the published comparison with other methods', () => {
  it('comes out again from the receipts, in whatever order they are read', () => {
    expect(file.vendors.length).toBeGreaterThan(1);
    expect(file.variants.length).toBeGreaterThan(5);
    expect(pathsOf(receipts, file)).toEqual([]);
    expect(pathsOf(receipts.toReversed(), file)).toEqual([]);
  });

  it.each<readonly [string, readonly (string | number)[], (old: unknown) => unknown]>([
    ['ranked', ['ranked'], (n) => (n as number) + 1],
    ['draws', ['draws'], (n) => (n as number) * 2],
    ['tau.perturbed', ['tau', 'perturbed'], (x) => (x as number) - 1e-6],
    ['vendors[0].place', ['vendors', 0, 'place'], () => 2],
    ['vendors[1].perturbed.steady', ['vendors', 1, 'perturbed', 'steady'], (x) => (x as number) - 0.001],
    ['vendors[0].anyWeights.shares[0]', ['vendors', 0, 'anyWeights', 'shares', 0], (x) => (x as number) / 2],
    ['variants[0].places[1]', ['variants', 0, 'places', 1], (n) => (n as number) + 1],
    ['variants[0].tau', ['variants', 0, 'tau'], () => -0.5],
  ])('is found out when %s was changed', (_name, path, to) => {
    expect(pathsOf(receipts, changed(file, path, to))).toHaveLength(1);
  });

  it('is found out when a vendor, a variant or a ranked receipt is missing', () => {
    expect(pathsOf(receipts, { ...file, vendors: file.vendors.slice(1) })).not.toEqual([]);
    expect(pathsOf(receipts, { ...file, variants: file.variants.slice(1) })).not.toEqual([]);
    expect(
      pathsOf(
        receipts.filter((r) => r.slug !== file.vendors[0]?.slug),
        file,
      ),
    ).not.toEqual([]);
  });

  it('is found out when a ranked vendor’s dimension is another', () => {
    const at = receipts.findIndex((r) => r.slug === file.vendors[0]?.slug);
    const tampered = changed(receipts[at], ['frameworks', 0, 'dimensions', 0, 'estimate', 'score'], () => 0) as Receipt;
    expect(pathsOf(receipts.with(at, tampered), file)).not.toEqual([]);
  });
});
