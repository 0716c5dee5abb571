/** Single expressions of the report: standings, names of parts, what a cause did. */
import { impactLabels } from '../i18n/labels/impact.ts';
import { interval, number, percent } from '../i18n/numbers.ts';
import type { ImpactCause, ImpactPart, ImpactStanding, ImpactVendor } from '../schema/impact.ts';
import type { EitherLanguage, Language } from '../schema/text.ts';

/** Scores that move less than this, in points, with places and group as before, are only counted. */
export const VISIBLE = 0.05;
/** What is shown to hundredths must be at least this. */
const SHOWN = 0.005;

export function vendorName(
  { slug, name }: { slug: string; name: EitherLanguage },
  w: Writer,
  language: Language,
): string {
  return `${w.foreign(name[language] ?? name.zh ?? name.en ?? '')} ${w.code(slug)}`;
}

/** Points with their sign, always to hundredths so that columns and sums are easy to follow: `+4.00`, `−0.05`, `0.00`. */
export function pointsText(points: number): string {
  const text = Math.abs(points).toFixed(2);
  return text === '0.00' ? text : `${points > 0 ? '+' : '−'}${text}`;
}

/** What a part is called; weights inside a framework with its name. */
export function partName({ kind, name }: Pick<ImpactPart, 'kind' | 'name'>, w: Writer, language: Language): string {
  return impactLabels[language].parts[kind](name === undefined ? '' : w.foreign(name[language]));
}

/** `from → to`, or once when both are the same; `points` is the shown difference. */
export function arrow(from: string, to: string, points?: number): string {
  const moved = from === to ? from : `${from} → ${to}`;
  return points === undefined ? moved : `${moved} (${pointsText(points)})`;
}

export function scoreText({ status, score }: ImpactStanding, language: Language): string {
  return score === undefined ? impactLabels[language].statuses[status] : score.toFixed(1);
}

export function placesText({ rank }: ImpactStanding, language: Language): string {
  return rank === undefined ? impactLabels[language].notRanked : interval(rank.low, rank.high);
}

export function groupText(group: number | undefined, language: Language): string {
  return group === undefined ? impactLabels[language].notRanked : number(group);
}

/** Whether its places, group or status change, and not its score alone. */
export function standingChanged({ from, to }: ImpactVendor): boolean {
  return (
    from.status !== to.status ||
    from.rank?.low !== to.rank?.low ||
    from.rank?.high !== to.rank?.high ||
    from.rank?.group !== to.rank?.group
  );
}

/** Whether there is anything to see. */
export function visible(vendor: ImpactVendor): boolean {
  const { from, to, points } = vendor;
  return (
    Math.abs(points ?? 0) >= VISIBLE ||
    (from.score === undefined) !== (to.score === undefined) ||
    standingChanged(vendor)
  );
}

/**
 * Why a cause makes what it makes: its points became others, or it counts more or less than before while it is weaker or
 * stronger than the vendor as a whole, or both, then with what each of the two makes.
 */
export function causeDetail({ weight, score }: ImpactCause, overall: number | undefined, language: Language): string {
  const t = impactLabels[language];
  const byScore =
    Math.abs(score.points) >= SHOWN
      ? t.causePoints((score.from ?? 0).toFixed(1), (score.to ?? 0).toFixed(1))
      : undefined;
  const own = ((score.from ?? score.to ?? 0) + (score.to ?? score.from ?? 0)) / 2;
  const [a, b] = [own.toFixed(1), (overall ?? own).toFixed(1)];
  const level = a === b ? t.causeLevel(a) : own < (overall ?? own) ? t.causeBelow(a, b) : t.causeAbove(a, b);
  const [from, to] = [percent(weight.from, 1), percent(weight.to, 1)];
  const counts =
    weight.from === 0
      ? t.countsNow(to)
      : weight.to === 0
        ? t.countsNoMore(from)
        : weight.to > weight.from
          ? t.countsMore(from, to)
          : t.countsLess(from, to);
  const byWeight = Math.abs(weight.points) >= SHOWN ? t.causeWeight(level, counts) : undefined;
  if (byScore !== undefined && byWeight !== undefined)
    return t.causeBoth(byScore, pointsText(score.points), byWeight, pointsText(weight.points));
  return byScore ?? byWeight ?? '';
}

/** An entry of a list, with entries below it. */
export interface Item {
  text: string;
  items?: readonly Item[];
}

/** What differs between Markdown and plain text. What comes from files goes through `foreign` or `code`; everything else is taken as it is. */
export interface Writer {
  /** Text from files, made harmless. */
  foreign: (text: string) => string;
  /** A path or id. */
  code: (text: string) => string;
  strong: (text: string) => string;
  heading: (level: 2 | 3, text: string) => string[];
  list: (items: readonly Item[]) => string[];
  table: (heads: readonly string[], rows: readonly (readonly string[])[]) => string[];
  /** Lines that are folded away where that can be done. */
  fold: (summary: string, lines: readonly string[]) => string[];
}
