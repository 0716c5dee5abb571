/** Faults and lines of the rules in `src/validate/rules/summaries.ts`. */
import { summaryRules } from '../../../src/schema/summaries.ts';
import type { SUMMARIES_RULES } from '../../../src/validate/rules/summaries.ts';
import { requireDataset, validateWorkspace } from '../../../src/validate/workspace.ts';
import { rawFrom, tinyWorkspace } from '../../workspaces/tiny.ts';
import type { Fixture } from './fixture.ts';
import { added } from './fixture-on-disk.ts';

/** Sums over reviews of one vendor of the tiny workspace. */
function sums(vendor: string, pairs: [string, string, number, number, number, number, number][], change = {}): string {
  const { release, method, questionnaire } = requireDataset(validateWorkspace(rawFrom(tinyWorkspace())));
  const rows = { total: 1, published: 1, belowMinimum: 0, counted: 1 };
  const rules = summaryRules(method, questionnaire);
  const computedFrom = { ...release, rules, engine: 'any', rows: 1, sources: [{ name: 'rows' }], ...change };
  return JSON.stringify({ format: 1, computedFrom, vendors: { [vendor]: { rows, measures: {}, pairs } } });
}

const FILE = 'data/summaries/big.json';

export const SUMMARIES_FIXTURES = {
  'summaries-stale': {
    ...added(FILE, sums('gamma', [], { asOf: '2026-06-30' })),
    en: 'data/summaries/big.json:1:28 computedFrom - found sums over reviews for another asOf (2026-06-30); expected 2026-07-01, as the workspace has it. Fix: summarise the reviews again: npm run summarise. [summaries-stale]',
    zh: 'data/summaries/big.json:1:28 computedFrom - 发现评价汇总所依据的 asOf 不同（2026-06-30）；应为与工作区一致：2026-07-01。修改：重新汇总评价：npm run summarise。 [summaries-stale]',
  },
  'summaries-twice': {
    ...added(FILE, sums('alpha', [])),
    en: 'data/summaries/big.json:1:547 vendors.alpha - found reviews of "alpha" both here and in data/reviews; expected all reviews of a vendor in one place, since sums of parts do not know of each other. Fix: summarise all of its reviews together, or leave them all as rows. [summaries-twice]',
    zh: 'data/summaries/big.json:1:547 vendors.alpha - 发现“alpha”的评价既在这里，也在 data/reviews；应为一家服务商的评价全部在一处，因为分开算的和互不知情。修改：把它的评价一起汇总，或全部保留为逐条的表。 [summaries-twice]',
  },
  'summaries-question': {
    ...added(FILE, sums('gamma', [['taste', 'price', 1, 1, 1, 1, 1]])),
    en: 'data/summaries/big.json:1:547 vendors.gamma - found sums for "taste"; expected questions of content/questionnaire.yaml. Fix: summarise the reviews again: npm run summarise. [summaries-question]',
    zh: 'data/summaries/big.json:1:547 vendors.gamma - 发现“taste”的汇总；应为 content/questionnaire.yaml 中的题目。修改：重新汇总评价：npm run summarise。 [summaries-question]',
  },
} satisfies Record<keyof typeof SUMMARIES_RULES, Fixture>;
