/** Which vendors the chosen filters leave. */
import type { Facets } from './files.ts';
import { FILTERS, type Filter, type RankingForm } from './form.ts';
import { isIn, type Row } from './rows.ts';

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
    if (place !== undefined && !row.places.some((key) => isIn(key, place))) return false;
    if (service !== undefined && !row.services.includes(service)) return false;
    const at = facets?.at.get(row.slug);
    if (file === undefined || at === undefined) return true;
    if (price !== undefined && !((file.prices[at] ?? Infinity) <= price)) return false;
    if (verified !== undefined && !((file.verified[at] ?? -1) >= verified)) return false;
    if (licence !== undefined && file.licences[at] !== Number(licence)) return false;
    return lists.every((list) => list.key === undefined || list.of?.[at]?.includes(Number(list.key)) === true);
  };
}
