/** What somebody answers to a question or notes for an item, given how good the thing is that they met. */
import type { Goalposts } from '../schema/method.ts';
import { NEVER } from '../schema/observation.ts';
import { pointsOf } from '../score/goalposts.ts';
import type { SampleJob } from './context.ts';
import { valueAtShare, logistic } from './quality.ts';
import type { Random } from './random.ts';

/** A question or item as far as answering it goes. */
export type Scale =
  | { kind: 'rating'; low: number; high: number }
  | { kind: 'share'; good: 'yes' | 'no' }
  | { kind: 'duration'; goalposts: Goalposts; window: number };

export interface Response {
  /** The cell as written into the CSV. */
  cell: string;
  /** How good it is, 0..1. */
  points: number;
}

const clamped = (x: number): number => Math.max(0, Math.min(1, x));

/**
 * One answer. `z` is how good it felt, in standard units. `exact` keeps minutes as a stopwatch gives them; without it
 * they are rounded as people remember them.
 */
export function respond(scale: Scale, z: number, random: Random, exact = false): Response {
  if (scale.kind === 'rating') {
    const value = Math.round(scale.low + (scale.high - scale.low) * clamped(0.66 + 0.2 * z));
    return { cell: String(value), points: (value - scale.low) / (scale.high - scale.low) };
  }
  if (scale.kind === 'share') {
    const good = random.chance(logistic(1 + 1.1 * z));
    const other = scale.good === 'yes' ? 'no' : 'yes';
    return { cell: good ? scale.good : other, points: good ? 1 : 0 };
  }
  const never = random.chance(logistic(-3.6 - 0.9 * z));
  const exactly = valueAtShare(scale.goalposts, 0.6 + 0.2 * z) * Math.exp(random.normal() * 0.35);
  const minutes = exact ? Math.max(1, Math.round(exactly)) : remembered(exactly);
  if (never || minutes > scale.window) return { cell: NEVER, points: 0 };
  return { cell: String(minutes), points: pointsOf(scale.goalposts, minutes) / 100 };
}

const MEMORABLE = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 480, 720, 1440, 2160, 2880, 4320];

/** The nearest round number of minutes, by ratio. */
function remembered(minutes: number): number {
  let best = 1;
  for (const entry of MEMORABLE) {
    if (Math.abs(Math.log(entry / minutes)) < Math.abs(Math.log(best / minutes))) best = entry;
  }
  return best;
}

/** A question made ready for answering. */
export interface PreparedQuestion {
  id: string;
  criteria: readonly string[];
  scale: Scale;
  answered: number;
  ease: number;
}

/** The questionnaire made ready: goalposts resolved, rates of answering looked up. */
export function preparedQuestions(job: SampleJob): PreparedQuestion[] {
  return job.questionnaire.questions.map((question) => {
    const habit = job.words.reviews.questions[question.id];
    return {
      id: question.id,
      criteria: question.criteria,
      scale: question.kind === 'duration' ? { ...question, goalposts: goalpostsOf(job, question.goalposts) } : question,
      answered: habit?.answered ?? 0.93,
      ease: habit?.ease ?? 0,
    };
  });
}

/** Goalposts of the method by id; throws a RangeError when the method has none of that id. */
export function goalpostsOf(job: SampleJob, id: string): Goalposts {
  const found = job.method.goalposts[id];
  if (found === undefined) throw new RangeError(`the method has no goalposts ${id}`);
  return found;
}
