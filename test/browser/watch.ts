/**
 * Watches a page for whatever a hostile text could cause: code that runs, requests, elements and attributes that no page of ours
 * has, and texts that are lost. `watch.test.ts` shows it each of these, so that none can go unnoticed because nobody looked.
 */
import type { Page } from 'playwright-core';
import type { Lab, Visit } from './harness.ts';

/** Opens a page that is watched from before its first script on. Its faults are complete after `settled`. */
export async function watched(lab: Lab, path: string): Promise<Visit> {
  const visit = await lab.visit('/404.html');
  const { page, faults } = visit;
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => faults.push(`popup: ${popup.url()}`));
  page.on('download', (download) => faults.push(`download: ${download.url()}`));
  page.on('websocket', (socket) => faults.push(`websocket: ${socket.url()}`));
  await page.addInitScript(
    'addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`));',
  );
  await page.goto(lab.base + path, { waitUntil: 'load' });
  return visit;
}

/** Milliseconds, on the page's own clock, in which what a page has started by itself shows. */
const SETTLING = 30;

/** Everything wrong with an open page so far: its faults, and what `INSPECTION` finds in it. Empty for a page that is well. */
export async function troubles({ page, faults }: Pick<Visit, 'page' | 'faults'>): Promise<string[]> {
  // A timer, a focus or an image that fails comes after the page is loaded.
  await page.evaluate(`new Promise((done) => setTimeout(done, ${SETTLING}))`);
  return [...faults, ...(await page.evaluate<string[]>(INSPECTION))];
}

/** Elements and attributes that no page may have, whatever is written on it. */
const INSPECTION = `(() => {
  const wrong = [];
  for (const e of document.querySelectorAll('*')) {
    const name = e.localName;
    if (['iframe', 'object', 'embed', 'base', 'style', 'template', 'marquee', 'math', 'animate', 'set'].includes(name)) wrong.push(name);
    if (name === 'script' && !e.src && !['application/ld+json', 'application/json'].includes(e.type)) wrong.push('inline script');
    if (name === 'meta' && /refresh/i.test(e.httpEquiv)) wrong.push('refresh');
    for (const { name: attribute, value } of e.attributes) {
      if (/^on/i.test(attribute) || ['style', 'srcdoc', 'autofocus'].includes(attribute)) wrong.push(name + ' ' + attribute);
      if (!['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster'].includes(attribute)) continue;
      const { protocol, host } = new URL(value, location.href);
      if (!['http:', 'https:', 'mailto:', 'tel:', 'blob:'].includes(protocol)) wrong.push(name + ' ' + value);
      // Links lead elsewhere; nothing else may.
      if (['action', 'formaction', 'src'].includes(attribute) && host !== location.host && protocol !== 'blob:') wrong.push(name + ' ' + value);
    }
  }
  return wrong;
})()`;

/** The text that a reader can get to see, runs of blanks made one: without what stands in scripts, closed details included. */
export function shownText(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const body = document.body.cloneNode(true);
    for (const hidden of body.querySelectorAll('script, style, noscript, template')) hidden.remove();
    return body.textContent.replace(/\\s+/g, ' ');
  })()`);
}

/** Which of the texts do not stand in `shown`, the result of `shownText`. */
export function lostIn(shown: string, texts: readonly string[]): string[] {
  return texts.filter((text) => !shown.includes(text.replace(/\s+/g, ' ').trim()));
}
