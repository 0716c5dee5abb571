/** A question that has to be answered before something is replaced. */
import { make } from './dom.ts';

/** Asks in a dialog with two buttons; `left` when it is closed with Escape. The first button, which has the focus, is `no`. */
export function ask(question: string, yesText: string, noText: string): Promise<'yes' | 'no' | 'left'> {
  const id = 'asked-before';
  const yes = make('button', 'plain', { type: 'button' }, yesText);
  const no = make('button', '', { type: 'button' }, noText);
  const dialog = make(
    'dialog',
    'asking',
    { 'aria-labelledby': id },
    make('p', '', { id }, question),
    make('p', 'actions', {}, no, yes),
  );
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answer: 'yes' | 'no' | 'left' = 'left';
    const pick = (picked: 'yes' | 'no') => (): void => {
      answer = picked;
      dialog.close();
    };
    yes.addEventListener('click', pick('yes'));
    no.addEventListener('click', pick('no'));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.showModal();
  });
}
