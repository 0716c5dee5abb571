/** Punctuation that Chinese keyboards give where a file format knows only the plain one. */

/** The plain character of each full-width one. */
export const PLAIN_OF: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '、': ',',
  '；': ';',
  '“': '"',
  '”': '"',
  '＂': '"',
  '‘': "'",
  '’': "'",
  '｛': '{',
  '｝': '}',
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
};

/** One character of `PLAIN_OF`. */
export const FULL_WIDTH = new RegExp(`[${Object.keys(PLAIN_OF).join('')}]`, 'u');

/** Blanks that are no indentation to YAML: tab, no-break blank, full-width blank. */
export const ODD_BLANKS = /[\t\u00A0\u3000]/;

/** How `plain` is written, with an ellipsis for what stands around it: what a file says is never told again. */
export function shownPlain(plain: string, key = ''): string {
  if (plain === ':') return `${key}: …`;
  if (plain === '{' || plain === '}') return '{ … }';
  if (plain === '[' || plain === ']') return '[ … ]';
  if (plain === ',' || plain === ';') return `…${plain} …`;
  return plain === '"' || plain === "'" ? `${plain}…${plain}` : plain;
}
