/** The filters of the ranking as the form and the address have them. */

/** Names of the fields, which are those in the address too; they stay as they are, since links outlive pages. */
export const FILTERS = ['name', 'place', 'service', 'price', 'channel', 'language', 'licence', 'verified'] as const;
export type Filter = (typeof FILTERS)[number];
type Field = Filter | 'sort';

/** The form's fields; a market without places, say, has no field for them. */
export interface RankingForm {
  valueOf: (name: Field) => string;
  /** The chosen option of a list; undefined for its first, "any". */
  optionOf: (name: Field) => HTMLOptionElement | undefined;
  /** What the field is called on the page. */
  labelOf: (name: Field) => string;
  clear: (name: Field) => void;
  /** Puts a value into a field. */
  put: (name: Field, value: string) => void;
  /** Puts the state of an address into the fields. Unknown values are left out. */
  read: (query: URLSearchParams) => void;
  /** The state as a query, in a fixed order. */
  write: () => URLSearchParams;
}

/** Opens the form. */
export function openForm(form: HTMLFormElement): RankingForm {
  const field = (name: Field): HTMLInputElement | HTMLSelectElement | undefined => {
    const found = form.elements.namedItem(name);
    return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined;
  };
  const valueOf = (name: Field): string => field(name)?.value.trim() ?? '';
  const put = (name: Field, value: string): void => {
    const input = field(name);
    if (!input) return;
    const known = input instanceof HTMLInputElement || [...input.options].some((o) => o.value === value);
    input.value = known ? value : '';
  };
  const names: readonly Field[] = [...FILTERS, 'sort'];
  return {
    valueOf,
    optionOf: (name) => {
      const select = field(name);
      return select instanceof HTMLSelectElement && select.value !== '' ? select.selectedOptions[0] : undefined;
    },
    labelOf: (name) => field(name)?.labels?.[0]?.querySelector('span')?.textContent ?? name,
    clear: (name) => put(name, ''),
    put,
    read: (query) => names.forEach((name) => put(name, query.get(name) ?? '')),
    write: () => {
      const query = new URLSearchParams();
      for (const name of names) if (valueOf(name) !== '') query.set(name, valueOf(name));
      return query;
    },
  };
}
