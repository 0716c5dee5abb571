/** One look at a draft: its text, all that is wrong with it, what it would score, and what would help most. */
import { problemText } from '../validate/problem-text.ts';
import type { Vendor } from '../schema/dataset.ts';
import type { Problem } from '../schema/problem.ts';
import type { Language } from '../schema/text.ts';
import type { SubmitMarket, SubmitRules } from '../schema/submit-files.ts';
import { standsAlone } from '../score/one-vendor.ts';
import { type Advice, adviceFor } from './advice.ts';
import { type Draft, tidied } from './draft.ts';
import { examineText, type SlugFault, slugFault } from './examine.ts';
import { posteriorsFrom, type Scale, scaleOf, type Standing, standingOf, type RowStatsById } from './standing.ts';
import type { Reported } from './reported.ts';
import { type HostLink, hostLink } from './host-link.ts';
import { briefText, vendorText } from './vendor-text.ts';

/** Things that are named at a time. */
const MOST_ADVICE = 3;

/** A problem with its sentence in the reader's language. */
export type LocalizedProblem = Pick<Problem, 'field' | 'rule' | 'severity'> & { text: string };

/** The problem with its sentence in `language`. */
export function localizedProblem(problem: Problem, language: Language): LocalizedProblem {
  const { field, rule, severity } = problem;
  return { field, rule, severity, text: problemText(problem, language) };
}

/** What is looked at. */
export interface Inspected {
  draft: Draft;
  slug: string;
  /** Slug of the vendor that is being updated; undefined for a new one. */
  base: string | undefined;
}

/** What was found. */
export interface Inspection {
  /** The file as it would be handed in. */
  text: string;
  problems: readonly LocalizedProblem[];
  slugFault: SlugFault | undefined;
  /** Absent unless the vendor takes part and something is known of it, and where the method compares vendors with one another: then only a build can tell. */
  standing?: Standing;
  advice: readonly Advice[];
  /** Where the repository's host takes the file; absent where the site names no repository. */
  link?: HostLink;
}

/** Looks at drafts of one workspace. */
export interface Inspector {
  /** `known` is what others have reported about the vendor so far; of a new one, nothing. */
  inspect(inspected: Inspected, known: Reported): Inspection;
}

/** Prepares what does not depend on the draft; problems are described in `language`. */
export function inspector(rules: SubmitRules, market: SubmitMarket, language: Language): Inspector {
  const scale: Scale = scaleOf(rules, market);
  return {
    inspect({ draft, slug, base }, { rows, overlap, priors }) {
      const tidy = tidied(draft);
      const text = vendorText(tidy, rules);
      const { problems, data } = examineText(text, slug, rules, market.taken);
      const link = hostLink(rules.site, slug, [text, briefText(tidy)], base !== undefined);
      const found = {
        text,
        problems: problems.map((problem) => localizedProblem(problem, language)),
        slugFault: slugFault(slug, base, market),
        ...(link === undefined ? {} : { link }),
      };
      if (data.status !== 'participating' || !standsAlone(rules.method)) return { ...found, advice: [] };
      const own: Scale = priors === undefined ? scale : scaleOf(rules, { ...market, priors });
      const known = posteriorsFrom(own, rows, overlap);
      const vendor = { ...data, slug };
      const advice = adviceFor(own, known, vendor, MOST_ADVICE);
      // With nothing answered and nothing reported the score would be the market's, not the vendor's.
      return isBlank(vendor, rows)
        ? { ...found, advice }
        : { ...found, standing: standingOf(own, known, vendor), advice };
    },
  };
}

/** Whether the file answers nothing and nobody has reported anything about the vendor. */
function isBlank({ answers }: Pick<Vendor, 'answers'>, rows: RowStatsById): boolean {
  const answered = Object.values(answers).some((own) =>
    Object.values(own).some((a) => a.facets !== undefined || a.level !== undefined || a.value !== undefined),
  );
  return !answered && Object.values(rows).every(({ count }) => count === 0);
}
