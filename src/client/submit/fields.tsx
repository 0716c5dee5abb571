/** Fields that write into the draft. Text fields keep what is typed into them; all else shows what the draft says. */
import { Component, type ComponentChildren, type TargetedEvent, type VNode } from 'preact';
import { submitLabels } from '../../i18n/labels/submit.ts';
import { type DraftPath, listIn, textIn } from '../../submit/draft.ts';
import { language } from '../page.ts';
import { type Option, picks } from '../ui.tsx';
import type { FormController } from './form-controller.ts';

const t = submitLabels[language];

export interface FieldOptions {
  hint?: string | undefined;
  /** What problems call the field, where the label alone says too little. */
  name?: string;
  /** Attributes of the control. */
  attributes?: Readonly<Record<string, string | boolean>>;
  /** Class of the field's element. */
  kind?: string;
  optional?: boolean;
}

/** Draws its content anew only when one of `on` is another than before. */
export class Memo extends Component<{ on: readonly unknown[]; draw: () => ComponentChildren }> {
  override shouldComponentUpdate({ on }: this['props']): boolean {
    return on.some((value, i) => value !== this.props.on[i]);
  }

  render(): ComponentChildren {
    return this.props.draw();
  }
}

/** The id of the control of a path. */
export function controlId(at: DraftPath): string {
  return `c-${at.join('-')}`;
}

interface EntryProps {
  form: FormController;
  at: DraftPath;
  /** What problems call it. */
  name: string;
  as?: 'div' | 'fieldset' | 'li' | 'section';
  class?: string;
  children: ComponentChildren;
  [attribute: string]: unknown;
}

/** The element of a field, with its problems at the end. Leaving it counts as having touched it. */
export function Entry({ form, at, name, as: Tag = 'div', class: kind = 'entry', children, ...more }: EntryProps) {
  const key = at.join('.');
  const problems = form.problemsAt(at);
  const faulty = problems.some((problem) => problem.severity === 'error');
  form.labels.set(key, name);
  return (
    <Tag {...more} class={`${kind}${faulty ? ' faulty' : ''}`} data-field={key} onFocusOut={() => form.touch(key)}>
      {children}
      <p class="fault" id={`${controlId(at)}-fault`}>
        {problems.map((problem) => problem.text).join('\n')}
      </p>
    </Tag>
  );
}

type Attributes = Readonly<Record<string, unknown>>;

/** A label, a control, a hint and the place for problems, connected for those who cannot see. */
export function field(
  form: FormController,
  at: DraftPath,
  label: string,
  { hint, name = label, kind = '', optional = false, attributes = {} }: FieldOptions,
  control: (attributes: Attributes) => VNode,
  more?: ComponentChildren,
) {
  const id = controlId(at);
  const invalid = form.problemsAt(at).length > 0 ? 'true' : undefined;
  return (
    <Entry form={form} at={at} name={name} class={`entry ${kind}`.trim()}>
      <label for={id}>
        {label}
        {optional && <small>{t.hints.optional}</small>}
      </label>
      {control({ id, 'aria-describedby': describedBy(id, hint), 'aria-invalid': invalid, ...attributes })}
      {hintOf(id, hint)}
      {more}
    </Entry>
  );
}

/** The hint of the control of an id. */
export function hintOf(id: string, hint: string | undefined) {
  if (hint === undefined) return undefined;
  return (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
}

function describedBy(id: string, hint: string | undefined): string {
  return `${hint === undefined ? '' : `${id}-hint `}${id}-fault`;
}

/** What a text field shows at first, and how what is typed into it is written. An empty text takes the value away. */
function typed(form: FormController, at: DraftPath, parse: (text: string) => unknown = (text) => text): Attributes {
  return {
    defaultValue: textIn(form.draft, at),
    onInput: ({ currentTarget: { value } }: TargetedEvent<HTMLInputElement>) =>
      form.set(at, value.trim() === '' ? undefined : parse(value.trim())),
  };
}

/** One line of text. */
export function lineField(form: FormController, at: DraftPath, label: string, options: FieldOptions = {}) {
  return field(form, at, label, options, (attributes) => (
    <input type="text" autocomplete="off" {...attributes} {...typed(form, at)} />
  ));
}

/** A day: not after the one that counts as today, unless `future`. */
export function dateField(
  form: FormController,
  at: DraftPath,
  label: string,
  options: FieldOptions = {},
  future = false,
) {
  const limit: FieldOptions['attributes'] = future ? {} : { max: form.worker.rules.asOf };
  return lineField(form, at, label, { ...options, attributes: { type: 'date', ...limit }, kind: 'short' });
}

/** A number; a text that is none is kept, for the check to report. */
export function numberField(form: FormController, at: DraftPath, label: string, options: FieldOptions = {}) {
  const parse = (text: string): unknown => (Number.isFinite(Number(text)) ? Number(text) : text);
  return field(form, at, label, { kind: 'short', ...options }, (attributes) => (
    <input type="text" inputmode="decimal" autocomplete="off" {...attributes} {...typed(form, at, parse)} />
  ));
}

/** Several lines of text. */
function proseField(form: FormController, at: DraftPath, label: string, options: FieldOptions = {}) {
  return field(form, at, label, options, (attributes) => <textarea rows={2} {...attributes} {...typed(form, at)} />);
}

/** A list of words, one on each line. */
export function linesField(form: FormController, at: DraftPath, label: string, options: FieldOptions = {}) {
  const parse = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const lines = { ...typed(form, at, parse), defaultValue: listIn(form.draft, at).join('\n') };
  return field(form, at, label, options, (attributes) => <textarea rows={2} {...attributes} {...lines} />);
}

/** Text in Chinese and in English, either or both; in one `line` each, or several. */
export function pairField(
  form: FormController,
  at: DraftPath,
  label: string,
  { hint, line = false, optional = false }: { hint?: string | undefined; line?: boolean; optional?: boolean } = {},
) {
  const id = controlId(at);
  const one = (key: 'zh' | 'en') =>
    (line ? lineField : proseField)(form, [...at, key], t.fields[key], {
      name: `${label} · ${t.fields[key]}`,
      attributes: { lang: key === 'zh' ? 'zh-CN' : 'en' },
    });
  return (
    <Entry
      {...{ form, at, name: label, as: 'fieldset', class: 'entry pair', 'aria-describedby': describedBy(id, hint) }}
    >
      <legend>
        {label}
        {optional && <small>{t.hints.optional}</small>}
      </legend>
      {hintOf(id, hint)}
      <div class="pair-in">
        {one('zh')}
        {one('en')}
      </div>
    </Entry>
  );
}

/** A choice from a list; the first entry chooses nothing. A value that the list lacks is kept as it is in the file. */
export function selectField(
  form: FormController,
  at: DraftPath,
  label: string,
  choices: readonly Option[],
  options: FieldOptions = {},
  chosen: (value: string) => void = (value) => form.set(at, value === '' ? undefined : value),
) {
  const value = textIn(form.draft, at);
  const known =
    value === '' || choices.some((c) => c.value === value) ? choices : [{ value, label: value }, ...choices];
  return field(form, at, label, options, (attributes) => (
    <select {...attributes} value={value} onChange={(event) => chosen(event.currentTarget.value)}>
      {[{ value: '', label: t.choose }, ...known].map((option) => (
        <option value={option.value}>{option.label}</option>
      ))}
    </select>
  ));
}

/** One box to tick, in its label. */
export function tick(label: string, checked: boolean, write: (checked: boolean) => void, id?: string) {
  return (
    <label for={id}>
      <input type="checkbox" id={id} checked={checked} onChange={(event) => write(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** Boxes to tick; the draft holds the ticked ones in the order of the list, unknown ones after them. */
export function ticksField(form: FormController, at: DraftPath, label: string, choices: readonly Option[]) {
  const ticked = listIn(form.draft, at);
  const write = (value: string, on: boolean): void => {
    const known = choices.map((c) => c.value).filter((own) => (own === value ? on : ticked.includes(own)));
    const all = [...known, ...ticked.filter((own) => !choices.some((c) => c.value === own))];
    form.set(at, all.length === 0 ? undefined : all);
  };
  return (
    <Entry form={form} at={at} name={label} as="fieldset" class="entry ticks">
      <legend>{label}</legend>
      <div class="ticks-in">
        {choices.map((c) => tick(c.label, ticked.includes(c.value), (on) => write(c.value, on)))}
      </div>
    </Entry>
  );
}

/** A choice of which all options are seen. */
export function radiosField(
  form: FormController,
  at: DraftPath,
  label: string,
  choices: readonly Option[],
  chosen: string,
  write: (value: string) => void,
  kind = '',
) {
  const id = controlId(at);
  return (
    <Entry form={form} at={at} name={label} class={`entry ${kind}`.trim()}>
      <p class="entry-label" id={`${id}-label`}>
        {label}
      </p>
      {picks(id, `${id}-label`, choices, chosen, write)}
    </Entry>
  );
}
