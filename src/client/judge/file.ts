/** Answers saved as a file, and read back. */
import { type Answers, FACET_STATES } from '../../views/browser/judge-answers.ts';
import { make } from '../dom.ts';
import { KEY } from './saved-answers.ts';

/** Largest file that is read, in bytes: an honest one has a few hundred. */
const LARGEST = 100_000;

/** Hands a file of this name to the person. `text` is what `answersIn` gives back; how many facets have which state is told for people. */
export function saveFile(name: string, text: string, { facets }: Answers): void {
  const readable: Record<string, number> = {};
  for (const facet of facets) {
    const state = FACET_STATES[facet] ?? 'unknown';
    readable[state] = (readable[state] ?? 0) + 1;
  }
  const file = JSON.stringify({ kind: KEY, answers: text, facets: readable }, null, 2);
  const link = make('a', '', {
    href: URL.createObjectURL(new Blob([`${file}\n`], { type: 'application/json' })),
    download: `${name}.json`,
  });
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The answers in a saved file; empty for anything else. */
export async function answersIn(file: File): Promise<string> {
  if (file.size > LARGEST) return '';
  try {
    const read: unknown = JSON.parse(await file.text());
    const answers =
      typeof read === 'object' && read !== null && 'kind' in read && read.kind === KEY && 'answers' in read
        ? read.answers
        : '';
    return typeof answers === 'string' ? answers : '';
  } catch {
    return '';
  }
}
