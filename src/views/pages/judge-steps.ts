/** The answers that can be picked, and what each is worth. */
import type { Goalposts } from '../../schema/method.ts';
import { pointsOf } from '../../score/goalposts.ts';

/** Minutes that a client can pick from for a duration, up to the question's window; "never" comes after them. */
export function minuteSteps(window: number): number[] {
  return [5, 15, 30, 60, 120, 240, 480, 1440, 2880, 4320, 10_080].filter((m) => m <= window).slice(0, 13);
}

/** Points of the answers to a question, in the order in which they can be picked. */
export function answerPoints(
  question:
    | { kind: 'rating'; low: number; high: number }
    | { kind: 'share'; good: 'yes' | 'no' }
    | { kind: 'duration'; window: number },
  goalposts: Goalposts,
): number[] {
  if (question.kind === 'rating') return ratingSteps(question.low, question.high).map((v) => pointsOf(goalposts, v));
  if (question.kind === 'share') return question.good === 'yes' ? [100, 0] : [0, 100];
  return [...minuteSteps(question.window).map((m) => pointsOf(goalposts, m)), 0];
}

/** Values of a rating that can be picked: whole steps from the lower to the higher end, at most 13. */
export function ratingSteps(low: number, high: number): number[] {
  const [from, to] = low < high ? [low, high] : [high, low];
  const count = Math.min(13, Math.floor(to - from) + 1);
  return Array.from({ length: count }, (_, i) => (count === 1 ? from : from + ((to - from) * i) / (count - 1)));
}
