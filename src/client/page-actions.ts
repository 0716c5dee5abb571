/** What every shareable page has: buttons to print it and to copy its address, and the address on paper. */
import { weightLabels } from '../i18n/labels/weights.ts';
import { copies } from './copy-button.ts';
import { language } from './page.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]'))
  button.addEventListener('click', () => print());

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) copies(button, () => location.href);

const { address, colon } = weightLabels[language];
const line = document.createElement('p');
line.className = 'on-paper';
const onPaper = line.appendChild(document.createElement('small'));
document.querySelector('main')?.append(line);
const write = (): void => {
  onPaper.textContent = `${address}${colon}${location.href}`;
};
write();
addEventListener('beforeprint', write);
