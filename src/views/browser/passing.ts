/** Where a change of one weight makes two vendors change places, over all frameworks and dimensions. */
import { crossings, type MovedPart, overallOf, shareOf } from '../../score/crossing.ts';
import type { Weights } from '../../score/reweighted.ts';
import { weighingOf, type WeightsModel } from './weights-file.ts';

/** One point at which the vendor behind passes the one ahead. */
export interface Passing {
  part: MovedPart;
  /** Share 0..1 of the part at which they meet, and its present share. */
  at: number;
  now: number;
}

/** Who is ahead at the present weights, and where that turns: frameworks first, which say more to a person, then the smallest change. */
export interface Passings {
  ahead: 'first' | 'second' | 'neither';
  passings: readonly Passing[];
}

/** Scores nearer to each other than this are equal: dimensions come rounded to tenths. */
const EQUAL = 0.005;

/** Looks at every framework and every dimension that weighs anything; of each, at the crossing nearest to its present share. */
export function passings(model: WeightsModel, weights: Weights, first: Float64Array, second: Float64Array): Passings {
  const weighing = weighingOf(model);
  const lead = overallOf(weighing, weights, first) - overallOf(weighing, weights, second);
  if (Number.isNaN(lead) || Math.abs(lead) < EQUAL) return { ahead: 'neither', passings: [] };
  const frameworks =
    weighing.frameworks.length < 2 ? [] : weighing.frameworks.map((_, f): MovedPart => ({ framework: f }));
  const dimensions = weighing.frameworks.flatMap((f) =>
    f.dimensions.length < 2 ? [] : f.dimensions.map((d): MovedPart => ({ dimension: d })),
  );
  const found = [...frameworks, ...dimensions].flatMap((part): Passing[] => {
    const now = shareOf(weighing, weights, part);
    if (now === 0) return [];
    const near = crossings(weighing, weights, part, first, second).toSorted(
      (a, b) => Math.abs(a.at - now) - Math.abs(b.at - now),
    )[0];
    return near === undefined ? [] : [{ part, at: near.at, now }];
  });
  // Of two frameworks one gains what the other loses: that is one turn, told of the one that gains.
  const told = found.filter((p) => 'dimension' in p.part || frameworks.length !== 2 || p.at > p.now);
  const sorted = told.toSorted(
    (a, b) =>
      Number('dimension' in a.part) - Number('dimension' in b.part) || Math.abs(a.at - a.now) - Math.abs(b.at - b.now),
  );
  return { ahead: lead > 0 ? 'first' : 'second', passings: sorted };
}
