/** The editors' table of double coding: how far two people agree on what counts, and where they do not. */
import { compareText } from '../../schema/order.ts';
import { CODED_STATES } from '../../schema/coding.ts';
import type { CodingTable, Dataset } from '../../schema/dataset.ts';
import type { Criterion } from '../../schema/framework.ts';
import type { Language } from '../../schema/text.ts';
import { type Agreement, type CodedUnit, agreed, agreementOn, codedUnits } from '../../score/double-coding.ts';
import { oncePer } from '../format/once.ts';
import { type LocalText, localize } from '../format/localize.ts';

/** Agreement on all facts of a framework, or of a criterion. */
export interface AgreementRow extends Agreement {
  name: string;
  /** Address of the criterion's place in the frameworks' pages, without language; of the framework itself for a whole one. */
  path: string;
}

/** One fact on which people differ. */
export interface Disagreement {
  vendor: { slug: string; name: LocalText };
  criterion: string;
  path: string;
  facet: string | undefined;
  /** What they found, one entry for each, in the order of coders. */
  found: readonly ({ state: (typeof CODED_STATES)[number] } | { level: string })[];
}

export interface DoubleCoding {
  coders: number;
  vendors: number;
  whole: Agreement;
  frameworks: readonly AgreementRow[];
  /** Criteria on which they agree least, worst first, at most `MOST`; those with full agreement are left out. */
  criteria: readonly AgreementRow[];
  /** Facts on which they differ, in the order of vendors and criteria, at most `LISTED`. */
  disagreements: readonly Disagreement[];
  /** Facts on which they differ, all of them. */
  differing: number;
}

/** Criteria listed, and disagreements listed. */
const MOST = 12;
const LISTED = 60;
/** Alpha from which conclusions may be drawn, and from which tentative ones may (Krippendorff 2004, "Content Analysis", 11.4). */
export const RELIABLE = 0.8;
export const TENTATIVE = 0.667;

interface Place {
  criterion: Criterion;
  framework: string;
  path: string;
}

const placesOf = oncePer((dataset: Dataset): readonly Place[] =>
  dataset.frameworks.flatMap((f) =>
    f.dimensions.flatMap((d) =>
      d.criteria.map((criterion) => ({
        criterion,
        framework: f.id,
        path: `/frameworks/${f.id}/${d.id}/#${criterion.id}`,
      })),
    ),
  ),
);

const found = oncePer((dataset: Dataset): { units: readonly CodedUnit[]; table: CodingTable } | undefined => {
  if (!dataset.codings) return undefined;
  const units = codedUnits(dataset.codings);
  return units.length === 0 ? undefined : { units, table: dataset.codings };
});

/** The table in a language; undefined when nothing was looked at twice. */
export function doubleCoding(dataset: Dataset, language: Language): DoubleCoding | undefined {
  const own = found(dataset);
  if (!own) return undefined;
  const { units, table } = own;
  const places = placesOf(dataset);
  const differing = units.filter((unit) => !agreed(table, unit));
  return {
    coders: new Set(units.flatMap((unit) => unit.rows.map((row) => table.coder[row]))).size,
    vendors: new Set(units.map((unit) => unit.vendor)).size,
    whole: agreementOn(dataset, units),
    frameworks: dataset.frameworks.flatMap((f) => {
      const within = units.filter((unit) => places[unit.criterion]?.framework === f.id);
      return within.length === 0
        ? []
        : [{ ...agreementOn(dataset, within), name: f.name[language], path: `/frameworks/${f.id}/` }];
    }),
    criteria: [...Map.groupBy(units, (unit) => unit.criterion)]
      .flatMap(([c, within]) => {
        const place = places[c];
        return place
          ? [{ ...agreementOn(dataset, within), name: place.criterion.name[language], path: place.path }]
          : [];
      })
      .filter((row) => row.same < row.units)
      .sort((a, b) => a.same / a.units - b.same / b.units || b.units - a.units || compareText(a.path, b.path))
      .slice(0, MOST),
    disagreements: differing.slice(0, LISTED).flatMap((unit) => disagreement(dataset, table, places, unit, language)),
    differing: differing.length,
  };
}

function disagreement(
  dataset: Dataset,
  table: CodingTable,
  places: readonly Place[],
  unit: CodedUnit,
  language: Language,
): Disagreement[] {
  const vendor = dataset.vendors[unit.vendor];
  const place = places[unit.criterion];
  if (!vendor || !place) return [];
  const { criterion } = place;
  const levels = criterion.measure?.kind === 'level' ? criterion.measure.levels : undefined;
  return [
    {
      vendor: { slug: vendor.slug, name: localize(vendor.name, language) },
      criterion: criterion.name[language],
      path: place.path,
      facet: criterion.facets[unit.facet]?.name[language],
      found: unit.rows.map((row) => {
        const state = table.state[row];
        return levels ? { level: levels[state]?.name[language] ?? '' } : { state: CODED_STATES[state] ?? 'not-met' };
      }),
    },
  ];
}
