/** "Check this score": waits for the press; only then is the verifier loaded, which is far larger than this. */
import { fetchText, withinLimit } from '../fetch-once.ts';

function offerCheck(section: HTMLElement): void {
  const button = section.querySelector('button');
  const status = section.querySelector<HTMLElement>('[role=status]');
  const result = section.querySelector<HTMLElement>('.check-result');
  if (!button || !status || !result) return;
  let busy = false;
  button.addEventListener('click', () => {
    if (busy) return;
    busy = true;
    button.setAttribute('aria-disabled', 'true');
    section.classList.remove('wrong');
    status.textContent = status.dataset['busy'] ?? '';
    result.hidden = true;
    // Before anything else the network is asked: many browsers never ask again for a module that could not be loaded once, and
    // the next press would then fail although the network is back.
    void fetchText(section.dataset['receipt'] ?? '')
      .then(() => withinLimit(import('./check-receipt.tsx')))
      .then(({ checkInto }) => checkInto(section, result))
      .then((sentence) => {
        status.textContent = sentence;
        result.hidden = false;
      })
      .catch(() => {
        section.classList.add('wrong');
        status.textContent = status.dataset['failed'] ?? '';
      })
      .finally(() => {
        busy = false;
        button.removeAttribute('aria-disabled');
        button.textContent = button.dataset['again'] ?? '';
      });
  });
}

const section = document.querySelector<HTMLElement>('#check');
if (section) offerCheck(section);
