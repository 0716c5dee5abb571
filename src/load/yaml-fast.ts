/**
 * The fast way through YAML: the events of js-yaml, which reads an order of magnitude faster than the `yaml` package, made
 * into data by the core schema. Anything unusual (tags, anchors, keys that are no plain text, several documents, numbers that
 * would lose digits) and every error falls back to the `yaml` package, which keeps the places of errors. A test holds that
 * the two never differ.
 */
import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/** Thrown where the full parser has to read the text. */
const FALLBACK = Symbol('fallback');

/** Tabs, directives, marks of documents, and text right behind a flow collection, which js-yaml would take for the next line. */
const UNUSUAL = /[\t\r]|^ *(?:%|---|\.\.\.)|[\]}](?! *(?:[:,\]}]|$)| +#)/m;

/** What may follow a quoted scalar; js-yaml would take anything else for the next line. */
const AFTER_QUOTES = /["'](?: *(?:[:,\]}]|$)| +#)/my;

/**
 * The data of a YAML text; undefined when a full parser has to read it.
 * @param depth how many lists and maps may be inside one another.
 */
export function fastYaml(text: string, depth: number): { data: unknown } | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return { data: dataOf(text, depth) };
  } catch {
    return undefined;
  }
}

type Collection = unknown[] | Record<string, unknown>;

function dataOf(text: string, depth: number): unknown {
  let root: unknown = FALLBACK;
  /** The collections around the current event, the innermost last, and in each map the key whose value comes next. */
  const open: { into: Collection; key?: string | undefined }[] = [];
  const put = (value: unknown): void => {
    const place = open.at(-1);
    if (place === undefined) root = value;
    else if (Array.isArray(place.into)) place.into.push(value);
    else if (place.key === undefined || Object.hasOwn(place.into, place.key)) throw FALLBACK;
    else {
      place.into[place.key] = value;
      place.key = undefined;
    }
  };
  for (const event of parseEvents(text, { maxDepth: depth + 2 })) {
    if (event.type === EVENT_ID.SCALAR) {
      const place = open.at(-1);
      const value = scalarOf(text, event);
      if (place === undefined || Array.isArray(place.into) || place.key !== undefined) put(value);
      else if (typeof value === 'string' && value !== '__proto__' && value !== '<<') place.key = value;
      else throw FALLBACK;
    } else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      if (event.anchorStart !== -1 || event.tagStart !== -1 || open.length === depth) throw FALLBACK;
      const into: Collection = event.type === EVENT_ID.SEQUENCE ? [] : {};
      put(into);
      open.push({ into });
    } else if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type !== EVENT_ID.DOCUMENT || root !== FALLBACK) throw FALLBACK;
  }
  if (root === FALLBACK) throw FALLBACK;
  return root;
}

/** A scalar's value by the core schema of YAML 1.2.2, section 10.3.2. @throws FALLBACK for numbers that would lose digits. */
function scalarOf(text: string, event: ScalarEvent): unknown {
  if (event.anchorStart !== -1 || event.tagStart !== -1) throw FALLBACK;
  const { style, valueStart, valueEnd } = event;
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) {
    AFTER_QUOTES.lastIndex = valueEnd;
    if (!AFTER_QUOTES.test(text)) throw FALLBACK;
  }
  if (style !== SCALAR_STYLE.PLAIN) return detached(getScalarValue(text, event));
  const plain = text.slice(valueStart, valueEnd);
  // The two parsers differ in where plain text may go on over several lines.
  if (plain.includes('\n')) throw FALLBACK;
  if (/^(?:|~|null|Null|NULL)$/.test(plain)) return null;
  if (/^(?:true|True|TRUE)$/.test(plain)) return true;
  if (/^(?:false|False|FALSE)$/.test(plain)) return false;
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(plain)) {
    const number = Number(plain);
    if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number))) throw FALLBACK;
    return number;
  }
  if (/^(?:0[ox]|[-+]?\.(?:inf|nan))/i.test(plain)) throw FALLBACK;
  return detached(plain);
}

/**
 * The same text on its own. A part cut out of a long text is kept by engines as a place in it and keeps all of it in memory:
 * with thousands of vendor files, hundreds of megabytes. Parts of less than 13 characters are copied anyway.
 */
function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
