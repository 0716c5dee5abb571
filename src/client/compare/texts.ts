/** What the comparison says of vendors, as text. */
import { longDate } from '../../i18n/dates.ts';
import { compareLabels } from '../../i18n/labels/compare.ts';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import type { Language } from '../../i18n/language.ts';
import { money, number } from '../../i18n/numbers.ts';
import { isAhead } from '../../score/ranks.ts';
import { contrast, type Difference, rankedScore } from '../../views/browser/compare.ts';
import type { ComparedPrice, CompareFile, Figures } from '../../views/browser/compare-file.ts';
import type { CompareWords, DimensionWords } from '../../views/browser/compare-words.ts';
import { amongSeveral } from '../../views/format/price.ts';
import { shortNames } from '../../views/browser/short-names.ts';

/** Name of a vendor as text, in the page's language when it has one. */
export function nameOf(vendor: CompareFile, language: Language): string {
  return vendor.name[language] ?? vendor.name.zh ?? vendor.name.en ?? vendor.slug;
}

/** Short forms of the names of some vendors, in their order, for sentences beside the full names. */
export function shortNamesOf(vendors: readonly CompareFile[], language: Language): string[] {
  return shortNames(vendors.map((v) => nameOf(v, language)));
}

/** Names of some vendors in a row. */
export function namesOf(vendors: readonly CompareFile[], language: Language): string {
  return vendors.map((v) => nameOf(v, language)).join(compareLabels[language].comma);
}

/** `¥200/月`, or a range. */
export function priceText(price: ComparedPrice, language: Language): string {
  const s = scoreLabels[language];
  const from = money(price.amount, price.currency);
  const amount = price.upTo === undefined ? from : `${from}–${money(price.upTo, price.currency)}`;
  return s.perPeriod(amount, s.periods[price.period]);
}

/** `72 (65–80)` of the overall score or a framework, or words for none; of a vendor that is not ranked, that it is what is known so far. */
export function figuresText(vendor: CompareFile, points: Figures | undefined, language: Language): string {
  const t = compareLabels[language];
  if (points === undefined) return t.noScore;
  const text = t.barText(number(points[0]), number(points[1]), number(points[2]));
  return vendor.standing === undefined ? t.soFar(text) : text;
}

/** The places of a vendor, or why it has none. */
export function placeText(vendor: CompareFile, language: Language): string {
  const t = compareLabels[language];
  if (vendor.standing !== undefined)
    return t.placeOf(number(vendor.standing.low), number(vendor.standing.high), number(vendor.standing.of));
  return vendor.status === 'listed' ? t.listed : vendor.status === 'withdrawn' ? t.withdrawn : t.notRanked;
}

/** The licence in words. */
export function licenceText(vendor: CompareFile, words: CompareWords, language: Language): string {
  const t = compareLabels[language];
  const { licence } = vendor;
  if (licence === undefined) return t.licenceNone;
  const state = words.licence?.states[licence.state]?.name ?? licence.state;
  const age = licence.age === 'expired' ? t.licenceExpired : licence.age === 'stale' ? t.licenceOld : undefined;
  const checked = licence.checkedOn === undefined ? undefined : t.checkedOn(longDate(licence.checkedOn, language));
  return [state, checked, age].filter((part) => part !== undefined).join(' · ');
}

/** The lowest price of what most vendors price, with what it is for; `from` only where there are others for the same. */
export function pricesText(vendor: CompareFile, words: CompareWords, language: Language): string {
  const t = compareLabels[language];
  const price = vendor.priceFrom;
  if (price === undefined) return t.priceNone;
  const basis = price.basis === undefined ? '' : (words.priceBases[price.basis] ?? price.basis);
  const service = price.service === undefined ? '' : (words.services[price.service] ?? price.service);
  const of = [service, basis].filter((part) => part !== '').join(' · ');
  const text = priceText(price, language);
  return `${of === '' ? '' : `${of} `}${amongSeveral(vendor.prices, price) ? scoreLabels[language].from(text) : text}${price.stale ? ` · ${t.priceStale}` : ''}`;
}

/** Evidence by tier, and how much of it is old. */
export function evidenceText(vendor: CompareFile, language: Language): string {
  const t = compareLabels[language];
  const { observed, documented, declared, old } = vendor.evidence;
  if (observed + documented + declared === 0) return t.none;
  const text = t.evidenceCounts(number(observed), number(documented), number(declared));
  return old === 0 ? text : `${text} · ${t.evidenceOld(number(old))}`;
}

/** Dimensions named in a sentence before "and more". */
const NAMED = 3;

/** Some vendors with the words of the page. */
export interface Comparison {
  language: Language;
  words: CompareWords;
  vendors: readonly CompareFile[];
}

/** Who of those that are ranked is surely ahead of whom overall, as sentences. Long names are short: the full ones stand nearby. */
export function overallSentences({ language, words, vendors }: Comparison): string[] {
  const t = compareLabels[language];
  const scores = vendors.map(rankedScore);
  const overall = contrast(scores, words.tie);
  const short = shortNamesOf(vendors, language);
  const named = (at: readonly number[]): string => at.map((i) => short[i] ?? '').join(t.comma);
  return [
    ...(overall === undefined || overall.gap > 0
      ? []
      : [t.verdictOverallEven(overall.known < vendors.length ? overall.known : undefined)]),
    ...scores.flatMap((own, i) => {
      const below = scores.flatMap((other, j) =>
        own !== undefined && other !== undefined && isAhead(own, other, words.tie) ? [j] : [],
      );
      return below.length === 0 ? [] : [t.verdictOverallAhead(named([i]), named(below))];
    }),
  ];
}

/** All sentences of the verdict: overall, who is left out of that and why, then the dimensions (`sure`) in which a vendor is surely ahead. */
export function verdictSentences(
  compared: Comparison,
  sure: readonly Difference[],
  dimensions: ReadonlyMap<string, DimensionWords>,
): string[] {
  const { language, vendors } = compared;
  const t = compareLabels[language];
  const short = shortNamesOf(vendors, language);
  const named = (of: (v: CompareFile) => boolean): string[] =>
    vendors.flatMap((v, i) => (of(v) ? [short[i] ?? ''] : []));
  const left = [
    { names: named((v) => v.status === 'participating' && v.standing === undefined), say: t.verdictUnranked },
    { names: named((v) => v.status === 'listed'), say: t.verdictListed },
    { names: named((v) => v.status === 'withdrawn'), say: t.verdictWithdrawn },
  ];
  return [
    ...overallSentences(compared),
    ...left.flatMap(({ names, say }) => (names.length === 0 ? [] : [say(names.join(t.comma), names.length)])),
    ...vendors.flatMap((_, i) => {
      const where = sure.filter((d) => d.contrast?.ahead.includes(i)).flatMap((d) => dimensions.get(d.key)?.name ?? []);
      if (where.length === 0) return [];
      const more = where.length > NAMED ? ` ${t.verdictMore(where.length)}` : '';
      const list = where.slice(0, NAMED).join(t.comma) + (language === 'zh' ? more.trim() : more);
      return [t.verdictAhead(short[i] ?? '', list, vendors.length === 2)];
    }),
  ];
}
