/** The vendor's particulars: names, code, status, licence, what it offers, contacts, interests. */
import { type DraftPath, textIn } from '../../submit/draft.ts';
import { FILE_SOURCES, VENDOR_STATUSES } from '../../schema/words.ts';
import { checkCharacter } from '../../validate/credit-code.ts';
import { make } from '../dom.ts';
import {
  button,
  dateField,
  fieldAround,
  lineField,
  linesField,
  numberField,
  type Option,
  pairField,
  radiosField,
  ticksField,
} from './controls.ts';
import type { Desk } from './form-controller.ts';

const CODE_LENGTH = 18;

/** Names, slug, code, status and the rest that a file begins with. */
export function identityFields(desk: Desk): HTMLElement[] {
  const { fields, hints } = desk.t;
  return [
    pairField(desk, ['name'], fields.name, { hint: hints.name, line: true }),
    slugField(desk),
    statusField(desk),
    ...sourceField(desk),
    lineField(desk, ['legalName'], fields.legalName, { optional: true }),
    codeField(desk),
    linesField(desk, ['aliases'], fields.aliases, { hint: hints.aliases, optional: true }),
    lineField(desk, ['website'], fields.website, {
      hint: hints.website,
      optional: true,
      attributes: { type: 'url', inputmode: 'url' },
    }),
    make(
      'div',
      'row',
      {},
      numberField(desk, ['founded'], fields.founded, { optional: true, attributes: { inputmode: 'numeric' } }),
      numberField(desk, ['staff'], fields.staff, { optional: true, attributes: { inputmode: 'numeric' } }),
    ),
    pairField(desk, ['about'], fields.about, { hint: hints.about, optional: true }),
  ];
}

/** The slug is the file's name, not a field of it; while nobody has written one it follows the name. */
function slugField(desk: Desk): HTMLElement {
  const { t } = desk;
  const input = make('input', '', {
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    maxlength: '64',
    'aria-describedby': 'c-slug-hint c-slug-fault',
  });
  input.id = 'c-slug';
  input.value = desk.slug;
  if (desk.base !== undefined) input.readOnly = true;
  const fault = make('p', 'fault', { id: 'c-slug-fault' });
  let own = desk.slug !== '';
  let touched = own;
  input.addEventListener('input', () => {
    own = input.value.trim() !== '';
    desk.slug = input.value.trim();
    desk.changed();
  });
  const root = make(
    'div',
    'entry',
    { 'data-field': 'slug' },
    make('label', '', { for: 'c-slug' }, t.fields.slug),
    input,
    make('p', 'hint', { id: 'c-slug-hint' }, t.hints.slug),
    fault,
  );
  root.addEventListener('focusout', () => {
    touched = true;
    show();
  });
  const show = (): void => {
    const found = desk.inspection?.slugFault;
    const text =
      found !== undefined && (touched || desk.strict || found === 'taken' || found === 'former')
        ? t.slugFaults[found]
        : '';
    if (fault.textContent !== text) fault.textContent = text;
    root.classList.toggle('faulty', text !== '');
  };
  let asked = '';
  desk.onChanged(() => {
    const name = textIn(desk.draft, ['name', 'zh']) || textIn(desk.draft, ['name', 'en']);
    if (own || desk.base !== undefined || name === asked) return;
    asked = name;
    void desk.bench.slug(name).then((slug) => {
      if (own || asked !== name || desk.slug === slug) return;
      desk.slug = slug;
      input.value = slug;
      desk.changed();
    });
  });
  desk.onInspected(show);
  return root;
}

function statusField(desk: Desk): HTMLElement {
  const { t } = desk;
  const withdrawn = textIn(desk.draft, ['status']) === 'withdrawn';
  const choices = VENDOR_STATUSES.filter((s) => s !== 'withdrawn' || withdrawn).map((value) => ({
    value,
    label: t.statuses[value],
    note: t.statusNotes[value],
  }));
  return radiosField(
    desk,
    ['status'],
    t.fields.status,
    choices,
    () => textIn(desk.draft, ['status']),
    (value) => desk.set(['status'], value),
    'status-entry',
  );
}

/** Who told what stands in the file: asked only of a file that names somebody, as imported ones do. */
function sourceField(desk: Desk): HTMLElement[] {
  const { t } = desk;
  const named = desk.draft['source'];
  if (named === undefined) return [];
  const own = textIn(desk.draft, ['source', 'kind']);
  const choices = FILE_SOURCES.filter((kind) => kind === 'vendor' || kind === own).map((value) => ({
    value,
    label: t.sources[value],
  }));
  // The vendor's own word needs no source; whoever was named before goes with it.
  return [
    radiosField(
      desk,
      ['source'],
      t.fields.source,
      choices,
      () => textIn(desk.draft, ['source', 'kind']) || 'vendor',
      (value) => desk.set(['source'], value === 'vendor' ? undefined : named),
    ),
  ];
}

/** The credit code, with a word on its check character at every keystroke. */
function codeField(desk: Desk): HTMLElement {
  const { t } = desk;
  const input = make('input', 'code', {
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: '24',
  });
  const at: DraftPath = ['creditCode'];
  input.value = textIn(desk.draft, at);
  const state = make('p', 'code-state', { role: 'status' });
  const show = (): void => {
    const code = textIn(desk.draft, at);
    const right = code.length === CODE_LENGTH && checkCharacter(code) === code[CODE_LENGTH - 1];
    state.textContent =
      code === '' ? '' : code.length < CODE_LENGTH ? t.codeShort(String(code.length)) : right ? `✓ ${t.codeRight}` : '';
  };
  const root = fieldAround(desk, at, t.fields.creditCode, input, { hint: t.hints.creditCode, optional: true }, state);
  input.addEventListener('input', () => {
    const code = input.value.replace(/[\s-]/g, '').toUpperCase();
    desk.set(at, code === '' ? undefined : code);
    show();
    // A whole code with a slip in it is told at once.
    if (code.length >= CODE_LENGTH) root.dispatchEvent(new FocusEvent('focusout'));
  });
  show();
  return root;
}

/** The licence: its state from the directory, number, issuer, days. */
export function licenceFields(desk: Desk): HTMLElement[] {
  const { t, language } = desk;
  const { licence } = desk.bench.rules.directory;
  if (licence === undefined) return [];
  const at: DraftPath = ['licence'];
  const choices = licence.states.map((s) => ({ value: s.id, label: s.name[language], note: s.note[language] }));
  const clear = button(t.remove, () => {
    desk.set(at, undefined);
    for (const input of root.querySelectorAll('input')) {
      if (input.type === 'radio') input.checked = false;
      else input.value = '';
    }
    for (const area of root.querySelectorAll('textarea')) area.value = '';
  });
  const root = make(
    'div',
    '',
    {},
    make('p', 'hint', {}, licence.about[language]),
    radiosField(
      desk,
      [...at, 'state'],
      t.fields.state,
      choices,
      () => textIn(desk.draft, [...at, 'state']),
      (value) => desk.set([...at, 'state'], value),
      'status-entry',
    ),
    lineField(desk, [...at, 'number'], t.fields.number, { optional: true }),
    pairField(desk, [...at, 'issuer'], t.fields.issuer, { line: true, optional: true }),
    make(
      'div',
      'row',
      {},
      dateField(desk, [...at, 'checkedOn'], t.fields.checkedOn, { optional: true }),
      dateField(desk, [...at, 'expires'], t.fields.expires, { optional: true, future: true }),
    ),
    clear,
  );
  return [root];
}

/** Services, industries, languages. */
export function offerFields(desk: Desk): HTMLElement[] {
  const { directory } = desk.bench.rules;
  const labels = desk.t.lists;
  return (['services', 'industries', 'languages'] as const)
    .filter((list) => directory[list].length > 0)
    .map((list) =>
      ticksField(
        desk,
        [list],
        labels[list],
        directory[list].map((entry): Option => ({ value: entry.id, label: entry.name[desk.language] })),
      ),
    );
}

/** One line for each public channel of the directory. */
export function contactFields(desk: Desk): HTMLElement[] {
  const { directory } = desk.bench.rules;
  const types = { web: 'url', telephone: 'tel', email: 'email', text: 'text' } as const;
  return directory.contacts.map((channel) =>
    lineField(desk, ['contacts', channel.id], channel.name[desk.language], {
      optional: true,
      attributes: { type: types[channel.kind] },
    }),
  );
}

/** Declared interests. */
export function interestFields(desk: Desk): HTMLElement[] {
  return [pairField(desk, ['interests'], desk.t.sections.interests, { hint: desk.t.hints.interests })];
}
