/** What the head of the ranking says: by what its rows are ordered, and whose places stand beside them. */
import type { Language } from '../../i18n/language.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import type { TableRow } from './rows.ts';

/** The order in force. */
export interface HeadState {
  /** Name of the column that rows are sorted by; undefined for the ranking's own order. */
  order: string | undefined;
  /** Whether that is a dimension, whose scores then stand in the place of the overall ones. */
  dimension: boolean;
  weighed: boolean;
}

/** A function that writes the head, the caption, and the labels that rows carry on narrow screens. */
export function openHead(
  table: HTMLTableElement,
  language: Language,
): (state: HeadState, rows: Iterable<TableRow>) => void {
  const t = weightLabels[language];
  const score = table.tHead?.querySelector('.w');
  const place = table.tHead?.querySelector('.p');
  const [scoreText, placeText, captionText] = [score, place, table.caption].map(
    (element) => element?.textContent ?? '',
  );
  return ({ order, dimension, weighed }, rows) => {
    // Sorted otherwise, the place is still that of the overall score, and has to say so.
    const placeNow = (order === undefined ? placeText : t.overallPlace) ?? '';
    const scoreNow = dimension ? order : undefined;
    if (score) score.textContent = scoreNow ?? scoreText ?? '';
    if (place) place.textContent = placeNow;
    if (table.caption)
      table.caption.textContent =
        order !== undefined ? t.captionSorted(order) : weighed ? t.captionOwn : (captionText ?? '');
    for (const row of rows) {
      if (row.place.cell.dataset['l'] !== placeNow) row.place.cell.dataset['l'] = placeNow;
      if (scoreNow === undefined) delete row.score.cell.dataset['l'];
      else row.score.cell.dataset['l'] = scoreNow;
    }
  };
}
