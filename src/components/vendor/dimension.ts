/** One dimension of a vendor, to be opened: its bar, what it is made of, and its criteria. */
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { vendorLabels } from '../../i18n/labels/vendor.ts';
import { pathIn } from '../../i18n/language.ts';
import { number } from '../../i18n/numbers.ts';
import type { Language } from '../../schema/text.ts';
import type { DimensionBlock, FrameworkBlock } from '../../views/pages/vendor/scores.ts';
import { barMarkup } from '../bar.ts';
import { type Markup, html } from '../markup.ts';
import { criterionMarkup } from './criterion.ts';

/** The dimension `d` of the framework `f`; `evidence` is the page with the vendor's evidence. */
export function dimensionMarkup(f: FrameworkBlock, d: DimensionBlock, language: Language, evidence: string): Markup {
  const t = vendorLabels[language];
  const page = pathIn(language, `/frameworks/${f.id}/${d.id}/`);
  const told = d.criteria.some((c) => c.told.some((m) => m.state === 'told'));
  const part = (name: string, value: number | undefined): Markup | false =>
    value !== undefined && html` · ${name} <b>${value}</b>`;
  return html`<details class="dim" id="${d.key}"><summary><span class="dim-name">${d.name}</span>${scoreOf(d, language)}</summary><p class="dim-parts">${t.weightIn(f.short, `${number(d.weight, 1)}%`)}${part(t.factsPart, d.facts)}${part(t.reviewsPart, d.reviews)}${part(t.marketMedian, d.median)}${told && html` · ${t.estimateNote}`} · <a href="${page}">${t.aboutDimension}</a></p>${d.criteria.map((c) => criterionMarkup(c, language, `${page}#${c.id}`, evidence))}</details>`;
}

function scoreOf({ bar, points, median, untold }: DimensionBlock, language: Language): Markup {
  const s = scoreLabels[language];
  // Without enough evidence there is no interval to draw: the figure is what silence is worth.
  if (untold !== undefined && points !== undefined)
    return html`<em>${vendorLabels[language].untold[untold]}</em><b class="faint">${points.score}</b>`;
  if (bar === undefined || points === undefined) return html`<span class="dim-none">${s.noScore}</span>`;
  const spoken = s.barText(number(points.score), number(points.low), number(points.high));
  return html`${barMarkup(bar, median, spoken)}<b aria-hidden="true">${points.score}</b>`;
}
