/** The marks that stand for vendors in a comparison: told apart by shape, not by colour. */
import { drawn } from './dom.ts';

/** Paths around the origin, about 10 units wide: dot, square, triangle, diamond. */
const SHAPES = [
  'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  'M-4.5-4.5h9v9h-9z',
  'M0-6L5.8 4.6H-5.8z',
  'M0-6.4L6.4 0L0 6.4L-6.4 0z',
] as const;

/** Path of the mark of vendor number `i`. */
export function shapeOf(i: number): string {
  return SHAPES[i % SHAPES.length] ?? SHAPES[0];
}

/** The mark alone, for a heading. */
export function markOf(i: number): SVGElement {
  return drawn(
    'svg',
    { class: 'vmark', viewBox: '-8 -8 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    drawn('path', { d: shapeOf(i) }),
  );
}
