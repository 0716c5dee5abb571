/** The comparison of a few vendors as tables: at a glance, sure differences, the others, evidence side by side. */
import { Component, type ComponentChildren, type VNode } from 'preact';
import { compareLabels } from '../../i18n/labels/compare.ts';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { LANGUAGE_TAGS, pathIn } from '../../i18n/language.ts';
import { interval, number, percent } from '../../i18n/numbers.ts';
import { type Contrast, type Difference, differences, toldFigures } from '../../views/browser/compare.ts';
import type { CompareFile, Figures } from '../../views/browser/compare-file.ts';
import type { CompareWords, DimensionWords } from '../../views/browser/compare-words.ts';
import { language } from '../page.ts';
import { listOf } from '../ui.tsx';
import {
  evidenceText,
  figuresText,
  licenceText,
  nameOf,
  placeText,
  pricesText,
  shortNamesOf,
  verdictSentences,
} from './texts.ts';

const t = compareLabels[language];

type Vendors = readonly CompareFile[];

/** Paths of marks around the origin, about 10 units wide: dot, square, triangle, diamond. Told apart by shape, not by colour. */
const SHAPES = [
  'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  'M-4.5-4.5h9v9h-9z',
  'M0-6L5.8 4.6H-5.8z',
  'M0-6.4L6.4 0L0 6.4L-6.4 0z',
] as const;

/** The mark of vendor number `i`, for a heading. */
export function markOf(i: number) {
  return (
    <svg class="vmark" viewBox="-8 -8 16 16" width={16} height={16} aria-hidden="true">
      <path d={SHAPES[i % SHAPES.length]} />
    </svg>
  );
}

/** The mark of the vendor beside its cell, for narrow screens where columns become lines. */
export function cellMark(i: number) {
  return (
    <span class="cell-mark" aria-hidden="true">
      {markOf(i)}
    </span>
  );
}

/** Name of a vendor, or a short form of it, with its language. */
export function namedIn(vendor: CompareFile, text = nameOf(vendor, language)) {
  const isForeign = vendor.name[language] === undefined;
  return <span lang={isForeign ? LANGUAGE_TAGS[language === 'zh' ? 'en' : 'zh'] : undefined}>{text}</span>;
}

/**
 * All parts of the comparison of `vendors` and `more` below them, drawn up to the first `most` dimensions; `count` is how many
 * there are.
 */
export function comparisonOf(words: CompareWords, vendors: Vendors, more: ComponentChildren) {
  const dimensions = new Map(words.frameworks.flatMap((f) => f.dimensions.map((d) => [d.key, d] as const)));
  const { sure, others, open } = differences([...dimensions.keys()], vendors, words.tie);
  const count = sure.length + others.length + open.length;
  const sureLead = sure.length > 0 ? t.sureLead(percent(words.tie)) : others.length > 0 ? t.sureNone : t.sureNothing;
  const parts = [
    { id: 'sure', title: t.sure, lead: sureLead, list: sure, from: 0 },
    { id: 'others', title: t.others, lead: t.othersLead, list: others, from: sure.length },
    { id: 'open', title: t.open, lead: t.openLead, list: open, from: sure.length + others.length },
  ].map((part) => ({ ...part, bodies: part.list.map((d) => dimensionRows(vendors, dimensions.get(d.key), d)) }));
  const first = (
    <section aria-labelledby="glance">
      <h2 id="glance">{t.glance}</h2>
      {listOf(verdictSentences({ language, words, vendors }, sure, dimensions), 'versus-verdict')}
      {glance(words, vendors)}
    </section>
  );
  const draw = (most: number) => (
    <>
      {first}
      {parts.map(
        ({ id, title, lead, from, bodies }) =>
          (id === 'sure' || (bodies.length > 0 && most > from)) && (
            <section aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              <p class="lead-small">{lead}</p>
              {bodies.length > 0 && dimensionTable(vendors, title, bodies.slice(0, most - from))}
            </section>
          ),
      )}
      {most >= count && more}
    </>
  );
  return { count, draw };
}

/** A table of vendors in columns that scrolls by itself where it is too wide. */
export function vendorTable(kind: string, caption: ComponentChildren, head: VNode, bodies: ComponentChildren) {
  return (
    <div class="scroll">
      <table class={`versus ${kind}`.trim()}>
        {caption}
        {head}
        {bodies}
      </table>
    </div>
  );
}

/** Names in full, or in short with the full ones at hand. */
function headOf(vendors: Vendors, names: 'full' | 'short', first: string, middle?: string) {
  const short = shortNamesOf(vendors, language);
  return (
    <thead>
      <tr>
        <th scope="col">
          <span class="sr">{first}</span>
        </th>
        {middle !== undefined && (
          <th scope="col" class="plot-head">
            {middle}
          </th>
        )}
        {vendors.map((v, i) => {
          const text = names === 'short' ? short[i] : undefined;
          const title = text === undefined || text === nameOf(v, language) ? undefined : nameOf(v, language);
          return (
            <th scope="col">
              {markOf(i)}
              <a href={pathIn(language, `/vendors/${v.slug}/`)} title={title}>
                {namedIn(v, text)}
              </a>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** A row of a table about a shortlist: its name, and what it says of each vendor. */
export type Row = [name: string, text: (v: CompareFile) => string];

/** Score, places, price, licence: what a page about a shortlist says in any case; and some `more` rows. */
export function comparisonFigures(words: CompareWords, vendors: Vendors, more: readonly Row[]) {
  const rows: Row[] = [
    [t.overall, (v) => figuresText(v, v.overall, language)],
    [t.place, (v) => placeText(v, language)],
    ...words.frameworks.map((f): Row => [f.name, (v) => figuresText(v, v.frameworks[f.id]?.points, language)]),
    [t.price, (v) => pricesText(v, words, language)],
    ...(words.licence === undefined ? [] : [[words.licence.name, (v) => licenceText(v, words, language)] as Row]),
    [t.evidence, (v) => evidenceText(v, language)],
    ...more,
  ];
  // A row in which nobody has anything says nothing.
  const filled = rows.filter(([, text]) => vendors.some((v) => text(v) !== t.none));
  const body = (
    <tbody>
      {filled.map(([name, text]) => (
        <tr>
          <th scope="row">{name}</th>
          {vendors.map((v, i) => (
            <td>
              {cellMark(i)}
              <span>{text(v)}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
  return vendorTable('', <caption class="sr">{t.glance}</caption>, headOf(vendors, 'full', t.glance), body);
}

function glance(words: CompareWords, vendors: Vendors) {
  const listed = (ids: readonly string[], names: Readonly<Record<string, string>>): string =>
    ids.map((id) => names[id] ?? id).join(t.comma) || t.none;
  const worth = (v: CompareFile): string =>
    v.reviewsWorth === undefined ? '' : scoreLabels[language].reviewsWorth(number(v.reviewsWorth));
  return comparisonFigures(words, vendors, [
    [t.city, (v) => v.city?.[language] ?? t.none],
    [t.reviews, (v) => number(v.reviews) + worth(v)],
    [t.observations, (v) => number(v.observations)],
    [t.services, (v) => listed(v.services, words.services)],
    [t.languages, (v) => listed(v.languages, words.languages)],
    [t.founded, (v) => (v.founded === undefined ? t.none : String(v.founded))],
    [t.staff, (v) => (v.staff === undefined ? t.none : number(v.staff))],
  ]);
}

function dimensionTable(vendors: Vendors, title: string, bodies: ComponentChildren) {
  const caption = (
    <caption>
      <span class="sr">{title}</span>
      <small class="plot-read">{t.plotRead}</small>
    </caption>
  );
  return vendorTable('by-dim', caption, headOf(vendors, 'short', t.dimension, t.plot), bodies);
}

/** A dimension's row, and one below that opens its criteria. */
function dimensionRows(vendors: Vendors, dimension: DimensionWords | undefined, { contrast }: Difference) {
  if (dimension === undefined) return undefined;
  const { key, path, name, median, criteria } = dimension;
  const scores = vendors.map((v) => toldFigures(v, key));
  return (
    <tbody>
      <tr>
        <th scope="row">
          <a href={pathIn(language, path)}>{name}</a>
          {median !== undefined && <small>{t.median(number(median))}</small>}
        </th>
        <td class="plot-cell">{intervalPlot(scores, median)}</td>
        {vendors.map((v, i) => {
          const side = sideOf(contrast, i);
          return (
            <td class="fig">
              {cellMark(i)}
              {figuresOf(scores[i], v.dimensions[key])}
              {side !== undefined && <small class={side}>{t[side]}</small>}
            </td>
          );
        })}
      </tr>
      <tr class="more">
        <td colspan={vendors.length + 2}>
          <LazyDetails summary={t.details(number(criteria.length))} draw={() => criteriaTable(vendors, dimension)} />
        </td>
      </tr>
    </tbody>
  );
}

/** Details whose content is made when they are first opened. */
class LazyDetails extends Component<{ summary: string; draw: () => VNode }, { opened: boolean }> {
  render() {
    return (
      <details onToggle={() => this.setState({ opened: true })}>
        <summary>{this.props.summary}</summary>
        {this.state.opened && this.props.draw()}
      </details>
    );
  }
}

/** Whether a vendor is surely ahead of others, behind others, or both. */
function sideOf(contrast: Contrast | undefined, i: number): 'ahead' | 'behind' | 'between' | undefined {
  const [ahead, behind] = [contrast?.ahead.includes(i), contrast?.behind.includes(i)];
  return ahead && behind ? 'between' : ahead ? 'ahead' : behind ? 'behind' : undefined;
}

/** Score and interval; or that there is none, or too little evidence and what the score goes by instead. */
function figuresOf(points: Figures | undefined, own: CompareFile['dimensions'][string] | undefined) {
  if (points !== undefined)
    return (
      <span>
        <b>{number(points[0])}</b> <i>{interval(points[1], points[2])}</i>
      </span>
    );
  if (own?.points === undefined || own.untold === undefined) return <span>{t.noScore}</span>;
  return (
    <span>
      <span class="warn">{t.notCovered}</span>
      <small>{t.untold[own.untold](number(own.points[0]))}</small>
    </span>
  );
}

/** Height of a vendor's lane in a plot, in pixels. */
const LANE = 15;

/** Intervals of the vendors on one axis of 0 to 100: a line for the interval, the vendor's mark at the score. The same figures are beside it in words. */
function intervalPlot(scores: readonly (Figures | undefined)[], median: number | undefined) {
  const height = scores.length * LANE;
  const upright = (kind: string, x: number) => <line class={kind} x1={`${x}%`} x2={`${x}%`} y1={0} y2={height} />;
  return (
    <svg class="plot" width="100%" height={height} aria-hidden="true">
      {[0, 25, 50, 75, 100].map((x) => upright('grid', x))}
      {median !== undefined && upright('median', median)}
      {scores.map((score, i) => {
        if (score === undefined) return undefined;
        const y = i * LANE + LANE / 2;
        const [value, low, high] = score;
        return (
          <>
            <line class="span" x1={`${low}%`} x2={`${high}%`} y1={y} y2={y} />
            {/* A nested svg moves the mark by a share of the width without stretching it. */}
            <svg x={`${value}%`} y={y} overflow="visible">
              <path class="point" d={SHAPES[i % SHAPES.length]} />
            </svg>
          </>
        );
      })}
    </svg>
  );
}

/** Evidence side by side: score, credibility and sources of each criterion. */
function criteriaTable(vendors: Vendors, dimension: DimensionWords) {
  return (
    <table class="versus crits">
      <caption class="sr">{dimension.name}</caption>
      {headOf(vendors, 'short', t.criterion)}
      <tbody>
        {dimension.criteria.map((c) => (
          <tr>
            <th scope="row">{c.name}</th>
            {vendors.map((v, i) => (
              <td>
                {cellMark(i)}
                {criterionOf(v.criteria[c.key])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function criterionOf(own: CompareFile['criteria'][string] | undefined) {
  if (own === undefined) return t.none;
  const sources = [
    own.evidence === undefined ? undefined : t.pieces(number(own.evidence)),
    own.told === undefined ? undefined : t.told(number(own.told)),
  ].filter((text) => text !== undefined);
  return (
    <>
      <b>{own.score === undefined ? t.none : number(own.score)}</b>
      {own.tier === undefined ? (
        <small>{scoreLabels[language].states[own.state]}</small>
      ) : (
        <span class={`tier ${own.tier}`}>{t.tiers[own.tier]}</span>
      )}
      {sources.length > 0 && <small>{sources.join(t.comma)}</small>}
    </>
  );
}
