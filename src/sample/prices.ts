/** What a vendor asks: around the middle of what the words give, by place, by quality a little, and by itself. */
import type { Price } from '../schema/vendor.ts';
import type { SampleJob } from './context.ts';
import { dateOf, dayOf } from './days.ts';
import type { Place } from './profile.ts';
import type { Quality } from './quality.ts';
import { logistic } from './quality.ts';
import { stream } from './random.ts';

/** The prices of vendor number `index`, only for services that it offers, rounded to the step of each. */
export function pricesOf(
  job: SampleJob,
  index: number,
  place: Place,
  quality: Quality,
  services: readonly string[],
): Price[] {
  const random = stream(job.seed, 'prices', index);
  const today = dayOf(job.asOf);
  const dear = 0.45 * quality.base + random.normal() * 0.8;
  const observed = today - random.int(3, 260);
  const out: Price[] = [];
  for (const kind of job.words.prices) {
    const keep = random.chance(kind.chance);
    const at = logistic(dear + random.normal() * 0.35);
    const day = random.chance(0.15) ? today - random.int(270, 560) : observed;
    const noted = random.chance(0.4);
    const ranged = random.chance(0.35);
    if (!keep || (kind.service !== undefined && !services.includes(kind.service))) continue;
    const rounded = (value: number): number => Math.max(kind.step, Math.round(value / kind.step) * kind.step);
    const amount = rounded((kind.low + (kind.high - kind.low) * at) * place.price);
    out.push({
      ...(kind.service === undefined ? {} : { service: kind.service }),
      ...(kind.basis === undefined ? {} : { basis: kind.basis }),
      amount,
      ...(kind.upTo !== undefined && ranged ? { upTo: rounded(amount * kind.upTo) } : {}),
      currency: kind.currency,
      period: kind.period,
      observedOn: dateOf(day),
      ...(kind.note !== undefined && noted ? { note: kind.note } : {}),
    });
  }
  return out;
}
