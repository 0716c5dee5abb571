/** Reads the `_headers` file of a built site, so that it is served here with the headers that the host will send. */

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
      const source = line.trim().split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
      rules.push({ pattern: new RegExp(`^${source}$`), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/** The headers of a path, later rules over earlier ones. */
export function headersOf(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules) {
    if (rule.pattern.test(path)) for (const [name, value] of rule.headers) found.set(name.toLowerCase(), value);
  }
  return found;
}
