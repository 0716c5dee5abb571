/** A shortlist on a page: the address says who is on it (`?v=a,b`), and this browser saves it. */
import { render } from 'preact';
import { addressLabels } from '../../i18n/labels/address.ts';
import { compareLabels } from '../../i18n/labels/compare.ts';
import { type AskedVendors, MOST_COMPARED, chosenIn, queryOf } from '../../views/browser/compare.ts';
import type { CompareFile } from '../../views/browser/compare-file.ts';
import { fetchJson, NotFound, once } from '../fetch-once.ts';
import { keepInOtherLanguage } from '../other-language.ts';
import { elementOf, language } from '../page.ts';
import { button } from '../ui.tsx';
import { startPicker } from '../vendor-picker.tsx';
import { chosen, saveChosen } from './chosen.ts';
import { markOf, namedIn } from './tables.tsx';
import { nameOf } from './texts.ts';

const t = compareLabels[language];
const words = addressLabels[language];

/** What a page does with its shortlist. */
export interface ShortlistPage {
  /** Shows the vendors; called after every change. */
  show: (vendors: readonly CompareFile[]) => void;
  /** Sentence for the status line. */
  status: (vendors: readonly CompareFile[]) => string;
  /** Title of the document without the name of the site. */
  title: (vendors: readonly CompareFile[]) => string;
  /** Path, in the page's language, of the other page about the same shortlist. */
  other: string;
}

const loaders = new Map<string, () => Promise<CompareFile | 'unknown'>>();

/** The file of a vendor; `unknown` when there is none, undefined when it cannot be fetched: the next call tries again. */
async function compareFileOf(slug: string): Promise<CompareFile | 'unknown' | undefined> {
  const load = loaders.get(slug) ?? once(() => fetchJson<CompareFile>(`/compare/${slug}.json`));
  loaders.set(slug, load);
  return load().catch((fault: unknown) => (fault instanceof NotFound ? 'unknown' : undefined));
}

/**
 * Starts the shortlist of a page that has the elements `add` (picker), `chosen`, `status`, `actions` and `to-sheet` (link to
 * the other page).
 */
export function startShortlist({ show, status, title, other }: ShortlistPage): void {
  const picker = elementOf('add');
  const link = elementOf<HTMLAnchorElement>('to-sheet');
  const line = elementOf('status');
  const site = document.title.slice(document.title.lastIndexOf('·') + 1).trim();
  let slugs: readonly string[] = [];
  /** What else the address says; nothing once the choice is changed. */
  let beside: Omit<AskedVendors, 'slugs'> = { left: [], unknown: [] };
  let turn = 0;

  const write = (): void => history.replaceState(null, '', `${location.pathname}${queryOf(slugs)}`);

  const change = (next: readonly string[]): void => {
    slugs = next.slice(0, MOST_COMPARED);
    beside = { left: [], unknown: [] };
    write();
    void load();
  };
  const remove = (slug: string): void => change(slugs.filter((s) => s !== slug));

  const load = async (): Promise<void> => {
    const mine = ++turn;
    const wanted = slugs;
    if (wanted.length > 0) render(t.loading, line);
    const loaded = await Promise.all(wanted.map(compareFileOf));
    if (mine !== turn) return;
    const vendors = loaded.filter((v) => typeof v === 'object');
    const missing = wanted.filter((_, i) => loaded[i] === undefined);
    const unknown = wanted.filter((_, i) => loaded[i] === 'unknown');
    // A vendor that does not exist is named once below, and takes nobody's place.
    slugs = wanted.filter((slug) => !unknown.includes(slug));
    // What did not load, or never existed, is no reason to forget what was chosen before.
    if (missing.length === 0 && (vendors.length > 0 || unknown.length === 0))
      saveChosen(vendors.map((v) => ({ slug: v.slug, name: nameOf(v, language), page: language })));
    render(vendors.map(chip), elementOf('chosen'));
    picker.hidden = slugs.length >= MOST_COMPARED;
    elementOf('actions').hidden = vendors.length === 0;
    link.href = `${other}${queryOf(vendors.map((v) => v.slug))}`;
    keepInOtherLanguage();
    document.title = `${title(vendors)} · ${site}`;
    // Styles go by it: until it is there nothing is shown that would be pushed away.
    document.body.dataset['vendors'] = String(vendors.length);
    show(vendors);
    const notes = [
      ...unknown.map(words.noSuchVendor),
      ...(beside.unknown.length > 0 ? [words.notUnderstood(beside.unknown.join(words.comma))] : []),
      ...(beside.left.length > 0 ? [words.tooMany(String(MOST_COMPARED), beside.left.join(words.comma))] : []),
    ];
    render(
      <>
        {vendors.length === 0 && missing.length > 0 ? '' : status(vendors)}
        {slugs.length >= MOST_COMPARED && ` ${t.full}`}
        {missing.map((slug) => (
          <>
            {' '}
            <span class="warn">{t.failed(slug)}</span> {button(t.retry, () => void load())}{' '}
            {button(t.remove(slug), () => remove(slug))}
          </>
        ))}
        {notes.map((note) => [' ', <span class="warn">{note}</span>])}
      </>,
      line,
    );
  };

  const chip = (vendor: CompareFile, i: number) => {
    const removeIt = (): void => {
      remove(vendor.slug);
      picker.querySelector('input')?.focus();
    };
    return (
      <li>
        {markOf(i)}
        {namedIn(vendor)}
        {button('×', removeIt, 'plain', t.remove(nameOf(vendor, language)))}
      </li>
    );
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
