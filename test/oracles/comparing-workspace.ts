/**
 * Workspaces for published composite indicators: one number for each criterion and vendor, compared within the market. Made from
 * the oracle's own tables, as files, so that everything from reading to scoring takes part.
 */
import { scoreMarket, type Market } from '../../src/score/market.ts';
import type { Dataset } from '../../src/schema/dataset.ts';
import { requireDataset, validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom } from '../workspaces/tiny.ts';

export interface IndicatorSketch {
  id: string;
  weight?: number;
  lessIsBetter: boolean;
}

export interface GroupSketch {
  id: string;
  weight: number;
  indicators: readonly IndicatorSketch[];
}

export interface ComparingSketch {
  frameworks: readonly {
    id: string;
    weight: number;
    minimumDimensions: number;
    anyOf?: readonly string[];
    groups: readonly GroupSketch[];
  }[];
  normalisation: 'minmax' | 'zscore' | 'percentile';
  withinMarket: Readonly<Record<string, number | boolean>>;
  minimumCriteria: number;
  aggregation: 'arithmetic' | 'geometric' | 'harmonic';
  /** Numbers by slug, in the order of the indicators of all groups; an empty text is a missing number. */
  vendors: ReadonlyMap<string, readonly string[]>;
}

const both = (text: string): string => `{ zh: ${text}, en: ${text} }`;

/** The files of such a workspace by path. */
export function comparingFiles(sketch: ComparingSketch): Map<string, string> {
  const files = new Map<string, string>();
  const indicators = sketch.frameworks.flatMap((f) =>
    f.groups.flatMap((g) => g.indicators.map((indicator) => ({ framework: f.id, ...indicator }))),
  );
  for (const framework of sketch.frameworks) {
    files.set(
      `content/frameworks/${framework.id}.yaml`,
      [
        `id: ${framework.id}`,
        `name: ${both(framework.id)}`,
        `short: ${both(framework.id.slice(0, 12))}`,
        `summary: ${both('published')}`,
        `themes: [{ id: all, name: ${both('all')}, summary: ${both('all')} }]`,
        'dimensions:',
        ...framework.groups.flatMap((group) => [
          `  - id: ${group.id}`,
          '    theme: all',
          `    name: ${both(group.id)}`,
          `    summary: ${both('group')}`,
          '    criteria:',
          ...group.indicators.map(
            ({ id, lessIsBetter }) =>
              `      - { id: ${id}, name: ${both(id)}, meaning: ${both('published')}, evidence: ${both('published')}, measure: { kind: number, goalposts: ${lessIsBetter ? 'less' : 'more'} } }`,
          ),
        ]),
        '',
      ].join('\n'),
    );
  }
  files.set(
    'content/methodology/2026.1/method.yaml',
    [
      "version: '2026.1'",
      'status: published',
      'published: 2026-01-01',
      `summary: ${both('published')}`,
      'frameworks:',
      ...sketch.frameworks.flatMap((f) => [
        `  ${f.id}:`,
        `    weight: ${f.weight}`,
        `    minimumDimensions: ${f.minimumDimensions}`,
        `    anyOf: [${(f.anyOf ?? []).join(', ')}]`,
        '    dimensions:',
        ...f.groups.map(
          (g) =>
            `      ${g.id}: { weight: ${g.weight}, criteria: { ${g.indicators.map((i) => `${i.id}: ${i.weight ?? 1}`).join(', ')} } }`,
        ),
      ]),
      'goalposts: { more: { worst: 0, best: 1 }, less: { worst: 1, best: 0 } }',
      'facts: { share: 1, tiers: { observed: 1, documented: 1, declared: 1 }, partly: 0.5, missing: leave-out }',
      `coverage: { criteria: 0, minimumCriteria: ${sketch.minimumCriteria}, reviews: 1, observations: 1 }`,
      'reviews:',
      '  classes: { verified-contract: 1, invited: 1, organic: 1, vendor-supplied: 1 }',
      '  incentivised: 1',
      '  halfLifeDays: 365',
      '  reviewerWindowDays: 0',
      '  dayShare: 1',
      '  shrinkage: { minVendors: 10, minReviews: 2, kMin: 3, kMax: 20, fallback: { k: 7, mu: 0.625, variance: 0.09375 } }',
      'observations: { halfLifeDays: 365, fallback: { k: 3, lnSd: 1, share: 0.5 } }',
      `aggregation: ${sketch.aggregation}`,
      `normalisation: ${sketch.normalisation}`,
      `withinMarket: { ${Object.entries(sketch.withinMarket)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', ')} }`,
      'uncertainty: { draws: 100, interval: 0.9, tie: 0.95, seed: oracle }',
      'sensitivity: { draws: 10, weightFactor: { low: 0.75, high: 1.25 } }',
      'integrity: { similarText: 0.8, burstDays: 7, burstProbability: 0.001, reviewerVendors: 5 }',
      'freshness: { evidenceDays: 365, licenceDays: 365, priceDays: 180 }',
      '',
    ].join('\n'),
  );
  for (const language of ['en', 'zh']) files.set(`content/methodology/2026.1/${language}.mdx`, 'Published.\n');
  files.set('content/questionnaire.yaml', `intro: ${both('none')}\nquestions: []\n`);
  files.set(
    'content/directory.yaml',
    `vendor: { one: ${both('one')}, many: ${both('many')} }\nservices: [{ id: all, name: ${both('all')} }]\nindustries: []\nlanguages: []\ncontacts: []\nregions: []\npriceBases: []\n`,
  );
  files.set(
    'content/site.yaml',
    `name: ${both('Oracle')}\ntagline: ${both('published')}\ndescription: ${both('published')}\nurl: https://oracle.example\nsampleData: true\n`,
  );
  files.set('data/release.yaml', "asOf: 2026-07-01\nmethodology: '2026.1'\n");
  for (const [slug, numbers] of sketch.vendors) {
    const answers = sketch.frameworks.flatMap((f) => {
      const own = indicators.flatMap((indicator, i) =>
        indicator.framework === f.id && numbers[i] !== '' ? [`    ${indicator.id}: { value: ${numbers[i]} }`] : [],
      );
      return own.length === 0 ? [] : [`  ${f.id}:`, ...own];
    });
    files.set(
      `data/vendors/${slug}.yaml`,
      [
        `name: { en: ${slug} }`,
        'status: participating',
        ...(answers.length === 0 ? [] : ['answers:', ...answers]),
        '',
      ].join('\n'),
    );
  }
  return files;
}

/** Reads, validates and scores such files. @throws Error with the problems, when there are any. */
export function scoredFrom(files: ReadonlyMap<string, string>): { dataset: Dataset; market: Market } {
  const dataset = requireDataset(validateWorkspace(rawFrom(files)));
  return { dataset, market: scoreMarket(dataset) };
}
