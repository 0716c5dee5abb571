/** Shows two wordings as one: what both begin with, what went, what came, what both end with. */
import type { Changed } from '../../../schema/plain-data.ts';

export interface Parted {
  before: string;
  gone: string;
  come: string;
  after: string;
}

/** The two wordings as one when they share at least a third of the longer one, else the old and the new apart. */
export function parted({ was = '', is = '' }: Pick<Changed, 'was' | 'is'>): Parted[] {
  const [a, b] = [[...was], [...is]];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  // In text with blanks a word is not cut in two.
  while (
    head > 0 &&
    head < shorter &&
    /\w/.test(a[head - 1] ?? '') &&
    (/\w/.test(a[head] ?? '') || /\w/.test(b[head] ?? ''))
  )
    head -= 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  while (
    tail > 0 &&
    /\w/.test(a[a.length - tail] ?? '') &&
    (/\w/.test(a[a.length - tail - 1] ?? '') || /\w/.test(b[b.length - tail - 1] ?? ''))
  )
    tail -= 1;
  if (3 * (head + tail) < Math.max(a.length, b.length)) {
    return [
      { before: '', gone: was, come: '', after: '' },
      { before: '', gone: '', come: is, after: '' },
    ].filter((p) => p.gone + p.come !== '');
  }
  const middle = (text: readonly string[]): string => text.slice(head, text.length - tail).join('');
  return [
    { before: a.slice(0, head).join(''), gone: middle(a), come: middle(b), after: a.slice(a.length - tail).join('') },
  ];
}
