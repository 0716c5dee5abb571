/** The page on how much the order depends on the method: figures, sentences, and the geometry of bands of places. */
import type { Language } from '../../schema/text.ts';
import { type Sensitivity, sensitivityOf, type Variant } from '../../score/sensitivity.ts';
import type { WeightDraws } from '../../score/weight-draws.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { nameOf } from '../format/names.ts';
import { oncePer } from '../format/once.ts';
import { type LocalText, localize } from '../format/localize.ts';

/** A band of places that holds nine draws of ten, and how often a vendor is at most one place from its published one. */
interface BandOfPlaces {
  low: number;
  high: number;
  /** Share of the draws 0..1 with its published place, and with at most one place more or less. */
  held: number;
  steady: number;
}

interface SensitivityRow {
  slug: string;
  name: LocalText;
  place: number;
  perturbed: BandOfPlaces;
  anyWeights: BandOfPlaces;
  /** SVG path data on a 100 x 10 canvas: both bands and the published place. */
  paths: { any: string; perturbed: string; place: string };
  strip: readonly StripLevel[];
  /** Places that it has most often under any weights, with their shares; at most three, the most frequent first. */
  often: readonly { place: number; share: number }[];
}

interface VariantRow {
  id: string;
  /** Undefined for means and normalisations, which the page's labels name. */
  name: string | undefined;
  tau: number | undefined;
  /** How many have the place that they are published with. */
  kept: number;
  /** The vendor that moves most; undefined when none moves. */
  mover: { slug: string; name: LocalText; from: number; to: number } | undefined;
  /** Who is first, if it is not the one who is published as first. */
  first: { slug: string; name: LocalText } | undefined;
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
export const sensitivity = oncePer(({ dataset, market }: ScoredWorkspace): Sensitivity =>
  sensitivityOf(dataset, market),
);

/** The page in a language. */
export function sensitivityPage(scoring: ScoredWorkspace, language: Language): SensitivityPage {
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
  { dataset }: ScoredWorkspace,
  found: Sensitivity,
  v: number,
  i: number,
  axis: number,
  language: Language,
): SensitivityRow {
  const vendor = dataset.vendors[v];
  if (vendor === undefined) throw new RangeError(`no vendor has the index ${v}`);
  const place = found.published[i];
  const perturbed = bandOf(found.perturbed, i);
  const anyWeights = bandOf(found.anyWeights, i);
  const shares = found.anyWeights.acceptability[i];
  return {
    slug: vendor.slug,
    name: localize(vendor.name, language),
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
    low: draws.low[i],
    high: draws.high[i],
    held: draws.held[i],
    steady: draws.steady[i],
  };
}

function variantRow(
  { dataset }: ScoredWorkspace,
  variant: Variant,
  rows: readonly SensitivityRow[],
  language: Language,
): VariantRow {
  const moved = rows.map((r, i) => ({ slug: r.slug, name: r.name, from: r.place, to: variant.places[i] }));
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

interface Verdict {
  /** Vendors of those shown that are within one place of their own in at least `NEARLY_ALL` of the draws. */
  steady: { perturbed: number; anyWeights: number };
  /** The vendor published as first, and the share of draws in which it is. */
  first: { name: LocalText; slug: string; perturbed: number; anyWeights: number };
  /** The vendor whose place depends most on the weights. */
  loosest: { name: LocalText; slug: string; low: number; high: number };
  /** Share of pairs 0..1 that keep their order, from tau. */
  pairs: { perturbed: number | undefined; anyWeights: number | undefined };
  /** The dimension without which the order changes most. */
  dimension: { name: string; pairs: number } | undefined;
}

/** Share of the draws that counts as nearly all. */
const NEARLY_ALL = 0.9;

/** The verdict on the rows of the page, the first of which is published as first; undefined when there are none. */
function verdictOf(
  found: Sensitivity,
  rows: readonly SensitivityRow[],
  variants: SensitivityPage['variants'],
): Verdict | undefined {
  const first = rows[0];
  const loosest = rows.toSorted((a, b) => width(b) - width(a))[0];
  if (first === undefined || loosest === undefined) return undefined;
  const [dimension] = variants.find((x) => x.kind === 'without-dimension')?.rows ?? [];
  const steady = (of: 'perturbed' | 'anyWeights'): number => rows.filter((r) => r[of].steady >= NEARLY_ALL).length;
  const { name, slug } = loosest;
  return {
    steady: { perturbed: steady('perturbed'), anyWeights: steady('anyWeights') },
    first: {
      name: first.name,
      slug: first.slug,
      perturbed: firstShare(found.perturbed),
      anyWeights: firstShare(found.anyWeights),
    },
    loosest: { name, slug, low: loosest.anyWeights.low, high: loosest.anyWeights.high },
    pairs: { perturbed: pairs(found.perturbed.tau), anyWeights: pairs(found.anyWeights.tau) },
    dimension:
      dimension?.name === undefined || dimension.tau === undefined
        ? undefined
        : { name: dimension.name, pairs: pairs(dimension.tau) as number },
  };
}

function width({ anyWeights }: SensitivityRow): number {
  return anyWeights.high - anyWeights.low;
}

/** Share of the draws in which the vendor that is published as first is first. */
function firstShare(draws: WeightDraws): number {
  return draws.acceptability[0]?.[0] ?? 0;
}

/** Share of pairs in the same order: Kendall's tau is that share minus the share of the others (no ties). */
function pairs(tau: number | undefined): number | undefined {
  return tau === undefined ? undefined : (1 + tau) / 2;
}

/** Width of the canvas; every place has an equal share of it. */
const WIDTH = 100;
/** Cells of a strip at most; where there are more places, neighbours share a cell. */
const MOST_CELLS = 40;

/** A band from the left edge of place `low` to the right edge of place `high`, of `of` places, as SVG path data at height `y`. */
export function band(low: number, high: number, of: number, y: number): string {
  return `M${edge(low - 1, of)} ${y}H${edge(high, of)}`;
}

/** A mark in the middle of a place, `height` high on a canvas of 10. */
export function mark(place: number, of: number, height = 10): string {
  return `M${edge(place - 0.5, of)} ${(10 - height) / 2}v${height}`;
}

/** Cells of one level of a strip: the higher the level, the taller and deeper they are drawn. */
interface StripLevel {
  /** 1..5. */
  level: number;
  path: string;
}

/** Least share of the draws of each level. */
const STRIP_LEVELS = [0.005, 0.05, 0.15, 0.3, 0.6] as const;

/** Cells for the shares 0..1 of places 1 to `of`; a share below the first level draws nothing. Canvas 100 x 10. */
export function strip(shares: ArrayLike<number>, of: number): StripLevel[] {
  const size = Math.ceil(of / MOST_CELLS);
  const paths = new Map<number, string>();
  for (let first = 0; first < of; first += size) {
    let share = 0;
    for (let r = first; r < Math.min(of, first + size); r++) share += shares[r] ?? 0;
    const level = STRIP_LEVELS.filter((least) => share >= least).length;
    if (level === 0) continue;
    const left = edge(first, of);
    const width = round(edge(Math.min(of, first + size), of) - left);
    paths.set(level, `${paths.get(level) ?? ''}M${left} 10v-${2 * level}h${width}V10z`);
  }
  return [...paths].toSorted((a, b) => a[0] - b[0]).map(([level, path]) => ({ level, path }));
}

function edge(places: number, of: number): number {
  return round((places * WIDTH) / of);
}

function round(x: number): number {
  return Math.round(x * 100) / 100;
}
