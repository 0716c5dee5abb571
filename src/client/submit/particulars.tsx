/** The vendor's particulars: names, code, status, licence, offices, what it offers, contacts, prices, interests. */
import type { ComponentChildren, TargetedEvent } from 'preact';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { submitLabels } from '../../i18n/labels/submit.ts';
import { colon } from '../../i18n/marks.ts';
import { FILE_SOURCES, PRICE_PERIODS, VENDOR_STATUSES } from '../../schema/words.ts';
import { type Draft, type DraftPath, listIn, textIn, withValue } from '../../submit/draft.ts';
import { checkCharacter } from '../../validate/credit-code.ts';
import { valueAt } from '../../schema/plain-data.ts';
import { language } from '../page.ts';
import { button, type Option } from '../ui.tsx';
import {
  controlId,
  dateField,
  Entry,
  field,
  lineField,
  linesField,
  numberField,
  pairField,
  radiosField,
  selectField,
  tick,
  ticksField,
} from './fields.tsx';
import type { FormController } from './form-controller.ts';

const t = submitLabels[language];
const { fields, hints } = t;

const CODE_LENGTH = 18;

type Named = readonly { id: string; name: { zh: string; en: string } }[];

function optionsOf(entries: Named): Option[] {
  return entries.map((entry) => ({ value: entry.id, label: entry.name[language] }));
}

/** Names, slug, code, status and the rest that a file begins with. */
export function identityFields(form: FormController) {
  const statuses = VENDOR_STATUSES.filter((s) => s !== 'withdrawn' || textIn(form.draft, ['status']) === s);
  return (
    <>
      {pairField(form, ['name'], fields.name, { hint: hints.name, line: true })}
      {slugField(form)}
      {radiosField(
        form,
        ['status'],
        fields.status,
        statuses.map((value) => ({ value, label: t.statuses[value], note: t.statusNotes[value] })),
        textIn(form.draft, ['status']),
        (value) => form.set(['status'], value),
        'status-entry',
      )}
      {sourceField(form)}
      {lineField(form, ['legalName'], fields.legalName, { optional: true })}
      {codeField(form)}
      {linesField(form, ['aliases'], fields.aliases, { hint: hints.aliases, optional: true })}
      {lineField(form, ['website'], fields.website, {
        hint: hints.website,
        optional: true,
        attributes: { type: 'url', inputmode: 'url' },
      })}
      <div class="row">
        {numberField(form, ['founded'], fields.founded, { optional: true, attributes: { inputmode: 'numeric' } })}
        {numberField(form, ['staff'], fields.staff, { optional: true, attributes: { inputmode: 'numeric' } })}
      </div>
      {pairField(form, ['about'], fields.about, { hint: hints.about, optional: true })}
    </>
  );
}

/** The slug is the file's name, not a field of it; while nobody has written one it follows the name. */
function slugField(form: FormController) {
  const found = form.inspection?.slugFault;
  const isShown = form.strict || form.isTouched('slug') || found === 'taken' || found === 'former';
  const fault = found !== undefined && isShown ? t.slugFaults[found] : '';
  const write = ({ currentTarget: { value } }: TargetedEvent<HTMLInputElement>): void => {
    form.ownSlug = value.trim() !== '';
    form.change(form.draft, value.trim());
  };
  return (
    <div class={fault === '' ? 'entry' : 'entry faulty'} data-field="slug" onFocusOut={() => form.touch('slug')}>
      <label for="c-slug">{fields.slug}</label>
      <input
        {...{ id: 'c-slug', type: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: false }}
        maxlength={64}
        readonly={form.base !== undefined}
        aria-describedby="c-slug-hint c-slug-fault"
        value={form.slug}
        onInput={write}
      />
      <p class="hint" id="c-slug-hint">
        {hints.slug}
      </p>
      <p class="fault" id="c-slug-fault">
        {fault}
      </p>
    </div>
  );
}

/** Who the file says it comes from: asked only of a file that names somebody, as imported ones do. */
function sourceField(form: FormController) {
  const named = form.source;
  if (named === undefined) return undefined;
  const own = textIn(named, ['kind']);
  const choices = FILE_SOURCES.filter((kind) => kind === 'vendor' || kind === own).map((value) => ({
    value,
    label: t.sources[value],
  }));
  // The vendor's own word needs no source, so the one named before goes.
  const write = (value: string): void => form.set(['source'], value === 'vendor' ? undefined : named);
  return radiosField(
    form,
    ['source'],
    fields.source,
    choices,
    textIn(form.draft, ['source', 'kind']) || 'vendor',
    write,
  );
}

/** The credit code, with a word on its check character at every keystroke. */
function codeField(form: FormController) {
  const at: DraftPath = ['creditCode'];
  const code = textIn(form.draft, at);
  const isRight = code.length === CODE_LENGTH && checkCharacter(code) === code[CODE_LENGTH - 1];
  const state = code === '' ? '' : code.length < CODE_LENGTH ? t.codeShort(String(code.length)) : `✓ ${t.codeRight}`;
  const write = ({ currentTarget: { value } }: TargetedEvent<HTMLInputElement>): void => {
    const typed = value.replace(/[\s-]/g, '').toUpperCase();
    form.set(at, typed === '' ? undefined : typed);
    // A slip in a whole code is shown at once.
    if (typed.length >= CODE_LENGTH) form.touch('creditCode');
  };
  const attributes = { autocapitalize: 'characters', spellcheck: false, maxlength: '24', class: 'code' };
  return field(
    form,
    at,
    fields.creditCode,
    { hint: hints.creditCode, optional: true, attributes },
    (own) => <input type="text" autocomplete="off" {...own} defaultValue={code} onInput={write} />,
    <p class="code-state" role="status">
      {code.length >= CODE_LENGTH && !isRight ? '' : state}
    </p>,
  );
}

/** The licence: its state from the directory, number, issuer, days. */
export function licenceFields(form: FormController) {
  const { licence } = form.worker.rules.directory;
  if (licence === undefined) return undefined;
  const state: DraftPath = ['licence', 'state'];
  const clear = (): void => {
    form.generation++;
    form.set(['licence'], undefined);
  };
  return (
    <div key={form.generation}>
      <p class="hint">{licence.about[language]}</p>
      {radiosField(
        form,
        state,
        fields.state,
        licence.states.map((s) => ({ value: s.id, label: s.name[language], note: s.note[language] })),
        textIn(form.draft, state),
        (value) => form.set(state, value),
        'status-entry',
      )}
      {lineField(form, ['licence', 'number'], fields.number, { optional: true })}
      {pairField(form, ['licence', 'issuer'], fields.issuer, { line: true, optional: true })}
      <div class="row">
        {dateField(form, ['licence', 'checkedOn'], fields.checkedOn, { optional: true })}
        {dateField(form, ['licence', 'expires'], fields.expires, { optional: true }, true)}
      </div>
      {button(t.remove, clear)}
    </div>
  );
}

/** Services, industries, languages. */
export function offerFields(form: FormController) {
  const { directory } = form.worker.rules;
  return (['services', 'industries', 'languages'] as const)
    .filter((list) => directory[list].length > 0)
    .map((list) => ticksField(form, [list], t.lists[list], optionsOf(directory[list])));
}

/** One line for each public channel of the directory. */
export function contactFields(form: FormController) {
  const types = { web: 'url', telephone: 'tel', email: 'email', text: 'text' } as const;
  return form.worker.rules.directory.contacts.map((channel) =>
    lineField(form, ['contacts', channel.id], channel.name[language], {
      optional: true,
      attributes: { type: types[channel.kind] },
    }),
  );
}

/** A list whose entries are small forms, drawn by `entry`; `fresh` is what a new entry begins with. */
function listFields(
  form: FormController,
  key: string,
  title: string,
  add: string,
  fresh: Draft,
  entry: (at: DraftPath) => ComponentChildren,
) {
  const list = listIn(form.draft, [key]);
  const rootOf = (element: HTMLElement): Element | null => element.closest(`[data-field="${key}"]`);
  const remove = (i: number, pressed: HTMLElement): void => {
    const adder = rootOf(pressed)?.querySelector<HTMLElement>('button.quiet');
    form.generation++;
    form.change(withValue(form.draft, [key, i], undefined));
    adder?.focus();
  };
  const append = (pressed: HTMLElement): void => {
    form.set([key, list.length], fresh);
    form.drawNow();
    rootOf(pressed)?.querySelector<HTMLElement>('.entry-block:last-child :is(select, input)')?.focus();
  };
  return (
    <Entry form={form} at={[key]} name={title} class="">
      <div class="entries" key={form.generation}>
        {list.map((_, i) => {
          const name = `${title} ${i + 1}`;
          return (
            <Entry form={form} at={[key, i]} name={name} class="entry-block" role="group" aria-label={name}>
              {entry([key, i])}
              <button
                type="button"
                class="plain"
                aria-label={`${t.remove}${colon(language)}${name}`}
                onClick={(event) => remove(i, event.currentTarget)}
              >
                {t.remove}
              </button>
            </Entry>
          );
        })}
      </div>
      <button type="button" class="quiet" onClick={(event) => append(event.currentTarget)}>
        {add}
      </button>
    </Entry>
  );
}

/** Offices: region, then city; one of them may be the main one. */
export function officeFields(form: FormController) {
  const { regions } = form.worker.rules.directory;
  const fresh = listIn(form.draft, ['offices']).length === 0 ? { main: true } : {};
  const citiesOf = (region: string): Named => regions.find((r) => r.id === region)?.cities ?? [];
  return listFields(form, 'offices', t.sections.offices, t.add.office, fresh, (at) => {
    const main = [...at, 'main'];
    const chooseRegion = (region: string): void => {
      const cities = citiesOf(region);
      form.set([...at, 'region'], region === '' ? undefined : region);
      form.set([...at, 'city'], cities.length === 1 ? cities[0]?.id : undefined);
    };
    const cities = optionsOf(citiesOf(textIn(form.draft, [...at, 'region'])));
    return (
      <>
        <div class="row">
          {selectField(form, [...at, 'region'], fields.region, optionsOf(regions), { kind: 'short' }, chooseRegion)}
          {selectField(form, [...at, 'city'], fields.city, cities, { kind: 'short' })}
        </div>
        {pairField(form, [...at, 'address'], fields.address, { line: true, optional: true })}
        <Entry form={form} at={main} name={fields.main} class="entry tick">
          {tick(
            fields.main,
            valueAt(form.draft, main) === true,
            (on) => form.set(main, on ? true : undefined),
            controlId(main),
          )}
        </Entry>
      </>
    );
  });
}

/** Prices: what for, how much, per what, seen when. */
export function priceFields(form: FormController) {
  const { asOf, currency, directory } = form.worker.rules;
  const periods = PRICE_PERIODS.map((value) => ({ value, label: scoreLabels[language].periods[value] }));
  const fresh = { currency, period: 'month', observedOn: asOf };
  const short = { kind: 'short' };
  const { services, priceBases } = directory;
  return (
    <>
      <p class="hint">{hints.prices}</p>
      {listFields(form, 'prices', t.sections.prices, t.add.price, fresh, (at) => (
        <>
          <div class="row">
            {services.length > 0 && selectField(form, [...at, 'service'], fields.service, optionsOf(services), short)}
            {priceBases.length > 0 && selectField(form, [...at, 'basis'], fields.basis, optionsOf(priceBases), short)}
          </div>
          <div class="row">
            {numberField(form, [...at, 'amount'], fields.amount)}
            {numberField(form, [...at, 'upTo'], fields.upTo, { optional: true })}
            {lineField(form, [...at, 'currency'], fields.currency, { ...short, attributes: { maxlength: '3' } })}
            {selectField(form, [...at, 'period'], fields.period, periods, short)}
            {dateField(form, [...at, 'observedOn'], fields.observedOn)}
          </div>
          {pairField(form, [...at, 'note'], fields.note, { line: true, optional: true })}
        </>
      ))}
    </>
  );
}

/** Declared interests. */
export function interestFields(form: FormController) {
  return pairField(form, ['interests'], t.sections.interests, { hint: hints.interests });
}
