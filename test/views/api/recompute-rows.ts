/** From the rows of a receipt to its measures, by the published formulas alone. */
import type { Receipt, ReceiptMeasure } from '../../../src/schema/api.ts';
import { inverseMills } from '../../../src/score/normal.ts';

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / 86_400_000;
}

/** Weight of every review: class x incentive x decay, the newest of each reviewer, no day above its share. */
export function reviewWeights({ rules, rows, asOf }: Receipt): Map<string, number> {
  const { classes, incentivised, halfLifeDays, reviewerWindowDays, dayShare } = rules.reviews;
  const days = new Map<string, number>();
  const plain = rows.reviews.map((r) => {
    const newer = rows.reviews.find((other) => other.id === r.supersededBy);
    if (newer && daysBetween(r.on, newer.on) < reviewerWindowDays) return { ...r, own: 0 };
    const own = classes[r.source] * (r.incentive === 'offered' ? incentivised : 1) * 2 ** (-daysBetween(r.on, asOf) / halfLifeDays);
    days.set(r.on, (days.get(r.on) ?? 0) + own);
    return { ...r, own };
  });
  const cap = highestDay([...days.values()], dayShare);
  return new Map(plain.map((r) => {
    const day = days.get(r.on) ?? 0;
    return [r.id, r.own === 0 ? 0 : day > cap ? (r.own * cap) / day : r.own] as const;
  }));
}

/** By halving: the greatest cap under which no day makes up more than `share` of the capped whole, and at least 1. */
function highestDay(days: readonly number[], share: number): number {
  const fits = (cap: number): boolean => cap <= share * days.reduce((sum, d) => sum + Math.min(cap, d), 0) + 1e-15;
  const most = Math.max(0, ...days);
  if (fits(most)) return Infinity;
  let low = 0;
  let high = most;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return Math.max(1, low);
}

/** Weight of every timed contact: decay by age. */
export function contactWeights({ rules, rows, asOf }: Receipt): Map<string, number> {
  return new Map(rows.observations.map((o) => [o.id, 2 ** (-daysBetween(o.at.slice(0, 10), asOf) / rules.observations.halfLifeDays)] as const));
}

/** Rows that speak to a measure, each with its weight and its x; `undefined` x = never answered. */
export function told(receipt: Receipt, measure: ReceiptMeasure): { weight: number; x: number | undefined }[] {
  const weights = measure.source === 'review' ? reviewWeights(receipt) : contactWeights(receipt);
  const rows = measure.source === 'review'
    ? receipt.rows.reviews.map((r) => ({ id: r.id, cell: r.answers[measure.question] }))
    : receipt.rows.observations
        .filter((o) => (measure.channels?.includes(o.channel) ?? true) && (measure.scenarios?.includes(o.scenario) ?? true))
        .map((o) => ({ id: o.id, cell: o.values[measure.question] }));
  return rows.flatMap(({ id, cell }) => {
    const weight = weights.get(id) ?? 0;
    if (cell === undefined || weight === 0) return [];
    if (measure.kind === 'share') return { weight, x: cell === measure.good ? 1 : 0 };
    if (measure.kind === 'rating') return { weight, x: Number(cell) };
    const never = cell === 'none' || Number(cell) >= (measure.window ?? Infinity);
    return { weight, x: never ? undefined : Math.log(Math.max(receipt.rules.observations.floorMinutes, Number(cell))) };
  });
}

/** What a measure comes to. A never-answered contact counts with as much weight as it tells at the published mean. */
export function remeasured(receipt: Receipt, measure: ReceiptMeasure): Omit<ReceiptMeasure, 'id' | 'source' | 'question' | 'kind' | 'goalposts' | 'prior'> {
  const rows = told(receipt, measure);
  const { mu, k, variance } = measure.prior;
  const s = Math.sqrt(variance);
  const z = (Math.log(measure.window ?? 1) - measure.mean) / s;
  const mills = inverseMills(z);
  const tells = mills * (mills - z);
  const weight = rows.reduce((sum, r) => sum + r.weight * (r.x === undefined ? tells : 1), 0);
  const censored = rows.reduce((sum, r) => sum + (r.x === undefined ? r.weight : 0), 0);
  const sum = rows.reduce((total, r) => total + r.weight * (r.x ?? tells * measure.mean + s * mills), 0);
  const mean = (k * mu + sum) / (k + weight);
  const sd = measure.kind === 'share' ? Math.sqrt((mean * (1 - mean)) / (k + weight + 1)) : Math.sqrt(variance / (k + weight));
  const points = (x: number): number => pointsOf(measure.goalposts, measure.kind === 'duration' ? Math.exp(x) : x);
  return {
    state: weight > 0 ? 'told' : 'estimated',
    count: rows.length,
    weight,
    ...(censored > 0 ? { censored } : {}),
    sum,
    mean,
    sd,
    value: measure.kind === 'duration' ? Math.exp(mean) : mean,
    points: points(mean),
    pointsSd: Math.abs(points(mean + sd) - points(mean - sd)) / 2,
  };
}

/** Points of a value between goalposts, cut to 0..100. */
export function pointsOf({ worst, best, scale }: ReceiptMeasure['goalposts'], value: number): number {
  const f = scale === 'ln' ? (x: number): number => Math.log(x > 0 ? x : Math.min(worst, best)) : (x: number): number => x;
  return Math.min(100, Math.max(0, (100 * (f(value) - f(worst))) / (f(best) - f(worst))));
}
