/**
 * Overall Hospital Quality Star Rating, July 2022 (Centers for Medicare & Medicaid Services, SAS package 4.1): 4,489 hospitals,
 * 47 measures in five groups. Measures are standardised, averaged within their group, standardised again and weighted; groups
 * without measures give their weight to the others.
 */
import { describe, expect, it } from 'vitest';
import { weightedMean } from '../../src/score/means.ts';
import { directed, zscore } from '../../src/score/normalise.ts';
import { type Row, column, describeOracle, readRows, report, worstDifference } from './oracle-files.ts';

describe('figures of the published file', () => {
  const weights = [0.22, 0.22, 0.22, 0.22, 0.12];

  it('the summary scores of hospitals 010001 and 010005 follow from their group scores', () => {
    // Mortality, safety, readmission, patient experience, process; printed with nine decimals.
    expect(
      weightedMean([-0.846743843, 0.591482541, -0.321757827, 0.072099662, -0.320038261], weights, 'arithmetic'),
    ).toBeCloseTo(-0.149486874, 8);
    expect(
      weightedMean([-1.354201141, -0.145973777, 1.419194563, 0.056105915, 0.003964883], weights, 'arithmetic'),
    ).toBeCloseTo(-0.004996591, 8);
  });
});

/** Our names of the groups > columns of the published results. */
const GROUPS = {
  Mortality: {
    score: 'Std_Outcomes_Mortality_score',
    count: 'Outcomes_Mortality_cnt',
    weight: 'weight_Outcomes_Mortality',
    standard: 'std_weight_Mortality',
  },
  Safety: {
    score: 'Std_Outcomes_Safety_score',
    count: 'Outcomes_safety_cnt',
    weight: 'weight_Outcomes_Safety',
    standard: 'std_weight_safety',
  },
  Readmission: {
    score: 'Std_Outcomes_Readmission_score',
    count: 'Outcomes_Readmission_cnt',
    weight: 'weight_Outcomes_Readmission',
    standard: 'std_weight_Readmission',
  },
  'Patient Experience': {
    score: 'Std_PatientExp_score',
    count: 'Patient_Experience_cnt',
    weight: 'weight_PatientExperience',
    standard: 'std_weight_PatientExperience',
  },
  Process: {
    score: 'Std_Process_score',
    count: 'Process_cnt',
    weight: 'weight_Process',
    standard: 'std_weight_Process',
  },
} as const;
type Group = keyof typeof GROUPS;
const NAMES = Object.keys(GROUPS) as Group[];

describeOracle('cms_stars', () => {
  const input = readRows('cms_stars/v202207_input.csv.gz');
  const output = readRows('cms_stars/v202207_sas_output.csv.gz');
  const measures = readRows('cms_stars/v202207_measures.csv.gz');
  const groups = readRows('cms_stars/groups.csv.gz');
  const weights = NAMES.map((name) => Number(groups.find((g) => g['group_name'] === name)?.['weight']));

  /** Standardised, more is better; a measure that 100 hospitals or fewer report is left out, as CMS does. */
  const standardised = (measure: Row): Float64Array | undefined => {
    const values = column(input, measure['measure_id'] ?? '');
    return values.filter((x) => !Number.isNaN(x)).length > 100
      ? zscore(directed(values, measure['flip_sign'] === '-1' ? -1 : 1), 0, 1)
      : undefined;
  };
  const byGroup = NAMES.map((name) =>
    measures.filter((m) => m['group_name'] === name).flatMap((m) => standardised(m) ?? []),
  );
  const counts = byGroup.map((own) =>
    Float64Array.from(input, (_, h) => own.filter((z) => !Number.isNaN(z[h])).length),
  );
  const scores = byGroup.map((own) =>
    zscore(
      Float64Array.from(input, (_, h) =>
        weightedMean(
          own.map((z) => z[h]),
          own.map(() => 1),
          'arithmetic',
        ),
      ),
      0,
      1,
    ),
  );

  it('is of the same hospitals in the same order', () => {
    expect(input.length).toBe(4489);
    expect(output.map((row) => row['PROVIDER_ID'])).toEqual(input.map((row) => row['PROVIDER_ID']));
    expect(byGroup.map((own) => own.length).reduce((a, b) => a + b, 0)).toBe(46);
  });

  it.each(NAMES)('has our scores and counts of the group %s', (name) => {
    const g = NAMES.indexOf(name);
    const worst = worstDifference(scores[g] ?? [], column(output, GROUPS[name].score));
    report(`CMS ${name}: group score`, worst);
    expect(worst).toBeLessThan(1e-8);
    expect(
      worstDifference(
        counts[g] ?? [],
        column(output, GROUPS[name].count).map((x) => (Number.isNaN(x) ? 0 : x)),
      ),
    ).toBe(0);
  });

  it('has our summary scores of all hospitals to 1e-8', () => {
    const summary = Float64Array.from(input, (_, h) =>
      weightedMean(
        scores.map((s) => s[h]),
        weights,
        'arithmetic',
      ),
    );
    const worst = worstDifference(summary, column(output, 'summary_score'));
    report('CMS summary score', worst);
    expect(summary.some(Number.isNaN)).toBe(false);
    expect(worst).toBeLessThan(1e-8);
  });

  it('gives the weight of missing groups to the others as we do', () => {
    NAMES.forEach((name, g) => {
      const own = Float64Array.from(input, (_, h) => {
        const present = scores.map((s, i) => (Number.isNaN(s[h]) ? 0 : weights[i]));
        return present[g] === 0 ? Number.NaN : present[g] / present.reduce((a, b) => a + b, 0);
      });
      const published = column(output, GROUPS[name].weight);
      expect(
        worstDifference(
          own,
          published.map((x) => (x === 0 ? Number.NaN : x)),
        ),
      ).toBeLessThan(1e-8);
    });
  });

  it('reports the same hospitals: three groups of three measures, mortality or safety among them', () => {
    const flagged = NAMES.map((name) => groups.find((g) => g['group_name'] === name)?.['mortsafe_flag'] === '1');
    const reported = input.map((_, h) => {
      const enough = counts.map((c) => c[h] >= 3);
      return enough.filter(Boolean).length >= 3 && enough.some((e, g) => e && flagged[g]) ? '1' : '0';
    });
    expect(reported).toEqual(output.map((row) => row['report_indicator']));
    expect(reported.filter((r) => r === '1').length).toBe(3121);
  });
});
