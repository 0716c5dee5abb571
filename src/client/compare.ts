/** The comparison page: who is compared stands in the address (`?v=a,b`) and is kept in this browser. */
import { compareLabels } from '../i18n/labels/compare.ts';
import type { Language } from '../i18n/language.ts';
import { pathIn } from '../i18n/language.ts';
import { MOST_COMPARED, chosenIn, queryOf } from '../views/compare.ts';
import type { CompareFile } from '../views/compare-file.ts';
import type { CompareWords } from '../views/compare-words.ts';
import { chosen, keep } from './chosen.ts';
import { compareFileOf } from './compare-files.ts';
import { comparisonParts, nameOf, namedIn } from './compare-table.ts';
import { carried, make } from './dom.ts';
import { markOf } from './shape.ts';
import { startPicker } from './vendor-picker.ts';

const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = compareLabels[language];

/** Parts of the page that the script fills. */
interface Parts {
  picker: HTMLElement;
  chosen: HTMLElement;
  status: HTMLElement;
  result: HTMLElement;
  actions: HTMLElement;
  sheet: HTMLAnchorElement;
}

function start(parts: Parts, words: CompareWords): void {
  let slugs: string[] = [];
  let turn = 0;

  const write = (): void => history.replaceState(null, '', `${location.pathname}${queryOf(slugs)}`);

  const change = (next: readonly string[]): void => {
    slugs = next.slice(0, MOST_COMPARED);
    write();
    void show();
  };

  const show = async (): Promise<void> => {
    const mine = ++turn;
    const wanted = slugs;
    parts.status.textContent = wanted.length === 0 ? t.empty : t.loading;
    const loaded = await Promise.all(wanted.map((slug) => compareFileOf(slug).catch(() => slug)));
    if (mine !== turn) return;
    const vendors = loaded.filter((v): v is CompareFile => typeof v !== 'string');
    const missing = loaded.filter((v) => typeof v === 'string');
    keep(vendors.map((v) => ({ slug: v.slug, name: nameOf(v, language) })));
    parts.chosen.replaceChildren(...vendors.map((v, i) => chip(v, i)));
    parts.picker.hidden = wanted.length >= MOST_COMPARED;
    parts.actions.hidden = vendors.length === 0;
    parts.sheet.href = `${pathIn(language, '/sheet/')}${queryOf(vendors.map((v) => v.slug))}`;
    const compared = vendors.length >= 2;
    parts.result.replaceChildren(...(compared ? comparisonParts({ language, words, vendors }) : []));
    const names = vendors.map((v) => nameOf(v, language)).join(t.comma);
    const site = document.title.slice(document.title.lastIndexOf('·') + 1).trim();
    document.title = `${compared ? t.titleOf(names) : t.title} · ${site}`;
    parts.status.replaceChildren(
      vendors.length === 0 && missing.length === 0 ? t.empty : vendors.length === 1 ? t.one : compared ? t.announced(names) : '',
      ...(wanted.length >= MOST_COMPARED ? [' ', t.full] : []),
      ...missing.flatMap((slug) => [' ', make('span', 'warn', {}, t.failed(slug)), ' ', again(slug)]),
    );
  };

  const again = (slug: string): HTMLElement => {
    const retry = make('button', 'plain', { type: 'button' }, t.retry);
    const drop = make('button', 'plain', { type: 'button' }, t.remove(slug));
    retry.addEventListener('click', () => void show());
    drop.addEventListener('click', () => change(slugs.filter((s) => s !== slug)));
    return make('span', '', {}, retry, ' ', drop);
  };

  const chip = (vendor: CompareFile, i: number): HTMLElement => {
    const button = make('button', 'plain', { type: 'button', 'aria-label': t.remove(nameOf(vendor, language)) }, '×');
    button.addEventListener('click', () => {
      change(slugs.filter((s) => s !== vendor.slug));
      parts.picker.querySelector('input')?.focus();
    });
    return make('li', '', {}, markOf(i), namedIn(vendor, language), button);
  };

  startPicker(parts.picker, language, (vendor) => {
    if (!slugs.includes(vendor.slug)) change([...slugs, vendor.slug]);
  });
  addEventListener('popstate', () => {
    slugs = chosenIn(location.search);
    void show();
  });
  slugs = chosenIn(location.search);
  if (slugs.length === 0) {
    slugs = chosen().map((c) => c.slug);
    if (slugs.length > 0) write();
  }
  void show();
}

const byId = <E extends HTMLElement>(id: string): E | null => document.getElementById(id) as E | null;
const found = {
  picker: byId('add'),
  chosen: byId('chosen'),
  status: byId('status'),
  result: byId('compared'),
  actions: byId('actions'),
  sheet: byId<HTMLAnchorElement>('to-sheet'),
};
if (Object.values(found).every((part) => part !== null)) start(found as Parts, carried<CompareWords>('compare-words'));
