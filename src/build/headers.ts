/** Reads the `_headers` and `_redirects` files of a built site, so that it is served here as the host will serve it. */

/** Headers of one path pattern. */
export interface HeaderRule {
  pattern: RegExp;
  headers: readonly (readonly [string, string])[];
}

/**
 * Parses a `_headers` file: a line with a path (`*` stands for anything) and below it indented `Name: value` lines; lines
 * that start with `#` are comments. Rules keep their order; all that match a path apply.
 */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: RegExp; headers: (readonly [string, string])[] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      const source = line
        .trim()
        .split('*')
        .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*');
      rules.push({ pattern: new RegExp(`^${source}$`), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/** Parses a `_redirects` file of whole paths: `<from> <to> 301` on each line. @returns the new path by the old one. */
export function parseRedirects(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [from, to] = line.split(' ');
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  );
}

/** The headers of a path, later rules over earlier ones. */
export function headersOf(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules) {
    if (rule.pattern.test(path)) for (const [name, value] of rule.headers) found.set(name.toLowerCase(), value);
  }
  return found;
}
