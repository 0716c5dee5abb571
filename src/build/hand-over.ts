/**
 * Hands a scored workspace from the process that has read it to those that make pages of it, in a file. A workspace is read,
 * checked and scored once for all of them.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { type Site, type SiteData, siteOf } from '../pipeline.ts';

/** Set for Astro: the file with what content collections hold of the workspace. */
export const COLLECTED = 'HENGPING_COLLECTED';

/** Milliseconds between two looks for a file. */
const LOOK = 50;

/** Waits for a file that another process of the build is about to write. @returns its text. */
export async function awaitFile(path: string): Promise<string> {
  while (!existsSync(path)) await pause(LOOK);
  return readFileSync(path, 'utf8');
}

/** Writes a file so that it is there either whole or not at all. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

/** Writes a scored workspace into a file. */
export function writeSite({ dataset, market, releases, frozen, editions, warnings }: Site, path: string): void {
  const { of: _of, outline: _outline, criteria: _criteria, ...data } = market;
  const plain: SiteData = {
    dataset: { ...dataset, reviews: { ...dataset.reviews, ...texts(dataset.reviews) } },
    market: data,
    releases,
    frozen,
    editions,
    warnings,
  };
  writeWhole(path, serialize(plain));
}

/** Columns of texts as plain maps. */
function texts({
  text,
  language,
  moderationReason,
}: Site['dataset']['reviews']): Pick<Site['dataset']['reviews'], 'text' | 'language' | 'moderationReason'> {
  return { text: new Map(text), language: new Map(language), moderationReason: new Map(moderationReason) };
}

/** Reads a scored workspace that `writeSite` has written. */
export function readSite(path: string): Site {
  return siteOf(deserialize(readFileSync(path)) as SiteData);
}
