import { describe, expect, it } from 'vitest';
import { lettersOf, slugOf, wordsOf } from '../../src/load/slug.ts';
import { id } from '../../src/schema/text.ts';

describe('file names from names', () => {
  it.each([
    ['Café Müller & Söhne', 'cafe-muller-and-sohne'],
    ["O'Brien's  Ltd.", 'obriens-ltd'],
    ['晨光账房', 'chen-guang-zhang-fang'],
    ['绿野财税 Greenfield 2号', 'lv-ye-cai-shui-greenfield-2-hao'],
    ['ＡＢＣ', 'abc'],
    ['group-70', 'group-70'],
  ])('%s becomes %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is empty when nothing can be written in ASCII', () => {
    expect(slugOf('***')).toBe('');
  });

  it('is cut at a word and stays a valid id', () => {
    const slug = slugOf('a very long name '.repeat(10));
    expect(slug.length).toBeLessThanOrEqual(64);
    expect(id.safeParse(slug).success).toBe(true);
    expect(id.safeParse(slugOf('x'.repeat(200))).success).toBe(true);
  });
});

describe('what two spellings share', () => {
  it('ignores case, accents and punctuation, not letters', () => {
    expect(lettersOf('ACME, Ltd.')).toBe(lettersOf('Acme Ltd'));
    expect(lettersOf('明德')).not.toBe(lettersOf('铭德'));
  });

  it('makes words of a hyphenated name', () => {
    expect(wordsOf('silver-lake_bureau')).toBe('Silver Lake Bureau');
  });
});
