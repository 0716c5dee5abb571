/** The verdict on a vendor in words, made from its figures. */
import { longDate } from '../../i18n/dates.ts';
import { vendorLabels } from '../../i18n/labels/vendor.ts';
import { number, percent } from '../../i18n/numbers.ts';
import type { Language } from '../../schema/text.ts';
import type { VendorPage } from '../../views/vendor/page.ts';

/** Smallest chance of being first that is worth a word. */
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
  if (standing.low < standing.high && standing.first >= WORTH_SAYING) parts.push(t.verdictBest(percent(standing.first)));
  return parts.join(comma) + stop;
}

/** Second sentence: where it stands out against the market, naming at most two dimensions on each side. */
export function verdictContrast(view: VendorPage, language: Language): string {
  const t = vendorLabels[language];
  const quote = (name: string): string => (language === 'zh' ? `“${name}”` : name.charAt(0).toLowerCase() + name.slice(1));
  const join = (names: readonly { name: string }[]): string =>
    names.slice(0, 2).map((c) => quote(c.name)).join(language === 'zh' ? '、' : ' and ');
  const strong = join(view.strengths);
  const weak = join(view.gaps);
  if (strong !== '' && weak !== '') return t.verdictContrast(strong, weak);
  if (strong !== '') return t.verdictStrong(strong);
  return weak === '' ? t.verdictEven : t.verdictWeak(weak);
}
