/** One's own answers as this browser keeps them between visits, as text of `part.answers`. */
export const KEY = 'hengping-judge';

/** What is kept; empty for nothing. */
export function kept(): string {
  try {
    return (localStorage.getItem(KEY) ?? '').replace(/^#/, '');
  } catch {
    // Storage may be refused.
    return '';
  }
}

/** Keeps a text; empty for nothing. */
export function keepOwn(text: string): void {
  try {
    if (text === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // Storage may be refused; the address still holds the answers.
  }
}
