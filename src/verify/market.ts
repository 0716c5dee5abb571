/** Computes again what only all receipts together settle: the market's priors, places, ranks and groups. */
import type { Receipt, VendorsFile } from '../schema/api.ts';
import { completeCensored } from '../score/censored.ts';
import { drawnRanks } from '../score/draws.ts';
import { shrinkageSettings } from '../score/posteriors.ts';
import { rank } from '../score/ranks.ts';
import { type MarketPrior, estimatePrior } from '../score/shrinkage.ts';
import { type Context, type MeasureRule, measureRules, methodOf } from './context.ts';
import { type ComparedFigures, compareComparisons, comparedIn } from './comparisons.ts';
import { type Difference, type Tally, compare, emptyTally } from './difference.ts';
import { type Recomputed, recompute } from './receipt.ts';
import type { Told } from './rows.ts';

/** What verifying a whole market reads beside the receipts. */
export interface MarketContext extends Context {
  vendors: VendorsFile;
}

/** Takes in one receipt after another and keeps of each only what the market needs, so that receipts may be read one by one. */
export interface MarketCheck {
  /** `recomputed` must be that of the same receipt. */
  add(receipt: Receipt, recomputed: Recomputed): void;
  /** Compares all that the receipts and `vendors.json` say of the market; to be called once, after the last receipt. */
  finish(): Tally;
}

/** One vendor of the market. */
interface Member {
  slug: string;
  participating: boolean;
  told: ReadonlyMap<string, Told>;
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
  return {
    add(receipt, { told, scores, draws }) {
      const entry = listed.get(receipt.slug);
      compare(tally, receipt.slug, 'vendors.json', entry, entryOf(receipt));
      const priors = new Map(receipt.measures.map((m) => [m.id, m.prior] as const));
      const key = JSON.stringify([...priors]);
      const same = shared.get(key) ?? priors;
      shared.set(key, same);
      members.push({
        slug: receipt.slug,
        participating: receipt.status === 'participating',
        told,
        priors: same,
        rank: receipt.rank,
        score: scores.overall?.score ?? Number.NaN,
        sd: scores.overall?.sd ?? Number.NaN,
        draws,
        compared: comparedIn(receipt, scores, context),
      });
    },
    finish() {
      members.sort((a, b) => (a.slug < b.slug ? -1 : 1));
      compare(tally, '', 'vendors.json', context.vendors.map((v) => v.slug), members.map((m) => m.slug));
      comparePriors(tally, members, context);
      compareComparisons(tally, members, context);
      compareRanks(tally, members.filter((m) => m.draws !== undefined), context);
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
  const frameworks = receipt.frameworks.map(({ id, weight, estimate, covered, needed, dimensions }) => (
    { id, weight, estimate, covered, needed, dimensions: dimensions.length }
  ));
  return { slug, name, status, overall, rank: place, unrated, coverage, frameworks };
}

function comparePriors(tally: Tally, members: readonly Member[], context: Context): void {
  const market = members.filter((m) => m.participating);
  const expected = new Map<string, Receipt['measures'][number]['prior']>();
  for (const rule of measureRules(context).values()) {
    const told = market.map((m) => m.told.get(rule.id) as Told);
    const prior = told.some((t) => t.count > 0) ? priorOf(rule, told, context) : undefined;
    if (prior) expected.set(rule.id, { ...prior, between: prior.between });
  }
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

function priorOf(rule: MeasureRule, told: readonly Told[], context: Context): MarketPrior {
  const column = (key: keyof Told): Float64Array => Float64Array.from(told, (t) => t[key]);
  const statistics = { count: column('count'), weight: column('weight'), sum: column('sum'), squares: column('squares') };
  const settings = shrinkageSettings(rule, methodOf(context));
  if (rule.kind !== 'duration') return estimatePrior(statistics, settings);
  return completeCensored(statistics, column('censored'), Math.log(rule.window ?? Infinity), settings).prior;
}

function compareRanks(tally: Tally, ranked: readonly Member[], context: Context): void {
  const { tie, interval } = methodOf(context).uncertainty;
  const ranks = rank(ranked.map((m) => m.score), ranked.map((m) => m.sd), tie);
  const drawn = drawnRanks(ranked.map((m) => m.draws as Float64Array), interval);
  ranked.forEach((member, i) => {
    compare(tally, member.slug, 'rank', member.rank, {
      place: ranks.place[i],
      low: ranks.low[i],
      high: ranks.high[i],
      drawn: { low: drawn.low[i], high: drawn.high[i] },
      group: ranks.group[i],
      first: drawn.first[i],
      topThree: drawn.topThree[i],
    });
  });
}
