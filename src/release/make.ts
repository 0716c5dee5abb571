/** The scores of a workspace as a frozen release. */
import type { FrozenRelease, FrozenVendor } from '../schema/frozen.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { Market } from '../score/market.ts';
import type { VendorScores } from '../score/types.ts';

/** Decimals that are kept: finer than anything shown, coarser than what differs between machines. */
const DECIMALS = 6;

/** What a release is called and which one it follows. */
export interface ReleaseIdentity {
  id: string;
  /** 1 for the first. */
  number: number;
  /** SHA-256 of the former release's SHA256SUMS. */
  previous?: string;
}

/** Makes the release. Every vendor is in it, ranked or not, in the order of slugs. */
export function makeRelease(dataset: Dataset, market: Market, identity: ReleaseIdentity): FrozenRelease {
  const { release, site, method, vendors, inputs, frameworks } = dataset;
  const { plan } = market;
  return {
    format: 1,
    id: identity.id,
    number: identity.number,
    ...(identity.previous === undefined ? {} : { previous: identity.previous }),
    asOf: release.asOf,
    methodology: release.methodology,
    sampleData: site.sampleData,
    interval: method.uncertainty.interval,
    frameworks: plan.frameworks.map((planned, f) => ({
      id: planned.id,
      name: { ...(frameworks[f]?.name ?? { zh: planned.id, en: planned.id }) },
      short: { ...(frameworks[f]?.short ?? { zh: planned.id, en: planned.id }) },
      weight: kept(planned.share),
      dimensions: planned.dimensions.map((d, i) => {
        const dimension = plan.dimensions[d];
        const id = dimension?.id ?? '';
        return {
          id,
          name: { ...(frameworks[f]?.dimensions[i]?.name ?? { zh: id, en: id }) },
          weight: kept(dimension?.share ?? 0),
        };
      }),
    })),
    vendors: vendors.map((vendor, v) => frozenVendor(vendor, market.of(v))),
    inputs: inputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
}

function frozenVendor(
  { slug, name, creditCode, status }: Dataset['vendors'][number],
  { overall, rating, frameworks }: VendorScores,
): FrozenVendor {
  return {
    slug,
    name: { ...(name.zh === undefined ? {} : { zh: name.zh }), ...(name.en === undefined ? {} : { en: name.en }) },
    ...(creditCode === undefined ? {} : { creditCode }),
    status,
    ...(overall === undefined
      ? {}
      : { overall: { score: kept(overall.score), low: kept(overall.low), high: kept(overall.high) } }),
    ...(rating.kind === 'ranked'
      ? { rank: { place: rating.place, low: rating.low, high: rating.high, group: rating.group } }
      : {}),
    ...(overall === undefined
      ? {}
      : {
          frameworks: frameworks.map((f) => keptOrNone(f.estimate?.score)),
          dimensions: frameworks.map((f) => f.dimensions.map((d) => keptOrNone(d.estimate?.score))),
        }),
  };
}

/** Rounded to what is kept, within 0..100 (sums of unrounded numbers may pass their ends by dust). */
function kept(value: number): number {
  const factor = 10 ** DECIMALS;
  return Math.min(100, Math.max(0, Math.round(value * factor) / factor));
}

function keptOrNone(value: number | undefined): number | null {
  return value === undefined ? null : kept(value);
}

/** The release as text: one line for each vendor, framework and input, so that people and `git diff` can read it. */
export function releaseText(release: FrozenRelease): string {
  const parts = Object.entries(release).map(([key, value]) => {
    const text =
      Array.isArray(value) && value.length > 0
        ? `[\n${value.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]`
        : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}
