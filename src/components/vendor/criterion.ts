/** One criterion: its score, the facets with their evidence, and what clients and observers tell. */
import { longDate } from '../../i18n/dates.ts';
import { casesLabels } from '../../i18n/labels/cases.ts';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { vendorLabels } from '../../i18n/labels/vendor.ts';
import { pathIn } from '../../i18n/language.ts';
import { colon, semicolon } from '../../i18n/marks.ts';
import { minutes, number, percent } from '../../i18n/numbers.ts';
import type { Tier } from '../../schema/method.ts';
import type { Language } from '../../schema/text.ts';
import type { FacetRow, LevelRow, NumberRow } from '../../views/pages/vendor/facts.ts';
import type { CaseMarks } from '../../views/pages/vendor/cases.ts';
import type { CriterionBlock } from '../../views/pages/vendor/scores.ts';
import type { ToldRow } from '../../views/pages/vendor/told.ts';
import { type Markup, html } from '../markup.ts';
import { said } from '../said.ts';

/** The criterion; `href` is where it is explained, `evidence` the page with the vendor's evidence. */
export function criterionMarkup(c: CriterionBlock, language: Language, href: string, evidence: string): Markup {
  const t = vendorLabels[language];
  const answered = c.level !== undefined || c.number !== undefined;
  return html`<div class="crit" id="${c.key}"><h5><a href="${href}">${c.name}</a>${c.score === undefined ? html`<small>${scoreLabels[language].states[c.state]}</small>` : html`<b>${c.score}</b>`}</h5>${
    c.facets.length > 0 && html`<ul class="facets">${c.facets.map((f) => facetItem(f, language, evidence))}</ul>`
  }${
    answered &&
    html`<ul class="facets">${c.level !== undefined && levelItem(c.level, language, evidence)}${c.number !== undefined && numberItem(c.number, language, evidence)}</ul>`
  }${c.told.length > 0 && html`<ul class="told">${c.told.map((m) => toldItem(m, language))}</ul>`}${
    c.cases !== undefined && caseMarks(c.cases, language)
  }${
    c.reason !== undefined && html`<p>${t.reason}${colon(language)}${said(c.reason)}</p>`
  }${c.note !== undefined && html`<p>${said(c.note)}</p>`}</div>`;
}

/** Beside what is, or was, disputed: since when, or how it ended, with the way to the case. */
function caseMarks({ slug, marks }: CaseMarks, language: Language): Markup {
  const t = casesLabels[language];
  const href = pathIn(language, `/vendors/${slug}/`);
  return html`${marks.map((m) => html`<p class="${m.state === 'open' ? 'warn' : 'decided'}"><a href="${href}#case-${m.id}">${m.state === 'open' ? t.disputed(longDate(m.openedOn, language)) : t.decided(t.states[m.state])}</a></p>`)}`;
}

function facetItem(f: FacetRow, language: Language, page: string): Markup {
  const why =
    f.reason !== undefined && html`<small>${vendorLabels[language].reason}${colon(language)}${said(f.reason)}</small>`;
  return html`<li class="${f.state}">${f.names.join(semicolon(language))}<small>${scoreLabels[language].states[f.state]}${references(f.evidence, language, page, f.tier)}</small>${why}</li>`;
}

function levelItem({ name, evidence }: LevelRow, language: Language, page: string): Markup {
  const t = vendorLabels[language];
  return html`<li class="${name === undefined ? 'unknown' : 'met'}">${t.level}<small>${name ?? t.noLevel}${references(evidence, language, page)}</small></li>`;
}

/** Digits after the point that an error may need: it is rounded to two figures already. */
const DIGITS_OF_ERROR = 8;

function numberItem({ value, error, ratio, unit, evidence }: NumberRow, language: Language, page: string): Markup {
  const t = vendorLabels[language];
  const spread = error === undefined ? '' : ` ± ${number(error, DIGITS_OF_ERROR)}`;
  const shown = value === undefined ? t.noLevel : `${number(value, 4)}${spread} ${unit ?? ''}`;
  const counts = ratio === undefined ? '' : ` · ${t.ratio(number(ratio.numerator, 2), number(ratio.denominator, 2))}`;
  const about = error === undefined ? '' : `${t.standardError}${counts}`;
  return html`<li class="${value === undefined ? 'unknown' : 'met'}">${shown}<small>${about}${references(evidence, language, page)}</small></li>`;
}

function toldItem(m: ToldRow, language: Language): Markup {
  const t = vendorLabels[language];
  const valueOf = (value: number): string => {
    if (m.kind === 'duration') return minutes(value, language);
    if (m.kind === 'rating') return `${number(value, 1)}/${number(m.high)}`;
    return m.source === 'review' ? t.yesShare(percent(value)) : percent(value);
  };
  const told =
    m.state === 'told'
      ? html`${t.estimate} <b>${valueOf(m.value)}</b> · ${t.toldCount(number(m.count), m.source)} · ${t.market(m.kind === 'share' ? percent(m.market) : valueOf(m.market))}`
      : t.toldNobody;
  return html`<li>${m.source === 'review' ? t.question(m.short) : t.observed(m.short)}<small>${told}</small></li>`;
}

/** References to the vendor's numbered evidence; the first one says the tier too, so that it can be read out alone. */
function references(numbers: readonly number[], language: Language, page: string, tier?: Tier): Markup | false {
  const word = tier === undefined ? vendorLabels[language].evidenceWord : scoreLabels[language].tiers[tier];
  if (numbers.length === 0) return tier !== undefined && html` · ${word}`;
  return html` · ${numbers.map((n, i) => (i === 0 ? html`<a href="${page}#e-${n}">${word} ${n}</a>` : html` <a href="${page}#e-${n}">${n}</a>`))}`;
}
