/** The page on how much the order depends on the method. */
import type { Language } from '../../schema/text.ts';
import { type Sensitivity, sensitivityOf, type Variant } from '../../score/sensitivity.ts';
import type { WeightDraws } from '../../score/weight-draws.ts';
import type { Scoring } from '../published/standings.ts';
import { nameOf } from '../format/names.ts';
import { oncePer } from '../format/once.ts';
import { type StripLevel, band, mark, strip } from './rank-band.ts';
import { type Said, say } from '../format/say.ts';
import { type Verdict, verdictOf } from './sensitivity-verdict.ts';

/** A band of places that holds nine draws of ten, and how often a vendor is at most one place from its published one. */
export interface BandOfPlaces {
  low: number;
  high: number;
  /** Share of the draws 0..1 with its published place, and with at most one place more or less. */
  held: number;
  steady: number;
}

export interface SensitivityRow {
  slug: string;
  name: Said;
  place: number;
  perturbed: BandOfPlaces;
  anyWeights: BandOfPlaces;
  /** SVG path data on a 100 x 10 canvas: both bands and the published place. */
  paths: { any: string; perturbed: string; place: string };
  strip: readonly StripLevel[];
  /** Places that it has most often under any weights, with their shares; at most three, the most frequent first. */
  often: readonly { place: number; share: number }[];
}

export interface VariantRow {
  id: string;
  /** Undefined for means and normalisations, which the page's labels name. */
  name: string | undefined;
  tau: number | undefined;
  /** How many have the place that they are published with. */
  kept: number;
  /** Who moves most; undefined when nobody moves. */
  mover: { slug: string; name: Said; from: number; to: number } | undefined;
  /** Who is first, if it is not the one who is published as first. */
  first: { slug: string; name: Said } | undefined;
}

export interface SensitivityPage {
  /** Ranked vendors, and how many of them are looked at. */
  ranked: number;
  shown: number;
  draws: number;
  factor: { low: number; high: number };
  /** Places on the axis of the bands. */
  axis: number;
  rows: readonly SensitivityRow[];
  variants: readonly { kind: Variant['kind']; rows: readonly VariantRow[] }[];
  /** What it comes to; undefined with fewer than two ranked vendors. */
  verdict: Verdict | undefined;
}

/** The comparisons of a scored workspace, made once however many pages and files show them. */
export const sensitivity = oncePer(({ dataset, market }: Scoring): Sensitivity => sensitivityOf(dataset, market));

/** The page in a language. */
export function sensitivityPage(scoring: Scoring, language: Language): SensitivityPage {
  const found = sensitivity(scoring);
  const { method } = scoring.dataset;
  const axis = Math.max(1, ...found.published, ...found.anyWeights.high, ...found.perturbed.high);
  const rows = found.vendors.map((v, i) => row(scoring, found, v, i, axis, language));
  const variants = (['aggregation', 'normalisation', 'without-dimension'] as const).flatMap((kind) => {
    const own = found.variants.filter((x) => x.kind === kind);
    const listed = own.map((x) => variantRow(scoring, x, rows, language));
    // What changes the order most comes first.
    return own.length === 0 ? [] : [{ kind, rows: listed.toSorted((a, b) => (a.tau ?? -2) - (b.tau ?? -2)) }];
  });
  return {
    ranked: found.ranked,
    shown: rows.length,
    draws: method.sensitivity.draws,
    factor: method.sensitivity.weightFactor,
    axis,
    rows,
    variants,
    verdict: found.ranked < 2 ? undefined : verdictOf(found, rows, variants),
  };
}

function row(
  { dataset }: Scoring,
  found: Sensitivity,
  v: number,
  i: number,
  axis: number,
  language: Language,
): SensitivityRow {
  const vendor = dataset.vendors[v];
  if (vendor === undefined) throw new RangeError(`no vendor has the index ${v}`);
  const place = found.published[i] as number;
  const perturbed = bandOf(found.perturbed, i);
  const anyWeights = bandOf(found.anyWeights, i);
  const shares = found.anyWeights.acceptability[i] as Float64Array;
  return {
    slug: vendor.slug,
    name: say(vendor.name, language),
    place,
    perturbed,
    anyWeights,
    paths: {
      any: band(anyWeights.low, anyWeights.high, axis, 5),
      perturbed: band(perturbed.low, perturbed.high, axis, 5),
      place: mark(place, axis),
    },
    strip: strip(shares, axis),
    often: Array.from(shares, (share, r) => ({ place: r + 1, share }))
      .filter(({ share }) => share > 0)
      .toSorted((a, b) => b.share - a.share || a.place - b.place)
      .slice(0, 3),
  };
}

function bandOf(draws: WeightDraws, i: number): BandOfPlaces {
  return {
    low: draws.low[i] as number,
    high: draws.high[i] as number,
    held: draws.held[i] as number,
    steady: draws.steady[i] as number,
  };
}

function variantRow(
  { dataset }: Scoring,
  variant: Variant,
  rows: readonly SensitivityRow[],
  language: Language,
): VariantRow {
  const moved = rows.map((r, i) => ({ slug: r.slug, name: r.name, from: r.place, to: variant.places[i] as number }));
  const distance = (m: (typeof moved)[number]): number => Math.abs(m.to - m.from);
  const mover = moved.toSorted((a, b) => distance(b) - distance(a))[0];
  const firsts = moved.filter((m) => m.to === 1);
  const [framework, dimension] = variant.id.split('/');
  const dimensions = dataset.frameworks.find((f) => f.id === framework)?.dimensions ?? [];
  return {
    id: variant.id,
    name: dimension === undefined ? undefined : nameOf(dimensions, dimension, language),
    tau: variant.tau,
    kept: moved.filter((m) => m.to === m.from).length,
    mover: mover === undefined || distance(mover) === 0 ? undefined : mover,
    first:
      firsts.some((m) => m.from === 1) || firsts[0] === undefined
        ? undefined
        : { slug: firsts[0].slug, name: firsts[0].name },
  };
}
