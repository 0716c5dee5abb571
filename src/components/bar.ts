/** A score bar: thin stem from 0, block for the interval, notch at the score, tick for the market's median. Axis 0..100. */
import type { Bar } from '../views/format/bar.ts';
import { type Markup, html } from './markup.ts';

/** The bar; `label` is spoken, and without it the bar is decoration beside the same numbers in words. */
export function barMarkup(of: Bar, median: number | undefined, label: string | undefined): Markup {
  const spoken = label === undefined ? html`aria-hidden="true"` : html`role="img" aria-label="${label}"`;
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" ${spoken}><path d="${of.stem}"></path><path class="n" d="${of.block}"></path>${of.notch !== undefined && html`<path class="o" d="${of.notch}"></path>`}${median !== undefined && html`<path class="k" d="M${median} 0v10"></path>`}</svg>`;
}
