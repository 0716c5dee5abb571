/** Evidence: the list of all there is, a dialog for one piece, and the part of an answer that it is attached to. */
import { TIERS } from '../../schema/words.ts';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { colon } from '../../i18n/marks.ts';
import { number } from '../../i18n/numbers.ts';
import { type Draft, type DraftPath, listIn, textIn, withValue } from '../../submit/draft.ts';
import { valueAt } from '../../schema/plain-data.ts';
import { attached, detached, evidenceIds, freeEvidenceId, usesOf, withoutEvidence } from '../../submit/evidence.ts';
import { make } from '../dom.ts';
import { button } from './controls.ts';
import type { Desk } from './form-controller.ts';

/** What a person knows a piece of evidence by: its note, else its address, else its id. */
export function evidenceTitle(desk: Desk, id: string): string {
  const i = evidenceIds(desk.draft).indexOf(id);
  const text = (key: DraftPath): string => textIn(desk.draft, ['evidence', i, ...key]);
  const other = desk.language === 'zh' ? 'en' : 'zh';
  const title =
    text(['note', desk.language]) ||
    text(['note', other]) ||
    text(['url']).replace(/^https:\/\//, '') ||
    text(['file']) ||
    id;
  return title.length > 60 ? `${title.slice(0, 60)}…` : title;
}

function tierMark(desk: Desk, entry: unknown): HTMLElement {
  const tier = TIERS.find((known) => known === textIn(entry, ['tier']));
  return make(
    'span',
    `tier ${tier ?? ''}`.trim(),
    {},
    tier === undefined ? textIn(entry, ['tier']) : scoreLabels[desk.language].tiers[tier],
  );
}

/** All evidence, each piece with its tier, dates and uses. */
export function evidenceFields(desk: Desk): HTMLElement[] {
  const { t } = desk;
  const items = make('ul', 'pieces', {});
  const fault = make('p', 'fault', {});
  let drawn = '';
  const draw = (): void => {
    const list = listIn(desk.draft, ['evidence']);
    const now = JSON.stringify([list, list.map((entry) => usesOf(desk.draft, textIn(entry, ['id'])))]);
    if (now === drawn) return;
    drawn = now;
    items.replaceChildren(
      ...list.map((entry, i) => {
        const id = textIn(entry, ['id']);
        const uses = usesOf(desk.draft, id);
        const title = evidenceTitle(desk, id);
        const own = make('p', 'fault', {});
        const expires = textIn(entry, ['expires']);
        const item = make(
          'li',
          'piece',
          {},
          make('p', '', {}, tierMark(desk, entry), ' ', make('b', '', {}, title)),
          make(
            'p',
            'hint',
            {},
            [
              textIn(entry, ['url']),
              textIn(entry, ['file']),
              textIn(entry, ['lastConfirmed']),
              uses === 0 ? t.unused : t.usedBy(number(uses)),
            ]
              .filter((part) => part !== '')
              .join(' · '),
            expires !== '' && expires < desk.bench.rules.asOf && make('span', 'age', {}, t.expired),
          ),
          make(
            'p',
            'acts',
            {},
            button(t.edit, () => editEvidence(desk, i), 'plain', `${t.edit}${colon(desk.language)}${title}`),
            ' ',
            button(
              t.remove,
              () => {
                desk.change(withoutEvidence(desk.draft, i));
                adder.focus();
              },
              'plain',
              `${t.remove}${colon(desk.language)}${title}`,
            ),
          ),
          own,
        );
        desk.field(['evidence', i], item, own, `${t.sections.evidence} ${i + 1}`);
        return item;
      }),
      ...(list.length === 0 ? [make('li', 'hint', {}, t.noEvidence)] : []),
    );
    desk.showFaults();
  };
  const adder = button(t.add.evidence, () => editEvidence(desk, undefined), 'quiet');
  desk.onChanged(draw);
  draw();
  const root = make('div', '', {}, make('p', 'hint', {}, t.hints.evidence), items, adder, fault);
  desk.field(['evidence'], root, fault, t.sections.evidence);
  return [root];
}

/** The part of an answer at `at` that shows its evidence and takes more. `redraw` is called after every change of the draft. */
export function attachedEvidence(desk: Desk, at: DraftPath, name: string): HTMLElement {
  const { t } = desk;
  const list = make('ul', 'attached', {});
  const offer = make('select', '', { 'aria-label': `${t.attachLabel}${colon(desk.language)}${name}` });
  const attach = button(
    t.attach,
    () => {
      if (offer.value !== '') desk.change(attached(desk.draft, at, offer.value));
    },
    'quiet',
    `${t.attach}${colon(desk.language)}${name}`,
  );
  const offered = make('span', 'offer', {}, offer, attach);
  let drawn = '';
  const draw = (): void => {
    const own = listIn(desk.draft, [...at, 'evidence']).map(String);
    const ids = evidenceIds(desk.draft);
    const titles = ids.map((id) => evidenceTitle(desk, id));
    const now = JSON.stringify([own, ids, titles]);
    if (now === drawn) return;
    drawn = now;
    list.replaceChildren(
      ...own.map((id) => {
        const title = ids.includes(id) ? evidenceTitle(desk, id) : id;
        const entry = listIn(desk.draft, ['evidence'])[ids.indexOf(id)];
        return make(
          'li',
          '',
          {},
          tierMark(desk, entry),
          make('span', '', {}, title),
          button('×', () => desk.change(detached(desk.draft, at, id)), 'plain', t.detach(title)),
        );
      }),
      ...(own.length === 0 ? [make('li', 'hint', {}, t.noneAttached)] : []),
    );
    const rest = ids.flatMap((id, i) => (own.includes(id) ? [] : [make('option', '', { value: id }, titles[i])]));
    offered.hidden = rest.length === 0;
    offer.replaceChildren(...rest);
  };
  desk.onChanged(draw);
  draw();
  return make(
    'div',
    'evidence-of',
    {},
    make('p', 'entry-label', {}, t.attached),
    list,
    make(
      'p',
      'acts',
      {},
      offered,
      button(
        t.add.evidence,
        () => editEvidence(desk, undefined, { at, name }),
        'quiet',
        `${t.add.evidence}${colon(desk.language)}${name}`,
      ),
    ),
  );
}

/** Opens the dialog for piece `index`, or for a new one that is attached to an answer when it is saved. */
function editEvidence(desk: Desk, index: number | undefined, to?: { at: DraftPath; name: string }): void {
  const { t, language } = desk;
  const { asOf } = desk.bench.rules;
  const now: Draft =
    index === undefined
      ? { id: freeEvidenceId(desk.draft), tier: 'documented', lastLooked: asOf, lastConfirmed: asOf }
      : (listIn(desk.draft, ['evidence'])[index] as Draft);
  let entry = now;
  const put = (at: DraftPath, value: string): void =>
    void (entry = withValue(entry, at, value.trim() === '' ? undefined : value.trim()));
  const input = (
    at: DraftPath,
    label: string,
    type: string,
    more: { hint?: string; max?: string; lang?: string } = {},
  ): HTMLElement => {
    const id = `d-${at.join('-')}`;
    const control =
      type === 'area'
        ? make('textarea', '', { id, rows: '2', lang: more.lang })
        : make('input', '', { id, type, max: more.max, autocomplete: 'off' });
    control.value = textIn(entry, at);
    if (more.hint !== undefined) control.setAttribute('aria-describedby', `${id}-hint`);
    control.addEventListener('input', () => put(at, control.value));
    return make(
      'div',
      type === 'date' ? 'entry short' : 'entry',
      {},
      make('label', '', { for: id }, label),
      control,
      more.hint !== undefined && make('p', 'hint', { id: `${id}-hint` }, more.hint),
    );
  };
  const tiers = make('div', 'picks', { role: 'radiogroup', 'aria-labelledby': 'd-tier' });
  // Editors alone enter `observed`; one that stands in a file already is kept.
  for (const tier of TIERS.filter((known) => known !== 'observed' || textIn(now, ['tier']) === 'observed')) {
    const radio = make('input', '', { type: 'radio', name: 'd-tier', value: tier });
    radio.checked = textIn(entry, ['tier']) === tier;
    radio.addEventListener('change', () => put(['tier'], tier));
    tiers.append(
      make(
        'label',
        '',
        {},
        radio,
        make('span', '', {}, scoreLabels[language].tiers[tier], make('small', '', {}, t.tierNotes[tier])),
      ),
    );
  }
  const dialog = make(
    'dialog',
    'evidence-dialog',
    { 'aria-labelledby': 'd-title' },
    make(
      'form',
      '',
      { method: 'dialog' },
      make('h2', '', { id: 'd-title' }, index === undefined ? t.evidenceNew : t.evidenceEdit),
      to !== undefined && make('p', 'hint', {}, t.evidenceFor(to.name)),
      make('p', 'entry-label', { id: 'd-tier' }, t.fields.tier),
      tiers,
      input(['url'], t.fields.url, 'url', { hint: t.hints.url }),
      make(
        'fieldset',
        'entry pair',
        {},
        make('legend', '', {}, t.fields.note),
        make(
          'div',
          'pair-in',
          {},
          input(['note', 'zh'], t.fields.zh, 'area', { lang: 'zh-CN' }),
          input(['note', 'en'], t.fields.en, 'area', { lang: 'en' }),
        ),
      ),
      make('p', 'hint', {}, t.hints.dates(asOf)),
      make(
        'div',
        'row',
        {},
        input(['lastLooked'], t.fields.lastLooked, 'date', { max: asOf }),
        input(['lastConfirmed'], t.fields.lastConfirmed, 'date', { max: asOf }),
        input(['expires'], `${t.fields.expires}（${t.hints.optional}）`, 'date'),
      ),
      make(
        'p',
        'acts',
        {},
        button(t.save, () => dialog.close('save'), ''),
        ' ',
        button(t.cancel, () => dialog.close(''), 'plain'),
      ),
    ),
  );
  const back = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'save') {
      const at = index ?? listIn(desk.draft, ['evidence']).length;
      const withEntry = withValue(desk.draft, ['evidence', at], entry);
      desk.change(
        to === undefined ? withEntry : attached(withEntry, to.at, textIn(valueAt(withEntry, ['evidence', at]), ['id'])),
      );
    }
    if (back instanceof HTMLElement && back.isConnected) back.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
