/** A strict reader of the XML that feeds and sitemaps are made of: elements, attributes, text, the five entities. */

export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string, where: string): string {
  if (/[<>]/.test(text)) throw new Error(`${where}: a bare angle bracket`);
  return text.replace(/&([^;]*;?)/g, (all, name: string) => {
    const char = ENTITIES[name.slice(0, -1)];
    if (!name.endsWith(';') || char === undefined) throw new Error(`${where}: entity ${all}`);
    return char;
  });
}

/** The root element of a document. @throws Error at the first thing that is not well-formed. */
export function readXml(document: string): XmlNode {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  if (!document.startsWith(head)) throw new Error('no XML declaration');
  const top: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const token = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;
  for (const [, close, name = '', attributes = '', empty, text, stray] of document.slice(head.length).matchAll(token)) {
    const parent = open.at(-1) as XmlNode;
    if (stray !== undefined) throw new Error(`a stray < in ${parent.name}`);
    if (text !== undefined) {
      if (parent === top && text.trim() !== '') throw new Error('text outside the root');
      parent.text += unescape(text, parent.name);
    } else if (close === '/') {
      if (open.pop()?.name !== name || open.length === 0) throw new Error(`</${name}> closes nothing`);
    } else {
      const node: XmlNode = { name, attributes: {}, children: [], text: '' };
      for (const [, key = '', value = ''] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
        if (key in node.attributes) throw new Error(`${name} has ${key} twice`);
        node.attributes[key] = unescape(value, `${name}/${key}`);
      }
      parent.children.push(node);
      if (empty !== '/') open.push(node);
    }
  }
  const [root] = top.children;
  if (open.length !== 1 || root === undefined || top.children.length !== 1)
    throw new Error('not one closed root element');
  return root;
}

/** Elements of that name anywhere below. */
export function all(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** Text of the first child of that name. */
export function textOf(node: XmlNode, name: string): string | undefined {
  return node.children.find((child) => child.name === name)?.text;
}
