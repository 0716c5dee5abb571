/** The vendor page: open all dimensions at once, and for print; open the one that an address or a link points into; copy the snippets of the badge. */
import { copies } from './copy-button.ts';

const all = [...document.querySelectorAll<HTMLDetailsElement>('details.dim')];
const button = document.querySelector<HTMLButtonElement>('#open-all');

button?.addEventListener('click', () => {
  const open = all.some((d) => !d.open);
  for (const d of all) d.open = open;
  button.textContent = (open ? button.dataset['close'] : button.dataset['open']) ?? '';
});

/** What the address points to; empty when that is no text at all, as after a stray `%`. */
function pointedTo(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Evidence has a page of its own; links to a piece of it from elsewhere may still lead here. */
if (/^#e-\d+$/.test(location.hash)) location.replace(`evidence/${location.hash}`);

/** Browsers differ in whether an anchor inside closed details opens them. */
function reveal(): void {
  const id = pointedTo();
  const target = id === '' ? null : document.getElementById(id);
  const around = target?.closest<HTMLDetailsElement>('details');
  if (!target || !around || around.open) return;
  around.open = true;
  target.scrollIntoView();
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
  copies(button, () => document.getElementById(button.dataset['copy'] ?? '')?.textContent ?? '');

let closedForPrint: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  closedForPrint = all.filter((d) => !d.open);
  for (const d of closedForPrint) d.open = true;
});
addEventListener('afterprint', () => {
  for (const d of closedForPrint) d.open = false;
});

addEventListener('hashchange', reveal);
reveal();
