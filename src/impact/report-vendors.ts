/** The vendors of the report: a table of who moves and by which part, and below it the causes of each. */
import { impactLabels } from '../i18n/labels/impact.ts';
import { number } from '../i18n/numbers.ts';
import type { ImpactPart, ImpactStep, ImpactVendor } from '../schema/impact.ts';
import type { Language } from '../schema/text.ts';
import {
  arrow,
  causeDetail,
  groupText,
  type Item,
  partName,
  placesText,
  pointsText,
  scoreText,
  standingChanged,
  vendorName,
  VISIBLE,
  type Writer,
} from './report-words.ts';

/** Rows that a comment can hold without becoming unreadable, and vendors whose causes are listed. */
const MAX_ROWS = { stand: 60, scoreOnly: 30 } as const;
const MAX_EXPLAINED = { stand: 15, scoreOnly: 5 } as const;

/** A table of those vendors and their causes; nothing without vendors. */
export function vendorLines(
  kind: keyof typeof MAX_ROWS,
  vendors: readonly ImpactVendor[],
  parts: readonly ImpactPart[],
  w: Writer,
  language: Language,
): string[] {
  if (vendors.length === 0) return [];
  const t = impactLabels[language];
  const rows = vendors
    .slice(0, MAX_ROWS[kind])
    .map((v) => [
      vendorName(v, w, language),
      arrow(scoreText(v.from, language), scoreText(v.to, language), v.points),
      arrow(placesText(v.from, language), placesText(v.to, language)),
      arrow(groupText(v.from.rank?.group, language), groupText(v.to.rank?.group, language)),
      stepsShort(v, parts, w, language),
    ]);
  const explained = vendors.filter((v) => v.steps.length > 0 && !byOthers(v));
  const listed = explained.slice(0, MAX_EXPLAINED[kind]);
  return [
    ...w.table([t.vendor, t.score, t.places, t.group, t.whence], rows),
    ...(vendors.length > rows.length ? ['', t.more(number(vendors.length - rows.length))] : []),
    ...(listed.length === 0 ? [] : ['', t.causes, '', ...w.list(listed.map((v) => vendorItem(v, parts, w, language)))]),
    ...(explained.length > listed.length ? ['', t.moreCauses(number(explained.length - listed.length))] : []),
  ];
}

/** Its rank moved though its own score hardly did. */
function byOthers(v: ImpactVendor): boolean {
  return (
    standingChanged(v) &&
    v.points !== undefined &&
    Math.abs(v.points) < VISIBLE &&
    v.steps.every((s) => Math.abs(s.points) < VISIBLE)
  );
}

function stepsShort(v: ImpactVendor, parts: readonly ImpactPart[], w: Writer, language: Language): string {
  const t = impactLabels[language];
  if (byOthers(v)) return t.byOthers;
  return shownSteps(v)
    .filter(({ points }) => points !== 0)
    .map(({ step, points }) => `${labelOf(step, parts, w, language)} ${pointsText(points)}`)
    .join(t.causeComma);
}

/** The steps with their points to hundredths, which add up to the vendor's. */
function shownSteps(v: ImpactVendor): { step: ImpactStep; points: number }[] {
  const shown =
    v.points === undefined
      ? v.steps.map((s) => rounded(s.points))
      : roundedParts(
          v.steps.map((s) => s.points),
          rounded(v.points),
        );
  return v.steps.map((step, i) => ({ step, points: shown[i] ?? 0 }));
}

function labelOf(step: ImpactStep, parts: readonly ImpactPart[], w: Writer, language: Language): string {
  const part = parts[step.part];
  return part === undefined ? '' : partName(part, w, language);
}

/** A vendor with its steps, and below the visible ones their causes. */
function vendorItem(v: ImpactVendor, parts: readonly ImpactPart[], w: Writer, language: Language): Item {
  const t = impactLabels[language];
  const steps = shownSteps(v).filter(({ step, points }) => points !== 0 || step.group !== undefined);
  return {
    text: t.figure(
      vendorName(v, w, language),
      v.points === undefined ? arrow(scoreText(v.from, language), scoreText(v.to, language)) : pointsText(v.points),
    ),
    items: steps.map(({ step, points }): Item => {
      const group =
        step.group === undefined
          ? ''
          : t.groupMoves(groupText(step.group.from, language), groupText(step.group.to, language));
      return {
        text: `${t.figure(labelOf(step, parts, w, language), pointsText(points))}${group}`,
        items:
          Math.abs(points) < VISIBLE
            ? []
            : causeItems(step, points, parts[step.part]?.unit ?? 'criterion', w, language),
      };
    }),
  };
}

/** The causes that are listed, and a row for all others, those too small to see among them; what is shown adds up to `points`. */
function causeItems(
  { causes, others, rest, overall }: ImpactStep,
  points: number,
  unit: ImpactPart['unit'],
  w: Writer,
  language: Language,
): Item[] {
  const t = impactLabels[language];
  const shown = roundedParts([...causes.map((c) => c.points), rest], points);
  const listed = causes.flatMap((cause, i) => ((shown[i] ?? 0) === 0 ? [] : [{ cause, points: shown[i] ?? 0 }]));
  const unlisted = others + causes.length - listed.length;
  const last = shown.at(-1) ?? 0;
  return [
    ...listed.map(({ cause, points: own }): Item => ({
      text: t.cause(w.foreign(cause.name[language]), pointsText(own), causeDetail(cause, overall, language)),
    })),
    ...(unlisted > 0
      ? [{ text: t.figure(t.others[unit](number(unlisted)), pointsText(last)) }]
      : last === 0
        ? []
        : [{ text: t.figure(t.unexplained, pointsText(last)) }]),
  ];
}

const HUNDREDTHS = 100;

/**
 * `parts` to hundredths, adding up to `total`, a number of hundredths: each is rounded down, and what then lacks goes to those
 * that lost most (largest remainder, Hamilton's method), the first of equals first. Nothing is off by a whole hundredth when
 * the parts add up to what `total` was rounded from.
 */
export function roundedParts(parts: readonly number[], total: number): number[] {
  // Sums carry dust: a part that is a hundredth but for that is not rounded down past it.
  const exact = parts.map((part) => part * HUNDREDTHS);
  const down = exact.map((x) => Math.floor(x + 1e-7));
  let lacking = Math.round(total * HUNDREDTHS) - down.reduce((sum, x) => sum + x, 0);
  const byLoss = exact.map((x, i) => ({ i, loss: x - (down[i] ?? 0) })).sort((a, b) => b.loss - a.loss || a.i - b.i);
  for (const { i } of byLoss) {
    if (lacking <= 0) break;
    down[i] = (down[i] ?? 0) + 1;
    lacking -= 1;
  }
  return down.map((x) => (x === 0 ? 0 : x / HUNDREDTHS));
}

/** To hundredths, halves away from 0. */
export function rounded(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * HUNDREDTHS)) / HUNDREDTHS || 0;
}
