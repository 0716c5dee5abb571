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
  /** Names of the options of a list by their keys, `data-k`; empty where the page has no such list. */
  namesByKey: (name: Field) => ReadonlyMap<string, string>;
  /** What the field is called on the page. */
  labelOf: (name: Field) => string;
  clear: (name: Field) => void;
  /** Puts a value into a field. */
  put: (name: Field, value: string) => void;
  /**
   * Puts the state of an address into the fields; ids count in upper case too. Returns what it leaves out as `name=value`:
   * values that no field of this page has.
   */
  read: (query: URLSearchParams) => string[];
  /** The state as a query, in a fixed order. */
  write: () => URLSearchParams;
}

/** The option of a list that a value of an address names, in either case of its letters. */
export function optionOf(list: HTMLSelectElement, value: string): HTMLOptionElement | undefined {
  const options = [...list.options];
  return options.find((o) => o.value === value) ?? options.find((o) => o.value === value.toLowerCase());
}

/** Opens the form. */
export function openForm(form: HTMLFormElement): RankingForm {
  const field = (name: Field): HTMLInputElement | HTMLSelectElement | undefined => {
    const found = form.elements.namedItem(name);
    return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined;
  };
  const valueOf = (name: Field): string => field(name)?.value.trim() ?? '';
  /** Puts a value into a field; says whether the field can have it. */
  const put = (name: Field, value: string): boolean => {
    const input = field(name);
    if (input instanceof HTMLSelectElement) {
      const option = optionOf(input, value);
      input.value = option?.value ?? '';
      return option !== undefined;
    }
    if (!input) return value === '';
    input.value = value;
    if (input.value === value && input.validity.valid) return true;
    input.value = '';
    return false;
  };
  const names: readonly Field[] = [...FILTERS, 'sort'];
  return {
    valueOf,
    optionOf: (name) => {
      const select = field(name);
      return select instanceof HTMLSelectElement && select.value !== '' ? select.selectedOptions[0] : undefined;
    },
    namesByKey: (name) => {
      const select = field(name);
      const options = select instanceof HTMLSelectElement ? [...select.options] : [];
      return new Map(options.map((option) => [option.dataset['k'] ?? '', option.text.trim()]));
    },
    labelOf: (name) => field(name)?.labels?.[0]?.querySelector('span')?.textContent ?? name,
    clear: (name) => void put(name, ''),
    put: (name, value) => void put(name, value),
    read: (query) =>
      names.flatMap((name) => {
        const value = query.get(name)?.trim() ?? '';
        return put(name, value) ? [] : [`${name}=${value}`];
      }),
    write: () => {
      const query = new URLSearchParams();
      for (const name of names) if (valueOf(name) !== '') query.set(name, valueOf(name));
      return query;
    },
  };
}
