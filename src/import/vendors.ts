/** The vendors that an import meets: those with a file already, and those that get one. */
import { type Document, isCollection, isMap, isSeq, parse, parseDocument } from 'yaml';
import type * as z from 'zod';
import { nameFault } from '../load/names.ts';
import { lettersOf } from '../load/slug.ts';
import type { Cell } from '../schema/mapping-cell.ts';
import type { VendorTemplate } from '../schema/mapping.ts';
import { type Evidence, vendor } from '../schema/vendor.ts';
import { personalData } from '../validate/personal-data.ts';
import { schemaLine, yamlText } from '../write/yaml.ts';
import { NUMBER_KEYS, type ReportedAnswer, type ReportedAnswers } from './answers.ts';
import { type Columns, compileCell, type Make } from './cell.ts';
import type { Row } from './sheet.ts';
import type { Tools } from './step.ts';
import type { LeftOut } from './tally.ts';
import { compareText } from '../schema/order.ts';

/** Text of a vendor's file by slug; undefined when there is none. */
export type VendorFiles = (slug: string) => string | undefined;

/** A vendor whose file has another name than the rows give it: the same slug, perhaps another firm. */
export interface NameDiffers {
  slug: string;
  file: string;
  rows: string;
}

export class VendorBook {
  readonly #files: VendorFiles;
  readonly #draft: (row: Row) => Drafted;
  readonly #create: boolean;
  readonly #created = new Map<string, VendorDraft>();
  readonly #kept = new Map<string, NameDiffers | undefined>();

  constructor(files: VendorFiles, draft: (row: Row) => Drafted, create: boolean) {
    this.#files = files;
    this.#draft = draft;
    this.#create = create;
  }

  /** Whether the tree already has a file for it. */
  exists(slug: string): boolean {
    return this.#kept.has(slug) || (!this.#created.has(slug) && this.#files(slug) !== undefined);
  }

  /** Makes sure that the row's vendor has a file; gives the reason when it cannot have one. */
  admit(slug: string, row: Row): { field: string; why: LeftOut } | undefined {
    if (this.#created.has(slug) || this.#kept.has(slug)) return undefined;
    const text = this.#files(slug);
    if (text === undefined && !this.#create)
      return { field: 'vendor', why: { out: 'error', reason: 'vendor-unknown', found: slug } };
    if (nameFault(slug) !== undefined)
      return { field: 'vendor', why: { out: 'error', reason: 'not-allowed', found: slug } };
    const drafted = this.#draft(row);
    if (text !== undefined) {
      this.#kept.set(slug, 'draft' in drafted ? differs(slug, text, drafted.draft) : undefined);
      return undefined;
    }
    if (!('draft' in drafted)) return { field: `vendors.${drafted.field}`, why: drafted.why };
    this.#created.set(slug, drafted.draft);
    return undefined;
  }

  /** New vendors in the order of their slugs. */
  get created(): [string, VendorDraft][] {
    return [...this.#created].sort(([a], [b]) => compareText(a, b));
  }

  /** Slugs of vendors that had a file, in order. */
  get kept(): string[] {
    return [...this.#kept.keys()].sort(compareText);
  }

  /** Vendors to look at by hand. */
  get differing(): NameDiffers[] {
    return [...this.#kept.values()].filter((d) => d !== undefined).sort((a, b) => compareText(a.slug, b.slug));
  }
}

/** Compares letters only, so that case, accents and punctuation do not count as another name. */
function differs(slug: string, text: string, draft: VendorDraft): NameDiffers | undefined {
  const filed = namesIn(text);
  const given = [draft.name.zh, draft.name.en, draft.legalName].filter((name) => name !== undefined);
  const letters = new Set(filed.map(lettersOf));
  if (filed.length === 0 || given.some((name) => letters.has(lettersOf(name)))) return undefined;
  return { slug, file: filed[0] ?? '', rows: given[0] ?? '' };
}

/** Names in a vendor file's text; none when it cannot be read, which the validator reports. */
function namesIn(text: string): string[] {
  let file: unknown;
  try {
    file = parse(text, { maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return [];
  }
  if (typeof file !== 'object' || file === null) return [];
  const { name, legalName, aliases } = file as { name?: unknown; legalName?: unknown; aliases?: unknown };
  const named = typeof name === 'object' && name !== null ? Object.values(name as Record<string, unknown>) : [];
  return [...named, legalName, ...(Array.isArray(aliases) ? (aliases as unknown[]) : [])].filter(
    (n) => typeof n === 'string',
  );
}

/** Fields of a vendor file as they are written. */
type VendorDraft = z.input<typeof vendor>;

/** A draft that satisfies the schema, or the reason and the field that does not. */
type Drafted = { draft: VendorDraft } | { field: string; why: LeftOut };

/** Compiles the template. */
export function compileDraft(template: VendorTemplate, column: Columns, tools: Tools): (row: Row) => Drafted {
  const compiled = (cell: Cell | undefined): Make => (cell === undefined ? () => '' : compileCell(cell, column, tools));
  const cells: [string, Make][] = [
    ['name.zh', compiled(template.name.zh)],
    ['name.en', compiled(template.name.en)],
    ['legalName', compiled(template.legalName)],
    ['creditCode', compiled(template.creditCode)],
    ['website', compiled(template.website)],
    ['about.zh', compiled(template.about?.zh)],
    ['about.en', compiled(template.about?.en)],
    ...template.aliases.map((cell, i): [string, Make] => [`aliases.${i}`, compiled(cell)]),
    ...template.offices.flatMap((office, i): [string, Make][] => [
      [`offices.${i}.region`, compiled(office.region)],
      [`offices.${i}.city`, compiled(office.city)],
    ]),
  ];
  return (row) => {
    const texts = new Map<string, string>();
    for (const [field, make] of cells) {
      const made = make(row);
      if (typeof made !== 'string') return { field, why: made };
      if (made !== '') texts.set(field, made);
    }
    for (const [field, text] of texts) {
      const [found] = field === 'website' ? [] : personalData(text);
      if (found !== undefined) return { field, why: { out: 'error', reason: 'personal-data', found: found.rule } };
    }
    const draft = assemble(template, texts);
    const checked = vendor.safeParse(draft);
    if (checked.success) return { draft };
    const [issue] = checked.error.issues;
    const field = issue?.path.join('.') ?? '';
    return { field, why: { out: 'error', reason: 'vendor-bad', found: texts.get(field) ?? '' } };
  };
}

function assemble(template: VendorTemplate, texts: ReadonlyMap<string, string>): VendorDraft {
  const both = (field: string) => {
    const [zh, en] = [texts.get(`${field}.zh`), texts.get(`${field}.en`)];
    return { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) };
  };
  const one = (field: 'legalName' | 'creditCode' | 'website') => {
    const text = texts.get(field);
    return text === undefined ? {} : { [field]: text };
  };
  const aliases = template.aliases.map((_, i) => texts.get(`aliases.${i}`)).filter((alias) => alias !== undefined);
  const offices = template.offices
    .map((_, i) => ({ region: texts.get(`offices.${i}.region`) ?? '', city: texts.get(`offices.${i}.city`) ?? '' }))
    .filter((office) => office.region !== '' || office.city !== '');
  const about = both('about');
  const filled = <T>(field: string, list: readonly T[]) => (list.length === 0 ? {} : { [field]: [...list] });
  return {
    name: both('name'),
    ...filled('aliases', [...new Set(aliases)]),
    ...one('legalName'),
    ...one('creditCode'),
    status: template.status,
    ...(template.since === undefined ? {} : { since: template.since }),
    source: template.source,
    ...('zh' in about || 'en' in about ? { about } : {}),
    ...one('website'),
    ...filled('offices', offices),
    ...filled('services', template.services),
    ...filled('industries', template.industries),
    ...filled('languages', template.languages),
  };
}

/** Text of a new vendor's file. `answers` are written in the order of the map, with the evidence that they use. */
export function newVendorText(draft: VendorDraft, answers: ReportedAnswers, evidence: readonly Evidence[]): string {
  const used = usedEvidence(answers, evidence);
  const nested: Record<string, Record<string, unknown>> = {};
  for (const [ref, answer] of answers) {
    const [framework = '', criterion = ''] = ref.split('/');
    (nested[framework] ??= {})[criterion] = written(answer);
  }
  const file = {
    ...draft,
    ...(used.length === 0 ? {} : { evidence: used }),
    ...(answers.size === 0 ? {} : { answers: nested }),
  };
  return `${schemaLine('vendor')}\n${yamlText(file)}`;
}

/**
 * The text of an existing vendor file with the answers put in. Comments, order and everything that is not answered here stay.
 * An answer's other parts (a note, facets without a new answer) stay too; its evidence becomes what the mapping names.
 * @throws Error when the text is not one YAML mapping without faults.
 */
export function mergedVendorText(text: string, answers: ReportedAnswers, evidence: readonly Evidence[]): string {
  const doc = parseDocument(text, { keepSourceTokens: true });
  if (doc.errors.length > 0 || !isMap(doc.contents)) throw new Error(doc.errors[0]?.message ?? 'not a mapping');
  for (const entry of usedEvidence(answers, evidence)) putEvidence(doc, entry);
  for (const [ref, answer] of answers) {
    const path = ['answers', ...ref.split('/')];
    for (let depth = 1; depth <= path.length; depth++) {
      const at = path.slice(0, depth);
      const node = doc.getIn(at, true);
      if (!isCollection(node)) doc.setIn(at, doc.createNode({}));
      else if (node.items.length === 0) node.flow = false;
    }
    // A number is replaced whole: an error that belonged to another value must not stay behind.
    if (NUMBER_KEYS.some((key) => answer[key] !== undefined)) {
      for (const key of NUMBER_KEYS) if (answer[key] === undefined) doc.deleteIn([...path, key]);
    }
    for (const [key, value] of Object.entries(written(answer))) {
      if (key === 'facets')
        for (const [facet, state] of Object.entries(answer.facets ?? {}))
          putFacet(doc, [...path, 'facets'], facet, state);
      else doc.setIn([...path, key], doc.createNode(value));
    }
    if (doc.hasIn([...path, 'state'])) {
      doc.deleteIn([...path, 'state']);
      doc.deleteIn([...path, 'reason']);
    }
  }
  return doc.toString({ lineWidth: 0 });
}

function written(answer: ReportedAnswer): Record<string, unknown> {
  const { evidence, ...rest } = answer;
  return evidence.length === 0 ? rest : { ...rest, evidence: [...evidence] };
}

function usedEvidence(answers: ReportedAnswers, evidence: readonly Evidence[]): Evidence[] {
  const used = new Set([...answers.values()].flatMap((answer) => answer.evidence));
  return evidence.filter((entry) => used.has(entry.id));
}

/** Replaces the entry with the same id, or adds one at the end. */
function putEvidence(doc: Document, entry: Evidence): void {
  const list = doc.get('evidence', true);
  if (!isSeq(list)) {
    doc.set('evidence', doc.createNode([entry]));
    return;
  }
  const at = list.items.findIndex((item) => isMap(item) && item.get('id') === entry.id);
  if (list.items.length === 0) list.flow = false;
  doc.setIn(['evidence', at === -1 ? list.items.length : at], doc.createNode(entry));
}

/** A facet's own evidence and note stay when it is written as a mapping. */
function putFacet(doc: Document, path: readonly string[], facet: string, state: string): void {
  if (!isCollection(doc.getIn(path, true))) doc.setIn(path, doc.createNode({}));
  const at = [...path, facet];
  const node = doc.getIn(at, true);
  doc.setIn(isMap(node) ? [...at, 'state'] : at, state);
}
