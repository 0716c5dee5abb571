/** Asks for a vendor's data at a terminal: the fields, then prices, evidence and answers, each answer judged at once. */
import { confirm, isCancel, log, multiselect, select, text } from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';
import { newVendorLabels } from '../../i18n/labels/new-vendor.ts';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { submitLabels } from '../../i18n/labels/submit.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { Criterion } from '../../schema/framework.ts';
import { TIERS } from '../../schema/method.ts';
import type { Language } from '../../schema/text.ts';
import { ANSWER_STATES, PRICE_PERIODS } from '../../schema/vendor.ts';
import { type Draft, type DraftPath, listIn, textIn, withValue } from '../../submit/draft.ts';
import { usualCurrency } from '../../views/browser/submit-files.ts';
import { type Choice, type Entry, type Field, FLAGS, withAnswer } from './fields.ts';

/** What is wrong at `at` of a draft, by the rules of the finished file; each with its field, what to do and the rule. */
export type Judge = (draft: Draft, at: DraftPath) => string[];

/** Where questions are shown and keys come from. */
export interface Terminal {
  input: Readable;
  output: Writable;
}

/** Thrown when the person asked gives up, by Ctrl-C or Esc. */
export class Cancelled extends Error {}

/** Entries of a list shown at a time. */
const MAX_SHOWN = 12;

export class Prompter {
  readonly #terminal: Terminal;
  readonly #judge: Judge;
  readonly #language: Language;

  constructor(terminal: Terminal, judge: Judge, language: Language) {
    this.#terminal = terminal;
    this.#judge = judge;
    this.#language = language;
  }

  /** Asks for one field until the answer can be taken. @param before what was wrong with the value of an option. */
  async field(field: Field, entry: Entry, before?: string): Promise<Entry> {
    const question = newVendorLabels[this.#language].questions[field.flag];
    if (before !== undefined) this.#fault(before);
    const choices = field.choices(entry);
    if (field.flag === 'contact') return { ...entry, draft: await this.#contacts(entry.draft, choices ?? []) };
    for (;;) {
      const values =
        choices === undefined
          ? [await this.#text(question, { suggestion: field.suggestion(entry), needed: field.needed(entry), fault })]
          : field.several
            ? await this.#several(question, choices)
            : [await this.#one(question, choices, field.suggestion(entry), !field.needed(entry))];
      const filled = withAnswer(
        entry,
        field,
        values.filter((value) => value !== ''),
      );
      const faults = choices === undefined ? [] : this.#judge(filled.draft, FLAGS[field.flag]);
      if (faults.length === 0) return filled;
      this.#fault(faults.join('\n'));
    }

    /** Free text is judged before it is taken, so that it can be mended in place. */
    function fault(value: string, judge: Judge): string | undefined {
      const taken = field.take(value, entry);
      if ('why' in taken) return taken.why;
      if (field.flag === 'slug') return undefined;
      return judge(withAnswer(entry, field, [taken.value]).draft, FLAGS[field.flag]).join('\n') || undefined;
    }
  }

  /** Any number of prices. */
  async prices(draft: Draft, dataset: Dataset): Promise<Draft> {
    const { directory, release } = dataset;
    const { fields, add } = submitLabels[this.#language];
    const periods = PRICE_PERIODS.map((id) => ({
      id,
      name: { zh: scoreLabels.zh.periods[id], en: scoreLabels.en.periods[id] },
    }));
    return this.#entries(draft, 'prices', add.price, async (before, at) => {
      let next = await this.#choice(before, [...at, 'service'], fields.service, directory.services);
      next = await this.#choice(next, [...at, 'basis'], fields.basis, directory.priceBases);
      next = await this.#value(next, [...at, 'amount'], fields.amount, { needed: true, number: true });
      next = await this.#value(next, [...at, 'upTo'], fields.upTo, { number: true });
      next = await this.#value(next, [...at, 'currency'], fields.currency, { suggestion: usualCurrency(dataset) });
      next = await this.#choice(next, [...at, 'period'], fields.period, periods, 'month');
      return this.#value(next, [...at, 'observedOn'], fields.observedOn, { suggestion: release.asOf });
    });
  }

  /** Any number of pieces of evidence. Observed evidence is entered by editors alone. */
  async evidence(draft: Draft, { release }: Dataset): Promise<Draft> {
    const { fields, add } = submitLabels[this.#language];
    const tiers = TIERS.filter((tier) => tier !== 'observed').map((id) => ({
      id,
      name: { zh: scoreLabels.zh.tiers[id], en: scoreLabels.en.tiers[id] },
    }));
    return this.#entries(draft, 'evidence', add.evidence, async (before, at) => {
      let next = await this.#value(before, [...at, 'id'], `${fields.id} (id)`, {
        suggestion: `evidence-${Number(at[1]) + 1}`,
      });
      next = await this.#choice(next, [...at, 'tier'], fields.tier, tiers, 'documented');
      next = await this.#value(next, [...at, 'url'], fields.url);
      next = await this.#value(next, [...at, 'lastLooked'], fields.lastLooked, { suggestion: release.asOf });
      next = await this.#value(next, [...at, 'lastConfirmed'], fields.lastConfirmed, { suggestion: release.asOf });
      next = await this.#value(next, [...at, 'expires'], fields.expires);
      return this.#value(next, [...at, 'note', this.#language], fields.note, {
        needed: textIn(next, [...at, 'url']) === '',
      });
    });
  }

  /** The answers to the criteria of those dimensions that the person wants to answer now. */
  async answers(draft: Draft, { frameworks }: Dataset): Promise<Draft> {
    let next = draft;
    for (const framework of frameworks) {
      for (const dimension of framework.dimensions) {
        const criteria = dimension.criteria.filter((criterion) => criterion.measure !== undefined);
        const title = `${framework.name[this.#language]} › ${dimension.name[this.#language]}`;
        if (criteria.length === 0 || !(await this.yes(newVendorLabels[this.#language].answerNow(title), false)))
          continue;
        for (const criterion of criteria)
          next = await this.#answer(next, ['answers', framework.id, criterion.id], criterion);
      }
    }
    return next;
  }

  async yes(question: string, initial: boolean): Promise<boolean> {
    const { yes, no } = newVendorLabels[this.#language];
    return answered(
      await confirm({ ...this.#terminal, message: question, active: yes, inactive: no, initialValue: initial }),
    );
  }

  async #answer(draft: Draft, at: DraftPath, { name, measure, facets }: Criterion): Promise<Draft> {
    const language = this.#language;
    const title = name[language];
    let next = draft;
    if (measure?.kind === 'number') {
      next = await this.#value(next, [...at, 'value'], title, { number: true });
    } else if (measure?.kind === 'level') {
      next = await this.#choice(next, [...at, 'level'], title, measure.levels);
    } else {
      const states = ANSWER_STATES.filter((state) => state !== 'unknown').map((id) => ({
        id,
        name: { zh: submitLabels.zh.states[id], en: submitLabels.en.states[id] },
      }));
      for (const facet of facets) {
        const place = [...at, 'facets', facet.id];
        const state = await this.#one(`${title}: ${facet.name[language]}`, states, undefined, true);
        if (state !== 'not-applicable') next = withValue(next, place, state === '' ? undefined : state);
        else {
          next = withValue(next, place, { state });
          next = await this.#value(next, [...place, 'reason', language], submitLabels[language].fields.reason, {
            needed: true,
          });
        }
      }
    }
    const evidence = listIn(draft, ['evidence']).map((_, i) => ({ id: textIn(draft, ['evidence', i, 'id']) }));
    if (next === draft || evidence.length === 0) return next;
    const cited = await this.#several(`${title}: ${submitLabels[language].attachLabel}`, evidence);
    return cited.length === 0 ? next : withValue(next, [...at, 'evidence'], cited);
  }

  /** Entries of a list as long as the person wants another; one with faults is asked for anew. */
  async #entries(
    draft: Draft,
    list: 'prices' | 'evidence',
    question: string,
    ask: (draft: Draft, at: readonly ['prices' | 'evidence', number]) => Promise<Draft>,
  ): Promise<Draft> {
    let kept = draft;
    while (await this.yes(`${question}?`, false)) {
      const at = [list, listIn(kept, [list]).length] as const;
      const next = await ask(kept, at);
      const faults = this.#judge(next, at).filter((fault) => !fault.includes('[evidence-unused]'));
      if (faults.length === 0) kept = next;
      else this.#fault(faults.join('\n'));
    }
    return kept;
  }

  /** The vendor's text for each channel of the directory. */
  async #contacts(draft: Draft, channels: readonly Choice[]): Promise<Draft> {
    let next = draft;
    for (const { id, name } of channels)
      next = await this.#value(next, ['contacts', id], name?.[this.#language] ?? id, { keepIfEmpty: true });
    return next;
  }

  /** The draft with a line of text, or a number, at `at`. */
  async #value(
    draft: Draft,
    at: DraftPath,
    question: string,
    { suggestion, needed = false, number = false, keepIfEmpty = false }: Partial<ValueForm> = {},
  ): Promise<Draft> {
    const of = (value: string): unknown => (number && Number.isFinite(Number(value)) ? Number(value) : value);
    const value = await this.#text(question, {
      suggestion,
      needed,
      fault: (given, judge) => judge(withValue(draft, at, of(given)), at).join('\n') || undefined,
    });
    return value === '' && keepIfEmpty ? draft : withValue(draft, at, value === '' ? undefined : of(value));
  }

  /** The draft with one of the choices at `at`; without choices as it is. */
  async #choice(
    draft: Draft,
    at: DraftPath,
    question: string,
    choices: readonly Choice[],
    initial?: string,
  ): Promise<Draft> {
    if (choices.length === 0) return draft;
    const value = await this.#one(question, choices, initial, initial === undefined);
    return withValue(draft, at, value === '' ? undefined : value);
  }

  async #text(question: string, { suggestion, needed, fault }: TextForm): Promise<string> {
    const t = newVendorLabels[this.#language];
    const value = answered(
      await text({
        ...this.#terminal,
        message: question,
        placeholder: suggestion ?? (needed ? t.faults.needed : t.skipped),
        ...(suggestion === undefined ? {} : { defaultValue: suggestion }),
        validate: (given = '') => {
          const line = given.trim() === '' ? (suggestion ?? '') : given.trim();
          if (line === '') return needed ? t.faults.needed : undefined;
          const why = fault(line, this.#judge);
          return why === undefined ? undefined : t.again(why);
        },
      }),
    );
    const line = (value as string | undefined)?.trim() ?? '';
    return line === '' ? (suggestion ?? '') : line;
  }

  async #one(
    question: string,
    choices: readonly Choice[],
    initial: string | undefined,
    skippable: boolean,
  ): Promise<string> {
    const skip = skippable ? [{ value: '', label: newVendorLabels[this.#language].skipped }] : [];
    return answered(
      await select({
        ...this.#terminal,
        message: question,
        options: [...skip, ...choices.map((choice) => this.#option(choice))],
        ...(initial === undefined ? {} : { initialValue: initial }),
        maxItems: MAX_SHOWN,
        showInstructions: false,
      }),
    );
  }

  async #several(question: string, choices: readonly Choice[]): Promise<string[]> {
    return answered(
      await multiselect({
        ...this.#terminal,
        message: `${question} ${newVendorLabels[this.#language].severalKeys}`,
        options: choices.map((choice) => this.#option(choice)),
        required: false,
        maxItems: MAX_SHOWN,
        showInstructions: false,
      }),
    );
  }

  #option({ id, name }: Choice): { value: string; label: string } {
    return { value: id, label: name === undefined ? id : `${name[this.#language]} (${id})` };
  }

  #fault(why: string): void {
    log.error(newVendorLabels[this.#language].again(why), this.#terminal);
  }
}

interface ValueForm {
  suggestion: string | undefined;
  needed: boolean;
  /** Whether a number is stored as one; other text stays for the rules to refuse. */
  number: boolean;
  keepIfEmpty: boolean;
}

interface TextForm extends Pick<ValueForm, 'suggestion' | 'needed'> {
  /** Why a line cannot be taken. */
  fault: (line: string, judge: Judge) => string | undefined;
}

/** @throws Cancelled when the prompt was left without an answer. */
function answered<T>(value: T): Exclude<T, symbol> {
  if (isCancel(value)) throw new Cancelled();
  return value as Exclude<T, symbol>;
}
