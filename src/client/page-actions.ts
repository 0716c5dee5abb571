/** Buttons that every shareable page has: print, and copy the address. */

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) button.addEventListener('click', () => print());

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
  const label = button.textContent;
  button.addEventListener('click', () => {
    const say = (text: string | undefined): void => {
      button.textContent = text ?? label;
      setTimeout(() => (button.textContent = label), 2500);
    };
    navigator.clipboard.writeText(location.href).then(
      () => say(button.dataset['done']),
      () => say(button.dataset['failed']),
    );
  });
}
