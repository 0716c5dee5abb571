/** Which file names may be identities. They become addresses and must be safe on every file system. */

/** Names that a file system, a web address or a JavaScript object already uses for something else. */
const RESERVED = new Set([
  ...['con', 'prn', 'aux', 'nul'],
  ...Array.from({ length: 10 }, (_, n) => [`com${n}`, `lpt${n}`]).flat(),
  ...['index', 'api', 'en', 'zh', 'all', 'new', 'constructor', 'prototype'],
]);

/** Why `name` cannot be an identity: `file-name` (not kebab-case of at most 64 characters) or `file-reserved`. */
export function nameFault(name: string): 'file-name' | 'file-reserved' | undefined {
  if (name.length > 64 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return 'file-name';
  return RESERVED.has(name) ? 'file-reserved' : undefined;
}
