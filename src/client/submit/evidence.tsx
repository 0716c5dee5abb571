/** Evidence: the list of all there is, a dialog for one piece, and the part of an answer that it is attached to. */
import { createRef, render } from 'preact';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { submitLabels } from '../../i18n/labels/submit.ts';
import { colon } from '../../i18n/marks.ts';
import { number } from '../../i18n/numbers.ts';
import { TIERS } from '../../schema/words.ts';
import { type Draft, type DraftPath, listIn, textIn, withValue } from '../../submit/draft.ts';
import { attached, detached, evidenceIds, freeEvidenceId, usesOf, withoutEvidence } from '../../submit/evidence.ts';
import { valueAt } from '../../schema/plain-data.ts';
import { language } from '../page.ts';
import { button, picks } from '../ui.tsx';
import { Entry, hintOf } from './fields.tsx';
import type { FormController } from './form-controller.ts';

const t = submitLabels[language];

/** Characters of a title that are shown. */
const TITLE_LENGTH = 60;

/** The name of what a button is for, after its own text. */
function labelFor(text: string, name: string): string {
  return `${text}${colon(language)}${name}`;
}

/** What a person knows a piece of evidence by: its note, else its address, else its id. */
function titleOf(entry: unknown): string {
  const text = (...key: DraftPath): string => textIn(entry, key);
  const note = text('note', language) || text('note', 'zh') || text('note', 'en');
  const title = note || text('url').replace(/^https:\/\//, '') || text('file') || text('id');
  return title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH)}…` : title;
}

function tierMark(entry: unknown) {
  const tier = TIERS.find((known) => known === textIn(entry, ['tier']));
  return (
    <span class={`tier ${tier ?? ''}`.trim()}>
      {tier === undefined ? textIn(entry, ['tier']) : scoreLabels[language].tiers[tier]}
    </span>
  );
}

/** All evidence, each piece with its tier, dates and uses. */
export function evidenceFields(form: FormController) {
  const list = listIn(form.draft, ['evidence']);
  const adder = createRef<HTMLButtonElement>();
  const remove = (i: number): void => {
    form.change(withoutEvidence(form.draft, i));
    adder.current?.focus();
  };
  const piece = (entry: unknown, i: number) => {
    const title = titleOf(entry);
    const uses = usesOf(form.draft, textIn(entry, ['id']));
    const parts = ['url', 'file', 'lastConfirmed'].map((key) => textIn(entry, [key])).filter((part) => part !== '');
    const expires = textIn(entry, ['expires']);
    return (
      <Entry form={form} at={['evidence', i]} name={`${t.sections.evidence} ${i + 1}`} as="li" class="piece">
        <p>
          {tierMark(entry)} <b>{title}</b>
        </p>
        <p class="hint">
          {[...parts, uses === 0 ? t.unused : t.usedBy(number(uses))].join(' · ')}
          {expires !== '' && expires < form.worker.rules.asOf && <span class="age">{t.expired}</span>}
        </p>
        <p class="acts">
          {button(t.edit, () => editEvidence(form, i), 'plain', labelFor(t.edit, title))}{' '}
          {button(t.remove, () => remove(i), 'plain', labelFor(t.remove, title))}
        </p>
      </Entry>
    );
  };
  return (
    <Entry form={form} at={['evidence']} name={t.sections.evidence} class="">
      <p class="hint">{t.hints.evidence}</p>
      <ul class="pieces">{list.length === 0 ? <li class="hint">{t.noEvidence}</li> : list.map(piece)}</ul>
      <button type="button" class="quiet" ref={adder} onClick={() => editEvidence(form)}>
        {t.add.evidence}
      </button>
    </Entry>
  );
}

/** The part of an answer at `at` that shows its evidence and takes more. */
export function attachedEvidence(form: FormController, at: DraftPath, name: string) {
  const list = listIn(form.draft, ['evidence']);
  const own = listIn(form.draft, [...at, 'evidence']).map(String);
  const ids = evidenceIds(form.draft);
  const rest = ids.flatMap((id, i) => (own.includes(id) ? [] : [{ id, title: titleOf(list[i]) }]));
  const offer = createRef<HTMLSelectElement>();
  const attach = (): void => {
    const id = offer.current?.value ?? '';
    if (id !== '') form.change(attached(form.draft, at, id));
  };
  return (
    <div class="evidence-of">
      <p class="entry-label">{t.attached}</p>
      <ul class="attached">
        {own.length === 0 && <li class="hint">{t.noneAttached}</li>}
        {own.map((id) => {
          const entry = list[ids.indexOf(id)];
          const title = entry === undefined ? id : titleOf(entry);
          return (
            <li>
              {tierMark(entry)}
              <span>{title}</span>
              {button('×', () => form.change(detached(form.draft, at, id)), 'plain', t.detach(title))}
            </li>
          );
        })}
      </ul>
      <p class="acts">
        <span class="offer" hidden={rest.length === 0}>
          <select ref={offer} aria-label={labelFor(t.attachLabel, name)}>
            {rest.map(({ id, title }) => (
              <option value={id}>{title}</option>
            ))}
          </select>
          {button(t.attach, attach, 'quiet', labelFor(t.attach, name))}
        </span>
        {button(
          t.add.evidence,
          () => editEvidence(form, undefined, { at, name }),
          'quiet',
          labelFor(t.add.evidence, name),
        )}
      </p>
    </div>
  );
}

/** Opens the dialog for piece `index`, or for a new one that is attached to an answer when it is saved. */
function editEvidence(form: FormController, index?: number, to?: { at: DraftPath; name: string }): void {
  const { asOf } = form.worker.rules;
  const list = listIn(form.draft, ['evidence']);
  const now: Draft =
    index === undefined
      ? { id: freeEvidenceId(form.draft), tier: 'documented', lastLooked: asOf, lastConfirmed: asOf }
      : (list[index] as Draft);
  let entry = now;
  const put = (at: DraftPath, value: string): void => {
    entry = withValue(entry, at, value.trim() === '' ? undefined : value.trim());
  };
  const input = (at: DraftPath, label: string, attributes: Readonly<Record<string, string>>, hint?: string) => {
    const id = `d-${at.join('-')}`;
    const Control = attributes['rows'] === undefined ? 'input' : 'textarea';
    return (
      <div class={attributes['type'] === 'date' ? 'entry short' : 'entry'}>
        <label for={id}>{label}</label>
        <Control
          {...{ id, autocomplete: 'off', ...attributes }}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          defaultValue={textIn(entry, at)}
          onInput={(event: Event) => put(at, (event.currentTarget as HTMLInputElement).value)}
        />
        {hintOf(id, hint)}
      </div>
    );
  };
  // Editors alone enter `observed`; one that is in the file already is kept.
  const tiers = TIERS.filter((tier) => tier !== 'observed' || textIn(now, ['tier']) === tier).map((value) => ({
    value,
    label: scoreLabels[language].tiers[value],
    note: t.tierNotes[value],
  }));
  const dialog = document.createElement('dialog');
  dialog.className = 'evidence-dialog';
  dialog.setAttribute('aria-labelledby', 'd-title');
  render(
    <form method="dialog">
      <h2 id="d-title">{index === undefined ? t.evidenceNew : t.evidenceEdit}</h2>
      {to !== undefined && <p class="hint">{t.evidenceFor(to.name)}</p>}
      <p class="entry-label" id="d-tier">
        {t.fields.tier}
      </p>
      {picks('d-tier', 'd-tier', tiers, textIn(now, ['tier']), (tier) => put(['tier'], tier))}
      {input(['url'], t.fields.url, { type: 'url' }, t.hints.url)}
      <fieldset class="entry pair">
        <legend>{t.fields.note}</legend>
        <div class="pair-in">
          {input(['note', 'zh'], t.fields.zh, { rows: '2', lang: 'zh-CN' })}
          {input(['note', 'en'], t.fields.en, { rows: '2', lang: 'en' })}
        </div>
      </fieldset>
      <p class="hint">{t.hints.dates(asOf)}</p>
      <div class="row">
        {input(['lastLooked'], t.fields.lastLooked, { type: 'date', max: asOf })}
        {input(['lastConfirmed'], t.fields.lastConfirmed, { type: 'date', max: asOf })}
        {input(['expires'], `${t.fields.expires}（${t.hints.optional}）`, { type: 'date' })}
      </div>
      <p class="acts">
        {button(t.save, () => dialog.close('save'), '')} {button(t.cancel, () => dialog.close(''))}
      </p>
    </form>,
    dialog,
  );
  const back = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'save') {
      const at = ['evidence', index ?? listIn(form.draft, ['evidence']).length];
      const draft = withValue(form.draft, at, entry);
      form.change(to === undefined ? draft : attached(draft, to.at, textIn(valueAt(draft, at), ['id'])));
    }
    if (back instanceof HTMLElement && back.isConnected) back.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
