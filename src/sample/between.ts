/** The way back from points to a value. */
import type { Goalposts } from '../schema/method.ts';

/** The value that lies this share (0..1) of the way from worst to best, on the scale of the goalposts. */
export function between(posts: Goalposts, share: number): number {
  if (posts.scale === 'ln')
    return Math.exp(Math.log(posts.worst) + (Math.log(posts.best) - Math.log(posts.worst)) * share);
  return posts.worst + (posts.best - posts.worst) * share;
}
