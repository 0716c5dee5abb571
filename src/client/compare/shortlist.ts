/** A shortlist on a page: who is on it stands in the address (`?v=a,b`) and is kept in this browser. */
import { addressLabels } from '../../i18n/labels/address.ts';
import { compareLabels } from '../../i18n/labels/compare.ts';
import type { Language } from '../../i18n/language.ts';
import { type AskedVendors, MOST_COMPARED, chosenIn, queryOf } from '../../views/browser/compare.ts';
import type { CompareFile } from '../../views/browser/compare-file.ts';
import { chosen, keep } from './chosen.ts';
import { compareFileOf } from './files.ts';
import { nameOf, namedIn } from './texts.ts';
import { make } from '../dom.ts';
import { keepInOtherLanguage } from '../other-language.ts';
import { markOf } from '../shape.ts';
import { startPicker } from '../vendor-picker.tsx';

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
  const words = addressLabels[language];
  const picker = document.getElementById('add');
  const chips = document.getElementById('chosen');
  const line = document.getElementById('status');
  const actions = document.getElementById('actions');
  const link = document.getElementById('to-sheet') as HTMLAnchorElement | null;
  if (!picker || !chips || !line || !actions || !link) return;
  const site = document.title.slice(document.title.lastIndexOf('·') + 1).trim();
  let slugs: readonly string[] = [];
  /** What the address has beside them; nothing once the choice is changed. */
  let beside: Omit<AskedVendors, 'slugs'> = { left: [], unknown: [] };
  let turn = 0;

  const write = (): void => history.replaceState(null, '', `${location.pathname}${queryOf(slugs)}`);

  const change = (next: readonly string[]): void => {
    slugs = next.slice(0, MOST_COMPARED);
    beside = { left: [], unknown: [] };
    write();
    void load();
  };

  const load = async (): Promise<void> => {
    const mine = ++turn;
    const wanted = slugs;
    if (wanted.length > 0) line.textContent = t.loading;
    const loaded = await Promise.all(wanted.map((slug) => compareFileOf(slug).catch(() => undefined)));
    if (mine !== turn) return;
    const vendors = loaded.filter((v) => typeof v === 'object');
    const missing = wanted.filter((_, i) => loaded[i] === undefined);
    const nobody = wanted.filter((_, i) => loaded[i] === 'unknown');
    // Whoever does not exist is named once below, and takes nobody's room.
    slugs = wanted.filter((slug) => !nobody.includes(slug));
    // What did not load, or was never there, is no reason to forget what was chosen before.
    if (missing.length === 0 && (vendors.length > 0 || nobody.length === 0))
      keep(vendors.map((v) => ({ slug: v.slug, name: nameOf(v, language), page: language })));
    chips.replaceChildren(...vendors.map(chip));
    picker.hidden = slugs.length >= MOST_COMPARED;
    actions.hidden = vendors.length === 0;
    link.href = `${other}${queryOf(vendors.map((v) => v.slug))}`;
    keepInOtherLanguage();
    document.title = `${title(vendors)} · ${site}`;
    // Styles go by it: until it is there nothing is shown that would be pushed away.
    document.body.dataset['vendors'] = String(vendors.length);
    show(vendors);
    line.replaceChildren(
      vendors.length === 0 && missing.length > 0 ? '' : status(vendors),
      ...(slugs.length >= MOST_COMPARED ? [' ', t.full] : []),
      ...missing.flatMap((slug) => [' ', make('span', 'warn', {}, t.failed(slug)), ' ', again(), ' ', drop(slug)]),
      ...nobody.flatMap((slug) => [' ', make('span', 'warn', {}, words.noSuchVendor(slug))]),
      ...(beside.unknown.length > 0
        ? [' ', make('span', 'warn', {}, words.notUnderstood(beside.unknown.join(words.comma)))]
        : []),
      ...(beside.left.length > 0
        ? [' ', make('span', 'warn', {}, words.tooMany(String(MOST_COMPARED), beside.left.join(words.comma)))]
        : []),
    );
  };

  const again = (): HTMLElement => {
    const retry = make('button', 'plain', { type: 'button' }, t.retry);
    retry.addEventListener('click', () => void load());
    return retry;
  };

  const drop = (slug: string): HTMLElement => {
    const button = make('button', 'plain', { type: 'button' }, t.remove(slug));
    button.addEventListener('click', () => change(slugs.filter((s) => s !== slug)));
    return button;
  };

  const chip = (vendor: CompareFile, i: number): HTMLElement => {
    const button = make('button', 'plain', { type: 'button', 'aria-label': t.remove(nameOf(vendor, language)) }, '×');
    button.addEventListener('click', () => {
      change(slugs.filter((s) => s !== vendor.slug));
      picker.querySelector('input')?.focus();
    });
    return make('li', '', {}, markOf(i), namedIn(vendor, language), button);
  };

  startPicker(picker, (vendor) => {
    if (!slugs.includes(vendor.slug)) change([...slugs, vendor.slug]);
  });
  const read = (): void => {
    ({ slugs, ...beside } = chosenIn(location.search));
  };
  addEventListener('popstate', () => {
    read();
    void load();
  });
  read();
  // An address that names only what does not exist is answered, not replaced by what was chosen elsewhere.
  if (slugs.length + beside.unknown.length === 0) {
    slugs = chosen().map((c) => c.slug);
    if (slugs.length > 0) write();
  }
  void load();
}
