/** Buttons that every shareable page has: print, and copy the address. */
import { copies } from './copy-button.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) button.addEventListener('click', () => print());

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) copies(button, () => location.href);
