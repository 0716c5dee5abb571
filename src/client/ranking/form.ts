/** The filters of the ranking as the form and the address have them, and which vendors they leave. */
import type { Facets } from './market.ts';
import type { Row } from './rows.tsx';

/** Names of the fields, which are those in the address too; they stay as they are, since links outlive pages. */
export const FILTERS = ['name', 'place', 'service', 'price', 'channel', 'language', 'licence', 'verified'] as const;
export type Filter = (typeof FILTERS)[number];
type Field = Filter | 'sort';

const FIELDS: readonly Field[] = [...FILTERS, 'sort'];

/** The option of a list that a value of an address names, in either case of its letters. */
function optionOf(list: HTMLSelectElement, value: string): HTMLOptionElement | undefined {
  const options = [...list.options];
  return options.find((o) => o.value === value) ?? options.find((o) => o.value === value.toLowerCase());
}

/** The form's fields; a market without places, say, has no field for them. */
export class RankingForm {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  #field(name: Field): HTMLInputElement | HTMLSelectElement | undefined {
    const found = this.#form.elements.namedItem(name);
    return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined;
  }

  valueOf(name: Field): string {
    return this.#field(name)?.value.trim() ?? '';
  }

  /** The chosen option of a list; undefined for its first, "any". */
  optionOf(name: Field): HTMLOptionElement | undefined {
    const select = this.#field(name);
    return select instanceof HTMLSelectElement && select.value !== '' ? select.selectedOptions[0] : undefined;
  }

  /** Names of the options of a list by their keys, `data-k`; empty where the page has no such list. */
  namesByKey(name: Field): ReadonlyMap<string, string> {
    const select = this.#field(name);
    const options = select instanceof HTMLSelectElement ? [...select.options] : [];
    return new Map(options.map((option) => [option.dataset['k'] ?? '', option.text.trim()]));
  }

  /** What the field is called on the page. */
  labelOf(name: Field): string {
    return this.#field(name)?.labels?.[0]?.querySelector('span')?.textContent ?? name;
  }

  /** Puts a value into a field; returns whether the field can have it. */
  put(name: Field, value: string): boolean {
    const input = this.#field(name);
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
  }

  /**
   * Puts the state of an address into the fields; ids count in upper case too. Returns what it leaves out as `name=value`:
   * values that no field of this page has.
   */
  read(query: URLSearchParams): string[] {
    return FIELDS.flatMap((name) => {
      const value = query.get(name)?.trim() ?? '';
      return this.put(name, value) ? [] : [`${name}=${value}`];
    });
  }

  /** The state as a query, in a fixed order. */
  write(): URLSearchParams {
    return new URLSearchParams(
      FIELDS.map((name) => [name, this.valueOf(name)]).filter(([, value]) => value !== '') as [string, string][],
    );
  }
}

/** Filters in use; the name is searched for in what the others leave. */
export function filtersOf(form: RankingForm): Filter[] {
  return FILTERS.filter((name) => name !== 'name' && form.valueOf(name) !== '');
}

/** Whether a row passes all filters, or all but `without`. Until `facets` are there, only place and service count. */
export function matcherOf(form: RankingForm, facets: Facets | undefined, without?: Filter): (row: Row) => boolean {
  const key = (name: Filter): string | undefined => (name === without ? undefined : form.optionOf(name)?.dataset['k']);
  const limit = (name: Filter): number | undefined =>
    name === without || form.valueOf(name) === '' ? undefined : Number(form.valueOf(name));
  const file = facets?.file;
  const place = key('place');
  const service = key('service');
  const licence = key('licence');
  const price = limit('price');
  const verified = limit('verified');
  const lists = [
    { key: key('channel'), of: file?.channels },
    { key: key('language'), of: file?.languages },
  ];
  return (row) => {
    if (place !== undefined && !row.places.some((p) => isIn(p, place))) return false;
    if (service !== undefined && !row.services.includes(service)) return false;
    const at = facets?.at.get(row.slug);
    if (file === undefined || at === undefined) return true;
    if (price !== undefined && !((file.prices[at] ?? Infinity) <= price)) return false;
    if (verified !== undefined && !((file.verified[at] ?? -1) >= verified)) return false;
    if (licence !== undefined && file.licences[at] !== Number(licence)) return false;
    return lists.every((list) => list.key === undefined || list.of?.[at]?.includes(Number(list.key)) === true);
  };
}

/**
 * Makes the lists `select[data-go]` work that lead from the page of a place, or of a service, to those of the others; `state`
 * goes along in the query. Returns what follows a place or service in an address to its own page, and takes it out of the
 * query, where this page has such a list.
 */
export function openPlaceLists(form: HTMLFormElement, state: () => URLSearchParams): (query: URLSearchParams) => void {
  const lists = [...form.querySelectorAll<HTMLSelectElement>('select[data-go]')];
  const own = (list: HTMLSelectElement): HTMLOptionElement | undefined =>
    [...list.options].find((option) => option.defaultSelected);
  const addressOf = (option: HTMLOptionElement, query: URLSearchParams): string => {
    const address = new URL(option.dataset['to'] ?? '', location.href);
    for (const [name, value] of query) address.searchParams.set(name, value);
    return address.href;
  };
  for (const list of lists) {
    list.addEventListener('change', () => {
      const option = list.selectedOptions[0];
      if (option !== undefined && option !== own(list)) location.assign(addressOf(option, state()));
    });
  }
  // Browsers bring back what was last chosen; this page is still that of its own place.
  addEventListener('pageshow', () => {
    for (const list of lists) list.value = own(list)?.value ?? '';
  });
  return (query) => {
    for (const list of lists) {
      const name = list.dataset['go'] ?? '';
      const option = optionOf(list, query.get(name) ?? '');
      // A name that no place has stays, so that the reader is told about it.
      if (option === undefined) continue;
      query.delete(name);
      if (option.value !== '' && option !== own(list)) location.replace(addressOf(option, query));
    }
  };
}

/** Whether a city's key is of a place: of that city, or of the region around it. */
export function isIn(key: string | undefined, place: string): boolean {
  return key === place || key?.startsWith(`${place}.`) === true;
}
