/**
 * The tray of vendors to compare. Buttons to choose a vendor are put beside the links of ranking tables and lists, and where
 * a page says `data-compare="<slug>"`, so that they cost no bytes where there is no script. The words are in the tray's own
 * attributes: this script is on every page that lists vendors, and stays small.
 */
import { MOST_COMPARED, queryOf } from '../views/compare.ts';
import { type Chosen, chosen, keep } from './chosen.ts';
import { make } from './dom.ts';

function start(tray: HTMLElement): void {
  const status = tray.querySelector('[role=status]');
  const list = tray.querySelector('ul');
  const link = tray.querySelector('a');
  const t = (name: string): string => tray.dataset[name] ?? '';
  let kept = chosen();
  const buttons: { slug: string; button: HTMLButtonElement }[] = [];

  const show = (): void => {
    tray.hidden = kept.length === 0;
    if (status) status.textContent = t('count').replace('{count}', String(kept.length));
    list?.replaceChildren(...kept.map((c) => make('li', '', {}, c.name)));
    if (link) link.href = t('compareAt') + queryOf(kept.map((c) => c.slug));
    const full = kept.length >= MOST_COMPARED;
    for (const { slug, button } of buttons) {
      const pressed = kept.some((c) => c.slug === slug);
      button.setAttribute('aria-pressed', String(pressed));
      button.textContent = pressed ? t('chosen') : t('choose');
      button.disabled = full && !pressed;
      button.title = full && !pressed ? t('full') : '';
    }
  };

  const change = (next: readonly Chosen[]): void => {
    kept = [...next];
    keep(kept);
    show();
  };

  const button = (vendor: Chosen): HTMLButtonElement => {
    const made = make('button', 'tray-add', { type: 'button', 'aria-label': t('named').replace('{name}', () => vendor.name), 'aria-pressed': 'false' }, t('choose'));
    made.addEventListener('click', () => {
      const others = kept.filter((c) => c.slug !== vendor.slug);
      change(others.length < kept.length ? others : [...kept, vendor].slice(0, MOST_COMPARED));
    });
    buttons.push({ slug: vendor.slug, button: made });
    return made;
  };

  for (const row of document.querySelectorAll<HTMLAnchorElement>('#ranks th[scope=row] a, .unrated li > p a[href*="/vendors/"]')) {
    const slug = /\/vendors\/([^/]+)\//.exec(row.pathname)?.[1];
    if (slug !== undefined) row.parentElement?.append(button({ slug, name: row.textContent }));
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-compare]')) {
    place.append(button({ slug: place.dataset['compare'] ?? '', name: place.dataset['name'] ?? '' }));
  }
  tray.querySelector('button')?.addEventListener('click', () => change([]));
  // Another tab may have changed the choice.
  addEventListener('storage', () => {
    kept = chosen();
    show();
  });
  show();
}

const tray = document.getElementById('tray');
if (tray) start(tray);
