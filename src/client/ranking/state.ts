/** What the ranking shows: the form's fields, own weights, and the files that these need. Knows the address, not the table. */
import { nameOfWeights, type OwnWeights, textOfWeights, weightsOfText } from '../../views/browser/own-weights.ts';
import { filtersOf, type RankingForm } from './form.ts';
import { type Facets, loadFacets, loadMarket, type Market, type Rescored } from './market.ts';

/** The state of one page. */
export class RankingState {
  facets: Facets | undefined;
  market: Market | undefined;
  /** Own weights; undefined under the published ones, and until there is a market to understand them. */
  own: OwnWeights | undefined;
  /** What the address says and nothing here understands, as `name=value`; none once the state is changed. */
  notUnderstood: string[] = [];
  /** Whether something that is needed could not be fetched. */
  failed = false;
  readonly #form: RankingForm;
  readonly #ready: () => void;
  /** What the address says of weights until the market is there to understand it. */
  #asked = '';

  /** `ready` is called when something that was waited for is there, or could not be fetched. */
  constructor(form: RankingForm, ready: () => void) {
    this.#form = form;
    this.#ready = ready;
  }

  /** Own weights with the market that they apply to. */
  rescored(): Rescored | undefined {
    const { own, market } = this;
    return own === undefined || market === undefined ? undefined : { market, own };
  }

  /** Dimension that rows are sorted by. */
  sortDimension(): number | undefined {
    const text = this.#form.optionOf('sort')?.dataset['dimension'];
    return text === undefined ? undefined : Number(text);
  }

  /** Takes other weights; the published ones, or undefined, end that. */
  weigh(next: OwnWeights | undefined): void {
    const { market } = this;
    const isOwn = next !== undefined && market !== undefined && nameOfWeights(market.model, next) !== '';
    this.own = isOwn ? next : undefined;
    this.#asked = '';
  }

  #understand(): void {
    if (this.market === undefined || this.#asked === '') return;
    const { own, unknown } = weightsOfText(this.market.model, this.#asked);
    this.notUnderstood.push(...unknown.map((part) => `w=${part}`));
    this.weigh(own);
  }

  /** The whole state as a query, in a fixed order. */
  query(): URLSearchParams {
    const query = this.#form.write();
    const rescored = this.rescored();
    const text = rescored === undefined ? this.#asked : textOfWeights(rescored.market.model, rescored.own);
    if (text !== '') query.set('w', text);
    return query;
  }

  /** Takes over the state of an address. */
  read(query: URLSearchParams): void {
    this.notUnderstood = this.#form.read(query);
    this.own = undefined;
    this.#asked = query.get('w') ?? '';
    this.#understand();
  }

  /** Loads what the state needs and is not there yet; returns whether it must be waited for. */
  need(): boolean {
    const isSorted = this.sortDimension() !== undefined;
    const wantsMarket = this.market === undefined && (this.#asked !== '' || isSorted);
    const isChanged = wantsMarket || this.own !== undefined || isSorted || filtersOf(this.#form).length > 0;
    const wantsFacets = this.facets === undefined && isChanged;
    if ((!wantsMarket && !wantsFacets) || this.failed) return false;
    Promise.all([wantsFacets ? loadFacets() : undefined, wantsMarket ? loadMarket() : undefined])
      .then(([facets, market]) => {
        this.facets ??= facets;
        this.market ??= market;
        this.#understand();
      })
      .catch(() => (this.failed = true))
      .finally(this.#ready);
    return true;
  }

  /** Loads both files, for the panel of weights. Rejects when one cannot be fetched. */
  async load(): Promise<{ market: Market; facets: Facets }> {
    const [market, facets] = await Promise.all([loadMarket(), loadFacets()]);
    Object.assign(this, { market, facets });
    this.#understand();
    return { market, facets };
  }

  /** Notes that a person changed something: what the address had wrong is past, and what could not be fetched is tried again. */
  changed(): void {
    this.failed = false;
    this.notUnderstood = [];
  }
}
