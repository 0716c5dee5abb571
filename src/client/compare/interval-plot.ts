/** Intervals of a few vendors on one axis of 0 to 100: a line for the interval, the vendor's mark at the score. */
import type { Figures } from '../../views/browser/compare-file.ts';
import { drawn } from '../dom.ts';
import { shapeOf } from '../shape.ts';

/** Height of a vendor's lane, in pixels. */
const LANE = 15;

/** The plot; vendors without a score have an empty lane. The same figures stand beside it in words. */
export function intervalPlot(scores: readonly (Figures | undefined)[], median: number | undefined): SVGElement {
  const height = scores.length * LANE;
  const axis = [0, 25, 50, 75, 100].map((x) =>
    drawn('line', { class: 'grid', x1: `${x}%`, x2: `${x}%`, y1: 0, y2: height }),
  );
  const middle =
    median === undefined
      ? []
      : [drawn('line', { class: 'median', x1: `${median}%`, x2: `${median}%`, y1: 0, y2: height })];
  const lanes = scores.flatMap((score, i) => {
    if (score === undefined) return [];
    const y = i * LANE + LANE / 2;
    const [value, low, high] = score;
    return [
      drawn('line', { class: 'span', x1: `${low}%`, x2: `${high}%`, y1: y, y2: y }),
      // A nested svg moves the mark by a share of the width without stretching it.
      drawn('svg', { x: `${value}%`, y, overflow: 'visible' }, drawn('path', { class: 'point', d: shapeOf(i) })),
    ];
  });
  return drawn('svg', { class: 'plot', width: '100%', height, 'aria-hidden': 'true' }, ...axis, ...middle, ...lanes);
}
