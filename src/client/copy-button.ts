/** Buttons that copy a text, and say for a moment whether it worked (`data-done`, `data-failed`). */

/** Lets `button` copy what `textOf` gives when it is pressed. */
export function copies(button: HTMLButtonElement, textOf: () => string): void {
  const label = button.textContent;
  const say = (text: string | undefined): void => {
    button.textContent = text ?? label;
    setTimeout(() => (button.textContent = label), 2500);
  };
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(textOf()).then(
      () => say(button.dataset['done']),
      () => say(button.dataset['failed']),
    );
  });
}
