/** What came of verifying, as lines for a person. */
import { releaseCommandLabels } from '../i18n/labels/release-command.ts';
import type { Language } from '../schema/text.ts';
import type { Verified } from './verify.ts';

/** Most single numbers that are told of one release. */
const MOST_TOLD = 20;

/** One line for each release; numbers that differ are listed below theirs. */
export function verifiedText(verified: readonly Verified[], language: Language): string {
  const t = releaseCommandLabels[language];
  if (verified.length === 0) return `${t.none}\n`;
  return verified
    .flatMap(({ release: { id, asOf, methodology }, recomputed }) => {
      if (recomputed.kind === 'same') return [t.same(id, asOf, methodology)];
      if (recomputed.kind === 'moved-on') return [t.movedOn(id, asOf, methodology, String(recomputed.changed))];
      return [
        t.differs(id, String(recomputed.where.length)),
        ...recomputed.where.slice(0, MOST_TOLD).map((line) => `  ${line}`),
      ];
    })
    .map((line) => `${line}\n`)
    .join('');
}
