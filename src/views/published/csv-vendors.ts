/** `data/vendors.csv` and `data/scores.csv`. */
import type { Vendor } from '../../schema/dataset.ts';
import type { Price } from '../../schema/vendor.ts';
import { type CsvCell, csvTable, listCell } from './csv-table.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { type Standing, standings } from '../market/standings.ts';

const VENDOR_HEAD = [
  'slug',
  'name_zh',
  'name_en',
  'aliases',
  'legal_name',
  'credit_code',
  'status',
  'since',
  'founded',
  'staff',
  'website',
  'regions',
  'cities',
  'services',
  'industries',
  'languages',
  'licence_state',
  'licence_number',
  'licence_checked_on',
  'prices',
  'score',
  'sd',
  'low',
  'high',
  'place',
  'rank_low',
  'rank_high',
  'group',
  'unrated',
  'covered',
  'dimensions',
  'reviews',
  'observations',
] as const;

/** One row for each vendor, in the order of slugs. */
export function vendorsCsv(scoring: ScoredWorkspace): string {
  const all = standings(scoring);
  return csvTable(
    VENDOR_HEAD,
    scoring.dataset.vendors.map((vendor, v) => [...profileCells(vendor), ...standingCells(all[v])]),
  );
}

function profileCells(vendor: Vendor): CsvCell[] {
  return [
    vendor.slug,
    vendor.name.zh,
    vendor.name.en,
    listCell(vendor.aliases),
    vendor.legalName,
    vendor.creditCode,
    vendor.status,
    vendor.since,
    vendor.founded,
    vendor.staff,
    vendor.website,
    listCell([...new Set(vendor.offices.map((o) => o.region))]),
    listCell([...new Set(vendor.offices.map((o) => o.city))]),
    listCell(vendor.services),
    listCell(vendor.industries),
    listCell(vendor.languages),
    vendor.licence?.state,
    vendor.licence?.number,
    vendor.licence?.checkedOn,
    listCell(vendor.prices.map(priceText)),
  ];
}

/** Such as `service basis 300-500 CNY/month`: service and basis, amount, currency, period. */
function priceText({ service, basis, amount, upTo, currency, period }: Price): string {
  const range = upTo === undefined ? String(amount) : `${amount}-${upTo}`;
  return [service, basis, range, `${currency}/${period}`].filter((part) => part !== undefined).join(' ');
}

function standingCells({ overall, rating, frameworks, reviews, observations }: Standing): CsvCell[] {
  const ranked = rating.kind === 'ranked' ? rating : undefined;
  return [
    overall?.score,
    overall?.sd,
    overall?.low,
    overall?.high,
    ranked?.place,
    ranked?.low,
    ranked?.high,
    ranked?.group,
    rating.kind === 'unrated' ? listCell([...new Set(rating.reasons.map((r) => r.kind))]) : undefined,
    frameworks.reduce((sum, f) => sum + f.covered, 0),
    frameworks.reduce((sum, f) => sum + f.dimensions.length, 0),
    reviews,
    observations,
  ];
}

const SCORE_HEAD = [
  'vendor',
  'framework',
  'framework_weight',
  'dimension',
  'dimension_weight',
  'score',
  'sd',
  'low',
  'high',
  'facts',
  'reviews',
  'covered',
  'evidenced',
] as const;

/** One row for each participating vendor and dimension, in the order of slugs and of the frameworks. */
export function scoresCsv(scoring: ScoredWorkspace): string {
  return csvTable(SCORE_HEAD, scoreRows(scoring));
}

function* scoreRows(scoring: ScoredWorkspace): Iterable<CsvCell[]> {
  for (const vendor of standings(scoring)) {
    for (const framework of vendor.frameworks) {
      for (const d of framework.dimensions) {
        const { score, sd, low, high } = d.estimate ?? {};
        yield [
          vendor.slug,
          framework.id,
          framework.share,
          d.id,
          d.share,
          score,
          sd,
          low,
          high,
          d.facts,
          d.reviews,
          d.covered,
          d.evidenced,
        ];
      }
    }
  }
}
