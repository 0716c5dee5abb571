/** The vendors of the report: a table of who moves and by which part, and below it the causes of each. */
import { impactLabels } from '../i18n/labels/impact.ts';
import { number } from '../i18n/numbers.ts';
import type { ImpactPart, ImpactStep, ImpactVendor } from '../schema/impact.ts';
import type { Language } from '../schema/text.ts';
import {
  VISIBLE,
  arrow,
  causeDetail,
  groupText,
  partName,
  placesText,
  pointsText,
  scoreText,
  stands,
  vendorName,
} from './report-words.ts';
import { rounded, roundedParts } from './rounding.ts';
import type { Item, Writer } from './writer.ts';

/** Rows that a comment can hold without becoming unreadable, and vendors whose causes are told. */
const MOST_ROWS = { stand: 60, scoreOnly: 30 } as const;
const MOST_TOLD = { stand: 15, scoreOnly: 5 } as const;

/** A table of those vendors and their causes; nothing without vendors. */
export function vendorLines(
  kind: keyof typeof MOST_ROWS,
  vendors: readonly ImpactVendor[],
  parts: readonly ImpactPart[],
  w: Writer,
  language: Language,
): string[] {
  if (vendors.length === 0) return [];
  const t = impactLabels[language];
  const rows = vendors
    .slice(0, MOST_ROWS[kind])
    .map((v) => [
      vendorName(v, w, language),
      arrow(scoreText(v.from, language), scoreText(v.to, language), v.points),
      arrow(placesText(v.from, language), placesText(v.to, language)),
      arrow(groupText(v.from.rank?.group, language), groupText(v.to.rank?.group, language)),
      stepsShort(v, parts, w, language),
    ]);
  const explained = vendors.filter((v) => v.steps.length > 0 && !byOthers(v));
  const told = explained.slice(0, MOST_TOLD[kind]);
  return [
    ...w.table([t.vendor, t.score, t.places, t.group, t.whence], rows),
    ...(vendors.length > rows.length ? ['', t.more(number(vendors.length - rows.length))] : []),
    ...(told.length === 0 ? [] : ['', t.causes, '', ...w.list(told.map((v) => vendorItem(v, parts, w, language)))]),
    ...(explained.length > told.length ? ['', t.moreCauses(number(explained.length - told.length))] : []),
  ];
}

/** It stands elsewhere though its own score hardly moved. */
function byOthers(v: ImpactVendor): boolean {
  return (
    stands(v) &&
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

/** A vendor with its steps, and below those that are worth it their causes. */
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

/** The causes that are told, and a row for all others, those too small to see among them; what is shown adds up to `points`. */
function causeItems(
  { causes, others, rest, overall }: ImpactStep,
  points: number,
  unit: ImpactPart['unit'],
  w: Writer,
  language: Language,
): Item[] {
  const t = impactLabels[language];
  const shown = roundedParts([...causes.map((c) => c.points), rest], points);
  const told = causes.flatMap((cause, i) => ((shown[i] ?? 0) === 0 ? [] : [{ cause, points: shown[i] ?? 0 }]));
  const untold = others + causes.length - told.length;
  const last = shown.at(-1) ?? 0;
  return [
    ...told.map(({ cause, points: own }): Item => ({
      text: t.cause(w.foreign(cause.name[language]), pointsText(own), causeDetail(cause, overall, language)),
    })),
    ...(untold > 0
      ? [{ text: t.figure(t.others[unit](number(untold)), pointsText(last)) }]
      : last === 0
        ? []
        : [{ text: t.figure(t.unexplained, pointsText(last)) }]),
  ];
}
