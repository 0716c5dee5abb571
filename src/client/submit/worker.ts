/** Where drafts are read, checked and scored, away from the page: YAML, schemas and scoring are loaded here only. */
import * as z from 'zod';
import type { Language } from '../../i18n/language.ts';
import type { SubmitMarket, SubmitRules } from '../../schema/submit-files.ts';
import { type Inspector, inspector, localizedProblem } from '../../submit/inspect.ts';
import { readText } from '../../submit/read-text.ts';
import { joining } from '../../submit/reported.ts';
import type { FromWorker, Read, ToWorker } from './worker-client.ts';

// Schemas compiled with `new Function` would offend the content security policy.
z.config({ jitless: true });

/** What the worker was opened with. */
let opened: { inspector: Inspector; rules: SubmitRules; market: SubmitMarket; language: Language } | undefined;

function read(text: string, slug: string, language: Language): Read {
  const found = readText(text, slug);
  return 'draft' in found
    ? found
    : { problems: found.problems.map((problem) => localizedProblem(problem, language).text) };
}

async function answer(message: ToWorker): Promise<FromWorker | undefined> {
  const { kind, turn } = message;
  if (kind === 'open') {
    const { rules, market, language } = message;
    opened = { inspector: inspector(rules, market, language), rules, market, language };
    return { turn };
  }
  // The readings of all characters are larger than everything else here together.
  if (kind === 'slug') return { turn, slug: (await import('../../load/slug.ts')).slugOf(message.name) };
  if (opened === undefined) return undefined;
  if (kind === 'inspect') return { turn, inspection: opened.inspector.inspect(message.inspected, message.known) };
  if (kind === 'join') return { turn, known: joining(opened.rules, opened.market, message.reports, message.slug) };
  return { turn, ...read(message.text, message.slug, opened.language) };
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void answer(data).then((given) => {
    if (given !== undefined) postMessage(given);
  });
});
