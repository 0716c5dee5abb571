/**
 * Stochastic multicriteria acceptability analysis (SMAA-2; Lahdelma & Salminen 2001): how often each alternative stands
 * where when weights, values or both are drawn at random, and what weights would put it first.
 */

/** Values of every alternative on every criterion, drawn anew in every round; more is better. */
export interface DrawnValues {
  rounds: number;
  alternatives: number;
  criteria: number;
  /** Entry `(round * alternatives + alternative) * criteria + criterion`. */
  values: Float64Array;
}

/** Scores of the alternatives; entry `round * alternatives + alternative`. */
export interface DrawnScores {
  rounds: number;
  alternatives: number;
  scores: Float64Array;
}

/**
 * Weighted sums of the drawn values. `weights` holds either one set of weights for all rounds (length = criteria), or one for
 * each round (entry `round * criteria + criterion`).
 * @throws RangeError when its length is neither.
 */
export function weightedScores(drawn: DrawnValues, weights: ArrayLike<number>): DrawnScores {
  const { rounds, alternatives, criteria, values } = drawn;
  if (weights.length !== criteria && weights.length !== rounds * criteria) {
    throw new RangeError(`weightedScores: ${weights.length} weights for ${criteria} criteria in ${rounds} rounds`);
  }
  const step = weights.length === criteria ? 0 : criteria;
  const scores = new Float64Array(rounds * alternatives);
  for (let r = 0; r < rounds; r++) {
    for (let a = 0; a < alternatives; a++) {
      const at = r * alternatives + a;
      let sum = 0;
      for (let c = 0; c < criteria; c++) sum += weights[r * step + c] * values[at * criteria + c];
      scores[at] = sum;
    }
  }
  return { rounds, alternatives, scores };
}

/** Rank of every alternative in every round, as in `DrawnScores`: 1 + number of higher scores; equals share the better rank. */
export function rankRounds({ rounds, alternatives, scores }: DrawnScores): Int32Array {
  const ranks = new Int32Array(rounds * alternatives);
  const order = Array.from({ length: alternatives }, (_, a) => a);
  for (let r = 0; r < rounds; r++) {
    const at = r * alternatives;
    order.sort((a, b) => scores[at + b] - scores[at + a]);
    let rank = 1;
    order.forEach((a, i) => {
      const above = order[i - 1];
      if (above !== undefined && scores[at + a] < scores[at + above]) rank = i + 1;
      ranks[at + a] = rank;
    });
  }
  return ranks;
}

/** Share of rounds in which each alternative has each rank: row `alternative`, column rank - 1. */
export function rankAcceptability(drawn: DrawnScores): Float64Array[] {
  const { rounds, alternatives } = drawn;
  const ranks = rankRounds(drawn);
  const shares = Array.from({ length: alternatives }, () => new Float64Array(alternatives));
  for (let i = 0; i < ranks.length; i++) (shares[i % alternatives] as Float64Array)[ranks[i] - 1]! += 1 / rounds;
  return shares;
}

/**
 * For each alternative the mean of the weights of those rounds in which it is first: what a typical person who prefers it
 * cares about. Undefined for one that is never first. `weights` as in `weightedScores`, one set for each round.
 */
export function centralWeights(drawn: DrawnScores, weights: ArrayLike<number>): (Float64Array | undefined)[] {
  const { rounds, alternatives } = drawn;
  const criteria = weights.length / rounds;
  const ranks = rankRounds(drawn);
  return Array.from({ length: alternatives }, (_, a) => {
    const sums = new Float64Array(criteria);
    let first = 0;
    for (let r = 0; r < rounds; r++) {
      if (ranks[r * alternatives + a] !== 1) continue;
      first += 1;
      for (let c = 0; c < criteria; c++) sums[c]! += weights[r * criteria + c];
    }
    return first === 0 ? undefined : sums.map((sum) => sum / first);
  });
}

/**
 * For each alternative the share of rounds in which it is first when the weights are its own central ones: whether the
 * values are known well enough for somebody with those weights to choose it. 0 for one that has none.
 */
export function confidenceFactors(drawn: DrawnValues, central: readonly (Float64Array | undefined)[]): Float64Array {
  return Float64Array.from(central, (weights, a) => {
    if (!weights) return 0;
    return rankAcceptability(weightedScores(drawn, weights))[a]?.[0] ?? 0;
  });
}
