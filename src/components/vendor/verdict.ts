/** The verdict on a vendor in words, made from its figures. */
import { longDate } from '../../i18n/dates.ts';
import { vendorLabels } from '../../i18n/labels/vendor.ts';
import { sentences } from '../../i18n/marks.ts';
import { number, percent } from '../../i18n/numbers.ts';
import type { Language } from '../../schema/text.ts';
import type { Contrast } from '../../views/pages/vendor/contrast.ts';
import type { VendorPage } from '../../views/pages/vendor/page.ts';

/** Smallest chance of being first that is mentioned. */
const WORTH_SAYING = 0.05;

/** First sentence: the standing, or why there is none. */
export function verdictStanding(view: VendorPage, language: Language): string {
  const t = vendorLabels[language];
  const stop = language === 'zh' ? '。' : '.';
  const comma = language === 'zh' ? '，' : ', ';
  if (view.withdrawn !== undefined) return t.verdictWithdrawn(longDate(view.withdrawn.on, language)) + stop;
  if (view.status === 'listed') return t.verdictListed + stop;
  const { standing } = view;
  if (standing === undefined) return t.verdictUnrated + stop;
  const parts = [t.verdictRanked(number(standing.of), number(standing.low), number(standing.high))];
  parts.push(standing.group === 1 ? t.verdictFirst : t.verdictGroup(number(standing.group)));
  if (standing.low < standing.high && standing.first >= WORTH_SAYING)
    parts.push(t.verdictBest(percent(standing.first)));
  return parts.join(comma) + stop;
}

/**
 * What follows: where it certainly differs from the market, naming at most two dimensions on each side. A side with
 * nothing certain names what may be so, and says that it is not certain.
 */
export function verdictContrast({ contrasts }: VendorPage, language: Language): string {
  const t = vendorLabels[language];
  const { strengths, gaps, compared } = contrasts;
  if (compared === 0) return t.verdictNothing;
  if (strengths.length + gaps.length === 0) return t.verdictEven;
  // Names in quotation marks stand side by side without a comma (GB/T 15834).
  const quote = (name: string): string =>
    language === 'zh' ? `“${name}”` : name.charAt(0).toLowerCase() + name.slice(1);
  const join = (names: readonly Contrast[]): string =>
    names
      .slice(0, 2)
      .map((c) => quote(c.name))
      .join(language === 'zh' ? '' : ' and ');
  const sure = (side: readonly Contrast[]): string => join(side.filter((c) => c.sure));
  const unsure = (side: readonly Contrast[]): string => (side.some((c) => c.sure) ? '' : join(side));
  const said = (
    strong: string,
    weak: string,
    words: Record<'both' | 'strong' | 'weak', (a: string, b: string) => string>,
  ): string[] => {
    if (strong === '' && weak === '') return [];
    return [strong === '' ? words.weak(weak, '') : weak === '' ? words.strong(strong, '') : words.both(strong, weak)];
  };
  return sentences(
    [...said(sure(strengths), sure(gaps), t.verdictSure), ...said(unsure(strengths), unsure(gaps), t.verdictUnsure)],
    language,
  );
}
