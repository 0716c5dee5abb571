/** From the lines of the SQL's result to a file of summaries, or to what is wrong with the rows. */
import { summaryRules, type MeasureSums, type SummariesFile, type VendorSums } from '../schema/summaries.ts';
import { dayText } from '../schema/day.ts';
import { PERIODS, YEAR } from '../score/summaries.ts';
import { AGE_UNIT, DAY_SCALE, HALF, SCALE, type SummariseInput, unitOf } from './sql.ts';

/** One line of the result: `RESULT_COLUMNS` in their order, as an engine prints them; null or '' where there is no value. */
export type ResultLine = readonly (string | number | bigint | null)[];

/** Rows that break a rule. */
export interface RowFault {
  rule: string;
  column: string;
  rows: number;
  /** Id of one of them, where it has one. */
  id: string | undefined;
}

/** What is wrong with the rows, by rule and column, the most frequent first. */
export function faultsOf(result: readonly ResultLine[]): RowFault[] {
  return result
    .filter(([kind]) => kind === 'fault')
    .map(([, name, , , rows, id]) => {
      const [rule = '', column = ''] = String(name).split(' ');
      return { rule, column, rows: Number(rows), id: id === null || id === '' ? undefined : String(id) };
    })
    .sort((a, b) => b.rows - a.rows);
}

/** A whole multiple of 1 / SCALE as the nearest double. */
function unscaled(value: ResultLine[number] | undefined): number {
  return value === null || value === undefined || value === '' ? 0 : Number(BigInt(value)) / SCALE;
}

/** The file for a result without faults. Vendors without reviews are left out. */
export function summariesOf(
  result: readonly ResultLine[],
  input: SummariseInput,
  engine: string,
  sources: SummariesFile['computedFrom']['sources'],
): SummariesFile {
  const { questions } = input.questionnaire;
  const units = questions.map(unitOf);
  const vendors = new Map<string, VendorSums>();
  const measures = new Map<string, bigint[][]>();
  const nameOf = (question: number): string => questions[question]?.id ?? '';
  for (const [kind, name, a, b, ...sums] of result.toSorted(
    ([x], [y]) => ORDER.indexOf(String(x)) - ORDER.indexOf(String(y)),
  )) {
    const slug = String(name);
    if (kind === 'rows') {
      const [total, published, belowMinimum, newest] = sums;
      const rows = {
        total: Number(total),
        published: Number(published),
        belowMinimum: Number(belowMinimum),
        counted: 0,
      };
      const known = newest === null || newest === '' ? {} : { newest: dayText(Number(newest)) };
      vendors.set(slug, { rows: { ...rows, ...known }, measures: {}, pairs: [] });
      continue;
    }
    const vendor = vendors.get(slug);
    if (vendor === undefined) continue;
    const [first, second] = [Number(a), Number(b)];
    if (kind === 'counted') vendor.rows.counted = Number(sums[0]);
    if (kind === 'measure') {
      const key = `${slug} ${first}`;
      const periods = measures.get(key) ?? Array.from({ length: PERIODS }, () => Array.from({ length: 8 }, () => 0n));
      periods[second] = sums.map((value) => BigInt(value ?? 0));
      measures.set(key, periods);
      vendor.measures[nameOf(first)] = measureOf(periods, units[first]);
    }
    const measure = vendor.measures[nameOf(first)];
    if (kind === 'ages' && measure !== undefined) {
      // Sum over pairs of w w' min(age, age') = sum over ages of gap x T^2, T the weight at that age and above; T = upper x HALF + lower.
      const [upper, mixed, lower] = sums.map((value) => BigInt(value ?? 0)) as [bigint, bigint, bigint];
      const half = BigInt(HALF);
      measure.periods.pairAge[second] = Number((upper * half + 2n * mixed) * half + lower) / DAY_SCALE ** 2 / YEAR;
    }
    if (kind === 'days' && measure !== undefined) {
      const squares = Number(BigInt(sums[0] ?? 0)) / DAY_SCALE ** 2;
      measure.dayNoise = input.method.reviews.dayCorrelation * Math.max(0, squares - unscaled(sums[1]));
    }
    if (kind === 'pair') {
      const [x, y] = [units[first], units[second]];
      const [squared, cubed, ofA, ofB, products] = sums.map(unscaled) as [number, number, number, number, number];
      vendor.pairs.push([nameOf(first), nameOf(second), squared, cubed, ofA * x, ofB * y, products * x * y]);
    }
  }
  return {
    format: 1,
    computedFrom: {
      asOf: input.release.asOf,
      methodology: input.release.methodology,
      rules: summaryRules(input.method, input.questionnaire),
      engine,
      rows: [...vendors.values()].reduce((all, { rows }) => all + rows.total, 0),
      sources: [...sources],
    },
    vendors: Object.fromEntries([...vendors].sort(([x], [y]) => (x < y ? -1 : 1))),
  };
}

/** Lines on a vendor come before those on its measures. */
const ORDER = ['fault', 'rows', 'counted', 'measure', 'ages', 'days', 'pair'];

/** Sums by period, and in all: integers are added before they are rounded to doubles. */
function measureOf(periods: readonly (readonly bigint[])[], unit: number): MeasureSums {
  const column = (s: number): bigint[] => periods.map((sums) => sums[s]);
  const total = (s: number): bigint => column(s).reduce((a, b) => a + b, 0n);
  const scaledBy =
    (factor: number) =>
    (value: bigint): number =>
      unscaled(value) * factor;
  const plain = scaledBy(1);
  return {
    count: Number(total(0)),
    weight: plain(total(1)),
    squaredWeight: plain(total(2)),
    dayNoise: 0,
    sum: scaledBy(unit)(total(3)),
    squares: scaledBy(unit * unit)(total(4)),
    censored: plain(total(5)),
    censoredSquares: plain(total(6)),
    periods: {
      weight: column(1).map(plain),
      squaredWeight: column(2).map(plain),
      sum: column(3).map(scaledBy(unit)),
      age: column(7).map((value) => (plain(value) * AGE_UNIT) / YEAR),
      pairAge: periods.map(() => 0),
    },
  };
}

/** The file as text: one line for each vendor, so that changes can be read. */
export function summariesText({ vendors, ...head }: SummariesFile): string {
  const lines = Object.entries(vendors).map(([slug, sums]) => `    ${JSON.stringify(slug)}: ${JSON.stringify(sums)}`);
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "vendors": {\n${lines.join(',\n')}\n  }\n}\n`;
}
