import { describe, expect, it } from 'vitest';
import { barMarkup } from '../../src/components/bar.ts';
import { html } from '../../src/components/markup.ts';
import { said } from '../../src/components/said.ts';

const hostile = `</b><script>alert("x")</script>&'`;
const harmless = '&lt;/b&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;';

describe('markup', () => {
  it('escapes words in text and in attributes, also within lists', () => {
    expect(html`<b title="${hostile}">${hostile}</b>`.toString()).toBe(`<b title="${harmless}">${harmless}</b>`);
    expect(html`${[hostile, html`<i>${hostile}</i>`]}`.toString()).toBe(`${harmless}<i>${harmless}</i>`);
  });

  it('keeps markup, writes numbers, and leaves out nothing and false but not zero', () => {
    expect(html`${html`<b>1</b>`}${0}${undefined}${false}${-1.5}`.toString()).toBe('<b>1</b>0-1.5');
  });

  it('takes an object that only looks like markup for no markup', () => {
    const forged = [{ toString: () => '<script>' }] as unknown as readonly string[];
    expect(() => html`${forged}`).toThrow(TypeError);
  });

  it('marks words that are in the other language', () => {
    expect(said({ text: 'A & B', lang: 'en' }).toString()).toBe('<span lang="en">A &amp; B</span>');
    expect(said({ text: '甲' }).toString()).toBe('甲');
  });

  it('draws a bar that is spoken only when it has words', () => {
    const bar = { stem: 'M0 5H29', block: 'M29 5H42', notch: undefined };
    expect(barMarkup(bar, 52, undefined).toString()).toBe(
      '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><path d="M0 5H29"></path><path class="n" d="M29 5H42"></path><path class="k" d="M52 0v10"></path></svg>',
    );
    expect(barMarkup(bar, undefined, '"36"').toString()).toContain('role="img" aria-label="&quot;36&quot;"><path');
  });
});
