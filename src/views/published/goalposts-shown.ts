/** Goalposts as the JSON interface gives them. */
import type { Goalposts } from '../../schema/method.ts';

export interface GoalpostsShown {
  id?: string | undefined;
  worst: number;
  best: number;
  scale: 'linear' | 'ln';
}

/** The three numbers that matter, with the id under which the method lists them when it does. */
export function goalpostsShown(goalposts: Goalposts, id?: string): GoalpostsShown {
  return { ...(id === undefined ? {} : { id }), worst: goalposts.worst, best: goalposts.best, scale: goalposts.scale };
}
