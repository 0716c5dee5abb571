/** The lists on the page of a place, or of a service, that lead to the pages of the others. */
import { optionOf } from './form.ts';

/** These lists. */
export interface PlaceLists {
  /** Follows a place or service in an address to its own page, and takes it out of `query`, where this page has such a list. */
  read: (query: URLSearchParams) => void;
}

/** Makes the lists `select[data-go]` of a form work; `state` is what goes along in the query. */
export function openPlaceLists(form: HTMLFormElement, state: () => URLSearchParams): PlaceLists {
  const lists = [...form.querySelectorAll<HTMLSelectElement>('select[data-go]')];
  const own = (list: HTMLSelectElement): HTMLOptionElement | undefined =>
    [...list.options].find((option) => option.defaultSelected);
  const addressOf = (option: HTMLOptionElement, query: URLSearchParams): string => {
    const address = new URL(option.dataset['to'] ?? '', location.href);
    for (const [name, value] of query) address.searchParams.set(name, value);
    return address.href;
  };
  /** Browsers bring back what was last chosen; this page is still that of its own place. */
  const showOwn = (): void => {
    for (const list of lists) list.value = own(list)?.value ?? '';
  };
  for (const list of lists) {
    list.addEventListener('change', () => {
      const option = list.selectedOptions[0];
      if (option !== undefined && option !== own(list)) location.assign(addressOf(option, state()));
    });
  }
  addEventListener('pageshow', showOwn);
  return {
    read: (query) => {
      for (const list of lists) {
        const name = list.dataset['go'] ?? '';
        const option = optionOf(list, query.get(name) ?? '');
        // A name that no place has stays, so that the reader is told of it.
        if (option === undefined) continue;
        query.delete(name);
        if (option.value !== '' && option !== own(list)) location.replace(addressOf(option, query));
      }
    },
  };
}
