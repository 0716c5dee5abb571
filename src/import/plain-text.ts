/** Text that people typed into web forms, made plain: no tags, no entities, no hidden characters. */
import { decodeHTMLStrict } from 'entities';
import { HIDDEN_CHARACTERS } from '../schema/text.ts';

const HIDDEN_EVERYWHERE = new RegExp(HIDDEN_CHARACTERS.source, 'gu');
const BLANKS = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/**
 * Plain text of `text`: `<script>`/`<style>` go with their content, block tags become line breaks, other tags go; entities are
 * decoded once, after the tags, so that an escaped tag stays visible as text; hidden characters go; blanks of every width
 * become one plain blank, three or more line breaks two. A `<` that opens no tag stays.
 */
export function plainText(text: string, lines: 'keep' | 'join'): string {
  const shown = ['script', 'style'].reduce((left, name) => withoutElement(left, name), text);
  const untagged = withoutComments(shown)
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  const plain = untagged
    .replace(
      /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,9});/gi,
      (whole: string, name: string) => entity(name) ?? whole,
    )
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(HIDDEN_EVERYWHERE, '')
    .replace(BLANKS, ' ');
  if (lines === 'join') return plain.replace(/\s+/g, ' ').trim();
  return plain
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

// The two below are loops and not regular expressions, which would look for an end anew from every beginning without one.

/** The text without elements of this name and what they hold; one that is never closed stays. */
function withoutElement(text: string, name: string): string {
  const open = new RegExp(`<${name}\\b`, 'gi');
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  let kept = '';
  let from = 0;
  for (;;) {
    open.lastIndex = from;
    const start = open.exec(text)?.index ?? -1;
    close.lastIndex = start === -1 ? text.length : text.indexOf('>', start) + 1;
    if (start === -1 || close.lastIndex === 0 || close.exec(text) === null) return kept + text.slice(from);
    kept += text.slice(from, start);
    from = close.lastIndex;
  }
}

/** The text without `<!-- -->` and what is within; one that is never closed stays. */
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (end === -1) return kept + text.slice(from);
    kept += text.slice(from, start);
    from = end + 3;
  }
}

/** The character of an entity; named ones by the table of HTML. Code points that no text may hold stay as they are. */
function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return decodeHTMLStrict(`&${name};`);
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/** At most `max` UTF-16 units, cut before the ellipsis and never inside a surrogate pair. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  const last = text.charCodeAt(end - 1);
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? end - 1 : end).trimEnd()}…`;
}
