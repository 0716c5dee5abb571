import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const STYLES = join(import.meta.dirname, '../../src/styles');
const read = (name: string): string => readFileSync(join(STYLES, name), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
const imported = [...read('site.css').matchAll(/@import '\.\/([\w-]+\.css)'/g)].map((m) => m[1] ?? '');
/** What all pages share; the style for print and the sheet for paper change what others lay out. */
const COMMON = new Set(['tokens.css', 'base.css', 'frame.css', 'parts.css', 'print.css', 'sheet.css']);

/** Classes that a sheet lays out: those with which its selectors begin. */
function classesOf(name: string): Set<string> {
  const selectors = [...read(name).matchAll(/([^{}]+)\{/g)].flatMap((m) => (m[1] ?? '').split(','));
  return new Set(selectors.flatMap((selector) => /^\s*[a-z]*(\.[a-zA-Z][\w-]*)/.exec(selector)?.[1] ?? []));
}

describe('the style sheets of pages, which every page loads', () => {
  const pages = imported.filter((name) => !COMMON.has(name));

  it('are some, beside the common ones', () => {
    expect(pages.length).toBeGreaterThan(8);
    expect(imported).toEqual(expect.arrayContaining([...COMMON]));
  });

  it.each(pages)('%s lays out no class that another one lays out', (name) => {
    const others = new Set(pages.filter((other) => other !== name).flatMap((other) => [...classesOf(other)]));
    expect([...classesOf(name)].filter((one) => others.has(one))).toEqual([]);
  });

  it.each(pages)('%s takes no class of the controls that pages share', (name) => {
    // `button.plain` and its like: a page's own `.plain` would lay out every button of the site anew.
    const base = [...read('base.css').matchAll(/^(?:button|a|input|select)(\.[\w-]+)/gm)].map((m) => m[1] ?? '');
    expect(base).toContain('.plain');
    expect([...classesOf(name)].filter((one) => base.includes(one))).toEqual([]);
  });
});
