/** A field that finds vendors by name and hands over the one chosen: a combobox with a list, by keyboard or pointer. */
import { type ComponentChildren, render } from 'preact';
import { compareLabels } from '../i18n/labels/compare.ts';
import { LANGUAGE_TAGS } from '../i18n/language.ts';
import { language } from './page.ts';
import { button } from './ui.tsx';
import { lookUp, names, type ShownName } from './search/names.ts';

const t = compareLabels[language];

/** Vendors in the list. */
const SHOWN = 8;

/** Makes the field work. `root` holds an `input`, a `ul` and a `[role=status]`; `choose` gets the vendor that is picked. */
export function startPicker(root: HTMLElement, choose: (vendor: ShownName) => void): void {
  const input = root.querySelector('input');
  const list = root.querySelector('ul');
  const status = root.querySelector('[role=status]');
  if (!input || !list || !status) return;
  let shown: ShownName[] = [];
  /** Position of the marked vendor; -1 while the list is closed. */
  let active = -1;

  const mark = (to: number): void => {
    active = to;
    list.hidden = active === -1;
    input.setAttribute('aria-expanded', String(active !== -1));
    if (active === -1) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${list.id}-${active}`);
    render(shown.map(option), list);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const option = (vendor: ShownName, i: number) => (
    // The field must keep the focus while a pointer chooses.
    <li
      {...{ id: `${list.id}-${i}`, role: 'option', 'aria-selected': i === active }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => pick(vendor)}
    >
      <span lang={vendor.lang && LANGUAGE_TAGS[vendor.lang]}>{vendor.name}</span>
      {vendor.city !== undefined && <small>{vendor.city}</small>}
    </li>
  );
  const say = (text: ComponentChildren): void => render(text, status);
  const pick = (vendor: ShownName | undefined): void => {
    if (vendor === undefined) return;
    input.value = '';
    say('');
    mark(-1);
    choose(vendor);
  };
  const look = async (): Promise<void> => {
    const query = input.value;
    const texts = await names().catch(() => undefined);
    if (input.value !== query) return;
    // How many are found is seen in the list; that there is none because of the network must be seen too.
    status.classList.toggle('sr', texts !== undefined);
    if (texts === undefined) {
      say([t.unreachable, ' ', button(t.retry, () => void look())]);
      return;
    }
    const found = lookUp(texts, query, language, SHOWN);
    shown = query.trim() === '' ? [] : found.shown;
    const count = shown.length > 0 ? t.options(String(found.count)) : t.noMatch;
    say(query.trim() === '' ? '' : count);
    mark(shown.length > 0 ? 0 : -1);
  };

  input.addEventListener('input', () => void look());
  input.addEventListener('focus', () => void names().catch(() => undefined), { once: true });
  input.addEventListener('blur', () => mark(-1));
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' || (step !== undefined && active !== -1)) event.preventDefault();
    if (event.key === 'Enter') pick(shown[active]);
    else if (event.key === 'Escape') mark(-1);
    else if (step !== undefined && active !== -1) mark((active + step + shown.length) % shown.length);
  });
}
