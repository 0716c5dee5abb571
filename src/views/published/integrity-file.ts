/** `api/v1/integrity.json`. */
import type { IntegrityFile } from '../../schema/api.ts';
import { dateOfDay } from '../../score/days.ts';
import { flags, publishedCount } from '../pages/integrity.ts';
import type { Scoring } from './standings.ts';

/** Every flag with the scores as they are and as they would be, unrounded. */
export function integrityFile(scoring: Scoring): IntegrityFile {
  const { release, method, vendors, reviews } = scoring.dataset;
  const found = flags(scoring);
  return {
    asOf: release.asOf,
    methodology: release.methodology,
    rules: method.integrity,
    published: publishedCount(reviews),
    flagged: found.reduce((sum, f) => sum + f.rows.length, 0),
    vendors: found.map(({ vendor, rows, bursts, gap, score, without, place, placeWithout }) => ({
      slug: vendors[vendor]?.slug ?? '',
      rows: rows.map(({ row, reasons }) => ({ id: reviews.id[row] as string, reasons: [...reasons] })),
      bursts: bursts.map((b) => ({ ...b, from: dateOfDay(b.from), to: dateOfDay(b.to) })),
      ...(gap === undefined ? {} : { gap }),
      ...(score === undefined ? {} : { score }),
      ...(without === undefined ? {} : { without }),
      ...(place === undefined ? {} : { place }),
      ...(placeWithout === undefined ? {} : { placeWithout }),
    })),
  };
}
