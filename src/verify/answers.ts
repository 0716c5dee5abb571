/** From a vendor's answers and evidence to points, and to how far these may be off. */
import type { Receipt, ReceiptAnswer } from '../schema/api.ts';
import type { Method, Tier } from '../schema/method.ts';
import { TIERS } from '../schema/words.ts';
import {
  type Compared,
  comparedDeviation,
  comparedPoints,
  directedError,
  directedNumber,
} from '../score/comparison.ts';
import { givenNumber } from '../score/given-number.ts';
import { pointsDeviation, pointsOf } from '../score/goalposts.ts';
import type { PublishedCriterion } from './context.ts';

/** Tier that each piece of evidence counts as. */
export type CountedTiers = ReadonlyMap<string, Tier>;

/** On the day of scoring evidence past its expiry falls to the method's `expired` tier, if that is lower than its own. */
export function countedTiers({ evidence, asOf }: Receipt, method: Method): CountedTiers {
  return new Map(
    evidence.map((e) => {
      const expired = e.expires !== undefined && e.expires < asOf;
      return [e.id, expired ? worse(e.tier, method.facts.expired) : e.tier] as const;
    }),
  );
}

function worse(a: Tier, b: Tier): Tier {
  return TIERS.indexOf(a) > TIERS.indexOf(b) ? a : b;
}

/** What an answer is worth: absent points leave both sums. */
interface Worth {
  state: ReceiptAnswer['state'];
  points: number | undefined;
  sd: number | undefined;
}

/** An answer worked out, with the parts that its kind has. */
export interface Reanswered extends Worth {
  kind: ReceiptAnswer['kind'];
  facets?: readonly Facet[];
  levelPoints?: number | undefined;
  value?: number | undefined;
  error?: number | undefined;
  goalposts?: Goalposts;
  compared?: Compared | undefined;
  credibility?: number | undefined;
  tier?: Tier | undefined;
}

type Facet = Extract<ReceiptAnswer, { kind: 'checklist' }>['facets'][number];
type Goalposts = Extract<ReceiptAnswer, { kind: 'number' }>['goalposts'];

/**
 * Works out the answer to one criterion; undefined when the criterion asks for none. Read from the receipt: which facets
 * are met, the level or value, and the evidence named. The rest is computed.
 */
export function reanswer(
  criterion: PublishedCriterion,
  told: ReceiptAnswer | undefined,
  tiers: CountedTiers,
  method: Method,
): Reanswered | undefined {
  const asked = criterion.measures.answer;
  if (asked === undefined) return undefined;
  const head = { kind: asked.kind };
  if (asked.kind === 'checklist') {
    const facets = told?.kind === 'checklist' ? told.facets : [];
    const evidence = told?.evidence ?? [];
    if (told?.state === 'not-applicable' && facets.length === 0) return { ...head, ...NOT_APPLICABLE, facets: [] };
    const judged = criterion.facets.map(({ id }) =>
      judge(
        id,
        facets.find((f) => f.id === id),
        evidence,
        tiers,
        method,
      ),
    );
    return { ...head, ...checklist(judged, method), facets: judged };
  }
  if (asked.kind === 'number')
    return { ...head, ...renumber(asked, told?.kind === 'number' ? told : undefined, tiers, method) };
  if (told?.state === 'not-applicable') return { ...head, ...NOT_APPLICABLE };
  const levelPoints = asked.levels.find((l) => told?.kind === 'level' && l.id === told.level)?.points;
  if (levelPoints === undefined) return { ...head, levelPoints, ...blank(method), ...UNBACKED };
  return { ...head, levelPoints, ...backed(levelPoints, 0, told?.evidence ?? [], tiers, method) };
}

type AskedNumber = Extract<PublishedCriterion['measures']['answer'], { kind: 'number' }>;
type ToldNumber = Extract<ReceiptAnswer, { kind: 'number' }>;

/** A number: its value and error from numerator and denominator where these are given, its points by goalposts or comparison. */
function renumber(
  { goalposts, per }: AskedNumber,
  told: ToldNumber | undefined,
  tiers: CountedTiers,
  method: Method,
): Omit<Reanswered, 'kind'> {
  if (told?.state === 'not-applicable') return { goalposts, ...NOT_APPLICABLE };
  const { value, error, numerator, denominator, evidence = [], compared } = told ?? {};
  const counted = numerator !== undefined || denominator !== undefined;
  const given = givenNumber(counted ? { numerator, denominator } : { value, error }, per, method.uncertainty.interval);
  if (given === undefined)
    return { goalposts, ...(counted ? { value: undefined, error: undefined } : {}), ...blank(method), ...UNBACKED };
  const shown = { goalposts, value: given.value, error: given.error > 0 ? given.error : undefined };
  if (method.normalisation === 'goalposts') {
    return {
      ...shown,
      ...backed(
        pointsOf(goalposts, given.value),
        pointsDeviation(goalposts, given.value, given.error),
        evidence,
        tiers,
        method,
      ),
    };
  }
  // What it is compared with is the market's business: given here, worked out again from all receipts together.
  const market = compared as Compared | undefined;
  const directed = directedNumber(goalposts, given.value);
  const points = market && comparedPoints(market, directed, method.withinMarket);
  if (market === undefined || points === undefined)
    return { ...shown, compared: market, state: 'unknown', points: undefined, sd: undefined, ...UNBACKED };
  const sd = comparedDeviation(
    market,
    directed,
    directedError(goalposts, given.value, given.error),
    method.withinMarket,
  );
  return { ...shown, compared: market, ...backed(points, sd, evidence, tiers, method) };
}

const UNBACKED = { credibility: undefined, tier: undefined };

/** Points as far as the best of the named evidence is credible; their variance is that of the claim and, if it holds, of the number. */
function backed(
  points: number,
  error: number,
  evidence: readonly string[],
  tiers: CountedTiers,
  method: Method,
): Worth & { credibility: number; tier: Tier } {
  const tier = bestTier(evidence, tiers);
  const credibility = method.facts.tiers[tier];
  return {
    state: 'shown',
    points: points * credibility,
    sd: Math.sqrt((points * doubt(credibility)) ** 2 + credibility * error ** 2),
    credibility,
    tier,
  };
}

const NOT_APPLICABLE: Worth = { state: 'not-applicable', points: undefined, sd: undefined };

function blank(method: Method): Worth {
  return method.facts.missing === 'not-shown'
    ? { state: 'not-shown', points: 0, sd: 0 }
    : { state: 'unknown', points: undefined, sd: undefined };
}

function judge(
  id: string,
  facet: Facet | undefined,
  shared: readonly string[],
  tiers: CountedTiers,
  method: Method,
): Facet {
  const state = facet?.state ?? 'unknown';
  const credit = state === 'met' ? 1 : state === 'partly' ? method.facts.partly : 0;
  if (credit === 0) return { id, state, credit, credibility: undefined, tier: undefined };
  const tier = bestTier(facet?.evidence ?? shared, tiers);
  return { id, state, credit, credibility: method.facts.tiers[tier], tier };
}

/** Facets of one tier hold or fall together, tiers are independent: their spreads add up in squares. */
function checklist(facets: readonly Facet[], method: Method): Worth {
  const applying = facets.filter((f) => f.state !== 'not-applicable');
  if (facets.length > 0 && applying.length === 0) return NOT_APPLICABLE;
  const answered = applying.filter((f) => f.state !== 'unknown');
  if (answered.length === 0) return blank(method);
  const count = method.facts.missing === 'leave-out' ? answered.length : applying.length;
  const worth = answered.reduce((sum, f) => sum + f.credit * (f.credibility ?? 0), 0);
  const variance = TIERS.reduce((sum, tier) => {
    const credits = answered.reduce((total, f) => total + (f.tier === tier ? f.credit : 0), 0);
    return sum + (credits * doubt(method.facts.tiers[tier])) ** 2;
  }, 0);
  return { state: 'shown', points: (100 * worth) / count, sd: (100 * Math.sqrt(variance)) / count };
}

/** Standard deviation of what is either so, with this chance, or not. */
function doubt(chance: number): number {
  return Math.sqrt(chance * (1 - chance));
}

/** The best tier of the named evidence; an answer without any is merely declared. */
function bestTier(ids: readonly string[], tiers: CountedTiers): Tier {
  return TIERS.find((tier) => ids.some((id) => tiers.get(id) === tier)) ?? 'declared';
}
