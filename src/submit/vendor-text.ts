/**
 * The text of a vendor file: every field explained in both languages, examples where nothing stands yet. One writer for
 * the command and for the form in the browser, so that both give the same file for the same answers.
 */
import { newVendorLabels } from '../i18n/labels/new-vendor.ts';
import type { Directory } from '../schema/directory.ts';
import type { Criterion, Framework } from '../schema/framework.ts';
import { schemaLine, yamlText } from '../write/yaml.ts';
import type { Draft } from './draft.ts';

/** What the text tells about the workspace. */
export interface FileContext {
  directory: Directory;
  frameworks: readonly Framework[];
  /** The day that counts as today. */
  asOf: string;
  /** Currency of the example of a price. */
  currency: string;
}

type Part = keyof (typeof newVendorLabels)['zh']['file'];

/** Fields of a vendor file in the order in which they are written, in parts that share an explanation. */
const PARTS: readonly (readonly [Part, readonly string[]])[] = [
  ['name', ['name', 'aliases']],
  ['legal', ['legalName', 'creditCode']],
  ['status', ['status', 'since', 'source', 'withdrawn']],
  ['more', ['founded', 'staff', 'about']],
  ['website', ['website']],
  ['contacts', ['contacts']],
  ['offices', ['offices']],
  ['services', ['services', 'industries', 'languages']],
  ['licence', ['licence']],
  ['prices', ['prices']],
  ['interests', ['interests']],
  ['evidence', ['evidence']],
  ['answers', ['answers', 'replies']],
];

const KNOWN = new Set(PARTS.flatMap(([, keys]) => keys));

/** The same data without explanations and examples, but for the first line: several times shorter. */
export function briefText(draft: Draft): string {
  const keys = [
    ...PARTS.flatMap(([, own]) => own).filter((key) => draft[key] !== undefined),
    ...Object.keys(draft).filter((key) => !KNOWN.has(key)),
  ];
  return `${[SCHEMA_LINE, ...keys.map((key) => field(key, draft[key]))].join('\n')}\n`;
}

const SCHEMA_LINE = schemaLine('vendor');

/** The whole file; ends with a line feed. Keys that no vendor file has are written at the end, for the check to tell. */
export function vendorText(draft: Draft, context: FileContext): string {
  const blocks = [
    [SCHEMA_LINE, ...said('intro')],
    ...PARTS.filter(
      ([part]) => part !== 'licence' || context.directory.licence !== undefined || draft['licence'] !== undefined,
    ).map(([part, keys]) => {
      const written = keys.filter((key) => draft[key] !== undefined).map((key) => field(key, draft[key]));
      return [...said(part), ...listed(part, context), ...(written.length === 0 ? examples(part, context) : written)];
    }),
    ...Object.keys(draft)
      .filter((key) => !KNOWN.has(key))
      .map((key) => [field(key, draft[key])]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What a part is about, Chinese first. */
function said(part: Part): string[] {
  return [`# ${newVendorLabels.zh.file[part]}`, `# ${newVendorLabels.en.file[part]}`];
}

function listed(part: Part, { directory }: FileContext): string[] {
  return part === 'contacts' ? example(directory.contacts.map((c) => `${c.id}  ${c.name.zh} / ${c.name.en}`)) : [];
}

function examples(part: Part, context: FileContext): string[] {
  if (part === 'prices') return example(['prices:', ...priceExample(context)]);
  if (part === 'evidence') {
    const { asOf } = context;
    return example([
      'evidence:',
      '  - id: public-page',
      '    tier: documented',
      '    url: https://example.com/page',
      `    lastLooked: ${asOf}`,
      `    lastConfirmed: ${asOf}`,
    ]);
  }
  return part === 'answers' ? example(answerExample(context.frameworks)) : [];
}

function example(lines: readonly string[]): string[] {
  return lines.map((line) => `#   ${line}`);
}

function field(key: string, value: unknown): string {
  return yamlText({ [key]: value }).trimEnd();
}

function priceExample({ directory: { services, priceBases }, asOf, currency }: FileContext): string[] {
  const [service, basis] = [services[0]?.id, priceBases[0]?.id];
  const rest = ['amount: 100', `currency: ${currency}`, 'period: month', `observedOn: ${asOf}`];
  const fields = [
    ...(service === undefined ? [] : [`service: ${service}`]),
    ...(basis === undefined ? [] : [`basis: ${basis}`]),
    ...rest,
  ];
  return fields.map((line, i) => `${i === 0 ? '  - ' : '    '}${line}`);
}

/** The first criterion that a checklist measures, answered with evidence. */
function answerExample(frameworks: readonly Framework[]): string[] {
  for (const framework of frameworks) {
    const criterion = framework.dimensions
      .flatMap((d): Criterion[] => d.criteria)
      .find((c) => c.measure?.kind === 'checklist' && c.facets.length > 0);
    if (criterion === undefined) continue;
    return [
      'answers:',
      `  ${framework.id}:`,
      `    ${criterion.id}:`,
      '      evidence: [public-page]',
      '      facets:',
      ...criterion.facets.map((facet, i) => `        ${facet.id}: ${i === 0 ? 'met' : i === 1 ? 'partly' : 'not-met'}`),
    ];
  }
  return ['answers: {}'];
}
