/** What the ranking shows: the form's fields, own weights, and the files that these need. Knows the address, not the table. */
import { nameOfWeights, type OwnWeights, textOfWeights, weightsOfText } from '../../views/browser/own-weights.ts';
import type { Weighed } from './figures.ts';
import { type Facets, loadFacets, loadMarket, type Market } from './files.ts';
import type { RankingForm } from './form.ts';
import { filtersOf } from './match.ts';

/** The state of one page. */
export interface RankingState {
  readonly facets: Facets | undefined;
  readonly market: Market | undefined;
  /** Own weights; undefined under the published ones, and until there is a market to understand them. */
  readonly own: OwnWeights | undefined;
  /** What the address says and nothing here understands, as `name=value`; none once the state is changed. */
  readonly notUnderstood: readonly string[];
  /** Whether something that is needed could not be had. */
  readonly failed: boolean;
  /** Own weights with the market that they weigh. */
  weighed: () => Weighed | undefined;
  /** Dimension that rows are sorted by. */
  sortDimension: () => number | undefined;
  /** Weighs otherwise; the published weights, or undefined, end that. */
  weigh: (own: OwnWeights | undefined) => void;
  /** The whole state as a query, in a fixed order. */
  query: () => URLSearchParams;
  /** Takes the state of an address over. */
  read: (query: URLSearchParams) => void;
  /** Loads what the state needs and is not there yet; says whether it must be waited for. `ready` is called when it is there. */
  need: () => boolean;
  /** Loads both files, for the panel of weights. Rejects when one cannot be had. */
  load: () => Promise<{ market: Market; facets: Facets }>;
  /** Notes that a person changed something: what the address had wrong is past, and what could not be had is tried again. */
  changed: () => void;
  /** Notes that something could not be had. */
  setFailed: () => void;
}

/** The state over a form. */
export function openState(form: RankingForm, ready: () => void): RankingState {
  let facets: Facets | undefined;
  let market: Market | undefined;
  let own: OwnWeights | undefined;
  let failed = false;
  let notUnderstood: string[] = [];
  /** What the address says of weights until the market is there to understand it. */
  let asked = '';

  const sortDimension = (): number | undefined => {
    const text = form.optionOf('sort')?.dataset['dimension'];
    return text === undefined ? undefined : Number(text);
  };
  const weigh = (next: OwnWeights | undefined): void => {
    own = next === undefined || market === undefined || nameOfWeights(market.model, next) === '' ? undefined : next;
    asked = '';
  };
  const understand = (): void => {
    if (market === undefined || asked === '') return;
    const { own: read, unknown } = weightsOfText(market.model, asked);
    notUnderstood.push(...unknown.map((part) => `w=${part}`));
    weigh(read);
  };

  return {
    get facets() {
      return facets;
    },
    get market() {
      return market;
    },
    get own() {
      return own;
    },
    get notUnderstood() {
      return notUnderstood;
    },
    get failed() {
      return failed;
    },
    weighed: () => (own === undefined || market === undefined ? undefined : { market, own }),
    sortDimension,
    weigh,
    query: () => {
      const query = form.write();
      const text = own !== undefined && market !== undefined ? textOfWeights(market.model, own) : asked;
      if (text !== '') query.set('w', text);
      return query;
    },
    read: (query) => {
      notUnderstood = form.read(query);
      own = undefined;
      asked = query.get('w') ?? '';
      understand();
    },
    need: () => {
      const wantsMarket = market === undefined && (asked !== '' || sortDimension() !== undefined);
      const wantsFacets =
        facets === undefined &&
        (wantsMarket || own !== undefined || sortDimension() !== undefined || filtersOf(form).length > 0);
      if ((!wantsMarket && !wantsFacets) || failed) return false;
      Promise.all([wantsFacets ? loadFacets() : undefined, wantsMarket ? loadMarket() : undefined]).then(
        ([newFacets, newMarket]) => {
          facets ??= newFacets;
          market ??= newMarket;
          understand();
          ready();
        },
        () => {
          failed = true;
          ready();
        },
      );
      return true;
    },
    load: async () => {
      const [newMarket, newFacets] = await Promise.all([loadMarket(), loadFacets()]);
      market = newMarket;
      facets = newFacets;
      understand();
      return { market: newMarket, facets: newFacets };
    },
    changed: () => {
      failed = false;
      notUnderstood = [];
    },
    setFailed: () => (failed = true),
  };
}
