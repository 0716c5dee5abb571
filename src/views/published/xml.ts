/** Writing XML. */

/** Characters that XML 1.0 (section 2.2) does not allow at all, not even escaped. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** `text` as the content of an element or attribute; characters that XML cannot hold are dropped. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (c) => ENTITIES[c]);
}

/** Attributes of an element; absent ones are left out. */
type Attributes = Readonly<Record<string, string | undefined>>;

/** An element whose text is escaped. Without text it is closed at once. */
export function element(name: string, text: string | undefined, attributes: Attributes = {}): string {
  return wrap(name, text === undefined ? undefined : escapeXml(text), attributes);
}

/** An element around XML that is already written. */
export function wrap(name: string, xml: string | undefined, attributes: Attributes = {}): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escapeXml(value)}"`))
    .join('');
  return xml === undefined ? `<${name}${written}/>` : `<${name}${written}>${xml}</${name}>`;
}

/** A whole document around its root element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
