/** The decision sheet: figures, gaps and questions of each vendor of a shortlist, clauses in the order of what they lack. */
import { compareLabels } from '../../i18n/labels/compare.ts';
import { sheetLabels } from '../../i18n/labels/sheet.ts';
import type { Language } from '../../i18n/language.ts';
import { pathIn } from '../../i18n/language.ts';
import { sentences } from '../../i18n/marks.ts';
import { minutes, number } from '../../i18n/numbers.ts';
import type { CompareFile } from '../../views/browser/compare-file.ts';
import type { CompareWords } from '../../views/browser/compare-words.ts';
import { type ClauseWords, type Gap, gapsOf, proposedClauses } from '../../views/pages/sheet.ts';
import { comparisonFigures, type Row } from './table.ts';
import { overallSentences } from './verdict.ts';
import { nameOf, namedIn } from './texts.ts';
import { carried, make } from '../dom.ts';
import { A4, onPaper } from '../paper.ts';
import { markOf } from '../shape.ts';
import { startShortlist } from './shortlist.ts';

/**
 * Gaps and questions of each vendor, and clauses, by the number of vendors: what fits on one page of paper. Clauses beyond
 * `full` are printed as their name and service level. Reply times are told on the `channels` with most contacts.
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

const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = sheetLabels[language];
const c = compareLabels[language];
const words = carried<CompareWords>('compare-words');
const clauses = carried<ClauseWords[]>('clause-words');
const page = document.getElementById('sheet');
const items = [...document.querySelectorAll<HTMLElement>('[data-clause]')];
const namesOf = (vendors: readonly CompareFile[]): string => vendors.map((v) => nameOf(v, language)).join(c.comma);

function roomFor(vendors: readonly CompareFile[]): Room {
  return ROOM[language][vendors.length - 1] ?? ROOM[language][3];
}

function gapItem(gap: Gap, asked: boolean): HTMLElement {
  const about = !asked
    ? []
    : [
        gap.silent ? t.silent : gap.score === undefined ? undefined : t.weak(number(gap.score)),
        gap.missing.length === 0 || gap.silent ? undefined : t.missing(gap.missing.slice(0, 2).join(c.comma)),
      ].filter((part) => part !== undefined);
  return make(
    'li',
    '',
    {},
    make('b', '', {}, gap.criterion.name),
    about.length > 0 && ' ',
    about.length > 0 && make('small', '', {}, about.join(t.separator)),
  );
}

function vendorPart(vendor: CompareFile, i: number, gaps: readonly Gap[], room: Room): HTMLElement {
  const asks = gaps.filter((g) => g.criterion.ask !== undefined).slice(0, room.questions);
  const more = gaps.length - room.gaps;
  return make(
    'section',
    'sheet-vendor',
    {},
    make('h2', '', {}, markOf(i), ' ', namedIn(vendor, language)),
    make('h3', '', {}, vendor.status === 'participating' ? t.gaps : t.gapsUnasked),
    vendor.status === 'participating'
      ? undefined
      : make('p', '', {}, vendor.status === 'listed' ? t.notAssessed : t.withdrawn),
    gaps.length === 0
      ? make('p', '', {}, t.gapsNone)
      : make(
          'ul',
          '',
          {},
          ...gaps.slice(0, room.gaps).map((gap) => gapItem(gap, vendor.status === 'participating')),
          more > 0 && make('li', '', {}, make('small', '', {}, t.more(number(more)))),
        ),
    make('h3', '', {}, t.questions),
    asks.length === 0
      ? make('p', '', {}, t.questionsNone)
      : make('ol', 'sheet-asks', {}, ...asks.map((g) => make('li', '', {}, g.criterion.ask))),
  );
}

/** Room to write, for each vendor by itself: quotes of several do not fit on one line. */
function notes(vendors: readonly CompareFile[]): HTMLElement {
  const { decision, ...lines } = t.noteLines;
  const head = make(
    'thead',
    '',
    {},
    make(
      'tr',
      '',
      {},
      make('td', '', {}),
      ...vendors.map((v, i) => make('th', '', { scope: 'col' }, markOf(i), ' ', namedIn(v, language))),
    ),
  );
  const rows = Object.values(lines).map((line) =>
    make('tr', '', {}, make('th', '', { scope: 'row' }, line), ...vendors.map(() => make('td', '', {}))),
  );
  const last = make(
    'tr',
    '',
    {},
    make('th', '', { scope: 'row' }, decision),
    make('td', '', { colspan: String(vendors.length) }),
  );
  return make(
    'section',
    'sheet-notes',
    {},
    make('h2', '', {}, t.notes),
    make(
      'div',
      'scroll',
      {},
      make('table', '', {}, make('caption', 'sr', {}, t.notes), head, make('tbody', '', {}, ...rows, last)),
    ),
  );
}

/** How soon each was seen to reply, where the market times it. */
function replyRows({ channels }: Room): Row[] {
  const { replies } = words;
  if (replies === undefined) return [];
  const one = ([channel, median, count]: readonly [string, number | null, number]): string =>
    t.reply(replies.channels[channel] ?? channel, minutes(median ?? Infinity, language), number(count));
  return [
    [
      t.replies(replies.name),
      (v) =>
        v.replies
          ?.toSorted((a, b) => b[2] - a[2])
          .slice(0, channels)
          .map(one)
          .join(t.separator) ?? c.none,
    ],
  ];
}

/** Whether a person has asked for the clauses that are left out. */
let asksForAll = false;

/** Clauses that the vendors lack first; those that nobody needs are hidden. Without vendors all, in their own order. */
function orderClauses(vendors: readonly CompareFile[], gaps: readonly (readonly Gap[])[], room: Room): void {
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
    if (needing.length > 0 && needing.length < vendors.length)
      item.append(
        make(
          'small',
          '',
          {},
          t.forVendors,
          ' ',
          make('span', 'sr', {}, namesOf(needing.flatMap((v) => vendors[v] ?? []))),
          ...needing.map(markOf),
        ),
      );
    item.parentElement?.append(item);
  }
  const left = items.filter((item) => item.hidden);
  const more = document.getElementById('clauses-more');
  if (!more) return;
  const all = make('button', 'plain', { type: 'button' }, t.clausesAll);
  const printed = items.some((item) => !item.hidden && item.matches('.brief:has(em)'));
  all.addEventListener('click', () => {
    for (const item of left) item.hidden = false;
    more.hidden = true;
    asksForAll = true;
  });
  more.hidden = left.length === 0 && !printed;
  more.replaceChildren(
    ...(printed ? [make('span', 'on-paper', {}, t.clausesBrief, ' ')] : []),
    ...(left.length > 0
      ? [
          t.clausesLeft(
            number(left.length),
            left.map((item) => item.querySelector('b')?.textContent ?? '').join(c.comma),
          ),
          ' ',
          all,
        ]
      : []),
  );
}

function draw(vendors: readonly CompareFile[], room: Room): void {
  const gaps = vendors.map((v) => gapsOf(v, words));
  const verdict = sentences(overallSentences({ language, words, vendors }), language);
  const parts =
    vendors.length === 0
      ? []
      : [
          make(
            'section',
            '',
            {},
            make('h2', '', {}, t.figures),
            verdict !== '' && make('p', 'sheet-verdict', {}, verdict),
            comparisonFigures({ language, words, vendors }, replyRows(room)),
          ),
          make('div', 'sheet-vendors', {}, ...vendors.map((v, i) => vendorPart(v, i, gaps[i] ?? [], room))),
          notes(vendors),
        ];
  page?.replaceChildren(...parts);
  orderClauses(vendors, gaps, room);
}

let shown: readonly CompareFile[] = [];

/** Long names and prices take more room than most: what is left over beyond one page of A4 is left out, then letters shrink. */
function fitPage(): void {
  const fits = (): boolean => onPaper(A4.width, () => document.body.getBoundingClientRect().height <= A4.height);
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

// Whoever has asked for all clauses gets them, on as many pages as they take.
addEventListener('beforeprint', () => {
  if (shown.length > 0 && !asksForAll) fitPage();
});
addEventListener('afterprint', () => {
  document.body.style.removeProperty('--letters');
  if (shown.length > 0 && !asksForAll) draw(shown, roomFor(shown));
});

startShortlist({
  language,
  other: pathIn(language, '/compare/'),
  show: (vendors) => {
    shown = vendors;
    asksForAll = false;
    draw(vendors, roomFor(vendors));
  },
  status: (vendors) => (vendors.length === 0 ? t.empty : ''),
  title: (vendors) => (vendors.length === 0 ? t.title : t.titleOf(namesOf(vendors))),
});
