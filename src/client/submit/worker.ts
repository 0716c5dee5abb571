/** Where drafts are read, checked and scored, away from the page: YAML, schemas and scoring are loaded here only. */
import * as z from 'zod';
import { type Inspector, inspector } from '../../submit/inspect.ts';
import { joining } from '../../submit/told.ts';
import type { SubmitMarket, SubmitRules } from '../../schema/submit-files.ts';
import { readText } from '../../submit/read-text.ts';
import { toldProblem } from '../../submit/told-problem.ts';
import type { Language } from '../../i18n/language.ts';
import type { FromWorker, Read, ToWorker } from './messages.ts';

// Schemas compiled with `new Function` would offend the content security policy.
z.config({ jitless: true });

let open: Inspector | undefined;
let rules: SubmitRules | undefined;
let market: SubmitMarket | undefined;
let language: Language = 'zh';

function read(text: string, slug: string): Read {
  const found = readText(text, slug);
  return 'draft' in found ? found : { problems: found.problems.map((problem) => toldProblem(problem, language).text) };
}

async function answer(message: ToWorker): Promise<FromWorker | undefined> {
  switch (message.kind) {
    case 'open':
      ({ language, rules, market } = message);
      open = inspector(message.rules, message.market, language);
      return { kind: 'opened', turn: message.turn };
    case 'inspect':
      return (
        open && { kind: 'inspected', turn: message.turn, inspection: open.inspect(message.inspected, message.known) }
      );
    case 'join':
      return (
        rules &&
        market && { kind: 'joined', turn: message.turn, known: joining(rules, market, message.told, message.slug) }
      );
    case 'read':
      return { kind: 'read', turn: message.turn, ...read(message.text, message.slug) };
    case 'slug':
      // The readings of all characters are larger than everything else here together.
      return { kind: 'slug', turn: message.turn, slug: (await import('../../load/slug.ts')).slugOf(message.name) };
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void answer(data).then((given) => {
    if (given !== undefined) postMessage(given);
  });
});
