/**
 * Published composite indicators again, this time as workspaces: their numbers are written into vendor files, read, validated and
 * scored by the same program that makes the rankings, and every receipt is computed again. Sources as in the tests beside this one.
 */
import { describe, expect, it } from 'vitest';
import { verifyMarket } from '../../src/verify/market.ts';
import { publishedBy } from '../verify/published.ts';
import { type ComparingSketch, comparingFiles, scoredFrom } from './comparing-workspace.ts';
import { column, describeOracle, numberOf, readRows, report, worstDifference } from './oracle-files.ts';
import { winsorised } from './winsorised.ts';

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');

describe('a workspace that compares vendors with one another', () => {
  // Three of the hospitals would give other means; so three vendors with numbers whose z-scores are -1, 0 and 1.
  const sketch = (normalisation: ComparingSketch['normalisation'], dimensions: boolean): ComparingSketch => ({
    frameworks: [
      {
        id: 'stars',
        weight: 1,
        minimumDimensions: 1,
        anyOf: ['safety'],
        groups: [
          {
            id: 'safety',
            weight: 3,
            indicators: [
              { id: 'falls', lessIsBetter: true },
              { id: 'rare', lessIsBetter: true },
            ],
          },
          { id: 'process', weight: 1, indicators: [{ id: 'shots', lessIsBetter: false }] },
        ],
      },
    ],
    normalisation,
    withinMarket: { centre: 50, spread: 10, leastVendors: 2, dimensions },
    minimumCriteria: 1,
    aggregation: 'arithmetic',
    vendors: new Map([
      ['a', ['30', '', '1']],
      ['b', ['20', '5', '2']],
      ['c', ['10', '', '']],
      ['d', ['', '', '3']],
    ]),
  });

  it('standardises numbers, leaves out what only one states, gives the weight of missing groups to the others', () => {
    const { market } = scoredFrom(comparingFiles(sketch('zscore', false)));
    // a: -1 and -1; b: 0 and 0; c: 1 and nothing; d: nothing and 1.
    expect(market.scored.map((own) => own?.composite.overall)).toEqual([40, 50, 60, 60]);
    expect(market.ratings.map((r) => r.kind)).toEqual(['ranked', 'ranked', 'ranked', 'unrated']);
  });

  it.each(['zscore', 'minmax', 'percentile'] as const)(
    'publishes receipts from which its %s can be computed again',
    (normalisation) => {
      const scoring = scoredFrom(comparingFiles(sketch(normalisation, true)));
      const { receipts, context } = publishedBy(scoring);
      expect(verifyMarket(receipts, context)).toEqual([]);
      const tamper = (path: RegExp, text: string): string[] => {
        const all = receipts.map((r) =>
          r.slug === 'b' ? (JSON.parse(JSON.stringify(r).replace(path, text)) as typeof r) : r,
        );
        return verifyMarket(all, context).map((d) => d.path);
      };
      // Somebody tells of another market than the others do.
      expect(tamper(/"vendors":3/, '"vendors":4')).toContain(
        'frameworks[stars].dimensions[safety].criteria[falls].answer.compared.vendors',
      );
      expect(tamper(/("standard":\{"mean":)[\d.]+/, '$147')).toContain(
        'frameworks[stars].dimensions[safety].standard.mean',
      );
    },
  );
});

describeOracle('cms_stars', () => {
  const input = readRows('cms_stars/v202207_input.csv.gz');
  const output = readRows('cms_stars/v202207_sas_output.csv.gz');
  const measures = readRows('cms_stars/v202207_measures.csv.gz');
  const groups = readRows('cms_stars/groups.csv.gz').map((group) => ({
    id: idOf(group['group_name'] ?? ''),
    weight: numberOf(group['weight']),
    flagged: group['mortsafe_flag'] === '1',
    measures: measures.filter((m) => m['group_name'] === group['group_name']),
  }));
  const slugOf = (id: string | undefined): string => `hospital-${idOf(id ?? '')}`;
  const scoring = scoredFrom(
    comparingFiles({
      frameworks: [
        {
          id: 'stars',
          weight: 1,
          minimumDimensions: 3,
          anyOf: groups.filter((g) => g.flagged).map((g) => g.id),
          groups: groups.map(({ id, weight, measures: own }) => ({
            id,
            weight,
            indicators: own.map((m) => ({ id: idOf(m['measure_id'] ?? ''), lessIsBetter: m['flip_sign'] === '-1' })),
          })),
        },
      ],
      // One point for each standard deviation: no hospital lies 50 of them off, so nothing is cut at 0 or 100.
      normalisation: 'zscore',
      withinMarket: { centre: 50, spread: 1, leastVendors: 101, dimensions: true },
      minimumCriteria: 3,
      aggregation: 'arithmetic',
      vendors: new Map(
        input.map((row) => [
          slugOf(row['PROVIDER_ID']),
          groups.flatMap((g) => g.measures.map((m) => row[m['measure_id'] ?? ''] ?? '')),
        ]),
      ),
    }),
  );
  const { dataset, market } = scoring;
  const row = new Map(output.map((r) => [slugOf(r['PROVIDER_ID']), r]));
  const published = (name: string): Float64Array =>
    column(
      dataset.vendors.map((v) => row.get(v.slug) ?? {}),
      name,
    );

  it('has our summary and group scores of all 4,489 hospitals to 1e-8, read from files', () => {
    const summary = Float64Array.from(market.scored, (own) => (own?.composite.overall ?? Number.NaN) - 50);
    const worst = worstDifference(summary, published('summary_score'));
    report('CMS summary score through a workspace', worst);
    expect(summary).toHaveLength(4489);
    expect(worst).toBeLessThan(1e-8);
    const names: Readonly<Record<string, string>> = {
      mortality: 'Std_Outcomes_Mortality_score',
      safety: 'Std_Outcomes_Safety_score',
      readmission: 'Std_Outcomes_Readmission_score',
      'patient-experience': 'Std_PatientExp_score',
      process: 'Std_Process_score',
    };
    market.plan.dimensions.forEach((dimension, d) => {
      const own = Float64Array.from(market.scored, (scored) => (scored?.dimensions[d]?.score ?? Number.NaN) - 50);
      const group = worstDifference(own, published(names[dimension.id] ?? ''));
      report(`CMS ${dimension.id} through a workspace`, group);
      expect(group).toBeLessThan(1e-8);
    });
  });

  it('ranks the hospitals that are reported, and no other', () => {
    const reported = dataset.vendors.map((v) => row.get(v.slug)?.['report_indicator'] === '1');
    expect(market.ratings.map((r) => r.kind === 'ranked')).toEqual(reported);
    expect(market.rankedCount).toBe(3121);
  });

  it('can compute every number of all 4,489 receipts again', { timeout: 60_000 }, () => {
    const { receipts, context } = publishedBy(scoring);
    expect(receipts).toHaveLength(4489);
    expect(verifyMarket(receipts, context)).toEqual([]);
  });
});

describeOracle('coinr_asem', () => {
  const structure = readRows('coinr_asem/structure.csv');
  const screened = readRows('coinr_asem/stage_Screened.csv');
  const under = (parent: string): string[] =>
    structure.filter((r) => r['Parent'] === parent).map((r) => r['iCode'] ?? '');
  const less = new Set(structure.filter((r) => r['Direction'] === '-1').map((r) => r['iCode']));
  const indices = under('Index');
  const codes = indices.flatMap((index) => under(index).flatMap(under));
  const treated = codes.map((code) => winsorised(column(screened, code)));
  const scoring = (
    normalisation: ComparingSketch['normalisation'],
    aggregation: ComparingSketch['aggregation'],
  ): ReturnType<typeof scoredFrom> =>
    scoredFrom(
      comparingFiles({
        frameworks: indices.map((index) => ({
          id: idOf(index),
          weight: 1,
          minimumDimensions: 1,
          groups: under(index).map((pillar) => ({
            id: idOf(pillar),
            weight: 1,
            indicators: under(pillar).map((code) => ({ id: idOf(code), lessIsBetter: less.has(code) })),
          })),
        })),
        normalisation,
        withinMarket: {},
        minimumCriteria: 1,
        aggregation,
        vendors: new Map(
          screened.map((r, i) => [
            idOf(r['uCode'] ?? ''),
            treated.map((values) => (Number.isNaN(values[i]) ? '' : String(values[i]))),
          ]),
        ),
      }),
    );

  it('has our pillars, sub-indices and index of all 51 countries to 1e-9, read from files', () => {
    const { dataset, market } = scoring('minmax', 'arithmetic');
    const aggregated = new Map(readRows('coinr_asem/stage_Aggregated.csv').map((r) => [idOf(r['uCode'] ?? ''), r]));
    const published = (code: string): Float64Array =>
      column(
        dataset.vendors.map((v) => aggregated.get(v.slug) ?? {}),
        code,
      );
    const ours = (pick: (own: NonNullable<(typeof market.scored)[number]>) => number | undefined): Float64Array =>
      Float64Array.from(market.scored, (own) => (own && pick(own)) ?? Number.NaN);
    let worst = worstDifference(
      ours((own) => own.composite.overall),
      published('Index'),
    );
    indices.forEach(
      (index, f) =>
        (worst = Math.max(
          worst,
          worstDifference(
            ours((own) => own.composite.frameworks[f]),
            published(index),
          ),
        )),
    );
    const pillars = indices.flatMap(under);
    pillars.forEach(
      (pillar, d) =>
        (worst = Math.max(
          worst,
          worstDifference(
            ours((own) => own.dimensions[d]?.score),
            published(pillar),
          ),
        )),
    );
    report('COINr pillars, sub-indices and index through a workspace', worst);
    expect([dataset.vendors.length, codes.length, pillars.length]).toEqual([51, 49, 8]);
    expect(worst).toBeLessThan(1e-9);
  });

  it('places the countries as published', () => {
    const { dataset, market } = scoring('minmax', 'arithmetic');
    const ranks = new Map(
      readRows('coinr_asem/results_ranks.csv').map((r) => [idOf(r['uCode'] ?? ''), numberOf(r['Index'])]),
    );
    expect(market.ratings.map((r) => (r.kind === 'ranked' ? r.place : 0))).toEqual(
      dataset.vendors.map((v) => ranks.get(v.slug)),
    );
  });
});
