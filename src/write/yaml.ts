/** The one style in which the form, imports, commands and the sample write YAML. */
import { Document, isCollection, isMap, isScalar, isSeq, visit } from 'yaml';

/** The first line of a vendor or case file: its JSON Schema in the repository, so that editors find it without a network. */
export function schemaLine(kind: 'vendor' | 'case'): string {
  return `# yaml-language-server: $schema=../../schemas/${kind}.schema.json`;
}

/**
 * A mapping as YAML text that ends with a line feed: block style with lists of words, what a reply answers and empty
 * collections on one line. Lines are never folded, so that a text stays on its line. Keys with undefined are left out.
 */
export function yamlText(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_, { key, value: node }) => {
      if (!isScalar(key)) return;
      // A code of digits alone would be read as a number without its quotes; others are quoted alike.
      if (key.value === 'creditCode' && isScalar(node)) node.type = 'QUOTE_DOUBLE';
      if (key.value === 'to' && isMap(node)) node.flow = true;
    },
    Collection: (_, node) => {
      const isWord = (item: unknown): boolean => isScalar(item) && typeof item.value === 'string';
      if (isCollection(node) && (node.items.length === 0 || (isSeq(node) && node.items.every(isWord))))
        node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
