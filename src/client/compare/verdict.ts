/** Who is ahead where, in sentences. */
import { compareLabels } from '../../i18n/labels/compare.ts';
import type { Language } from '../../i18n/language.ts';
import { isAhead } from '../../score/ranks.ts';
import { contrast, type Difference, rankedScore } from '../../views/browser/compare.ts';
import type { CompareFile } from '../../views/browser/compare-file.ts';
import type { CompareWords, DimensionWords } from '../../views/browser/compare-words.ts';
import { shortNamesOf } from './texts.ts';
import { make } from '../dom.ts';

/** Dimensions named in a sentence before "and more". */
const NAMED = 3;

/** Some vendors with the words of the page. */
interface Compared {
  language: Language;
  words: CompareWords;
  vendors: readonly CompareFile[];
}

/** Who of those that are ranked is surely ahead of whom overall, as sentences. Long names are short: the full ones stand nearby. */
export function overallSentences({ language, words, vendors }: Compared): string[] {
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

/** The sentences as a list: overall, who is left out of that and why, then the dimensions (`sure`) in which a vendor is surely ahead. */
export function verdictList(
  compared: Compared,
  sure: readonly Difference[],
  dimensions: ReadonlyMap<string, DimensionWords>,
): HTMLElement {
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
  const sentences = [
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
  return make('ul', 'versus-verdict', {}, ...sentences.map((s) => make('li', '', {}, s)));
}
