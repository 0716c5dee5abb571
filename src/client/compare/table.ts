/** The comparison of a few vendors as tables: at a glance, sure differences, the others, evidence side by side. */
import { compareLabels } from '../../i18n/labels/compare.ts';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { type Language, pathIn } from '../../i18n/language.ts';
import { interval, number, percent } from '../../i18n/numbers.ts';
import { type Contrast, type Difference, differences, toldFigures } from '../../views/browser/compare.ts';
import type { CompareFile } from '../../views/browser/compare-file.ts';
import type { CompareWords, DimensionWords } from '../../views/browser/compare-words.ts';
import {
  evidenceText,
  figuresText,
  licenceText,
  namedIn,
  nameOf,
  placeText,
  pricesText,
  shortNamesOf,
} from './texts.ts';
import { verdictList } from './verdict.ts';
import { make } from '../dom.ts';
import { intervalPlot } from './interval-plot.ts';
import { markOf } from '../shape.ts';

/** What all parts of the comparison need. */
export interface Comparison {
  language: Language;
  words: CompareWords;
  vendors: readonly CompareFile[];
}

/** All parts, in their order. */
export function comparisonParts(comparison: Comparison): HTMLElement[] {
  const { language, words, vendors } = comparison;
  const t = compareLabels[language];
  const dimensions = new Map(words.frameworks.flatMap((f) => f.dimensions.map((d) => [d.key, d] as const)));
  const { sure, others, open } = differences([...dimensions.keys()], vendors, words.tie);
  const part = (id: string, title: string, lead: string, list: readonly Difference[]): HTMLElement =>
    make(
      'section',
      '',
      { 'aria-labelledby': id },
      make('h2', '', { id }, title),
      make('p', 'lead-small', {}, lead),
      list.length > 0 && dimensionTable(comparison, title, list, dimensions),
    );
  return [
    make(
      'section',
      '',
      { 'aria-labelledby': 'glance' },
      make('h2', '', { id: 'glance' }, t.glance),
      verdictList(comparison, sure, dimensions),
      glance(comparison),
    ),
    part(
      'sure',
      t.sure,
      sure.length > 0 ? t.sureLead(percent(words.tie)) : others.length > 0 ? t.sureNone : t.sureNothing,
      sure,
    ),
    ...(others.length > 0 ? [part('others', t.others, t.othersLead, others)] : []),
    ...(open.length > 0 ? [part('open', t.open, t.openLead, open)] : []),
  ];
}

/** Names in full, or in short with the full ones at hand. */
function head({ language, vendors }: Comparison, names: 'full' | 'short', first: string, middle?: string): HTMLElement {
  const short = shortNamesOf(vendors, language);
  return make(
    'thead',
    '',
    {},
    make(
      'tr',
      '',
      {},
      make('th', '', { scope: 'col' }, make('span', 'sr', {}, first)),
      middle !== undefined && make('th', 'plot-head', { scope: 'col' }, middle),
      ...vendors.map((v, i) =>
        make(
          'th',
          '',
          { scope: 'col' },
          markOf(i),
          make(
            'a',
            '',
            {
              href: pathIn(language, `/vendors/${v.slug}/`),
              title: names === 'short' && short[i] !== nameOf(v, language) ? nameOf(v, language) : undefined,
            },
            names === 'full' ? namedIn(v, language) : namedIn(v, language, short[i]),
          ),
        ),
      ),
    ),
  );
}

/** A row of a table about a shortlist: its name, and what it says of each. */
export type Row = [name: string, text: (v: CompareFile) => string];

/** Score, places, price, licence: what a page about a shortlist has to say in any case. */
function firstRows({ language, words }: Comparison): Row[] {
  const t = compareLabels[language];
  return [
    [t.overall, (v) => figuresText(v, v.overall, language)],
    [t.place, (v) => placeText(v, language)],
    ...words.frameworks.map((f): Row => [f.name, (v) => figuresText(v, v.frameworks[f.id]?.points, language)]),
    [t.price, (v) => pricesText(v, words, language)],
    ...(words.licence === undefined ? [] : [[words.licence.name, (v) => licenceText(v, words, language)] as Row]),
    [t.evidence, (v) => evidenceText(v, language)],
  ];
}

/** The rows that a page about a shortlist has to have in any case, and some `more`, as a table. */
export function comparisonFigures(comparison: Comparison, more: readonly Row[] = []): HTMLElement {
  return rowsTable(comparison, compareLabels[comparison.language].glance, [...firstRows(comparison), ...more]);
}

function glance(comparison: Comparison): HTMLElement {
  const { language, words } = comparison;
  const t = compareLabels[language];
  const listed = (ids: readonly string[], names: Readonly<Record<string, string>>): string =>
    ids.map((id) => names[id] ?? id).join(t.comma) || t.none;
  return rowsTable(comparison, t.glance, [
    ...firstRows(comparison),
    [t.city, (v) => v.city?.[language] ?? t.none],
    [
      t.reviews,
      (v) =>
        number(v.reviews) +
        (v.reviewsWorth === undefined ? '' : scoreLabels[language].reviewsWorth(number(v.reviewsWorth))),
    ],
    [t.observations, (v) => number(v.observations)],
    [t.services, (v) => listed(v.services, words.services)],
    [t.languages, (v) => listed(v.languages, words.languages)],
    [t.founded, (v) => (v.founded === undefined ? t.none : String(v.founded))],
    [t.staff, (v) => (v.staff === undefined ? t.none : number(v.staff))],
  ]);
}

function rowsTable(comparison: Comparison, caption: string, rows: readonly Row[]): HTMLElement {
  const { language, vendors } = comparison;
  const t = compareLabels[language];
  // A row in which nobody has anything says nothing.
  const told = rows.filter(([, text]) => vendors.some((v) => text(v) !== t.none));
  const body = make(
    'tbody',
    '',
    {},
    ...told.map(([name, text]) =>
      make(
        'tr',
        '',
        {},
        make('th', '', { scope: 'row' }, name),
        ...vendors.map((v, i) => make('td', '', {}, cellMark(i), make('span', '', {}, text(v)))),
      ),
    ),
  );
  return make(
    'div',
    'scroll',
    {},
    make('table', 'versus', {}, make('caption', 'sr', {}, caption), head(comparison, 'full', caption), body),
  );
}

/** The mark of the vendor beside its cell, for narrow screens where columns become lines. */
function cellMark(i: number): HTMLElement {
  return make('span', 'cell-mark', { 'aria-hidden': 'true' }, markOf(i));
}

function dimensionTable(
  comparison: Comparison,
  caption: string,
  list: readonly Difference[],
  dimensions: ReadonlyMap<string, DimensionWords>,
): HTMLElement {
  const { language } = comparison;
  const t = compareLabels[language];
  const bodies = list.flatMap(({ key, contrast: differs }) => {
    const dimension = dimensions.get(key);
    return dimension === undefined ? [] : [dimensionRows(comparison, dimension, differs)];
  });
  return make(
    'div',
    'scroll',
    {},
    make(
      'table',
      'versus by-dim',
      {},
      make('caption', '', {}, make('span', 'sr', {}, caption), make('small', 'plot-read', {}, t.plotRead)),
      head(comparison, 'short', t.dimension, t.plot),
      ...bodies,
    ),
  );
}

/** A dimension's row, and one below that opens its criteria. */
function dimensionRows(comparison: Comparison, dimension: DimensionWords, differs: Contrast | undefined): HTMLElement {
  const { language, vendors } = comparison;
  const t = compareLabels[language];
  const scores = vendors.map((v) => toldFigures(v, dimension.key));
  const cells = vendors.map((v, i) => {
    const own = v.dimensions[dimension.key];
    const ahead = differs?.ahead.includes(i) === true;
    const behind = differs?.behind.includes(i) === true;
    const side = ahead && behind ? 'between' : ahead ? 'ahead' : behind ? 'behind' : undefined;
    const points = scores[i];
    return make(
      'td',
      'fig',
      {},
      cellMark(i),
      points === undefined
        ? untoldCell(own, t)
        : make(
            'span',
            '',
            {},
            make('b', '', {}, number(points[0])),
            ' ',
            make('i', '', {}, interval(points[1], points[2])),
          ),
      side !== undefined && make('small', side, {}, t[side]),
    );
  });
  const median = dimension.median === undefined ? undefined : make('small', '', {}, t.median(number(dimension.median)));
  const name = make(
    'th',
    '',
    { scope: 'row' },
    make('a', '', { href: pathIn(language, dimension.path) }, dimension.name),
    median,
  );
  const plot = make('td', 'plot-cell', {}, intervalPlot(scores, dimension.median));
  const opened = make('details', '', {}, make('summary', '', {}, t.details(number(dimension.criteria.length))));
  // Criteria are many; they are made when they are first wanted.
  opened.addEventListener(
    'toggle',
    () => opened.children.length < 2 && opened.append(criteriaTable(comparison, dimension)),
  );
  const more = make('td', '', { colspan: String(vendors.length + 2) }, opened);
  return make('tbody', '', {}, make('tr', '', {}, name, plot, ...cells), make('tr', 'more', {}, more));
}

/** In place of figures: no score at all, or too little evidence and what the score goes by instead. */
function untoldCell(
  own: CompareFile['dimensions'][string] | undefined,
  t: (typeof compareLabels)[Language],
): HTMLElement {
  if (own?.points === undefined || own.untold === undefined) return make('span', '', {}, t.noScore);
  return make(
    'span',
    '',
    {},
    make('span', 'warn', {}, t.notCovered),
    make('small', '', {}, t.untold[own.untold](number(own.points[0]))),
  );
}

/** Evidence side by side: score, credibility and sources of each criterion. */
function criteriaTable(comparison: Comparison, dimension: DimensionWords): HTMLElement {
  const { language, vendors } = comparison;
  const t = compareLabels[language];
  const states = scoreLabels[language].states;
  const rows = dimension.criteria.map((c) =>
    make(
      'tr',
      '',
      {},
      make('th', '', { scope: 'row' }, c.name),
      ...vendors.map((v, i) => {
        const own = v.criteria[c.key];
        if (own === undefined) return make('td', '', {}, cellMark(i), t.none);
        const about = [
          own.evidence === undefined ? undefined : t.pieces(number(own.evidence)),
          own.told === undefined ? undefined : t.told(number(own.told)),
        ].filter((x) => x !== undefined);
        return make(
          'td',
          '',
          {},
          cellMark(i),
          make('b', '', {}, own.score === undefined ? t.none : number(own.score)),
          own.tier === undefined
            ? make('small', '', {}, states[own.state])
            : make('span', `tier ${own.tier}`, {}, t.tiers[own.tier]),
          about.length > 0 && make('small', '', {}, about.join(t.comma)),
        );
      }),
    ),
  );
  return make(
    'table',
    'versus crits',
    {},
    make('caption', 'sr', {}, dimension.name),
    head(comparison, 'short', t.criterion),
    make('tbody', '', {}, ...rows),
  );
}
