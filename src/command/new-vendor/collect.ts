/** Brings together what flags and a person tell. */
import { newVendorLabels } from '../../i18n/labels/new-vendor.ts';
import type { Language } from '../../schema/text.ts';
import { withoutPersonalData } from '../../validate/personal-data.ts';
import { WrongUse } from '../arguments.ts';
import type { Answers, Choice, Field, Flag } from './fields.ts';
import type { Judge } from './judge.ts';

/** Puts a question and gives the line that was answered; undefined when nobody will answer any more. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Choices listed with a question at most. */
const MOST_LISTED = 40;

/** Values that were taken, or why they were not. */
type Held = { values: string[] } | { why: string };

/**
 * Takes what the flags say and asks for the rest; without `ask` suggestions stand in for answers. What cannot be taken is asked
 * again at once.
 * @throws WrongUse with everything that is wrong or missing, when nobody is there to be asked.
 */
export async function collect(
  fields: readonly Field[],
  flags: Answers,
  ask: Ask | undefined,
  judge: Judge,
  language: Language,
): Promise<Answers> {
  const t = newVendorLabels[language];
  const told: Answers = {};
  const faults = new Map<Flag, string>();
  let asking = ask;
  for (const field of fields) {
    const given = flags[field.flag];
    let held = given === undefined ? undefined : holds(field, given, told, judge);
    let fault =
      held !== undefined && 'why' in held
        ? `--${field.flag} ${withoutPersonalData(given?.join(',') ?? '')}: ${held.why}`
        : undefined;
    if (asking !== undefined && (fault !== undefined || (held === undefined && field.asked(told)))) {
      const answered = await put(field, told, asking, judge, fault, language);
      if ('ended' in answered) {
        asking = undefined;
        fault = answered.ended ?? fault;
      } else {
        held = answered;
        fault = undefined;
      }
    }
    if (held === undefined && fault === undefined && asking === undefined) {
      const suggestion = field.suggestion(told);
      if (suggestion !== undefined) held = { values: [suggestion] };
    }
    if (fault !== undefined) faults.set(field.flag, fault);
    else if (held !== undefined && 'values' in held && held.values.length > 0) told[field.flag] = held.values;
    else if (field.needed(told) && !(field.orElse !== undefined && faults.has(field.orElse)))
      faults.set(
        field.flag,
        t.missing(field.orElse === undefined ? `--${field.flag}` : t.either(`--${field.orElse}`, `--${field.flag}`)),
      );
  }
  if (faults.size > 0)
    throw new WrongUse(
      [t.nothingWritten(faults.size), ...[...faults.values()].map((fault) => `  ${fault}`)].join('\n'),
    );
  return told;
}

/**
 * Asks one field until its answer can be taken; no values when it was skipped. When nobody answers any more: why the last answer
 * was not taken.
 * @param before what was wrong with the value of an option.
 */
async function put(
  field: Field,
  told: Answers,
  ask: Ask,
  judge: Judge,
  before: string | undefined,
  language: Language,
): Promise<{ values: string[] } | { ended: string | undefined }> {
  const t = newVendorLabels[language];
  const suggestion = field.suggestion(told);
  const choices = field.choices(told);
  const lines = [
    ...(before === undefined ? [] : [t.again(before)]),
    `${t.questions[field.flag]}${suggestion === undefined ? '' : ` ${t.suggested(suggestion)}`}`,
    ...(choices === undefined || choices.length === 0 ? [] : [t.choices(listOf(choices, language))]),
    '> ',
  ];
  let question = lines.join('\n');
  let last: string | undefined;
  for (;;) {
    const line = await ask(question);
    if (line === undefined) return { ended: last };
    const given = line.trim() === '' ? suggestion : line.trim();
    if (given === undefined && !field.needed(told)) return { values: [] };
    const held: Held = given === undefined ? { why: t.faults.needed } : holds(field, [given], told, judge);
    if ('values' in held) return held;
    last = `--${field.flag} ${withoutPersonalData(line.trim())}: ${held.why}`;
    question = `${t.again(held.why)}\n${t.questions[field.flag]}\n> `;
  }
}

function listOf(choices: readonly Choice[], language: Language): string {
  const shown = choices.slice(0, MOST_LISTED).map((c) => (c.name === undefined ? c.id : `${c.id} ${c.name[language]}`));
  return shown.join(language === 'zh' ? '，' : ', ') + (choices.length > MOST_LISTED ? ' …' : '');
}

/** The values in canonical form, or why one of them cannot be taken: the question's own reasons first, then the rules of the file. */
function holds(field: Field, given: readonly string[], told: Answers, judge: Judge): Held {
  const parts = field.several ? given.flatMap((g) => g.split(/[,，、]/)) : [...given];
  const values: string[] = [];
  for (const part of parts.map((p) => p.trim()).filter((p) => p !== '')) {
    const one = field.take(part, told);
    if ('why' in one) return one;
    if (!values.includes(one.value)) values.push(one.value);
  }
  const faults = values.length === 0 ? [] : judge(field.flag, { ...told, [field.flag]: values });
  return faults.length === 0 ? { values } : { why: faults.join('\n    ') };
}
