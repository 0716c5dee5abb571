/** A shortlist on a page: who is on it stands in the address (`?v=a,b`) and is kept in this browser. */
import { compareLabels } from '../i18n/labels/compare.ts';
import type { Language } from '../i18n/language.ts';
import { MOST_COMPARED, chosenIn, queryOf } from '../views/compare.ts';
import type { CompareFile } from '../views/compare-file.ts';
import { chosen, keep } from './chosen.ts';
import { compareFileOf } from './compare-files.ts';
import { nameOf, namedIn } from './compare-texts.ts';
import { make } from './dom.ts';
import { keepInOtherLanguage } from './other-language.ts';
import { markOf } from './shape.ts';
import { startPicker } from './vendor-picker.ts';

/** What a page does with its shortlist. */
export interface ShortlistPage {
  language: Language;
  /** Shows the vendors; called after every change. */
  show: (vendors: readonly CompareFile[]) => void;
  /** Sentence for the status line. */
  status: (vendors: readonly CompareFile[]) => string;
  /** Title of the document without the name of the site. */
  title: (vendors: readonly CompareFile[]) => string;
  /** Path, in the page's language, of the other page about the same shortlist. */
  other: string;
}

/**
 * Starts the shortlist of a page that has the elements `add` (picker), `chosen`, `status`, `actions` and `to-sheet` (link to
 * the other page).
 */
export function startShortlist({ language, show, status, title, other }: ShortlistPage): void {
  const t = compareLabels[language];
  const picker = document.getElementById('add');
  const chips = document.getElementById('chosen');
  const line = document.getElementById('status');
  const actions = document.getElementById('actions');
  const link = document.getElementById('to-sheet') as HTMLAnchorElement | null;
  if (!picker || !chips || !line || !actions || !link) return;
  const site = document.title.slice(document.title.lastIndexOf('·') + 1).trim();
  let slugs: string[] = [];
  let turn = 0;

  const write = (): void => history.replaceState(null, '', `${location.pathname}${queryOf(slugs)}`);

  const change = (next: readonly string[]): void => {
    slugs = next.slice(0, MOST_COMPARED);
    write();
    void load();
  };

  const load = async (): Promise<void> => {
    const mine = ++turn;
    const wanted = slugs;
    if (wanted.length > 0) line.textContent = t.loading;
    const loaded = await Promise.all(wanted.map((slug) => compareFileOf(slug).catch(() => slug)));
    if (mine !== turn) return;
    const vendors = loaded.filter((v): v is CompareFile => typeof v !== 'string');
    const missing = loaded.filter((v) => typeof v === 'string');
    keep(vendors.map((v) => ({ slug: v.slug, name: nameOf(v, language) })));
    chips.replaceChildren(...vendors.map(chip));
    picker.hidden = wanted.length >= MOST_COMPARED;
    actions.hidden = vendors.length === 0;
    link.href = `${other}${queryOf(vendors.map((v) => v.slug))}`;
    keepInOtherLanguage();
    document.title = `${title(vendors)} · ${site}`;
    show(vendors);
    line.replaceChildren(
      vendors.length === 0 && missing.length > 0 ? '' : status(vendors),
      ...(wanted.length >= MOST_COMPARED ? [' ', t.full] : []),
      ...missing.flatMap((slug) => [' ', make('span', 'warn', {}, t.failed(slug)), ' ', again(slug)]),
    );
  };

  const again = (slug: string): HTMLElement => {
    const retry = make('button', 'plain', { type: 'button' }, t.retry);
    const drop = make('button', 'plain', { type: 'button' }, t.remove(slug));
    retry.addEventListener('click', () => void load());
    drop.addEventListener('click', () => change(slugs.filter((s) => s !== slug)));
    return make('span', '', {}, retry, ' ', drop);
  };

  const chip = (vendor: CompareFile, i: number): HTMLElement => {
    const button = make('button', 'plain', { type: 'button', 'aria-label': t.remove(nameOf(vendor, language)) }, '×');
    button.addEventListener('click', () => {
      change(slugs.filter((s) => s !== vendor.slug));
      picker.querySelector('input')?.focus();
    });
    return make('li', '', {}, markOf(i), namedIn(vendor, language), button);
  };

  startPicker(picker, language, (vendor) => {
    if (!slugs.includes(vendor.slug)) change([...slugs, vendor.slug]);
  });
  addEventListener('popstate', () => {
    slugs = chosenIn(location.search);
    void load();
  });
  slugs = chosenIn(location.search);
  if (slugs.length === 0) {
    slugs = chosen().map((c) => c.slug);
    if (slugs.length > 0) write();
  }
  void load();
}
