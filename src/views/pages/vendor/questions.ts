/** Questions to put to a vendor, made from what it has not shown and from what it does poorly. */
import type { Dataset } from '../../../schema/dataset.ts';
import type { Language } from '../../../schema/text.ts';
import type { CriterionScore, VendorScores } from '../../../score/types.ts';
import { shownFrameworks } from '../../format/names.ts';
import { criterionKey } from './evidence.ts';

/** One question. */
export interface AskedQuestion {
  /** Anchor of the criterion on the vendor page; undefined when the page has none. */
  key: string | undefined;
  criterion: string;
  question: string;
  /** Why it is asked: nothing shown, not answered, no reported answers, or a low score; undefined for a vendor that was not asked yet. */
  why: 'not-shown' | 'unknown' | 'estimated' | 'low' | undefined;
  /** Whole points; undefined without facts and reported answers. */
  score: number | undefined;
}

/** Questions at most, at most so many about one dimension, and points from which on there is nothing to ask. */
const MOST = 6;
const OF_ONE_DIMENSION = 2;
const GOOD = 60;

/**
 * The questions of the criteria that cost the vendor most of its overall score, the costliest first; draws keep the order of
 * the frameworks. `scores` of a vendor that is not assessed has shown nothing: then what weighs most comes first. Criteria
 * without a question, that do not apply or that nothing measures ask nothing.
 */
export function questionsFor({
  dataset,
  scores,
  assessed,
  language,
}: {
  dataset: Dataset;
  scores: VendorScores;
  assessed: boolean;
  language: Language;
}): AskedQuestion[] {
  const gaps = shownFrameworks(dataset).flatMap((framework) => {
    const own = scores.frameworks.find((f) => f.id === framework.id);
    return framework.dimensions.flatMap((dimension) => {
      const scored = own?.dimensions.find((d) => d.id === dimension.id);
      return dimension.criteria.flatMap((criterion) => {
        if (criterion.ask === undefined) return [];
        const score = assessed ? scored?.criteria.find((c) => c.id === criterion.id) : undefined;
        const why = whyAsk(score);
        if (assessed && why === undefined) return [];
        const weight =
          (own?.share ?? 1) * (scored?.share ?? 1) * (scored?.criteria.find((c) => c.id === criterion.id)?.share ?? 1);
        const points = why === 'low' ? score?.score : undefined;
        return [
          {
            dimension,
            criterion,
            why,
            points,
            key: assessed ? criterionKey(framework.id, criterion.id) : undefined,
            cost: weight * (100 - (points ?? 0)),
          },
        ];
      });
    });
  });
  const taken = new Map<string, number>();
  return gaps
    .toSorted((a, b) => b.cost - a.cost)
    .filter(({ dimension }) => {
      const count = taken.get(dimension.id) ?? 0;
      taken.set(dimension.id, count + 1);
      return count < OF_ONE_DIMENSION;
    })
    .slice(0, MOST)
    .map(({ criterion, why, points, key }) => ({
      key,
      criterion: criterion.name[language],
      question: criterion.ask?.[language] ?? '',
      why,
      score: points === undefined ? undefined : Math.round(points),
    }));
}

function whyAsk(score: CriterionScore | undefined): AskedQuestion['why'] | undefined {
  if (score?.state === 'unknown') return 'unknown';
  if (score === undefined || score.state === 'not-applicable' || score.state === 'unmeasured') return undefined;
  if (score.state === 'not-shown' || score.state === 'estimated') return score.state;
  return (score.score ?? 0) < GOOD ? 'low' : undefined;
}
