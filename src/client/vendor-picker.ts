/** A field that finds vendors by name and hands over the one chosen: a combobox with a list, by keyboard or pointer. */
import type { Language } from '../i18n/language.ts';
import { LANGUAGE_TAGS } from '../i18n/language.ts';
import { compareLabels } from '../i18n/labels/compare.ts';
import { make } from './dom.ts';
import { type ShownName, lookUp, names } from './search/names.ts';

/** Vendors in the list. */
const SHOWN = 8;

/** Makes the field work. `root` holds an `input`, a `ul` and a `[role=status]`; `choose` gets the vendor that is picked. */
export function startPicker(root: HTMLElement, language: Language, choose: (vendor: ShownName) => void): void {
  const t = compareLabels[language];
  const input = root.querySelector('input');
  const list = root.querySelector('ul');
  const status = root.querySelector('[role=status]');
  if (!input || !list || !status) return;
  let shown: ShownName[] = [];
  let active = -1;
  let typed = '';

  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (to: number): void => {
    active = shown.length === 0 ? -1 : (to + shown.length) % shown.length;
    [...list.children].forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === active));
      if (i === active) option.scrollIntoView({ block: 'nearest' });
    });
    if (active === -1) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${list.id}-${active}`);
  };
  const pick = (vendor: ShownName | undefined): void => {
    if (vendor === undefined) return;
    input.value = '';
    status.textContent = '';
    close();
    choose(vendor);
  };
  const look = async (): Promise<void> => {
    const query = input.value;
    typed = query;
    const texts = await names().catch(() => undefined);
    if (typed !== query) return;
    // How many are found is seen in the list; that there is none because of the network must be seen too.
    status.classList.toggle('sr', texts !== undefined);
    if (texts === undefined) {
      const again = make('button', 'plain', { type: 'button' }, t.retry);
      again.addEventListener('click', () => void look());
      status.replaceChildren(t.unreachable, ' ', again);
      return;
    }
    const found = lookUp(texts, query, language, SHOWN);
    shown = found.shown;
    list.replaceChildren(
      ...shown.map((vendor, i) => {
        const name = make(
          'span',
          '',
          { lang: vendor.lang === undefined ? undefined : LANGUAGE_TAGS[vendor.lang] },
          vendor.name,
        );
        const option = make(
          'li',
          '',
          { id: `${list.id}-${i}`, role: 'option', 'aria-selected': 'false' },
          name,
          vendor.city !== undefined && make('small', '', {}, vendor.city),
        );
        // The field must keep the focus while a pointer chooses.
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => pick(shown[i]));
        return option;
      }),
    );
    const open = query.trim() !== '' && shown.length > 0;
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    status.textContent = query.trim() === '' ? '' : open ? t.options(String(found.count)) : t.noMatch;
    mark(open ? 0 : -1);
  };

  input.addEventListener('input', () => void look());
  input.addEventListener('focus', () => void names().catch(() => undefined), { once: true });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) return;
      event.preventDefault();
      mark(active + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!list.hidden) pick(shown[active]);
    } else if (event.key === 'Escape') {
      close();
    }
  });
}
