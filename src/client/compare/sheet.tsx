/** The decision sheet: figures, gaps and questions of each vendor of a shortlist, clauses in the order of what they lack. */
import { render } from 'preact';
import { compareLabels } from '../../i18n/labels/compare.ts';
import { sheetLabels } from '../../i18n/labels/sheet.ts';
import { type Language, pathIn } from '../../i18n/language.ts';
import { sentences } from '../../i18n/marks.ts';
import { minutes, number } from '../../i18n/numbers.ts';
import type { CompareFile } from '../../views/browser/compare-file.ts';
import type { CompareWords } from '../../views/browser/compare-words.ts';
import { type ClauseWords, type Gap, gapsOf, proposedClauses } from '../../views/pages/sheet.ts';
import { elementOf, language, pageData } from '../page.ts';
import { button } from '../ui.tsx';
import { startShortlist } from './shortlist.tsx';
import { comparisonFigures, markOf, namedIn, type Row } from './tables.tsx';
import { namesOf, overallSentences } from './texts.ts';

/**
 * Gaps and questions of each vendor, and clauses, by the number of vendors: what fits on one page of paper. Clauses beyond
 * `full` are printed as their name and service level. Reply times are those of the `channels` with most contacts.
 */
const ROOM = {
  zh: [
    { gaps: 6, questions: 5, clauses: 11, full: 4, channels: 4 },
    { gaps: 5, questions: 3, clauses: 10, full: 3, channels: 4 },
    { gaps: 3, questions: 2, clauses: 9, full: 2, channels: 2 },
    { gaps: 3, questions: 2, clauses: 8, full: 1, channels: 2 },
  ],
  // The same takes more room.
  en: [
    { gaps: 5, questions: 4, clauses: 10, full: 1, channels: 4 },
    { gaps: 4, questions: 3, clauses: 9, full: 1, channels: 2 },
    { gaps: 3, questions: 2, clauses: 8, full: 0, channels: 2 },
    { gaps: 2, questions: 1, clauses: 7, full: 0, channels: 2 },
  ],
} as const;
type Room = Record<keyof (typeof ROOM)[Language][number], number>;

/** The least that a sheet has, and its smallest letters. */
const LEAST: Room = { gaps: 1, questions: 1, clauses: 6, full: 0, channels: 1 };
const LETTERS_PT = { from: 7.25, to: 6.5, step: 0.25 };

/** The same with one thing less of what there is most of, what matters least first; undefined when nothing can be left out. */
function less(room: Room): Room | undefined {
  const key = (['full', 'clauses', 'gaps', 'questions', 'channels'] as const)
    .filter((k) => room[k] > LEAST[k])
    .sort((a, b) => room[b] - LEAST[b] - (room[a] - LEAST[a]))[0];
  return key === undefined ? undefined : { ...room, [key]: room[key] - 1 };
}

const t = sheetLabels[language];
const c = compareLabels[language];
const words = pageData<CompareWords>('compare-words');
const clauses = pageData<ClauseWords[]>('clause-words');
const page = elementOf('sheet');
const items = [...document.querySelectorAll<HTMLElement>('[data-clause]')];

type Vendors = readonly CompareFile[];

let shown: Vendors = [];
/** Whether a person has asked for the clauses that are left out. */
let wantsAll = false;

function roomFor(vendors: Vendors): Room {
  return ROOM[language][vendors.length - 1] ?? ROOM[language][3];
}

function gapItem({ criterion, silent, score, missing }: Gap, asked: boolean) {
  const notes = [
    silent ? t.silent : score === undefined ? undefined : t.weak(number(score)),
    missing.length === 0 || silent ? undefined : t.missing(missing.slice(0, 2).join(c.comma)),
  ].filter((part) => part !== undefined);
  return (
    <li>
      <b>{criterion.name}</b>
      {asked && notes.length > 0 && [' ', <small>{notes.join(t.separator)}</small>]}
    </li>
  );
}

function vendorPart(vendor: CompareFile, i: number, gaps: readonly Gap[], room: Room) {
  const { status } = vendor;
  const asks = gaps.flatMap((g) => g.criterion.ask ?? []).slice(0, room.questions);
  const more = gaps.length - room.gaps;
  return (
    <section class="sheet-vendor">
      <h2>
        {markOf(i)} {namedIn(vendor)}
      </h2>
      <h3>{status === 'participating' ? t.gaps : t.gapsUnasked}</h3>
      {status !== 'participating' && <p>{status === 'listed' ? t.notAssessed : t.withdrawn}</p>}
      {gaps.length === 0 ? (
        <p>{t.gapsNone}</p>
      ) : (
        <ul>
          {gaps.slice(0, room.gaps).map((gap) => gapItem(gap, status === 'participating'))}
          {more > 0 && (
            <li>
              <small>{t.more(number(more))}</small>
            </li>
          )}
        </ul>
      )}
      <h3>{t.questions}</h3>
      {asks.length === 0 ? (
        <p>{t.questionsNone}</p>
      ) : (
        <ol class="sheet-asks">
          {asks.map((ask) => (
            <li>{ask}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Room to write, for each vendor by itself: quotes of several do not fit on one line. */
function notes(vendors: Vendors) {
  const { decision, ...lines } = t.noteLines;
  return (
    <section class="sheet-notes">
      <h2>{t.notes}</h2>
      <div class="scroll">
        <table>
          <caption class="sr">{t.notes}</caption>
          <thead>
            <tr>
              <td />
              {vendors.map((v, i) => (
                <th scope="col">
                  {markOf(i)} {namedIn(v)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.values(lines).map((line) => (
              <tr>
                <th scope="row">{line}</th>
                {vendors.map(() => (
                  <td />
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{decision}</th>
              <td colspan={vendors.length} />
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** How soon each was seen to reply, where the market times it. */
function replyRows({ channels }: Room): Row[] {
  const { replies } = words;
  if (replies === undefined) return [];
  const one = ([channel, median, count]: readonly [string, number | null, number]): string =>
    t.reply(replies.channels[channel] ?? channel, minutes(median ?? Infinity, language), number(count));
  const ofVendor = (v: CompareFile): string | undefined =>
    v.replies
      ?.toSorted((a, b) => b[2] - a[2])
      .slice(0, channels)
      .map(one)
      .join(t.separator);
  return [[t.replies(replies.name), (v) => ofVendor(v) ?? c.none]];
}

/** Clauses that the vendors lack first; those that nobody needs are hidden. Without vendors all, in their own order. */
function orderClauses(vendors: Vendors, gaps: readonly (readonly Gap[])[], room: Room): void {
  const proposed =
    vendors.length === 0
      ? clauses.map((clause) => ({ clause, for: [] }))
      : proposedClauses(gaps, clauses, room.clauses);
  for (const item of items) item.hidden = !proposed.some((p) => p.clause.id === item.dataset['clause']);
  for (const [at, { clause, for: needing }] of proposed.entries()) {
    const item = items.find((i) => i.dataset['clause'] === clause.id);
    if (item === undefined) continue;
    item.classList.toggle('brief', vendors.length > 0 && at >= room.full);
    item.querySelector('small')?.remove();
    // With all of them it is for everybody.
    if (needing.length > 0 && needing.length < vendors.length) {
      const names = namesOf(
        needing.flatMap((v) => vendors[v] ?? []),
        language,
      );
      render(
        [t.forVendors, ' ', <span class="sr">{names}</span>, ...needing.map(markOf)],
        item.appendChild(document.createElement('small')),
      );
    }
    item.parentElement?.append(item);
  }
  showLeftOut();
}

/** Says which clauses are left out, with a button that shows them, and on paper that some are printed in brief. */
function showLeftOut(): void {
  const more = document.getElementById('clauses-more');
  if (!more) return;
  const left = items.filter((item) => item.hidden);
  const names = left.map((item) => item.querySelector('b')?.textContent ?? '').join(c.comma);
  const inBrief = items.some((item) => !item.hidden && item.matches('.brief:has(em)'));
  const showAll = (): void => {
    for (const item of left) item.hidden = false;
    more.hidden = true;
    wantsAll = true;
  };
  more.hidden = left.length === 0 && !inBrief;
  render(
    <>
      {inBrief && <span class="on-paper">{t.clausesBrief} </span>}
      {left.length > 0 && (
        <>
          {t.clausesLeft(number(left.length), names)} {button(t.clausesAll, showAll)}
        </>
      )}
    </>,
    more,
  );
}

function draw(vendors: Vendors, room: Room): void {
  const gaps = vendors.map((v) => gapsOf(v, words));
  const verdict = sentences(overallSentences({ language, words, vendors }), language);
  const parts = (
    <>
      <section>
        <h2>{t.figures}</h2>
        {verdict !== '' && <p class="sheet-verdict">{verdict}</p>}
        {comparisonFigures(words, vendors, replyRows(room))}
      </section>
      <div class="sheet-vendors">{vendors.map((v, i) => vendorPart(v, i, gaps[i] ?? [], room))}</div>
      {notes(vendors)}
    </>
  );
  render(vendors.length === 0 ? null : parts, page);
  orderClauses(vendors, gaps, room);
}

/** Width and height of what A4 leaves within the margins of the print style (186 mm by 277 mm), in CSS pixels. */
const A4 = { width: 703, height: 1046 } as const;

/** Calls `measure` while the page is laid out as on A4 paper; then all is as before. Nothing is painted in between. */
function onPaper<T>(measure: () => T): T {
  const rules = [...document.styleSheets].flatMap((sheet) => mediaRules(sheet.cssRules));
  const before = rules.map(({ media }) => media.mediaText);
  const { style } = document.body;
  try {
    for (const { media } of rules) {
      if (/\bprint\b/.test(media.mediaText)) media.mediaText = 'all';
      else if (/\bscreen\b/.test(media.mediaText)) media.mediaText = 'not all';
    }
    style.width = `${A4.width}px`;
    return measure();
  } finally {
    style.width = '';
    rules.forEach(({ media }, i) => (media.mediaText = before[i] ?? ''));
  }
}

function mediaRules(rules: CSSRuleList): CSSMediaRule[] {
  return [...rules].flatMap((rule) => (rule instanceof CSSMediaRule ? [rule, ...mediaRules(rule.cssRules)] : []));
}

/** Long names and prices take more room than most: what is left over beyond one page of A4 is left out, then letters shrink. */
function fitPage(): void {
  const fits = (): boolean => onPaper(() => document.body.getBoundingClientRect().height <= A4.height);
  const { style } = document.body;
  let room: Room | undefined = roomFor(shown);
  while (!fits()) {
    room = less(room);
    if (room === undefined) break;
    draw(shown, room);
  }
  for (let letters = LETTERS_PT.from; letters >= LETTERS_PT.to && !fits(); letters -= LETTERS_PT.step)
    style.setProperty('--letters', `${letters}pt`);
}

// A person who has asked for all clauses gets them, on as many pages as they take.
addEventListener('beforeprint', () => {
  if (shown.length > 0 && !wantsAll) fitPage();
});
addEventListener('afterprint', () => {
  document.body.style.removeProperty('--letters');
  if (shown.length > 0 && !wantsAll) draw(shown, roomFor(shown));
});

startShortlist({
  other: pathIn(language, '/compare/'),
  show: (vendors) => {
    shown = vendors;
    wantsAll = false;
    draw(vendors, roomFor(vendors));
  },
  status: (vendors) => (vendors.length === 0 ? t.empty : ''),
  title: (vendors) => (vendors.length === 0 ? t.title : t.titleOf(namesOf(vendors, language))),
});
