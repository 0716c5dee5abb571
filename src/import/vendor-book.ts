/** The vendors that an import meets: those with a file already, and those that get one. */
import { parse } from 'yaml';
import { nameFault } from '../load/names.ts';
import type { LeftOut } from './left-out.ts';
import type { Row } from './sheet.ts';
import { lettersOf } from '../load/slug.ts';
import { compare } from './tally.ts';
import type { Drafted, VendorDraft } from './vendor-draft.ts';

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
    return [...this.#created].sort(([a], [b]) => compare(a, b));
  }

  /** Slugs of vendors that had a file, in order. */
  get kept(): string[] {
    return [...this.#kept.keys()].sort(compare);
  }

  /** Vendors to look at by hand. */
  get differing(): NameDiffers[] {
    return [...this.#kept.values()].filter((d) => d !== undefined).sort((a, b) => compare(a.slug, b.slug));
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

/** Names in a vendor file's text; none when it cannot be read (the validator's business, not ours). */
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
