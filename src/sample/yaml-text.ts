/** Vendor and case files as YAML that a person likes to read: block style, short lists on one line, codes in quotes. */
import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { CaseFile } from '../schema/case.ts';
import type { VendorFile } from '../schema/vendor.ts';

/** Lists of ids under these keys are written on one line. */
const ON_ONE_LINE = new Set(['aliases', 'services', 'industries', 'languages', 'evidence']);

/** The text of a vendor file. The first line names its JSON Schema, for editors that complete by it. */
export function vendorYaml(file: VendorFile): string {
  const kept = Object.entries(file).filter(([, value]) => value !== undefined && !isEmpty(value));
  return schemaLine('vendor') + yamlText(Object.fromEntries(kept));
}

/** The text of a case file, likewise. */
export function caseYaml(file: CaseFile): string {
  return schemaLine('case') + yamlText(file);
}

/** For a file two folders below the root of the workspace. */
function schemaLine(name: string): string {
  return `# yaml-language-server: $schema=../../schemas/${name}.schema.json\n`;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function yamlText(value: object): string {
  const doc = new Document(value, { aliasDuplicateObjects: false });
  visit(doc, {
    Pair: (_, pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const { value: node } = pair;
      if (key === 'creditCode' && isScalar(node)) node.type = 'QUOTE_DOUBLE';
      if (ON_ONE_LINE.has(key) && isSeq(node) && node.items.every(isScalar)) node.flow = true;
      if (key === 'to' && isMap(node)) node.flow = true;
    },
  });
  return doc.toString({ lineWidth: 0, flowCollectionPadding: false });
}
