/** Two scored workspaces, compared: who moves, from where to where, and whether the data or the method did it. */
import type { Dataset, Vendor } from '../schema/dataset.ts';
import type { ImpactReport, ImpactSide, ImpactStanding, ImpactVendor } from '../schema/impact.ts';
import type { Bilingual } from '../schema/text.ts';
import { kendallTau } from '../score/kendall.ts';
import { type Market, scoreMarket } from '../score/market.ts';
import type { VendorScores } from '../score/types.ts';
import { crossDataset } from './cross.ts';
import { type Made, partOf } from './effects.ts';
import { changedFiles } from './files.ts';
import { leavesOf } from './leaves.ts';
import { methodSettings, publishedChanged, weighedNames } from './settings.ts';

/** A workspace, scored, and what to call it. */
export interface Scored {
  dataset: Dataset;
  market: Market;
  label: string;
  /** Commit of a git revision. */
  commit?: string;
}

/** Scores closer than this are the same. */
const SAME = 1e-9;

/**
 * Compares `base` with `head`. The old data are scored by the new method as well: from the old scores to these it is the
 * method, from these to the new ones the data (asOf among them).
 */
export function compare(base: Scored, head: Scored, codeDiffers: boolean): ImpactReport {
  const crossed = crossDataset(base.dataset, head.dataset);
  const between: Scored = { dataset: crossed, market: scoreMarket(crossed), label: '' };
  const nameOf = criterionNames(head.dataset, base.dataset);
  const slugs = [...new Set([...base.dataset.vendors, ...head.dataset.vendors].map((v) => v.slug))].sort();
  const [before, middle, after] = [base, between, head].map(bySlug) as [BySlug, BySlug, BySlug];
  const entered: ImpactReport['entered'] = [];
  const left: ImpactReport['left'] = [];
  const changed: ImpactVendor[] = [];
  let unchanged = 0;
  for (const slug of slugs) {
    const [a, b, c] = [before(slug), middle(slug), after(slug)];
    if (a === undefined || b === undefined) {
      if (c !== undefined) entered.push({ slug, name: nameIn(c.vendor), to: c.standing });
    } else if (c === undefined) {
      left.push({ slug, name: nameIn(a.vendor), from: a.standing });
    } else if (moved(a.standing, c.standing) || moved(a.standing, b.standing)) {
      changed.push({
        slug,
        name: nameIn(c.vendor),
        from: a.standing,
        between: b.standing,
        to: c.standing,
        ...(a.made && c.made ? { points: c.made.score - a.made.score } : {}),
        ...(a.made && b.made ? { method: partOf(a.made, b.made, nameOf) } : {}),
        ...(b.made && c.made ? { data: partOf(b.made, c.made, nameOf) } : {}),
      });
    } else unchanged += 1;
  }
  return {
    format: 'hengping-impact-1',
    base: sideOf(base),
    head: sideOf(head),
    codeDiffers,
    order: orderOf(slugs, before, after),
    publishedChanged: publishedChanged(base.dataset, head.dataset),
    settings: methodSettings(base.dataset.method, head.dataset.method, weighedNames(head.dataset.frameworks, base.dataset.frameworks)),
    files: changedFiles(base.dataset.inputs, head.dataset.inputs),
    entered,
    left,
    changed: changed.sort(largestFirst),
    unchanged,
  };
}

interface Known {
  vendor: Vendor;
  standing: ImpactStanding;
  made: Made | undefined;
}

type BySlug = (slug: string) => Known | undefined;

function bySlug({ dataset, market }: Scored): BySlug {
  const known = new Map<string, Known>();
  dataset.vendors.forEach((vendor, v) => {
    const scores = market.of(v);
    const made = scores.overall === undefined ? undefined : { score: scores.overall.score, leaves: leavesOf(scores, dataset.method) };
    known.set(vendor.slug, { vendor, standing: standingOf(vendor, scores), made });
  });
  return (slug) => known.get(slug);
}

function standingOf({ status }: Vendor, { overall, rating }: VendorScores): ImpactStanding {
  return {
    status,
    ...(overall === undefined ? {} : { score: overall.score, low: overall.low, high: overall.high }),
    ...(rating.kind === 'ranked' ? { rank: { place: rating.place, low: rating.low, high: rating.high, group: rating.group } } : {}),
  };
}

/** Whether the score, the places that the evidence allows, the group or the status is another. */
function moved(a: ImpactStanding, b: ImpactStanding): boolean {
  const near = (x: number | undefined, y: number | undefined): boolean => x === y || (x !== undefined && y !== undefined && Math.abs(x - y) <= SAME);
  return a.status !== b.status || !near(a.score, b.score) || a.rank?.low !== b.rank?.low || a.rank?.high !== b.rank?.high || a.rank?.group !== b.rank?.group;
}

function orderOf(slugs: readonly string[], before: BySlug, after: BySlug): ImpactReport['order'] {
  const both = slugs.flatMap((slug) => {
    const [a, b] = [before(slug)?.standing, after(slug)?.standing];
    return a?.rank && b?.rank && a.score !== undefined && b.score !== undefined ? [{ from: a.score, to: b.score, crossed: a.rank.group !== b.rank.group }] : [];
  });
  const tau = kendallTau(both.map((x) => x.from), both.map((x) => x.to));
  return { compared: both.length, ...(tau === undefined ? {} : { tau }), crossed: both.filter((x) => x.crossed).length };
}

/** Those that change groups or lose or gain a rank first, then by how far the score moves, then by slug. */
function largestFirst(a: ImpactVendor, b: ImpactVendor): number {
  const crosses = (v: ImpactVendor): number => (v.from.rank?.group === v.to.rank?.group ? 0 : 1);
  return crosses(b) - crosses(a) || Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0) || (a.slug < b.slug ? -1 : 1);
}

function sideOf({ label, commit, dataset, market }: Scored): ImpactSide {
  return {
    label: label.slice(0, 200),
    ...(commit === undefined ? {} : { commit }),
    asOf: dataset.release.asOf,
    methodology: dataset.release.methodology,
    vendors: dataset.vendors.length,
    ranked: market.rankedCount,
  };
}

function nameIn({ name }: Vendor): { zh?: string; en?: string } {
  return { ...(name.zh === undefined ? {} : { zh: name.zh }), ...(name.en === undefined ? {} : { en: name.en }) };
}

/** Names of criteria by the first dataset that knows them. */
function criterionNames(...datasets: readonly Dataset[]): (framework: string, criterion: string) => Bilingual {
  const names = new Map<string, Bilingual>();
  for (const { frameworks } of datasets) {
    for (const framework of frameworks) {
      for (const criterion of framework.dimensions.flatMap((d) => d.criteria)) {
        const key = `${framework.id}/${criterion.id}`;
        if (!names.has(key)) names.set(key, criterion.name);
      }
    }
  }
  return (framework, criterion) => names.get(`${framework}/${criterion}`) ?? { zh: criterion, en: criterion };
}
