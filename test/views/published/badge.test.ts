import { describe, expect, it } from 'vitest';
import { badgeOf, badgePath, badgeSnippets, badgeSvg } from '../../../src/views/published/badge.ts';
import { readXml, type XmlNode } from './well-formed.ts';
import { market } from '../fixture.ts';

const texts = (node: XmlNode): string[] =>
  node.children.filter((child) => child.name === 'text').map((child) => child.text);

describe('a badge', () => {
  it('says what the ranking says, by which method, as of when, and that the data are samples', () => {
    const inputs = market();
    const svg = readXml(badgeSvg(badgeOf(inputs, 0, 'en'), 'en'));
    const { version } = inputs.dataset.method;
    expect(texts(svg)).toEqual([
      inputs.dataset.site.name.en,
      'First group · place 1–2 of 3',
      `method ${version} · as of ${inputs.dataset.release.asOf} · sample data`,
    ]);
    expect(svg.attributes['role']).toBe('img');
    expect(badgeOf(inputs, 0, 'zh').standing).toBe('第一组 · 第 1–2 位 / 3 家');
    const real = { ...inputs, dataset: { ...inputs.dataset, site: { ...inputs.dataset.site, sampleData: false } } };
    expect(badgeOf(real, 0, 'en').basis).toBe(`method ${version} · as of ${inputs.dataset.release.asOf}`);
  });

  it('claims no place for a vendor without one', () => {
    const inputs = market();
    const by = (status: string): string =>
      badgeOf(
        inputs,
        inputs.dataset.vendors.findIndex((v) => v.status === status),
        'en',
      ).standing;
    expect(badgeOf(inputs, 3, 'en').standing).toBe('Assessed · not enough evidence for a rank');
    expect([by('listed'), by('withdrawn')]).toEqual(['Listed · not assessed', 'Withdrawn']);
  });

  it('is well-formed whatever the site is called', () => {
    const inputs = market();
    const name = { zh: '<script>alert(1)</script>&"\'', en: 'A & <B>' };
    const odd = { ...inputs, dataset: { ...inputs.dataset, site: { ...inputs.dataset.site, name } } };
    expect(texts(readXml(badgeSvg(badgeOf(odd, 0, 'zh'), 'zh')))[0]).toBe(name.zh);
    expect(badgeSvg(badgeOf(odd, 0, 'zh'), 'zh')).not.toContain('<script');
  });

  it('comes with snippets in which a name is only text', () => {
    const inputs = market();
    const badge = badgeOf(inputs, 0, 'en');
    const { html, markdown } = badgeSnippets(
      inputs,
      'alpha',
      '"><img src=x onerror=alert(1)> ](https://evil.example) [',
      badge,
      'en',
    );
    expect(html.match(/<[a-z/]+/g)).toEqual(['<a', '<img', '</a']);
    expect(html).toContain(`src="${inputs.dataset.site.url}${badgePath('alpha', 'en')}"`);
    expect(markdown.match(/(?<!\\)[\]][(]/g)).toHaveLength(2);
    expect(badgePath('alpha', 'zh')).toBe('/badges/alpha.svg');
  });
});
