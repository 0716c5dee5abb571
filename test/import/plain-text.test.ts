import { describe, expect, it } from 'vitest';
import { cutText, plainText } from '../../src/import/plain-text.ts';
import { HIDDEN_CHARACTERS } from '../../src/schema/text.ts';

describe('plain text', () => {
  it('takes tags away and decodes entities once', () => {
    expect(plainText('<p>Good &amp; <b>quick</b>.<br>Again&#33;</p>', 'keep')).toBe('Good & quick.\nAgain!');
    expect(plainText('&amp;lt;b&amp;gt;', 'keep')).toBe('&lt;b&gt;');
    expect(plainText('&lt;b&gt;bold&lt;/b&gt;', 'keep')).toBe('<b>bold</b>');
  });

  it('drops scripts with their content and keeps a bare less-than sign', () => {
    expect(plainText('a<script>alert(1)</script>b', 'keep')).toBe('ab');
    expect(plainText('waited < 5 min, 3 <3', 'keep')).toBe('waited < 5 min, 3 <3');
  });

  it('leaves unknown and impossible entities as they are', () => {
    expect(plainText('F&B; R&D &nosuch; &#xD800; &#0;', 'keep')).toBe('F&B; R&D &nosuch; &#xD800; &#0;');
  });

  it('knows no entity by a name that every object of JavaScript has', () => {
    for (const name of ['valueOf', 'toString', 'constructor', 'hasOwnProperty'])
      expect(plainText(`a &${name}; b`, 'keep')).toBe(`a &${name}; b`);
  });

  it('drops styles and comments with what is in them, and leaves those that are never closed', () => {
    expect(plainText('a<style media="x">p { }</style >b<!-- c --><SCRIPT>1</SCRIPT>d', 'keep')).toBe('abd');
    expect(plainText('a <!-- b', 'keep')).toBe('a <!-- b');
    expect(plainText('a<script>b', 'keep')).toBe('ab');
    expect(plainText('a<script>b</style>c', 'keep')).toBe('abc');
  });

  it('leaves no hidden character, not even one that an entity made', () => {
    const text = plainText('a\u200Bb\u202Ec\uFEFF\u0007 d&#8203;e&shy;f\u00A0g', 'keep');
    expect(text).toBe('abc def g');
    expect(HIDDEN_CHARACTERS.test(text)).toBe(false);
  });

  it('makes all line ends one, or joins the lines', () => {
    expect(plainText('a\r\nb\rc\u2028d\n\n\n\ne', 'keep')).toBe('a\nb\nc\nd\n\ne');
    expect(plainText('a\r\n b\n\nc', 'join')).toBe('a b c');
  });
});

describe('cutting', () => {
  it('ends in an ellipsis within the length and never halves a character', () => {
    expect(cutText('abcdef', 6)).toBe('abcdef');
    expect(cutText('abcdefg', 6)).toBe('abcde…');
    expect(cutText('ab😀cd', 4)).toBe('ab…');
  });
});
