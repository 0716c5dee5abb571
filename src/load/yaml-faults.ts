/** What is wrong with a YAML document, as rules with places: the parser's own errors, and what we refuse beyond them. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { Place, YamlFault } from './raw.ts';
import type { ReadingRule } from './rules.ts';

/** How much a file may hold. */
export const LIMITS = {
  /** Lists and maps inside one another. The deepest schema needs 8. */
  depth: 24,
} as const;

/** Rules for the parser's error codes; whatever is not here is `yaml-syntax`. */
const BY_CODE: Readonly<Record<string, ReadingRule>> = {
  MULTIPLE_DOCS: 'yaml-documents',
  TAG_RESOLVE_FAILED: 'yaml-tag',
  BAD_DIRECTIVE: 'yaml-directive',
  NON_STRING_KEY: 'yaml-key',
};

/**
 * All faults of a document that the fast path refused; at least one, in the order of the text.
 * @param slips what has been put right in the document already: the parser's errors on the same lines follow from them.
 */
export function faultsOf(
  document: Document.Parsed,
  place: (offset: number) => Place,
  errors: readonly YAMLError[],
  slips: readonly YamlFault[] = [],
): YamlFault[] {
  const found: YamlFault[] = [...slips];
  const misread = new Set(slips.map((slip) => slip.line));
  const add = (offset: number, rule: ReadingRule, params: YamlFault['params']): void => {
    found.push({ ...place(offset), rule, params });
  };
  const quoted = quotedScalars(document);
  for (const error of errors) {
    const rule = BY_CODE[error.code] ?? 'yaml-syntax';
    const at = beginning(quoted, error);
    if (rule !== 'yaml-syntax') {
      add(at, rule, { message: /[!%]\S+/.exec(error.message)?.[0] ?? oneLine(error.message) });
      continue;
    }
    // One slip makes the parser stumble several times on a line.
    const { line } = place(at);
    if (misread.has(line)) continue;
    misread.add(line);
    add(at, rule, { ...reasonOf(error) });
  }
  if (document.directives.yaml.explicit === true) add(0, 'yaml-directive', { message: '%YAML' });
  addRefused(document, add);
  if (found.length === 0) add(0, 'yaml-syntax', { message: 'not plain data' });
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

function addRefused(
  document: Document.Parsed,
  add: (offset: number, rule: ReadingRule, params: YamlFault['params']) => void,
): void {
  visit(document, (key, node, ancestors) => {
    const offset = (node as { range?: readonly number[] | null } | null)?.range?.[0] ?? 0;
    if (isMap(node)) for (const at of repeatedKeys(node)) add(at, 'yaml-duplicate-key', {});
    if (isAlias(node)) {
      add(offset, 'yaml-alias', { found: `*${node.source}` });
    } else if (isPair(node)) {
      const at = (node.key as { range?: readonly number[] | null } | null)?.range?.[0] ?? 0;
      if (isScalar(node.key) && node.key.value === '__proto__') add(at, 'yaml-key', { found: '__proto__' });
    } else if (isScalar(node) && key !== 'key') {
      if (typeof node.value === 'number' && Number.isInteger(node.value) && !Number.isSafeInteger(node.value)) {
        const pair = ancestors.at(-1);
        const owner = isPair(pair) && isScalar(pair.key) ? { key: String(pair.key.value) } : {};
        add(offset, 'yaml-number', { found: node.source ?? String(node.value), ...owner });
      }
    } else if (isCollection(node) && ancestors.filter(isCollection).length >= LIMITS.depth) {
      add(offset, 'yaml-depth', { limit: LIMITS.depth });
      return visit.SKIP;
    }
    return undefined;
  });
}

/** Offsets of the keys of a map that it had before. The YAML package compares every key with every other, which is squared. */
export function repeatedKeys(map: YAMLMap): number[] {
  const seen = new Set<unknown>();
  const repeated: number[] = [];
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    if (seen.has(key.value)) repeated.push(key.range?.[0] ?? 0);
    seen.add(key.value);
  }
  return repeated;
}

/** Beginning and end of every quoted scalar, in the order of the text. */
function quotedScalars(document: Document.Parsed): [number, number][] {
  const found: [number, number][] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range) found.push([range[0], range[1]]);
    },
  });
  return found;
}

/** Where what an error is about begins: a quotation mark that is never closed is reported where it is, not at the end of the file. */
function beginning(quoted: readonly [number, number][], error: YAMLError): number {
  const [end] = error.pos;
  if (!error.message.startsWith('Missing closing')) return end;
  // The last one that begins before; scalars do not overlap. By halving: there may be thousands of errors and of scalars.
  let low = 0;
  let high = quoted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quoted[middle]?.[0] ?? 0) <= end) low = middle + 1;
    else high = middle;
  }
  const [start, until] = quoted[low - 1] ?? [end, end];
  return until >= end ? start : end;
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim();
}

/** Beginnings of the messages by which the `yaml` package refuses a text, the likeliest first. */
const REASONS: readonly (readonly [string, RegExp])[] = [
  ['quote', /^Missing closing .quote/],
  ['bracket', /must be sufficiently indented and end with|^Flow (?:map|sequence) must end|Expected flow .* to end/],
  ['key', /^Implicit (?:map )?keys need to be/],
  ['indent', /must start at the same column|^All .* items? must|indent/i],
  ['colon', /^Nested mappings are not allowed/],
  ['start', /cannot start with/],
  ['escape', /^Invalid escape sequence/],
  ['comma', /^Missing , |^Block collections are not allowed within flow|between flow collection items/],
  ['after', /^Unexpected .* at node end|^Source contains multiple|^Unexpected /],
];

/** The word for the reason of an error; its message, on one line, where there is none. */
export function reasonOf(error: YAMLError): { reason: string; advice: string } {
  const known = REASONS.find(([, pattern]) => pattern.test(error.message))?.[0];
  return { reason: known ?? error.message.replace(/\s+/g, ' ').trim(), advice: known ?? 'other' };
}
