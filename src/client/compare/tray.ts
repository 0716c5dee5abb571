/**
 * The tray of vendors to compare. Buttons to choose a vendor are put beside the links of ranking tables and lists, and where
 * a page says `data-compare="<slug>"`, so that they cost no bytes where there is no script. The words are in the tray's own
 * attributes: this script is on every page that lists vendors, and stays small.
 */
import { MOST_COMPARED, queryOf } from '../../views/browser/compare.ts';
import { type Chosen, chosen, saveChosen } from './chosen.ts';
import { withinLimit } from '../fetch-once.ts';
import { language } from '../page.ts';

function start(tray: HTMLElement): void {
  const status = tray.querySelector('[role=status]');
  const list = tray.querySelector('ul');
  const link = tray.querySelector('a');
  const t = (name: string): string => tray.dataset[name] ?? '';
  let vendors = chosen();
  const buttons: { slug: string; button: HTMLButtonElement }[] = [];

  const show = (): void => {
    tray.hidden = vendors.length === 0;
    if (status) status.textContent = t('count').replace('{count}', String(vendors.length));
    list?.replaceChildren(...vendors.map((c) => Object.assign(document.createElement('li'), { textContent: c.name })));
    if (link) link.href = t('compareAt') + queryOf(vendors.map((c) => c.slug));
    const full = vendors.length >= MOST_COMPARED;
    // There are as many buttons as vendors: only those that change are touched.
    for (const { slug, button } of buttons) {
      const pressed = vendors.some((c) => c.slug === slug);
      const off = full && !pressed;
      if (button.getAttribute('aria-pressed') !== String(pressed)) {
        button.setAttribute('aria-pressed', String(pressed));
        button.textContent = pressed ? t('chosen') : t('choose');
      }
      if (button.disabled === off) continue;
      button.disabled = off;
      button.title = off ? t('full') : '';
    }
  };

  /** Names that were saved on pages in the other language are looked up in this one. */
  const translate = async (): Promise<void> => {
    const foreign = vendors.filter((c) => c.page !== language);
    if (foreign.length === 0) return;
    const { names, nameOfSlug } = await withinLimit(import('../search/names.ts'));
    const texts = await names();
    const own = new Map(foreign.map((c) => [c.slug, nameOfSlug(texts, c.slug, language)]));
    change(vendors.map((c) => (own.has(c.slug) ? { ...c, name: own.get(c.slug) ?? c.name, page: language } : c)));
  };

  // Without the index of names they stay as they are.
  const translated = (): void => void translate().catch(() => undefined);

  const change = (next: readonly Chosen[]): void => {
    vendors = [...next];
    saveChosen(vendors);
    show();
  };

  const button = (vendor: Chosen): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'tray-add';
    made.textContent = t('choose');
    made.setAttribute(
      'aria-label',
      t('named').replace('{name}', () => vendor.name),
    );
    made.setAttribute('aria-pressed', 'false');
    made.addEventListener('click', () => {
      const others = vendors.filter((c) => c.slug !== vendor.slug);
      change(others.length < vendors.length ? others : [...vendors, vendor].slice(0, MOST_COMPARED));
    });
    buttons.push({ slug: vendor.slug, button: made });
    return made;
  };

  for (const row of document.querySelectorAll<HTMLAnchorElement>(
    '#ranks th[scope=row] a, .unrated li > p a[href*="/vendors/"]',
  )) {
    const slug = /\/vendors\/([^/]+)\//.exec(row.pathname)?.[1];
    if (slug !== undefined) row.parentElement?.append(button({ slug, name: row.textContent, page: language }));
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-compare]')) {
    place.append(button({ slug: place.dataset['compare'] ?? '', name: place.dataset['name'] ?? '', page: language }));
  }
  tray.querySelector('button')?.addEventListener('click', () => change([]));
  // Another tab may have changed the choice.
  addEventListener('storage', () => {
    vendors = chosen();
    show();
    translated();
  });
  show();
  translated();
}

const tray = document.getElementById('tray');
if (tray) start(tray);
