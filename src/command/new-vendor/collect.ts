/** Brings together what flags and a person tell. */
import { newVendorLabels } from '../../i18n/labels/new-vendor.ts';
import type { Language } from '../../schema/text.ts';
import { WrongUse } from '../arguments.ts';
import type { Answers, Choice, Field, Flag } from './fields.ts';

/** Puts a question and gives the line that was answered; undefined when nobody will answer any more. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Choices listed with a question at most. */
const MOST_LISTED = 40;

/**
 * Takes what the flags say and asks for the rest; without `ask` suggestions stand in for answers.
 * @throws WrongUse when a flag's value cannot be taken or something needed is missing.
 */
export async function collect(fields: readonly Field[], flags: Answers, ask: Ask | undefined, language: Language): Promise<Answers> {
  const told: Answers = {};
  const missing: Flag[] = [];
  let asking = ask;
  for (const field of fields) {
    const given = flags[field.flag];
    let values = given === undefined ? undefined : taken(field, given, told);
    if (values !== undefined && 'why' in values) throw new WrongUse(`--${field.flag} ${given?.join(',') ?? ''}: ${values.why}`);
    if (values === undefined && asking !== undefined && field.asked(told)) {
      const answered = await put(field, told, asking, language);
      if (answered === 'ended') asking = undefined;
      else values = answered;
    }
    if (values === undefined && asking === undefined) {
      const suggestion = field.suggestion(told);
      if (suggestion !== undefined) values = [suggestion];
    }
    if (values !== undefined) told[field.flag] = values;
    else if (field.needed(told)) missing.push(field.flag);
  }
  if (missing.length > 0) throw new WrongUse(newVendorLabels[language].missing(missing.map((flag) => `--${flag}`).join(' ')));
  return told;
}

/** Asks one field until its answer can be taken; undefined when it was skipped. */
async function put(field: Field, told: Answers, ask: Ask, language: Language): Promise<string[] | undefined | 'ended'> {
  const t = newVendorLabels[language];
  const suggestion = field.suggestion(told);
  const choices = field.choices(told);
  const lines = [
    `${t.questions[field.flag]}${suggestion === undefined ? '' : ` ${t.suggested(suggestion)}`}`,
    ...(choices === undefined || choices.length === 0 ? [] : [t.choices(listOf(choices, language))]),
    '> ',
  ];
  let question = lines.join('\n');
  for (;;) {
    const line = await ask(question);
    if (line === undefined) return 'ended';
    const given = line.trim() === '' ? suggestion : line.trim();
    if (given === undefined && !field.needed(told)) return undefined;
    const values = given === undefined ? { why: t.faults.needed } : taken(field, [given], told);
    if (!('why' in values)) return values;
    question = `${t.again(values.why)}\n> `;
  }
}

function listOf(choices: readonly Choice[], language: Language): string {
  const shown = choices.slice(0, MOST_LISTED).map((c) => (c.name === undefined ? c.id : `${c.id} ${c.name[language]}`));
  return shown.join(language === 'zh' ? '，' : ', ') + (choices.length > MOST_LISTED ? ' …' : '');
}

/** The values in canonical form, or why one of them cannot be taken. */
function taken(field: Field, given: readonly string[], told: Answers): string[] | { why: string } {
  const parts = field.several ? given.flatMap((g) => g.split(/[,，、]/)) : [...given];
  const values: string[] = [];
  for (const part of parts.map((p) => p.trim()).filter((p) => p !== '')) {
    const one = field.take(part, told);
    if ('why' in one) return one;
    if (!values.includes(one.value)) values.push(one.value);
  }
  return values;
}
