/** Makes text of strangers harmless in Markdown that a repository host shows. */
import { printable } from '../schema/text.ts';

/** Longest text that is shown whole. */
const LONGEST = 120;

/**
 * `text` on one line as plain characters: hidden ones made visible; every sign that can start markup (emphasis, code, links,
 * images, HTML, tables, formulas, addresses) as a numeric character reference; at the beginning also those that start a
 * list or heading. `@` and `#` become their full-width forms, since hosts look for mentions and issue numbers after the
 * references have been read; for the same reason the hyphen of a ticket's number (`GH-1`) becomes one that no host looks for.
 */
export function escapeMarkdown(text: string): string {
  return printable(text.replace(/[\r\n]+/g, ' ').trimStart(), LONGEST)
    .replace(/@/g, '＠')
    .replace(/#/g, '＃')
    .replace(/(?<=[a-z])-(?=\d)/gi, '\u2011')
    .replace(/[&<>|`*_~[\]\\{}$:!^]|^[-+=]|(?<=^\d{1,9})[.)]|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A path or id as code; text that is neither is escaped instead. */
export function codeMarkdown(text: string): string {
  return /^[\w./-]{1,200}$/.test(text) ? `\`${text}\`` : escapeMarkdown(text);
}
