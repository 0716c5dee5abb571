/** How much better a vendor looks in the reviews that it passed on itself than in those of verified clients. */
import type { Dataset } from '../schema/dataset.ts';
import type { SourceClass } from '../schema/method.ts';
import { SOURCE_CLASSES } from '../schema/words.ts';

/** Mean ratings of both classes, as a share 0..1 of each rating's scale, and how many reviews they rest on. */
export interface ClassGap {
  supplied: number;
  verified: number;
  suppliedCount: number;
  verifiedCount: number;
}

/** Reviews of each class that a gap needs before it says anything. */
const GAP_LEAST = 5;
/** Share of the scale from which a gap is worth showing. */
const GAP_SHOWN = 0.1;

/** The gap between vendor-supplied and verified ones among `rows`, when there are enough of both and it is wide. */
export function classGap(dataset: Dataset, rows: readonly number[]): ClassGap | undefined {
  const supplied = classMean(dataset, rows, 'vendor-supplied');
  const verified = classMean(dataset, rows, 'verified-contract');
  if (supplied.count < GAP_LEAST || verified.count < GAP_LEAST || supplied.mean - verified.mean < GAP_SHOWN)
    return undefined;
  return {
    supplied: supplied.mean,
    verified: verified.mean,
    suppliedCount: supplied.count,
    verifiedCount: verified.count,
  };
}

/** Mean over reviews of one class of each review's mean rating, as a share 0..1 of the scales; reviews without ratings do not count. */
function classMean(
  dataset: Dataset,
  rows: readonly number[],
  sourceClass: SourceClass,
): { mean: number; count: number } {
  const { reviews, questionnaire } = dataset;
  const index = SOURCE_CLASSES.indexOf(sourceClass);
  let sum = 0;
  let count = 0;
  for (const row of rows) {
    if (reviews.source[row] !== index) continue;
    const shares = questionnaire.questions.flatMap((question, q) => {
      const value = reviews.answers[q]?.[row] ?? Number.NaN;
      return question.kind === 'rating' && !Number.isNaN(value)
        ? [(value - question.low) / (question.high - question.low)]
        : [];
    });
    if (shares.length === 0) continue;
    sum += shares.reduce((total, x) => total + x, 0) / shares.length;
    count += 1;
  }
  return { mean: count === 0 ? 0 : sum / count, count };
}
