/** Lays the rows of the ranking out in groups, each held together by its bracket, or in one flat list; and writes its head. */
import { rankingLabels } from '../../i18n/labels/rankings.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import { language } from '../page.ts';
import type { Run } from './order.ts';
import type { TableRow } from './rows.tsx';

const t = weightLabels[language];

/** What is laid out. */
export interface Arranged {
  shown: readonly TableRow[];
  /** How many rows of `runs` are left out because there are more than `most`. */
  hidden: number;
}

/**
 * Shows the first `most` rows of `runs` in the table, with the groups that they are in, and hides all others. Only rows that
 * are shown, or were shown before, are touched: browsers lay out hundreds of rows too slowly to follow a finger.
 */
export function arrange(
  table: HTMLTableElement,
  runs: readonly Run<TableRow>[],
  { flat, most }: { flat: boolean; most: number },
): Arranged {
  const away = hiddenBody(table);
  const bodies = [...table.tBodies].filter((body) => body !== away);
  for (const bracket of table.querySelectorAll('tbody:not([hidden]) th.g')) bracket.remove();
  const before = bodies.flatMap((body) => [...body.rows]);
  const shown: TableRow[] = [];
  let used = 0;
  for (const run of runs) {
    const rows = run.rows.slice(0, Math.max(0, most - shown.length));
    const [first] = rows;
    if (first === undefined) continue;
    shown.push(...rows);
    const body = bodies[used] ?? document.createElement('tbody');
    if (bodies[used] === undefined) away.before(body);
    used += 1;
    body.replaceChildren(...rows.map((row) => row.element));
    if (!flat) first.element.prepend(bracketOf(run, rows.length));
  }
  const kept = new Set(shown.map((row) => row.element));
  away.append(...before.filter((row) => !kept.has(row)));
  for (const body of bodies.slice(used)) body.remove();
  table.classList.toggle('flat', flat);
  return { shown, hidden: runs.reduce((sum, run) => sum + run.rows.length, 0) - shown.length };
}

/** The cell with the number of a group, beside the `shown` ones of its rows. */
function bracketOf({ group, rows }: Run<TableRow>, shown: number): HTMLTableCellElement {
  const name = group === 0 ? '' : number(group);
  const bracket = document.createElement('th');
  bracket.className = 'g';
  bracket.scope = 'rowgroup';
  bracket.rowSpan = shown;
  bracket.textContent = name;
  bracket.dataset['l'] = group === 0 ? '' : rankingLabels[language].group(name, number(rows.length));
  return bracket;
}

/** The last body of the table, which holds the rows that are not shown: other scripts of the page still find them. */
function hiddenBody(table: HTMLTableElement): HTMLTableSectionElement {
  const last = table.tBodies[table.tBodies.length - 1];
  if (last?.hidden === true) return last;
  const body = document.createElement('tbody');
  body.hidden = true;
  return table.appendChild(body);
}

/** The order in force. */
export interface HeadState {
  /** Name of the column that rows are sorted by; undefined for the ranking's own order. */
  order: string | undefined;
  /** Whether that is a dimension, whose scores are then shown in place of the overall ones. */
  isDimension: boolean;
  isRescored: boolean;
}

/** A function that writes the head, the caption, and the labels that rows carry on narrow screens. */
export function openHead(table: HTMLTableElement): (state: HeadState, rows: Iterable<TableRow>) => void {
  const score = table.tHead?.querySelector('.w');
  const place = table.tHead?.querySelector('.p');
  const [scoreText = '', placeText = '', captionText = ''] = [score, place, table.caption].map(
    (element) => element?.textContent ?? '',
  );
  return ({ order, isDimension, isRescored }, rows) => {
    // Sorted otherwise, the place is still that of the overall score, and has to say so.
    const placeNow = order === undefined ? placeText : t.overallPlace;
    const scoreNow = isDimension ? order : undefined;
    const caption = isRescored ? t.captionOwn : captionText;
    if (score) score.textContent = scoreNow ?? scoreText;
    if (place) place.textContent = placeNow;
    if (table.caption) table.caption.textContent = order === undefined ? caption : t.captionSorted(order);
    for (const row of rows) {
      if (row.place.cell.dataset['l'] !== placeNow) row.place.cell.dataset['l'] = placeNow;
      if (scoreNow === undefined) delete row.score.cell.dataset['l'];
      else row.score.cell.dataset['l'] = scoreNow;
    }
  };
}
