/** Computes again what only all receipts together settle: the market's priors, places, ranks and groups. */
import type { Receipt, VendorsFile } from '../schema/api.ts';
import { completeCensored } from '../score/censored.ts';
import { type MeasuredRows, PairSums, type PairTotals, fallbackLoadings } from '../score/correlation.ts';
import { drawnRanks } from '../score/draws.ts';
import { shrinkageSettings } from '../score/posteriors.ts';
import { type MarketPrior, estimatePrior } from '../score/shrinkage.ts';
import { PERIODS, periodSums } from '../score/summaries.ts';
import { type Context, type MeasureRule, measureRules, methodOf } from './context.ts';
import { type ComparedFigures, compareComparisons, comparedIn } from './comparisons.ts';
import { type Difference, type Tally, addTally, compare, emptyTally } from './difference.ts';
import { plainRanks } from './plain-ranks.ts';
import { type Recomputed, recompute } from './receipt.ts';
import { effectiveRows } from './measures.ts';
import { type RowStatistics, givenSums, visitRows } from './rows.ts';
import { compareText } from '../schema/order.ts';

/** What verifying a whole market reads beside the receipts. */
export interface MarketContext extends Context {
  vendors: VendorsFile;
}

/** Takes in one receipt after another and keeps of each only what the market needs, so that receipts may be read one by one. */
export interface MarketCheck {
  /** `recomputed` must be that of the same receipt. */
  add(receipt: Receipt, recomputed: Recomputed): void;
  /** What has been taken in so far, as plain data: receipts may be read by several processes. */
  part(): MarketPart;
  /** Takes in what another check of the same market has read. */
  take(part: MarketPart): void;
  /** Compares all that the receipts and `vendors.json` say of the market; to be called once, after the last receipt. */
  finish(): Tally;
}

/** What a check of a market keeps of the receipts that it has read. */
export interface MarketPart {
  tally: Tally;
  members: readonly Member[];
  pairs: PairTotals;
}

/** One vendor of the market. */
interface Member {
  slug: string;
  participating: boolean;
  statistics: ReadonlyMap<string, RowStatistics>;
  /** The priors as this receipt has them, by measure; receipts with the same ones share one object. */
  priors: ReadonlyMap<string, Receipt['measures'][number]['prior']>;
  rank: Receipt['rank'];
  score: number;
  sd: number;
  draws: Float64Array | undefined;
  compared: ReadonlyMap<string, ComparedFigures>;
}

/** Begins to verify a market. */
export function checkMarket(context: MarketContext): MarketCheck {
  const tally = emptyTally();
  const members: Member[] = [];
  const listed = new Map(context.vendors.map((entry) => [entry.slug, entry] as const));
  const shared = new Map<string, Member['priors']>();
  const sharedOf = (priors: Member['priors']): Member['priors'] => {
    const key = JSON.stringify([...priors]);
    const same = shared.get(key) ?? priors;
    shared.set(key, same);
    return same;
  };
  const rules = [...measureRules(context).values()];
  const pairs = new PairSums(rules.length);
  const measured = (statistics: Member['statistics'], priors: Member['priors']): MeasuredRows[] =>
    rules.flatMap((rule, index) => {
      const prior = priors.get(rule.id);
      const own = statistics.get(rule.id);
      if (!prior || !own) return [];
      const { weight, squaredWeight, sum } = effectiveRows(rule, own, prior);
      return weight === 0 ? [] : [{ index, measure: rule, weight, squaredWeight, mean: sum / weight }];
    });
  return {
    add(receipt, { statistics, weights, scores, draws }) {
      const entry = listed.get(receipt.slug);
      compare(tally, receipt.slug, 'vendors.json', entry, entryOf(receipt));
      const priors = new Map(receipt.measures.map((m) => [m.id, m.prior] as const));
      const same = sharedOf(priors);
      if (receipt.status === 'participating')
        pairs.add(
          measured(statistics, priors),
          rules.map(({ id }) => priors.get(id)),
          visitRows(receipt, rules, weights, methodOf(context)),
          true,
          givenSums(receipt, rules),
        );
      members.push({
        slug: receipt.slug,
        participating: receipt.status === 'participating',
        statistics,
        priors: same,
        rank: receipt.rank,
        score: scores.overall?.score ?? Number.NaN,
        sd: scores.overall?.sd ?? Number.NaN,
        draws,
        compared: comparedIn(receipt, scores, context),
      });
    },
    part: () => ({ tally, members, pairs }),
    take(part) {
      addTally(tally, part.tally);
      const known = new Map<Member['priors'], Member['priors']>();
      for (const member of part.members) {
        const priors = known.get(member.priors) ?? sharedOf(member.priors);
        known.set(member.priors, priors);
        members.push({ ...member, priors });
      }
      pairs.merge(part.pairs);
    },
    finish() {
      members.sort((a, b) => compareText(a.slug, b.slug));
      compare(
        tally,
        '',
        'vendors.json',
        context.vendors.map((v) => v.slug),
        members.map((m) => m.slug),
      );
      comparePriors(tally, members, pairs, context);
      compareComparisons(tally, members, context);
      compareRanks(
        tally,
        members.filter((m) => m.draws !== undefined),
        context,
      );
      return tally;
    },
  };
}

/** The differences in all receipts, each taken alone and then together: none when everything can be computed again. */
export function verifyMarket(receipts: Iterable<Receipt>, context: MarketContext): readonly Difference[] {
  const market = checkMarket(context);
  for (const receipt of receipts) market.add(receipt, recompute(receipt, context));
  return market.finish().differences;
}

/** What `vendors.json` has to say of a vendor, by its receipt. */
function entryOf(receipt: Receipt): VendorsFile[number] {
  const { slug, name, status, overall, rank: place, unrated, coverage } = receipt;
  const frameworks = receipt.frameworks.map(({ id, weight, estimate, covered, needed, dimensions }) => ({
    id,
    weight,
    estimate,
    covered,
    needed,
    dimensions: dimensions.length,
  }));
  return { slug, name, status, overall, rank: place, unrated, coverage, frameworks };
}

function comparePriors(tally: Tally, members: readonly Member[], pairs: PairSums, context: Context): void {
  const market = members.filter((m) => m.participating);
  const rules = [...measureRules(context).values()];
  const estimated = rules.map((rule) => {
    const own = market.map((m) => m.statistics.get(rule.id) as RowStatistics);
    return own.some((statistics) => statistics.count > 0) ? priorOf(rule, own, context) : undefined;
  });
  const method = methodOf(context);
  const loadings = pairs.loadings(estimated, method.reviews.shrinkage.minVendors, fallbackLoadings(method));
  const expected = new Map<string, Receipt['measures'][number]['prior']>();
  rules.forEach(({ id }, m) => {
    const prior = estimated[m];
    if (prior) expected.set(id, { ...prior, between: prior.between, loadings: loadings[m] });
  });
  const right = new Set<Member['priors']>();
  for (const { slug, priors } of market) {
    if (right.has(priors)) continue;
    const before = tally.differences.length;
    for (const id of new Set([...expected.keys(), ...priors.keys()])) {
      compare(tally, slug, `measures[${id}].prior`, priors.get(id), expected.get(id));
    }
    if (tally.differences.length === before) right.add(priors);
  }
}

function priorOf(rule: MeasureRule, own: readonly RowStatistics[], context: Context): MarketPrior {
  const column = (key: Exclude<keyof RowStatistics, 'periods'>): Float64Array => Float64Array.from(own, (t) => t[key]);
  const means = Array.from({ length: PERIODS }, (_, p) => {
    const weight = own.reduce((sum, { periods }) => sum + periods.weight[p], 0);
    return weight > 0 ? own.reduce((sum, { periods }) => sum + periods.sum[p], 0) / weight : 0;
  });
  const statistics = {
    count: column('count'),
    weight: column('weight'),
    squaredWeight: column('squaredWeight'),
    sum: column('sum'),
    squares: column('squares'),
    periods: own.map(({ periods }) => periodSums(periods, 0, means)),
  };
  const settings = shrinkageSettings(rule, methodOf(context));
  if (rule.kind !== 'duration') return estimatePrior(statistics, settings);
  const neverAnswered = { weight: column('censored'), squaredWeight: column('censoredSquares') };
  return completeCensored(statistics, neverAnswered, Math.log(rule.window ?? Infinity), settings).prior;
}

function compareRanks(tally: Tally, ranked: readonly Member[], context: Context): void {
  const { uncertainty } = methodOf(context);
  const ranks = plainRanks(ranked, uncertainty);
  const drawn = drawnRanks(
    ranked.map((m) => m.draws as Float64Array),
    uncertainty.interval,
  );
  ranked.forEach((member, i) => {
    compare(tally, member.slug, 'rank', member.rank, {
      ...ranks[i],
      drawn: { low: drawn.low[i], high: drawn.high[i] },
      first: drawn.first[i],
      topThree: drawn.topThree[i],
    });
  });
}
