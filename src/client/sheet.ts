/** The decision sheet: figures, gaps and questions of each vendor of a shortlist, clauses in the order of what they lack. */
import { compareLabels } from '../i18n/labels/compare.ts';
import { sheetLabels } from '../i18n/labels/sheet.ts';
import type { Language } from '../i18n/language.ts';
import { pathIn } from '../i18n/language.ts';
import { number } from '../i18n/numbers.ts';
import type { CompareFile } from '../views/compare-file.ts';
import type { CompareWords } from '../views/compare-words.ts';
import { type ClauseWords, type Gap, gapsOf, proposedClauses } from '../views/sheet.ts';
import { comparisonFigures } from './compare-table.ts';
import { nameOf, namedIn, shortNamesOf } from './compare-texts.ts';
import { carried, make } from './dom.ts';
import { markOf } from './shape.ts';
import { startShortlist } from './shortlist.ts';

/** Gaps and questions of each vendor, and clauses, by the number of vendors: what fits on one page of paper. */
const ROOM = [
  { gaps: 6, questions: 5, clauses: 10 },
  { gaps: 5, questions: 4, clauses: 9 },
  { gaps: 4, questions: 3, clauses: 7 },
  { gaps: 3, questions: 2, clauses: 5 },
] as const;
type Room = (typeof ROOM)[number];

const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = sheetLabels[language];
const c = compareLabels[language];
const words = carried<CompareWords>('compare-words');
const clauses = carried<ClauseWords[]>('clause-words');
const page = document.getElementById('sheet');
const items = [...document.querySelectorAll<HTMLElement>('[data-clause]')];
const namesOf = (vendors: readonly CompareFile[]): string => vendors.map((v) => nameOf(v, language)).join(c.comma);

function roomFor(vendors: readonly CompareFile[]): Room {
  return ROOM[vendors.length - 1] ?? ROOM[3];
}

function gapItem(gap: Gap, asked: boolean): HTMLElement {
  const about = !asked ? [] : [
    gap.silent ? t.silent : gap.score === undefined ? undefined : t.weak(number(gap.score)),
    gap.missing.length === 0 || gap.silent ? undefined : t.missing(gap.missing.slice(0, 2).join(c.comma)),
  ].filter((part) => part !== undefined);
  return make('li', '', {}, make('b', '', {}, gap.criterion.name), about.length > 0 && ' ', about.length > 0 && make('small', '', {}, about.join(t.separator)));
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
    vendor.status === 'participating' ? undefined : make('p', '', {}, vendor.status === 'listed' ? t.notAssessed : t.withdrawn),
    gaps.length === 0 ? make('p', '', {}, t.gapsNone) : make('ul', '', {}, ...gaps.slice(0, room.gaps).map((gap) => gapItem(gap, vendor.status === 'participating')), more > 0 && make('li', '', {}, make('small', '', {}, t.more(number(more))))),
    make('h3', '', {}, t.questions),
    asks.length === 0 ? make('p', '', {}, t.questionsNone) : make('ol', 'sheet-asks', {}, ...asks.map((g) => make('li', '', {}, g.criterion.ask))),
  );
}

function notes(): HTMLElement {
  return make('section', 'sheet-notes', {}, make('h2', '', {}, t.notes), make('dl', '', {}, ...Object.values(t.noteLines).map((line) => make('div', '', {}, make('dt', '', {}, line), make('dd', '', {})))));
}

/** Clauses that the vendors lack first; those that nobody needs are hidden. Without vendors all, in their own order. */
function orderClauses(vendors: readonly CompareFile[], gaps: readonly (readonly Gap[])[]): void {
  const proposed = vendors.length === 0 ? clauses.map((clause) => ({ clause, for: [] })) : proposedClauses(gaps, clauses, roomFor(vendors).clauses);
  const short = shortNamesOf(vendors, language);
  for (const item of items) item.hidden = !proposed.some((p) => p.clause.id === item.dataset['clause']);
  for (const { clause, for: needing } of proposed) {
    const item = items.find((i) => i.dataset['clause'] === clause.id);
    if (item === undefined) continue;
    item.querySelector('small')?.remove();
    // With all of them it is for everybody.
    if (needing.length > 0 && needing.length < vendors.length) item.append(make('small', '', {}, t.forVendors(needing.map((v) => short[v] ?? '').join(c.comma))));
    item.parentElement?.append(item);
  }
}

startShortlist({
  language,
  other: pathIn(language, '/compare/'),
  show: (vendors) => {
    const gaps = vendors.map((v) => gapsOf(v, words));
    const parts =
      vendors.length === 0
        ? []
        : [
            make('section', '', {}, make('h2', '', {}, t.figures), comparisonFigures({ language, words, vendors })),
            make('div', 'sheet-vendors', {}, ...vendors.map((v, i) => vendorPart(v, i, gaps[i] ?? [], roomFor(vendors)))),
            notes(),
          ];
    page?.replaceChildren(...parts);
    orderClauses(vendors, gaps);
  },
  status: (vendors) => (vendors.length === 0 ? t.empty : ''),
  title: (vendors) => (vendors.length === 0 ? t.title : t.titleOf(namesOf(vendors))),
});
