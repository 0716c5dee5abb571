/** Fields that write into the draft: one line, several lines, a choice, a date, text in two languages. */
import { type DraftPath, listIn, textIn } from '../../submit/draft.ts';
import { make } from '../dom.ts';
import type { Desk } from './form-controller.ts';

/** Something to choose. */
export interface Option {
  value: string;
  label: string;
}

export interface FieldOptions {
  hint?: string | undefined;
  /** What problems call the field, where the label alone says too little. */
  told?: string;
  /** Attributes of the control. */
  attributes?: Readonly<Record<string, string>>;
  /** Class of the field's element. */
  kind?: string;
  optional?: boolean;
}

/** The id of the control of a path. */
export function controlId(at: DraftPath): string {
  return `c-${at.join('-')}`;
}

/** A label, a control, a hint and the place for a fault, connected for those who cannot see. */
export function fieldAround(
  desk: Desk,
  at: DraftPath,
  label: string,
  control: HTMLElement,
  { hint, told = label, kind = '', optional = false }: FieldOptions = {},
  ...more: HTMLElement[]
): HTMLElement {
  const id = controlId(at);
  control.id = id;
  const fault = make('p', 'fault', { id: `${id}-fault` });
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), `${id}-fault`].join(' ');
  control.setAttribute('aria-describedby', described);
  const root = make(
    'div',
    `entry ${kind}`.trim(),
    {},
    make('label', '', { for: id }, label, optional && make('small', '', {}, desk.t.hints.optional)),
    control,
    hint !== undefined && make('p', 'hint', { id: `${id}-hint` }, hint),
    ...more,
    fault,
  );
  desk.field(at, root, fault, told);
  return root;
}

/** One line of text. */
export function lineField(desk: Desk, at: DraftPath, label: string, options: FieldOptions = {}): HTMLElement {
  const input = make('input', '', { type: 'text', autocomplete: 'off', ...options.attributes });
  input.value = textIn(desk.draft, at);
  input.addEventListener('input', () => desk.set(at, input.value.trim() === '' ? undefined : input.value.trim()));
  return fieldAround(desk, at, label, input, options);
}

/** A day not after the one that counts as today, unless `future`. */
export function dateField(
  desk: Desk,
  at: DraftPath,
  label: string,
  options: FieldOptions & { future?: boolean } = {},
): HTMLElement {
  const limit = options.future === true ? {} : { max: desk.bench.rules.asOf };
  return lineField(desk, at, label, { ...options, attributes: { type: 'date', ...limit }, kind: 'short' });
}

/** A number; what is none is kept as text, for the check to tell. */
export function numberField(desk: Desk, at: DraftPath, label: string, options: FieldOptions = {}): HTMLElement {
  const input = make('input', '', { type: 'text', inputmode: 'decimal', autocomplete: 'off', ...options.attributes });
  input.value = textIn(desk.draft, at);
  input.addEventListener('input', () => {
    const text = input.value.trim();
    const value = Number(text);
    desk.set(at, text === '' ? undefined : Number.isFinite(value) ? value : text);
  });
  return fieldAround(desk, at, label, input, { kind: 'short', ...options });
}

/** Several lines of text. */
export function proseField(desk: Desk, at: DraftPath, label: string, options: FieldOptions = {}): HTMLElement {
  const area = make('textarea', '', { rows: '2', ...options.attributes });
  area.value = textIn(desk.draft, at);
  area.addEventListener('input', () => desk.set(at, area.value.trim() === '' ? undefined : area.value.trim()));
  return fieldAround(desk, at, label, area, options);
}

/** A list of words, one on each line. */
export function linesField(desk: Desk, at: DraftPath, label: string, options: FieldOptions = {}): HTMLElement {
  const area = make('textarea', '', { rows: '2' });
  area.value = listIn(desk.draft, at).join('\n');
  area.addEventListener('input', () => {
    const lines = area.value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    desk.set(at, lines.length === 0 ? undefined : lines);
  });
  return fieldAround(desk, at, label, area, options);
}

/** Text in Chinese and in English, either or both. */
export function pairField(
  desk: Desk,
  at: DraftPath,
  label: string,
  { hint, line = false, optional = false }: { hint?: string | undefined; line?: boolean; optional?: boolean } = {},
): HTMLElement {
  const id = controlId(at);
  const fault = make('p', 'fault', { id: `${id}-fault` });
  const one = (language: 'zh' | 'en'): HTMLElement => {
    const field = line ? lineField : proseField;
    const told = `${label} · ${desk.t.fields[language]}`;
    return field(desk, [...at, language], desk.t.fields[language], {
      told,
      attributes: { lang: language === 'zh' ? 'zh-CN' : 'en' },
    });
  };
  const root = make(
    'fieldset',
    'entry pair',
    { 'aria-describedby': hint === undefined ? `${id}-fault` : `${id}-hint ${id}-fault` },
    make('legend', '', {}, label, optional && make('small', '', {}, desk.t.hints.optional)),
    hint !== undefined && make('p', 'hint', { id: `${id}-hint` }, hint),
    make('div', 'pair-in', {}, one('zh'), one('en')),
    fault,
  );
  desk.field(at, root, fault, label);
  return root;
}

/** A choice from a list; the first entry chooses nothing. */
export function selectField(
  desk: Desk,
  at: DraftPath,
  label: string,
  choices: readonly Option[],
  options: FieldOptions & { chosen?: (value: string) => void } = {},
): HTMLElement {
  const select = make('select', '', {}, ...optionsOf(choices, desk.t.choose, textIn(desk.draft, at)));
  select.addEventListener('change', () => {
    desk.set(at, select.value === '' ? undefined : select.value);
    options.chosen?.(select.value);
  });
  return fieldAround(desk, at, label, select, options);
}

/** Options of a select; one that the list lacks is kept as it stands in the file. */
export function optionsOf(choices: readonly Option[], none: string, chosen: string): HTMLOptionElement[] {
  const known =
    choices.some((c) => c.value === chosen) || chosen === '' ? choices : [{ value: chosen, label: chosen }, ...choices];
  return [{ value: '', label: none }, ...known].map(({ value, label }) => {
    const option = make('option', '', { value }, label);
    option.selected = value === chosen;
    return option;
  });
}

/** Boxes to tick; the draft holds the ticked ones in the order of the list, unknown ones after them. */
export function ticksField(desk: Desk, at: DraftPath, label: string, choices: readonly Option[]): HTMLElement {
  const fault = make('p', 'fault', {});
  const boxes = choices.map(({ value, label: text }) => {
    const input = make('input', '', { type: 'checkbox', value });
    input.checked = listIn(desk.draft, at).includes(value);
    input.addEventListener('change', () => {
      const unknown = listIn(desk.draft, at).filter((own) => !choices.some((c) => c.value === own));
      const ticked = boxes.filter((box) => box.input.checked).map((box) => box.input.value);
      const all = [...ticked, ...unknown];
      desk.set(at, all.length === 0 ? undefined : all);
    });
    return { input, row: make('label', '', {}, input, make('span', '', {}, text)) };
  });
  const root = make(
    'fieldset',
    'entry ticks',
    {},
    make('legend', '', {}, label),
    make('div', 'ticks-in', {}, ...boxes.map((box) => box.row)),
    fault,
  );
  desk.field(at, root, fault, label);
  return root;
}

/** Buttons of which one is pressed. Writing is up to `write`. */
export function radiosField(
  desk: Desk,
  at: DraftPath,
  label: string | HTMLElement,
  choices: readonly (Option & { note?: string })[],
  read: () => string,
  write: (value: string) => void,
  kind = '',
): HTMLElement {
  const id = controlId(at);
  const fault = make('p', 'fault', {});
  const group = make('div', 'picks', { role: 'radiogroup', 'aria-labelledby': `${id}-label` });
  for (const { value, label: text, note } of choices) {
    const input = make('input', '', { type: 'radio', name: id, value });
    input.checked = read() === value;
    input.addEventListener('change', () => write(value));
    group.append(
      make(
        'label',
        value === 'unknown' ? 'open' : '',
        {},
        input,
        make('span', '', {}, text, note !== undefined && make('small', '', {}, note)),
      ),
    );
  }
  const heading = typeof label === 'string' ? make('p', 'entry-label', {}, label) : label;
  heading.id = `${id}-label`;
  const root = make('div', `entry ${kind}`.trim(), {}, heading, group, fault);
  desk.field(
    at,
    root,
    fault,
    typeof label === 'string' ? label : (label.querySelector('b')?.textContent ?? label.textContent),
  );
  return root;
}

/** A button that does something here. */
export function button(text: string, press: () => void, kind = 'plain', label?: string): HTMLButtonElement {
  const made = make('button', kind, { type: 'button', 'aria-label': label }, text);
  made.addEventListener('click', press);
  return made;
}
