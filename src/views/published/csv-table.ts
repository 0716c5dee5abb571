/**
 * Writes CSV tables. A spreadsheet runs a cell that starts with certain signs as a formula ("CSV injection", OWASP);
 * a leading apostrophe makes it text.
 */
import { csvText } from '../../write/csv.ts';

/** A cell: text is made safe, numbers are written as they are, undefined is an empty cell. */
export type CsvCell = string | number | boolean | undefined;

/**
 * UTF-8 text with a byte order mark (without it Excel garbles Chinese) and CRLF line ends (RFC 4180). `rows` is read once.
 * Every row has as many cells as `head`.
 */
export function csvTable(head: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  function* all(): Generator<(string | number)[]> {
    yield head.map(csvSafe);
    for (const row of rows) yield row.map(cellText);
  }
  return `\uFEFF${csvText(all(), '\r\n')}`;
}

function cellText(cell: CsvCell): string | number {
  if (cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'string' ? csvSafe(cell) : cell;
}

/** Several ids or names in one cell. */
export function listCell(items: readonly string[]): string {
  return items.join('; ');
}

/** Signs that start a formula, with the full-width and small forms that some programs read alike. */
const SIGNS = '=+\\-@＝＋－＠﹦﹢﹣﹫';
/** Blanks, line breaks, controls and invisible characters, which programs skip before they look for a sign. */
const BLANK = '[\\s\\p{Cc}\\p{Cf}]';
/** Tab and carriage return are triggers themselves, and so is a line feed at the start. */
const STARTS_FORMULA = new RegExp(`^(?:[\\t\\r\\n]|${BLANK}*[${SIGNS}])`, 'u');
/**
 * The same after a line break inside a cell: a reader that splits lines before it looks at quotes makes that a cell. The blanks
 * do not include line breaks of any kind: a run of them would be read again from each of its characters.
 */
const LINE_STARTS_FORMULA = new RegExp(
  `(\\r\\n|[\\r\\n\\u0085\\u2028\\u2029])(?=[^\\S\\r\\n\\u2028\\u2029]*[${SIGNS}])`,
  'gu',
);

/** One line that starts with a letter, a digit or a Chinese character: nearly every cell; a cheap test before the full one. */
const HARMLESS = /^[A-Za-z0-9\u4E00-\u9FFF][^\r\n\u0085\u2028\u2029]*$/;

/** `text` with an apostrophe before it, and before each of its lines, that a spreadsheet could take for a formula. */
export function csvSafe(text: string): string {
  if (text === '' || HARMLESS.test(text)) return text;
  const lines = text.replace(LINE_STARTS_FORMULA, "$1'");
  return STARTS_FORMULA.test(lines) ? `'${lines}` : lines;
}
