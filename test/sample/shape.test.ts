import { expect, test } from 'vitest';
import { dayNumber } from '../../src/schema/day.ts';
import { context, rowsIn, vendors } from './workspace.ts';

const reviews = rowsIn('data/reviews');
const today = dayNumber(context.asOf);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Places from 1, equal values sharing the mean of theirs. */
function places(values: readonly number[]): number[] {
  return values.map(
    (value) =>
      values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2,
  );
}

/** Spearman's rank correlation: Pearson's over the places. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [places(a), places(b)];
  const [mx, my] = [mean(x), mean(y)];
  const sum = (f: (i: number) => number): number => x.reduce((total, _, i) => total + f(i), 0);
  const dx = (i: number): number => (x[i] ?? 0) - mx;
  const dy = (i: number): number => (y[i] ?? 0) - my;
  return sum((i) => dx(i) * dy(i)) / Math.sqrt(sum((i) => dx(i) ** 2) * sum((i) => dy(i) ** 2));
}

/** Share of the facets that a vendor answers as met. */
function metShare(index: number): number {
  const states = Object.values(vendors[index]?.file.answers ?? {})
    .flatMap((criteria) => Object.values(criteria))
    .flatMap((answer) => Object.values(answer.facets ?? {}))
    .map((facet) => (typeof facet === 'string' ? facet : facet.state));
  return states.filter((state) => state === 'met').length / states.length;
}

test('forty vendors: one withdrawn, five listed only, the others take archetype', () => {
  const statuses = vendors.map(({ file }) => file.status);
  expect(statuses.filter((status) => status === 'withdrawn')).toHaveLength(1);
  expect(statuses.filter((status) => status === 'listed')).toHaveLength(5);
  expect(statuses.filter((status) => status === 'participating')).toHaveLength(34);
});

test('about 1,500 reviews and 600 timed contacts, in at least eight cities', () => {
  expect(reviews.length).toBeGreaterThan(1350);
  expect(reviews.length).toBeLessThan(1650);
  expect(rowsIn('data/observations').length).toBeGreaterThan(520);
  expect(rowsIn('data/observations').length).toBeLessThan(680);
  expect(new Set(vendors.map(({ file }) => file.offices[0]?.city)).size).toBeGreaterThanOrEqual(8);
});

test('few reviews for most and many for a few; some that take archetype have none', () => {
  const counts = vendors.map((vendor) => vendor.reviews.length).sort((a, b) => b - a);
  expect(mean(counts)).toBeGreaterThan(1.5 * (counts[20] ?? 0));
  expect(counts.slice(0, 8).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(reviews.length / 2);
  const silent = vendors.filter((vendor) => vendor.file.status === 'participating' && vendor.reviews.length === 0);
  expect(silent.length).toBeGreaterThanOrEqual(2);
});

test('good vendors are rated well, show more and answer sooner, but none of these says all', () => {
  const rated = vendors.filter((vendor) => vendor.reviews.length >= 5 && vendor.archetype.burst !== true);
  const quality = rated.map((vendor) => vendor.quality.base);
  const ratings = rankCorrelation(
    quality,
    rated.map((vendor) => mean(vendor.reviews.filter((r) => r.moderation !== 'withheld').map((r) => r.overall))),
  );
  expect(ratings).toBeGreaterThan(0.7);
  expect(ratings).toBeLessThan(0.995);

  const answering = vendors
    .map((vendor, index) => ({ vendor, index }))
    .filter(({ vendor }) => vendor.archetype.disclosure === 'ranked');
  const shown = rankCorrelation(
    answering.map(({ vendor }) => vendor.quality.base),
    answering.map(({ index }) => metShare(index)),
  );
  expect(shown).toBeGreaterThan(0.7);
  expect(shown).toBeLessThan(0.995);

  const called = vendors.filter((vendor) => vendor.observations.length >= 8);
  const minutes = called.map((vendor) => {
    const known = vendor.observations.map((row) => Number(row.cells[0])).filter((value) => Number.isFinite(value));
    return mean(known.map(Math.log));
  });
  expect(
    rankCorrelation(
      called.map((vendor) => vendor.quality.base),
      minutes,
    ),
  ).toBeLessThan(-0.5);
});

test('good vendors are readier to show documents, though not always', () => {
  const openness = rankCorrelation(
    vendors.map((v) => v.quality.base),
    vendors.map((v) => v.quality.openness),
  );
  expect(openness).toBeGreaterThan(0.2);
  expect(openness).toBeLessThan(0.95);
});

test('the best three lie close together', () => {
  const best = vendors.filter((vendor) => (vendor.archetype.base ?? 0) >= 1.7 && (vendor.archetype.base ?? 0) < 1.8);
  expect(best).toHaveLength(3);
  const shares = best.map((vendor) => metShare(vendors.indexOf(vendor)));
  expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.08);
});

test('one superb vendor has a handful of reviews, one middling vendor more than a hundred', () => {
  const superb = vendors.reduce((best, vendor) => (vendor.quality.base > best.quality.base ? vendor : best));
  expect(superb.reviews.length).toBeGreaterThan(0);
  expect(superb.reviews.length).toBeLessThan(8);
  expect(
    vendors.some((vendor) => vendor.reviews.length > 120 && vendor.quality.base > -0.8 && vendor.quality.base < 0.2),
  ).toBe(true);
});

test('evidence is of every tier and every age, and some of it has expired', () => {
  const all = vendors.flatMap(({ file }) => file.evidence);
  for (const tier of ['observed', 'documented', 'declared']) {
    const count = all.filter((item) => item.tier === tier).length;
    expect(count / all.length, tier).toBeGreaterThan(0.08);
  }
  const ages = all.map((item) => today - dayNumber(item.lastConfirmed));
  expect(ages.some((age) => age < 30)).toBe(true);
  expect(ages.some((age) => age > 365)).toBe(true);
  expect(all.filter((item) => (item.expires ?? '9') < context.asOf).length).toBeGreaterThan(10);
  const numbers = vendors
    .filter(({ archetype }) => archetype.disclosure === 'ranked')
    .map(({ file }) => file.evidence.length);
  expect(Math.max(...numbers)).toBeGreaterThan(2 * Math.min(...numbers));
});

test('some answers are left blank, and what does not apply says why', () => {
  const criteria = context.frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria)).length;
  for (const { file, archetype } of vendors) {
    const answers = Object.values(file.answers).flatMap((given) => Object.values(given));
    if (archetype.disclosure === 'listed') expect(answers).toEqual([]);
    else expect(answers.length).toBeLessThan(criteria);
    for (const answer of answers) if (answer.state === 'not-applicable') expect(answer.reason?.zh).toBeTruthy();
  }
  const excused = vendors.flatMap(({ file }) => Object.values(file.answers).flatMap((given) => Object.values(given)));
  expect(excused.filter((answer) => answer.state === 'not-applicable').length).toBeGreaterThan(5);
});

test('answers name only evidence that the vendor has, all of it, and facets that the criterion has', () => {
  for (const { file, slug } of vendors) {
    const known = new Set(file.evidence.map((item) => item.id));
    const used = new Set<string>();
    for (const framework of context.frameworks) {
      for (const criterion of framework.dimensions.flatMap((dimension) => dimension.criteria)) {
        const answer = file.answers[framework.id]?.[criterion.id];
        const facets = Object.entries(answer?.facets ?? {});
        const cited = [
          ...(answer?.evidence ?? []),
          ...facets.flatMap(([, facet]) => (typeof facet === 'string' ? [] : (facet.evidence ?? []))),
        ];
        for (const item of cited) {
          expect(known.has(item), `${slug} ${item}`).toBe(true);
          used.add(item);
        }
        for (const [facet] of facets) expect(criterion.facets.map((entry) => entry.id)).toContain(facet);
      }
    }
    expect(used, slug).toEqual(known);
  }
});

test('prices are those of the market: 150 to 1,000 yuan a month for keeping books', () => {
  const amounts = vendors.flatMap(({ file }) =>
    file.prices.filter((price) => price.service === 'bookkeeping' && price.basis !== 'no-activity'),
  );
  expect(amounts.length).toBeGreaterThan(40);
  for (const price of amounts) {
    expect(price.amount).toBeGreaterThanOrEqual(150);
    expect(price.amount).toBeLessThanOrEqual(1000);
    if (price.upTo !== undefined) expect(price.upTo).toBeGreaterThan(price.amount);
  }
});

test('withheld reviews leave a row with a reason and nothing else; the newest wait', () => {
  const withheld = reviews.filter((row) => row['moderation'] === 'withheld');
  expect(withheld.length).toBeGreaterThan(5);
  for (const row of withheld) {
    expect(row['moderation_reason']).not.toBe('');
    expect(row['text']).toBe('');
    for (const question of context.questionnaire.questions) expect(row[question.id]).toBe('');
  }
  const pending = reviews.filter((row) => row['moderation'] === 'pending');
  expect(pending.length).toBeGreaterThan(2);
  for (const row of pending) expect(today - dayNumber(row['reviewed_on'] ?? '')).toBeLessThan(8);
});

test('one vendor has a week of praise, nearly all five stars and much alike', () => {
  const praised = vendors.find(({ archetype }) => archetype.burst);
  const days = praised?.reviews.map((review) => review.day) ?? [];
  const busiest = Math.max(...days.map((day) => days.filter((other) => other >= day && other < day + 7).length));
  expect(busiest).toBeGreaterThanOrEqual(24);
  expect(days.length / 52).toBeLessThan(busiest / 10);
});

test('some reviewers turn up at several vendors, and all of these praise', () => {
  const seen = new Map<string, Set<string>>();
  for (const row of reviews)
    seen.set(row['reviewer'] ?? '', new Set([...(seen.get(row['reviewer'] ?? '') ?? []), row['vendor'] ?? '']));
  const shared = [...seen].filter(([, places]) => places.size > 1);
  expect(shared.length).toBeGreaterThanOrEqual(8);
  expect(shared.some(([, places]) => places.size >= 3)).toBe(true);
});
