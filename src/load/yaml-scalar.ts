/** One-line YAML scalars and flat lists, read without the YAML package. Anything unusual is left to it: `LEAVE`. */

/** Stands for "let the YAML package read this". */
export const LEAVE = Symbol('leave');

/** Characters that begin something other than a plain scalar. */
const INDICATORS = Uint8Array.from({ length: 128 }, (_, code) =>
  Number('-?:,[]{}#&*!|>\'"%@`'.includes(String.fromCharCode(code))),
);
const MINUS = 45;
const COLON = 58;

/**
 * The same text on its own. A part cut out of a long text is kept by engines as a place in it and keeps all of it in memory:
 * with thousands of vendor files, hundreds of megabytes that nobody reads again.
 */
export function detached(text: string): string {
  return text.length < SHORTEST_CUT ? text : ` ${text}`.slice(1);
}

/** Shorter parts are copied anyway. */
const SHORTEST_CUT = 13;

/** The value of what follows `key: ` or `- ` on one line, without surrounding blanks; not empty. */
export function scalar(text: string): unknown {
  const first = text.charCodeAt(0);
  if (first === 34) return quoted(text, '"');
  if (first === 39) return quoted(text, "'");
  if (first === 91) return flatList(text);
  if (first === 123) return flatMap(text);
  if (INDICATORS[first] === 1 && !(first === MINUS && /^-[0-9.]/.test(text))) return LEAVE;
  const comment = text.indexOf(' #');
  const plain = comment === -1 ? text : trimEnd(text.slice(0, comment));
  return isOnePlain(plain) ? resolved(plain) : LEAVE;
}

/** Whether a colon makes more of it than one plain scalar. */
function isOnePlain(plain: string): boolean {
  return !plain.includes(': ') && plain.charCodeAt(plain.length - 1) !== COLON;
}

/** A quoted scalar that ends on its line and has no escapes but a doubled single quote. */
function quoted(text: string, mark: '"' | "'"): unknown {
  let end = text.indexOf(mark, 1);
  while (mark === "'" && end !== -1 && text[end + 1] === "'") end = text.indexOf(mark, end + 2);
  if (end === -1) return LEAVE;
  const after = text.slice(end + 1);
  if (after !== '' && !/^ +(#|$)/.test(after)) return LEAVE;
  const inner = text.slice(1, end);
  if (mark === "'") return inner.includes("''") ? inner.replaceAll("''", "'") : inner;
  return inner.includes('\\') ? LEAVE : inner;
}

/** Characters that make a word in a flat list or map more than a plain word. */
const NOT_PLAIN = /[[\]{}"'#:&*!|>%@`?]/;

/** `[a, b]` of plain words; nothing nested, nothing quoted, no comment. */
function flatList(text: string): unknown {
  const inner = text.slice(1, -1);
  if (!text.endsWith(']')) return LEAVE;
  if (trimEnd(inner) === '') return [];
  const values: unknown[] = [];
  for (const part of inner.split(',')) {
    const value = plainWord(part);
    if (value === LEAVE) return LEAVE;
    values.push(value);
  }
  return values;
}

/** `{a: b, c: d}` of plain words; nothing nested, nothing quoted, no comment. */
function flatMap(text: string): unknown {
  if (!text.endsWith('}')) return LEAVE;
  const map: Record<string, unknown> = {};
  for (const part of text.slice(1, -1).split(',')) {
    const [, key, word] = /^ *([A-Za-z][A-Za-z0-9_-]{0,99}): (.*)$/.exec(part) ?? [];
    if (key === undefined || word === undefined || /^(?:null|true|false)$/i.test(key) || Object.hasOwn(map, key))
      return LEAVE;
    const value = plainWord(word);
    if (value === LEAVE) return LEAVE;
    map[key] = value;
  }
  return map;
}

function plainWord(part: string): unknown {
  const word = trimEnd(part.replace(/^ +/, ''));
  return word === '' || NOT_PLAIN.test(word) || (word.startsWith('-') && !/^-[0-9.]/.test(word))
    ? LEAVE
    : resolved(word);
}

/** A plain scalar by the core schema of YAML 1.2.2, section 10.3.2; numbers that would lose digits are left. */
function resolved(plain: string): unknown {
  const first = plain.charCodeAt(0) | 32;
  // t, f, n: true, false, null
  if (first === 116 || first === 102 || first === 110) {
    if (plain === 'true' || plain === 'True' || plain === 'TRUE') return true;
    if (plain === 'false' || plain === 'False' || plain === 'FALSE') return false;
    return plain === 'null' || plain === 'Null' || plain === 'NULL' ? null : plain;
  }
  if (plain === '~') return null;
  if (!/^[-+.0-9]/.test(plain)) return plain;
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(plain)) {
    const number = Number(plain);
    return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number)) ? number : LEAVE;
  }
  return /^(?:0[ox]|[-+]?\.(?:inf|nan))/i.test(plain) ? LEAVE : plain;
}

/** Without blanks at the end; other kinds of space are text. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 32) end--;
  return end === text.length ? text : text.slice(0, end);
}
