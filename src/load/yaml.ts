/**
 * YAML text to plain data. Core schema of YAML 1.2, so dates and yes/no stay text. Whatever could surprise (aliases, tags,
 * several documents, duplicate or odd keys, depth, numbers longer than a number can hold) is refused, with its place.
 */
import {
  CST,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import { LIMITS, faultsOf, repeatedKeys } from './yaml-faults.ts';
import type { Place, RawYaml, YamlComment, YamlFault } from './raw.ts';
import type { Path } from '../schema/plain-data.ts';
import { mendSlips } from './yaml-slips.ts';

// Not logLevel 'silent': under it a second document is dropped without a word. Repeated keys are found by `repeatedKeys`.
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  uniqueKeys: false,
  stringKeys: true,
  resolveKnownTags: false,
  strict: true,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/**
 * One YAML file. It is parsed when its value is first asked for, and never throws: what is wrong is in `faults`.
 * @param path its path from the workspace's root, with `/`.
 * @param name its identity: the file name without ending.
 * @param fast a faster reader for many files (`yaml-fast.ts`); browsers do without one.
 */
export function yamlFile(path: string, name: string, text: string, fast?: FastReader): RawYaml {
  return new YamlFile(path, name, text, fast);
}

/** Gives the data of a text that has no more than `depth` lists and maps inside one another; undefined where it cannot tell. */
export type FastReader = (text: string, depth: number) => { data: unknown } | undefined;

class YamlFile implements RawYaml {
  readonly path: string;
  readonly name: string;
  readonly #places: Places;
  readonly #text: string;
  readonly #fast: FastReader | undefined;
  #parsed: { data: unknown } | 'broken' | undefined;

  constructor(path: string, name: string, text: string, fast: FastReader | undefined) {
    this.path = path;
    this.name = name;
    this.#text = text;
    this.#fast = fast;
    this.#places = new Places(text);
  }

  get value(): unknown {
    this.#parsed ??= this.#fast?.(this.#text, LIMITS.depth) ?? fullValue(this.#text) ?? 'broken';
    return this.#parsed === 'broken' ? undefined : this.#parsed.data;
  }

  get broken(): boolean {
    return this.value === undefined && this.#parsed === 'broken';
  }

  faults(): readonly YamlFault[] {
    return this.broken ? this.#places.faults() : [];
  }

  locate(at: Path, what?: 'key' | 'value'): Place {
    return this.#places.locate(at, what);
  }

  written(at: Path): string | undefined {
    return this.#places.written(at);
  }

  comments(isOfInterest: (comment: string) => boolean): readonly YamlComment[] {
    return commentsIn(this.#text, isOfInterest);
  }

  release(): void {
    if (this.#parsed !== 'broken') this.#parsed = undefined;
  }
}

/** A file that could not be read as text: known by its name only. */
export function brokenYaml(path: string, name: string): RawYaml {
  return {
    path,
    name,
    value: undefined,
    broken: true,
    faults: () => [],
    locate: () => ({ line: 0, column: 0 }),
    written: () => undefined,
  };
}

/** The data by the `yaml` package, or nothing when anything is amiss; finding out what is left to the places. */
function fullValue(text: string): { data: unknown } | undefined {
  try {
    const document = parseDocument(text, OPTIONS);
    if (document.errors.length > 0 || document.warnings.length > 0 || document.directives.yaml.explicit === true)
      return undefined;
    if (hasRepeatedKey(document)) return undefined;
    const data: unknown = document.toJS({ maxAliasCount: 0 });
    return isPlain(data, 0) ? { data } : undefined;
  } catch {
    // An alias, or nesting deeper than the stack.
    return undefined;
  }
}

function hasRepeatedKey(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Map: (_, map) => {
      found ||= repeatedKeys(map).length > 0;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/**
 * The comments of a text that are of interest. Lines are looked at first, since nearly none is: only the lexer knows whether a
 * `#` begins a comment or is part of a text.
 */
function commentsIn(text: string, isOfInterest: (text: string) => boolean): YamlComment[] {
  const likely = [...text.matchAll(/(?<=^|[ \t])#.*/gm)].some(([tail]) => isOfInterest(tail));
  if (!likely) return [];
  const found: YamlComment[] = [];
  let [line, column, isScalarSource] = [1, 1, false];
  for (const token of new Lexer().lex(text)) {
    if (!isScalarSource && token === CST.SCALAR) {
      isScalarSource = true;
      continue;
    }
    // Signs of the lexer to the parser, which are not in the text.
    if (!isScalarSource && (token === CST.DOCUMENT || token === CST.FLOW_END)) continue;
    if (!isScalarSource && token.startsWith('#') && isOfInterest(token)) found.push({ line, column, text: token });
    isScalarSource = false;
    const lastBreak = token.lastIndexOf('\n');
    column = lastBreak === -1 ? column + token.length : token.length - lastBreak;
    if (lastBreak !== -1) line += token.split('\n').length - 1;
  }
  return found;
}

/** Whether nothing in the value lies too deep, is a number that lost digits, or hides behind a special key. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= LIMITS.depth) return false;
  if (Array.isArray(value)) return value.every((entry) => isPlain(entry, depth + 1));
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || !isPlain((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}

/** The file whose places were asked for last; only its document is kept, for there may be ten thousand files with a fault. */
let asked: Places | undefined;

function keepOnly(places: Places): void {
  if (asked !== places) asked?.forget();
  asked = places;
}

/** The slow second look at a text, with line counting, taken only when a place is asked for. */
class Places {
  readonly #text: string;
  #lines = new LineCounter();
  #document: Document.Parsed | undefined;
  #failed = false;

  constructor(text: string) {
    this.#text = text;
  }

  faults(): YamlFault[] {
    const document = this.#parsed();
    if (document === undefined) return [{ rule: 'yaml-depth', line: 0, column: 0, params: { limit: LIMITS.depth } }];
    const mended = document.errors.length > 0 ? mendSlips(this.#text, parsedOrNot) : undefined;
    if (mended === undefined || mended.slips.length === 0)
      return faultsOf(document, (offset) => this.#place(offset), plainErrors(document));
    const lines = new LineCounter();
    const put = parseDocument(mended.lines.join('\n'), { ...OPTIONS, lineCounter: lines });
    // Lines stay where they are; a column on a mended line may be some characters off.
    const place = (offset: number): Place => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const slips = mended.slips.map(({ line, at, rule, params }) => ({ line: line + 1, column: at + 1, rule, params }));
    return faultsOf(put, place, plainErrors(put), slips);
  }

  locate(at: Path, what: 'key' | 'value' = 'value'): Place {
    const found = this.#find(at);
    const offset = what === 'key' || found.node === undefined ? (found.key ?? found.node) : found.node;
    return offset === undefined ? { line: 0, column: 0 } : this.#place(offset);
  }

  written(at: Path): string | undefined {
    const { scalar } = this.#find(at);
    return scalar;
  }

  /** Gives up the document; it is parsed again if somebody asks. */
  forget(): void {
    this.#document = undefined;
  }

  /** Offsets of the value and its key at `at`, or of the nearest ancestor that is there. */
  #find(at: Path): { node?: number; key?: number; scalar?: string } {
    const document = this.#parsed();
    let node: unknown = document?.contents;
    let key: number | undefined;
    for (const step of at) {
      let next: unknown;
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
        if (pair === undefined) return offsets(key, node);
        key = offsetOf(pair.key) ?? key;
        next = pair.value;
      } else if (isSeq(node)) {
        next = node.items[Number(step)];
        if (next === undefined) return offsets(key, node);
        key = offsetOf(next) ?? key;
      } else {
        return offsets(key, node);
      }
      node = next;
    }
    const found = offsets(key, node);
    if (!isScalar(node)) return found;
    const source = node.source ?? (typeof node.value === 'string' ? node.value : undefined);
    return source === undefined ? found : { ...found, scalar: source };
  }

  #parsed(): Document.Parsed | undefined {
    keepOnly(this);
    if (this.#document === undefined && !this.#failed) {
      try {
        this.#lines = new LineCounter();
        this.#document = parseDocument(this.#text, { ...OPTIONS, lineCounter: this.#lines });
      } catch {
        this.#failed = true;
      }
    }
    return this.#document;
  }

  #place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

function parsedOrNot(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, OPTIONS);
  } catch {
    // Nested deeper than the stack.
    return undefined;
  }
}

function offsets(key: number | undefined, node: unknown): { node?: number; key?: number } {
  const at = offsetOf(node);
  return { ...(at === undefined ? {} : { node: at }), ...(key === undefined ? {} : { key }) };
}

function offsetOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0];
}

function plainErrors(document: Document.Parsed): readonly YAMLError[] {
  return [...document.errors, ...document.warnings];
}
