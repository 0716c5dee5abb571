/** Lists whose entries are small forms: offices and prices. Entries can be added and removed. */
import { PRICE_PERIODS } from '../../schema/words.ts';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { colon } from '../../i18n/marks.ts';
import { type Draft, type DraftPath, listIn, textIn, withValue } from '../../submit/draft.ts';
import { valueAt } from '../../schema/plain-data.ts';
import { make } from '../dom.ts';
import {
  button,
  controlId,
  dateField,
  fieldAround,
  lineField,
  numberField,
  optionsOf,
  pairField,
  selectField,
} from './controls.ts';
import type { Desk } from './form-controller.ts';

/** A list at `at` whose entries `entry` draws; `fresh` is what a new entry begins with. */
function listFields(
  desk: Desk,
  at: DraftPath,
  title: string,
  add: string,
  fresh: () => Draft,
  entry: (at: DraftPath) => HTMLElement[],
): HTMLElement {
  const items = make('div', 'entries', {});
  const fault = make('p', 'fault', {});
  const draw = (): void => {
    items.replaceChildren(
      ...listIn(desk.draft, at).map((_, i) => {
        const here = [...at, i];
        const remove = button(
          desk.t.remove,
          () => {
            desk.change(withValue(desk.draft, here, undefined));
            draw();
            adder.focus();
          },
          'plain',
          `${desk.t.remove}${colon(desk.language)}${title} ${i + 1}`,
        );
        const own = make('p', 'fault', {});
        const item = make(
          'div',
          'entry-block',
          { role: 'group', 'aria-label': `${title} ${i + 1}` },
          ...entry(here),
          remove,
          own,
        );
        desk.field(here, item, own, `${title} ${i + 1}`);
        return item;
      }),
    );
  };
  const adder = button(
    add,
    () => {
      const count = listIn(desk.draft, at).length;
      desk.set([...at, count], fresh());
      draw();
      items.lastElementChild?.querySelector<HTMLElement>('select, input')?.focus();
    },
    'quiet',
  );
  draw();
  const root = make('div', '', {}, items, adder, fault);
  desk.field(at, root, fault, title);
  return root;
}

/** Offices: region, then city; one of them may be the main one. */
export function officeFields(desk: Desk): HTMLElement[] {
  const { t, language } = desk;
  const { regions } = desk.bench.rules.directory;
  const named = (entries: readonly { id: string; name: { zh: string; en: string } }[]) =>
    entries.map((e) => ({ value: e.id, label: e.name[language] }));
  const fresh = (): Draft => (listIn(desk.draft, ['offices']).length === 0 ? { main: true } : {});
  return [
    listFields(desk, ['offices'], t.sections.offices, t.add.office, fresh, (at) => {
      const cities = (region: string) => named(regions.find((r) => r.id === region)?.cities ?? []);
      const city = make(
        'select',
        '',
        {},
        ...optionsOf(cities(textIn(desk.draft, [...at, 'region'])), t.choose, textIn(desk.draft, [...at, 'city'])),
      );
      city.addEventListener('change', () => desk.set([...at, 'city'], city.value === '' ? undefined : city.value));
      const region = selectField(desk, [...at, 'region'], t.fields.region, named(regions), {
        kind: 'short',
        chosen: (value) => {
          const choices = cities(value);
          const only = choices.length === 1 ? (choices[0]?.value ?? '') : '';
          desk.set([...at, 'city'], only === '' ? undefined : only);
          city.replaceChildren(...optionsOf(choices, t.choose, only));
        },
      });
      const main = make('input', '', { type: 'checkbox', id: controlId([...at, 'main']) });
      main.checked = valueAt(desk.draft, [...at, 'main']) === true;
      main.addEventListener('change', () => desk.set([...at, 'main'], main.checked ? true : undefined));
      const mainFault = make('p', 'fault', {});
      const mainRoot = make(
        'div',
        'entry tick',
        {},
        make('label', '', { for: main.id }, main, make('span', '', {}, t.fields.main)),
        mainFault,
      );
      desk.field([...at, 'main'], mainRoot, mainFault, t.fields.main);
      return [
        make('div', 'row', {}, region, fieldAround(desk, [...at, 'city'], t.fields.city, city, { kind: 'short' })),
        pairField(desk, [...at, 'address'], t.fields.address, { line: true, optional: true }),
        mainRoot,
      ];
    }),
  ];
}

/** Prices: what for, how much, per what, seen when. */
export function priceFields(desk: Desk): HTMLElement[] {
  const { t, language } = desk;
  const { asOf, currency, directory } = desk.bench.rules;
  const named = (entries: readonly { id: string; name: { zh: string; en: string } }[]) =>
    entries.map((e) => ({ value: e.id, label: e.name[language] }));
  const periods = PRICE_PERIODS.map((value) => ({ value, label: scoreLabels[language].periods[value] }));
  return [
    make('p', 'hint', {}, t.hints.prices),
    listFields(
      desk,
      ['prices'],
      t.sections.prices,
      t.add.price,
      () => ({ currency, period: 'month', observedOn: asOf }),
      (at) => [
        make(
          'div',
          'row',
          {},
          ...(directory.services.length > 0
            ? [selectField(desk, [...at, 'service'], t.fields.service, named(directory.services), { kind: 'short' })]
            : []),
          ...(directory.priceBases.length > 0
            ? [selectField(desk, [...at, 'basis'], t.fields.basis, named(directory.priceBases), { kind: 'short' })]
            : []),
        ),
        make(
          'div',
          'row',
          {},
          numberField(desk, [...at, 'amount'], t.fields.amount),
          numberField(desk, [...at, 'upTo'], t.fields.upTo, { optional: true }),
          lineField(desk, [...at, 'currency'], t.fields.currency, { kind: 'short', attributes: { maxlength: '3' } }),
          selectField(desk, [...at, 'period'], t.fields.period, periods, { kind: 'short' }),
          dateField(desk, [...at, 'observedOn'], t.fields.observedOn),
        ),
        pairField(desk, [...at, 'note'], t.fields.note, { line: true, optional: true }),
      ],
    ),
  ];
}
