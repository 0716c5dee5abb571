/** A person's own answers between visits, as text of `part.answers`: in this browser, and in files. */
import { type Answers, FACET_STATES } from '../../views/browser/judge-answers.ts';
import { download } from '../download.ts';

const KEY = 'hengping-judge';

/** Largest file that is read, in bytes: an honest one has a few hundred. */
const LARGEST = 100_000;

/** The answers saved in this browser; empty for none. */
export function savedAnswers(): string {
  try {
    return (localStorage.getItem(KEY) ?? '').replace(/^#/, '');
  } catch {
    // Storage may be refused.
    return '';
  }
}

/** Saves answers in this browser; empty for none. */
export function saveAnswers(text: string): void {
  try {
    if (text === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // Storage may be refused; the address still holds the answers.
  }
}

/** Hands answers to the person as a file. Only `text` is read back; how many facets have which state is for people. */
export function saveFile(name: string, text: string, { facets }: Answers): void {
  const readable: Record<string, number> = {};
  for (const facet of facets) {
    const state = FACET_STATES[facet] ?? 'unknown';
    readable[state] = (readable[state] ?? 0) + 1;
  }
  const file = JSON.stringify({ kind: KEY, answers: text, facets: readable }, null, 2);
  download(`${name}.json`, `${file}\n`, 'application/json');
}

/** The answers in a saved file; empty for anything else. */
export async function answersIn(file: File): Promise<string> {
  if (file.size > LARGEST) return '';
  try {
    const { kind, answers } = JSON.parse(await file.text()) as Record<string, unknown>;
    return kind === KEY && typeof answers === 'string' ? answers : '';
  } catch {
    return '';
  }
}
