/** Reviews that count for less than they look, because many of one vendor are dated the same day. */

/** Of the rows `from` up to `to` (excluded) of a table of reviews: what shares a day, and what it comes to. */
export interface SharedDays {
  /** Reviews that share their day with others of the same vendor. */
  reviews: number;
  /** Vendors that they are about. */
  vendors: number;
  /** For how many reviews they count at most, rounded up. */
  most: number;
  /** The first of these rows. */
  first: number;
}

interface Dated {
  vendor: ArrayLike<number>;
  /** Days since 1970-01-01. */
  day: ArrayLike<number>;
}

/** Below this share of the rows, and below this number of reviews, a loss is not worth a warning: some always meet by chance. */
const LEAST_SHARE = 0.1;
const LEAST_REVIEWS = 5;

// Days of all years that a date can have (0..9999) lie between -2^22 and 2^22.
const keyOf = ({ vendor, day }: Dated, row: number): number =>
  (vendor[row] as number) * 2 ** 23 + (day[row] as number) + 2 ** 22;

/** Number of reviews of each vendor on each day, among rows 0 up to `count` that `discounted` chooses. */
export function reviewsByDay(
  table: Dated,
  count: number,
  discounted: (row: number) => boolean,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    if (!discounted(row)) continue;
    const key = keyOf(table, row);
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

/**
 * What rows `from` up to `to` lose by sharing days. A day of n reviews counts for at most n / (1 + r (n - 1)), which it reaches
 * when each has full weight; so each of them counts for at most 1 / (1 + r (n - 1)).
 * @param discounted whether a row counts and may be discounted: published and of no collection.
 * @param byDay from `reviewsByDay`; may include rows of other files.
 * @param correlation r of the method, 0..1.
 * @returns undefined when little or nothing is lost: less than a tenth of the rows that `discounted` chooses, or less than 5 reviews.
 */
export function sharedDays(
  table: Dated,
  [from, to]: readonly [number, number],
  discounted: (row: number) => boolean,
  byDay: ReadonlyMap<number, number>,
  correlation: number,
): SharedDays | undefined {
  const vendors = new Set<number>();
  let [all, reviews, most, first] = [0, 0, 0, -1];
  for (let row = from; row < to; row++) {
    if (!discounted(row)) continue;
    all += 1;
    const sameDay = byDay.get(keyOf(table, row)) ?? 1;
    if (sameDay === 1) continue;
    if (reviews === 0) first = row;
    reviews += 1;
    vendors.add(table.vendor[row] as number);
    most += 1 / (1 + correlation * (sameDay - 1));
  }
  const lost = reviews - most;
  if (lost < LEAST_REVIEWS || lost < LEAST_SHARE * all) return undefined;
  // Sums of quotients end a hair above or below a whole number.
  return { reviews, vendors: vendors.size, most: Math.ceil(most - 1e-9), first };
}
