/**
 * What watches hostile pages sees each thing that it is there to see: every page below does one of them, and must be reported
 * for it; a harmless page must not be.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../hostile/written.ts';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';
import { lostIn, shownText, troubles, watched } from './watch.ts';

const folder = newFolder('watch');
let lab: Lab;
beforeAll(async () => {
  writeFileSync(join(folder, '404.html'), page('<p>none</p>'));
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  lab = await openLab(folder);
});
afterAll(async () => {
  await lab?.close();
  rmSync(folder, { recursive: true, force: true });
});

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="/icon.svg">${head}</head><body>${body}</body></html>`;
}

/** Opens a page of this markup as the hostile pages are opened. */
async function opened(html: string, script?: string): ReturnType<typeof watched> {
  const visit = await watched(lab, '/404.html');
  await visit.page.route(`${lab.base}/trial.html`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await visit.page.route(`${lab.base}/trial.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script ?? '' }),
  );
  await visit.page.route('https://attacker.example/**', (route) => route.fulfill({ body: '' }));
  await visit.page.goto(`${lab.base}/trial.html`, { waitUntil: 'load' });
  return visit;
}

describe('code that runs is reported:', () => {
  it.each([
    ['a dialog', 'alert("own")', 'dialog: own'],
    ['a question', 'confirm("sure")', 'dialog: sure'],
    ['a window', 'open("/popup.html")', /^popup: .*\/popup\.html$/],
    [
      'a download',
      'const a = document.createElement("a"); a.href = "data:text/plain,x"; a.download = "x"; a.click()',
      'download: data:text/plain,x',
    ],
    ['a connection', 'new WebSocket("wss://attacker.example/")', 'websocket: wss://attacker.example/'],
    ['an error message', 'console.error("broken")', 'console: broken'],
    ['an exception', 'throw new Error("thrown")', 'exception: thrown'],
    ['a promise that nobody awaits', 'Promise.reject(new Error("rejected"))', 'exception: rejected'],
    ['a request to another host', 'fetch("https://attacker.example/a")', 'request: https://attacker.example/a'],
    [
      'a page that goes to another host',
      'location.assign("https://attacker.example/b")',
      'request: https://attacker.example/b',
    ],
    [
      'a frame of another host',
      'document.body.append(Object.assign(document.createElement("iframe"), { src: "https://attacker.example/c" }))',
      'request: https://attacker.example/c',
    ],
  ] as const)('%s', async (_, script, fault) => {
    const visit = await opened(page('<p>text</p><script src="/trial.js"></script>'), script);
    const wanted: unknown = typeof fault === 'string' ? fault : expect.stringMatching(fault);
    // A page that goes elsewhere cannot be inspected while it goes.
    await expect.poll(() => troubles(visit).catch(() => [])).toEqual(expect.arrayContaining([wanted]));
    await visit.close();
  });

  it('what comes a moment after the page has loaded', async () => {
    const visit = await opened(
      page('<p>text</p><script src="/trial.js"></script>'),
      'addEventListener("load", () => setTimeout(() => console.error("late"), 15))',
    );
    expect(await troubles(visit)).toContain('console: late');
    await visit.close();
  });

  it('an offence against the policy, by the directive', async () => {
    const policy = '<meta http-equiv="content-security-policy" content="script-src \'self\'; img-src \'self\' data:">';
    const visit = await opened(page('<p>text</p><script>1</script>', policy));
    expect(await troubles(visit)).toContain('console: policy: script-src-elem inline');
    await visit.close();
  });
});

const MARKUP: readonly [string, string][] = [
  ['<iframe></iframe>', 'iframe'],
  ['<object></object>', 'object'],
  ['<embed>', 'embed'],
  ['<base href="/">', 'base'],
  ['<style>p{}</style>', 'style'],
  ['<template><p>x</p></template>', 'template'],
  ['<marquee>x</marquee>', 'marquee'],
  ['<math></math>', 'math'],
  ['<svg><animate attributeName="href"></animate></svg>', 'animate'],
  ['<svg><set attributeName="href"></set></svg>', 'set'],
  ['<script>1</script>', 'inline script'],
  ['<script type="module">1</script>', 'inline script'],
  ['<meta http-equiv="Refresh" content="9999;url=/">', 'refresh'],
  ['<b onclick="1">x</b>', 'b onclick'],
  ['<svg ONLOAD="1"></svg>', 'svg onload'],
  ['<b style="color:red">x</b>', 'b style'],
  ['<input autofocus>', 'input autofocus'],
  ['<a href="javascript:alert(1)">x</a>', 'a javascript:alert(1)'],
  ['<a href=" JaVaScRiPt:alert(1)">x</a>', 'a  JaVaScRiPt:alert(1)'],
  ['<a href="data:text/html,x">x</a>', 'a data:text/html,x'],
  ['<a href="vbscript:x">x</a>', 'a vbscript:x'],
  ['<svg><a xlink:href="javascript:alert(1)">x</a></svg>', 'a javascript:alert(1)'],
  ['<form action="https://attacker.example/"></form>', 'form https://attacker.example/'],
  ['<button formaction="https://attacker.example/">x</button>', 'button https://attacker.example/'],
  ['<img src="https://attacker.example/i.png">', 'img https://attacker.example/i.png'],
  ['<iframe srcdoc="x"></iframe>', 'iframe srcdoc'],
  ['<object data="javascript:1"></object>', 'object javascript:1'],
  ['<video poster="javascript:1"></video>', 'video javascript:1'],
];

it('markup that no page of ours has is reported, whatever it is', async () => {
  let markup = '';
  const visit = await watched(lab, '/404.html');
  await visit.page.route(`${lab.base}/trial.html`, (route) =>
    route.fulfill({ contentType: 'text/html', body: page(markup) }),
  );
  await visit.page.route('https://attacker.example/**', (route) => route.fulfill({ body: '' }));
  for (const [html, wrong] of MARKUP) {
    markup = html;
    await visit.page.goto(`${lab.base}/trial.html`);
    expect(await troubles(visit), html).toContain(wrong);
  }
  await visit.close();
});

it('a harmless page is reported for nothing', async () => {
  const links =
    '<a href="https://good.example/">a</a> <a href="mailto:a@good.example">b</a> <a href="tel:1">c</a> <a href="#d">d</a>';
  const visit = await opened(
    page(
      `<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>${links}<form action="/search/"></form><script type="application/ld+json">{}</script><script src="/trial.js"></script>`,
    ),
    '1',
  );
  expect(await troubles(visit)).toEqual([]);
  await visit.close();
});

it('a text counts as shown where a reader sees it or can open it, and nowhere else', async () => {
  const texts = [
    'plain text',
    '<b>marked</b>',
    'in details',
    'two  blanks',
    'in json',
    'in an attribute',
    'in a comment',
    'in noscript',
    'cut off at the e',
  ];
  const body =
    '<p>plain text, &lt;b&gt;marked&lt;/b&gt;</p><details><summary>more</summary>in details</details><p>two\nblanks</p><p>cut off at the</p>';
  const visit = await opened(
    page(
      `${body}<script type="application/json">"in json"</script><p title="in an attribute"></p><!-- in a comment --><noscript>in noscript</noscript>`,
    ),
  );
  expect(lostIn(await shownText(visit.page), texts)).toEqual([
    'in json',
    'in an attribute',
    'in a comment',
    'in noscript',
    'cut off at the e',
  ]);
  await visit.close();
});
