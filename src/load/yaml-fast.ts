/**
 * The fast way through the YAML that people write by hand and programs write for them: indented blocks of `key: value` and
 * `- item`. It reads about twenty times as fast as a full YAML parser, which counts with thousands of vendors. Whatever
 * lies outside of that (and every error) it leaves: single values to the YAML package, or the whole file.
 * A test holds that it never differs from the YAML package where it gives a value.
 */
import { LEAVE, detached, scalar, trimEnd } from './yaml-scalar.ts';

/** Words that mean something else as a key. */
const NOT_KEYS = /^(?:null|true|false)$/i;

/** Characters of keys by their code: 2 = letters, which begin one; 1 = others that may follow. */
const IN_KEY = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z]/.test(character) ? 2 : /[0-9_-]/.test(character) ? 1 : 0;
});

/** Parses a fragment with the full parser; `LEAVE` when it is not plain data. */
export type FullParser = (fragment: string) => unknown;

/**
 * The data of a YAML text, or `LEAVE` when a full parser has to read it.
 * @param depth how many lists and maps may be inside one another.
 */
export function fastYaml(text: string, depth: number, full: FullParser): unknown {
  if (text.includes('\t') || text.includes('\r') || /^(?:%|---|\.\.\.)/m.test(text)) return LEAVE;
  const reader = new Reader(text, depth, full);
  try {
    return reader.document();
  } catch (error) {
    if (error === LEAVE) return LEAVE;
    throw error;
  }
}

class Reader {
  readonly #text: string;
  readonly #full: FullParser;
  #depth: number;
  /** The current line: its first character, its content without blanks at both ends, and how far that is indented. */
  #start = 0;
  #content = '';
  #indent = -1;
  /** Where the next line begins. */
  #next = 0;

  constructor(text: string, depth: number, full: FullParser) {
    this.#text = text;
    this.#full = full;
    this.#depth = depth;
    this.#advance();
  }

  document(): unknown {
    if (this.#indent === -1) throw LEAVE;
    const value = this.#block(this.#indent);
    if (this.#indent !== -1) throw LEAVE;
    return value;
  }

  /** To the next line that is neither blank nor a comment; indent -1 at the end. */
  #advance(): void {
    const text = this.#text;
    for (let at = this.#next; at < text.length;) {
      const feed = text.indexOf('\n', at);
      const end = feed === -1 ? text.length : feed;
      let first = at;
      while (first < end && text.charCodeAt(first) === 32) first++;
      if (first < end && text.charCodeAt(first) !== 35) {
        this.#start = at;
        this.#indent = first - at;
        this.#content = trimEnd(text.slice(first, end));
        this.#next = end + 1;
        return;
      }
      at = end + 1;
    }
    this.#next = text.length;
    this.#indent = -1;
    this.#content = '';
  }

  #block(indent: number): unknown {
    if (--this.#depth < 0) throw LEAVE;
    const value = isItem(this.#content) ? this.#list(indent) : this.#map(indent);
    this.#depth++;
    return value;
  }

  /** Leaves the text when a value that was read whole, without `#block`, goes deeper than it may. */
  #notTooDeep(value: unknown): unknown {
    if (typeof value === 'object' && value !== null && isDeeper(value, this.#depth)) throw LEAVE;
    return value;
  }

  #list(indent: number): unknown[] {
    const list: unknown[] = [];
    while (this.#indent === indent && isItem(this.#content)) {
      const inner = after(this.#content, 1);
      if (inner === '' || inner.startsWith('#')) {
        this.#advance();
        list.push(this.#indent > indent ? this.#block(this.#indent) : null);
      } else if (isItem(inner)) {
        throw LEAVE;
      } else if (keyOf(inner) !== undefined) {
        // The map's first key stands on the line of the dash: as if the dash were a blank.
        this.#indent += this.#content.length - inner.length;
        this.#content = inner;
        list.push(this.#block(this.#indent));
      } else {
        list.push(this.#inline(inner, indent));
      }
    }
    if (this.#indent > indent) throw LEAVE;
    return list;
  }

  #map(indent: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    while (this.#indent === indent && !isItem(this.#content)) {
      const key = keyOf(this.#content);
      if (key === undefined || NOT_KEYS.test(key) || Object.hasOwn(map, key)) throw LEAVE;
      const rest = after(this.#content, key.length + 1);
      map[key] = rest === '' || rest.startsWith('#') ? this.#below(indent) : this.#valueOf(key, rest, indent);
    }
    if (this.#indent > indent) throw LEAVE;
    return map;
  }

  /** What stands below a key without a value on its line; a list may be indented as far as the key. */
  #below(indent: number): unknown {
    this.#advance();
    if (this.#indent > indent || (this.#indent === indent && isItem(this.#content))) return this.#block(this.#indent);
    return null;
  }

  #valueOf(key: string, rest: string, indent: number): unknown {
    const from = this.#start;
    let end = this.#next;
    const value = scalar(detached(rest));
    if (value !== LEAVE) {
      this.#advance();
      // A deeper line would go on with the scalar of this one.
      if (this.#indent <= indent) return this.#notTooDeep(value);
    }
    // The key with everything that is indented deeper, read by the full parser: block scalars, escapes, flow maps.
    while (end < this.#text.length && this.#isBelow(end, indent)) {
      const feed = this.#text.indexOf('\n', end);
      end = feed === -1 ? this.#text.length : feed + 1;
    }
    this.#next = end;
    const parsed = this.#full(' '.repeat(indent) + this.#text.slice(from + indent, end));
    if (typeof parsed !== 'object' || parsed === null || Object.keys(parsed).join() !== key) throw LEAVE;
    this.#advance();
    return this.#notTooDeep((parsed as Record<string, unknown>)[key]);
  }

  /** Whether the line at `at` is blank or indented deeper than `indent`. */
  #isBelow(at: number, indent: number): boolean {
    let first = at;
    while (this.#text.charCodeAt(first) === 32) first++;
    return first - at > indent || first >= this.#text.length || this.#text.charCodeAt(first) === 10;
  }

  #inline(inner: string, indent: number): unknown {
    const value = scalar(detached(inner));
    if (value === LEAVE) throw LEAVE;
    this.#advance();
    if (this.#indent > indent) throw LEAVE;
    return this.#notTooDeep(value);
  }
}

/** Whether more than `most` lists and maps are inside one another, the value itself counted. */
function isDeeper(value: object, most: number): boolean {
  if (most <= 0) return true;
  return Object.values(value).some(
    (inner) => typeof inner === 'object' && inner !== null && isDeeper(inner as object, most - 1),
  );
}

function isItem(content: string): boolean {
  return content.charCodeAt(0) === 45 && (content.length === 1 || content.charCodeAt(1) === 32);
}

/** The key of a line `key:` or `key: …`; undefined when there is none, or one that needs a closer look. */
function keyOf(content: string): string | undefined {
  if (IN_KEY[content.charCodeAt(0)] !== 2) return undefined;
  let end = 1;
  while ((IN_KEY[content.charCodeAt(end)] ?? 0) !== 0) end++;
  if (content.charCodeAt(end) !== 58 || end > 100) return undefined;
  return end + 1 === content.length || content.charCodeAt(end + 1) === 32 ? content.slice(0, end) : undefined;
}

/** What follows the first `from` characters and the blanks after them. */
function after(content: string, from: number): string {
  let at = from;
  while (content.charCodeAt(at) === 32) at++;
  return content.slice(at);
}
