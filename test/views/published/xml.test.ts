import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, escapeXml, xmlDocument } from '../../../src/views/published/xml.ts';
import { readXml } from './well-formed.ts';

describe('XML text', () => {
  it('escapes what markup is made of', () => {
    expect(escapeXml(`<a href="x">&'`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&apos;');
  });

  it('drops what XML cannot hold and keeps everything else', () => {
    expect(escapeXml('a\u0000\u000B\uFFFE\uD800b\t\n中😀')).toBe('ab\t\n中😀');
  });

  it('comes back whole from a strict reader, as content and as attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const root = readXml(xmlDocument(element('a', text, { b: text })));
        expect([root.text, root.attributes['b']]).toEqual([text, text]);
      }),
    );
  });
});
