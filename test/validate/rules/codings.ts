/** Faults and lines of the rules in `src/validate/rules/codings.ts`. */
import type { CODINGS_RULES } from '../../../src/validate/rules/codings.ts';
import { changed, type Fixture, type InMemory } from './fixture.ts';

/** The tiny workspace with one coding. */
const coding = (line: string): Pick<InMemory, 'files'> =>
  changed((files) => files.set('data/codings/2026.csv', `vendor,criterion,facet,coder,coded_on,state\n${line}\n`));

export const CODINGS_FIXTURES = {
  'coding-unmeasured': {
    ...coding('beta,demo/hours,,00000000000000aa,2026-06-01,met'),
    at: 'demo/hours',
    en: 'data/codings/2026.csv:2:6 criterion - found "hours", which is measured by a number or by others; expected a criterion with facets or levels. Fix: take the row out. [coding-unmeasured]',
    zh: 'data/codings/2026.csv:2:6 criterion - 发现“hours”，它由数值或他人的说法计量；应为有要点或等级的指标。修改：删掉这一行。 [coding-unmeasured]',
  },
  'coding-facet': {
    ...coding('beta,demo/training,phone,00000000000000aa,2026-06-01,yearly'),
    at: 'phone',
    en: 'data/codings/2026.csv:2:20 facet - found "phone" for a criterion with levels; expected nothing: training has no facets. Fix: leave the cell empty. [coding-facet]',
    zh: 'data/codings/2026.csv:2:20 facet - 发现“phone”，而该指标分等级；应为空：training 没有要点。修改：把这一格留空。 [coding-facet]',
  },
} satisfies Record<keyof typeof CODINGS_RULES, Fixture>;
