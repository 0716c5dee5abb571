/**
 * Hands a scored workspace from the process that has read it to those that make pages of it, in a file. A workspace is read,
 * checked and scored once for all of them.
 */
import { closeSync, openSync, readFileSync, readSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { type Site, type SiteData, siteOf } from '../pipeline.ts';
import type { Dataset, Vendor } from '../schema/dataset.ts';
import type { Market } from '../score/market.ts';
import { type MarketFigures, marketFigures } from '../views/market/cards.ts';

/** Writes a file so that it is there either whole or not at all. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

/** What is large about each vendor, and needed only where its own pages are made: read when asked for. */
interface VendorPart {
  answers: Vendor['answers'];
  evidence: Vendor['evidence'];
  replies: Vendor['replies'];
  scored: Market['scored'][number];
}

/** A scored workspace without the parts of its vendors. */
interface Kept {
  site: SiteData;
  /** Figures of all vendors that every process would have to find anew, with all parts. */
  figures: MarketFigures;
  /** Where the part of each vendor begins in the file of parts, in bytes; one more entry for the end. */
  starts: Float64Array;
  /** Whether each vendor has scores, 0 or 1. */
  assessed: Uint8Array;
}

/** Writes a scored workspace into a file, and the parts of its vendors into another one beside it. */
export function writeSite(site: Site, path: string): void {
  const { dataset, releases, frozen, editions, warnings } = site;
  const { of: _of, outline: _outline, criteria: _criteria, ...market } = site.market;
  const starts = new Float64Array(dataset.vendors.length + 1);
  const file = openSync(partsOf(path), 'w');
  dataset.vendors.forEach(({ answers, evidence, replies }, v) => {
    const part: VendorPart = { answers, evidence, replies, scored: market.scored[v] };
    const bytes = serialize(part);
    writeSync(file, bytes);
    starts[v + 1] = starts[v] + bytes.length;
  });
  closeSync(file);
  const vendors = dataset.vendors.map((vendor) => ({ ...vendor, answers: {}, evidence: [], replies: [] }));
  const reviews = { ...dataset.reviews, ...texts(dataset.reviews) };
  const kept: Kept = {
    site: {
      dataset: { ...dataset, vendors, reviews },
      market: { ...market, scored: [] },
      releases,
      frozen,
      editions,
      warnings,
    },
    figures: marketFigures(site),
    starts,
    assessed: Uint8Array.from(dataset.vendors, (_, v) => (market.scored[v] === undefined ? 0 : 1)),
  };
  writeWhole(path, serialize(kept));
}

function partsOf(path: string): string {
  return `${path}.vendors`;
}

/** Columns of texts as plain maps. */
function texts({
  text,
  language,
  moderationReason,
}: Dataset['reviews']): Pick<Dataset['reviews'], 'text' | 'language' | 'moderationReason'> {
  return { text: new Map(text), language: new Map(language), moderationReason: new Map(moderationReason) };
}

/**
 * Bytes of parts kept in memory, as they are in the file: all of about 1,000 vendors. Pages of the whole market go through all
 * vendors several times; in larger markets they read them again, and memory stays bounded.
 */
const REMEMBERED = 80e6;

/**
 * Reads a scored workspace that `writeSite` has written. The answers, evidence and scores of a vendor are read from the file
 * whenever they are asked for, so that a process holds but a bounded part of them.
 */
export function readSite(path: string): Site {
  const { site, figures, starts, assessed } = deserialize(readFileSync(path)) as Kept;
  const file = openSync(partsOf(path), 'r');
  const recent = new Map<number, VendorPart>();
  const sizeOf = (v: number): number => starts[v + 1] - starts[v];
  let held = 0;
  const partOf = (v: number): VendorPart => {
    const known = recent.get(v);
    if (known !== undefined) return known;
    const bytes = Buffer.allocUnsafe(sizeOf(v));
    readSync(file, bytes, 0, bytes.length, starts[v]);
    const part = deserialize(bytes) as VendorPart;
    for (const [oldest] of recent) {
      if (held + bytes.length <= REMEMBERED) break;
      recent.delete(oldest);
      held -= sizeOf(oldest);
    }
    recent.set(v, part);
    held += bytes.length;
    return part;
  };
  const read = <K extends keyof VendorPart>(v: number, key: K): PropertyDescriptor => ({
    get: () => partOf(v)[key],
    enumerable: true,
  });
  site.dataset.vendors.forEach((vendor, v) => {
    for (const key of ['answers', 'evidence', 'replies'] as const) Object.defineProperty(vendor, key, read(v, key));
  });
  const scored: Market['scored'][number][] = new Array(assessed.length).fill(undefined);
  assessed.forEach((has, v) => {
    if (has === 1) Object.defineProperty(scored, v, read(v, 'scored'));
  });
  const whole = siteOf({ ...site, market: { ...site.market, scored } });
  Object.assign(whole.market, { figures });
  return whole;
}
