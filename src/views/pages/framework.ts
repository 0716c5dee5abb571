/** The page of a framework: its themes and dimensions, what they weigh, how the market is spread on them. */
import { methodShares } from '../../score/plan.ts';
import type { Framework } from '../../schema/framework.ts';
import type { Language } from '../../schema/text.ts';
import type { Inputs } from '../market/inputs.ts';
import { spreads, type Histogram, type Leader, histogram, leaders } from '../market/spread.ts';
import { round } from '../format/round.ts';
import { dimensionsOf } from '../format/names.ts';

interface DimensionEntry {
  id: string;
  name: string;
  summary: string;
  criteria: number;
  facets: number;
  /** Percent of the framework, one decimal. */
  percent: number;
  histogram: Histogram | undefined;
  leader: Leader | undefined;
}

interface ThemeEntry {
  id: string;
  name: string;
  summary: string;
  dimensions: readonly DimensionEntry[];
}

/** Two dimensions that lie close, and how they differ. */
interface OverlapEntry {
  a: { id: string; name: string };
  b: { id: string; name: string };
  note: string;
}

interface FrameworkPage {
  id: string;
  name: string;
  short: string;
  summary: string;
  source: string | undefined;
  dimensions: number;
  criteria: number;
  facets: number;
  /** Percent of the overall score. */
  percent: number;
  /** Dimensions with evidence that a vendor needs to be ranked. */
  needed: number;
  themes: readonly ThemeEntry[];
  overlaps: readonly OverlapEntry[];
}

/** A framework's page. */
export function frameworkPage(inputs: Inputs, framework: Framework, language: Language): FrameworkPage {
  const { method } = inputs.dataset;
  const shares = methodShares(method, inputs.dataset.frameworks);
  const market = spreads(inputs);
  const criteria = framework.dimensions.flatMap((d) => d.criteria);
  return {
    id: framework.id,
    name: framework.name[language],
    short: framework.short[language],
    summary: framework.summary[language],
    source: framework.source?.[language],
    dimensions: framework.dimensions.length,
    criteria: criteria.length,
    facets: criteria.reduce((sum, c) => sum + c.facets.length, 0),
    percent: Math.round((shares.get(framework.id)?.share ?? 0) * 100),
    needed: method.frameworks[framework.id]?.minimumDimensions ?? 0,
    themes: framework.themes.map((theme) => ({
      id: theme.id,
      name: theme.name[language],
      summary: theme.summary[language],
      dimensions: framework.dimensions
        .filter((d) => d.theme === theme.id)
        .map((d) => {
          const spread = market.of(`${framework.id}/${d.id}`);
          return {
            id: d.id,
            name: d.name[language],
            summary: d.summary[language],
            criteria: d.criteria.length,
            facets: d.criteria.reduce((sum, c) => sum + c.facets.length, 0),
            percent: round(100 * (shares.get(`${framework.id}/${d.id}`)?.share ?? 0), 1),
            histogram: histogram(spread),
            leader: leaders(inputs, spread, language, 1)[0],
          };
        }),
    })),
    overlaps: overlapEntries(framework, language),
  };
}

/** Each pair once, in the order of the framework. */
function overlapEntries(framework: Framework, language: Language): OverlapEntry[] {
  const byId = dimensionsOf(framework);
  const seen = new Set<string>();
  return framework.dimensions.flatMap((a) =>
    a.overlaps.flatMap((overlap) => {
      const b = byId.get(overlap.with);
      const key = [a.id, overlap.with].toSorted().join(' ');
      if (b === undefined || seen.has(key)) return [];
      seen.add(key);
      return [
        {
          a: { id: a.id, name: a.name[language] },
          b: { id: b.id, name: b.name[language] },
          note: overlap.note[language],
        },
      ];
    }),
  );
}
