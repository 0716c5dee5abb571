/** Who is ahead where, in sentences. */
import { compareLabels } from '../i18n/labels/compare.ts';
import type { Language } from '../i18n/language.ts';
import { contrast, type Difference, rankedFigures } from '../views/compare.ts';
import type { CompareFile, Figures } from '../views/compare-file.ts';
import type { DimensionWords } from '../views/compare-words.ts';
import { shortNamesOf } from './compare-texts.ts';
import { make } from './dom.ts';

/** Dimensions named in a sentence before "and more". */
const NAMED = 3;

/**
 * The sentences as a list: overall among those that are ranked, who is left out of that and why, then the dimensions (`sure`)
 * in which a vendor is surely ahead. Long names are short here: the full ones stand above and below.
 */
export function verdictList({ language, vendors }: { language: Language; vendors: readonly CompareFile[] }, sure: readonly Difference[], dimensions: ReadonlyMap<string, DimensionWords>): HTMLElement {
  const t = compareLabels[language];
  const figures = vendors.map(rankedFigures);
  const overall = contrast(figures);
  const short = shortNamesOf(vendors, language);
  const named = (at: readonly number[]): string => at.map((i) => short[i] ?? '').join(t.comma);
  const positions = (of: (v: CompareFile) => boolean): number[] => vendors.flatMap((v, i) => (of(v) ? [i] : []));
  const left = [
    { at: positions((v) => v.status === 'participating' && v.standing === undefined), say: t.verdictUnranked },
    { at: positions((v) => v.status === 'listed'), say: t.verdictListed },
    { at: positions((v) => v.status === 'withdrawn'), say: t.verdictWithdrawn },
  ];
  const sentences = [
    ...(overall === undefined || overall.gap > 0 ? [] : [t.verdictOverallEven(overall.known < vendors.length ? String(overall.known) : '')]),
    ...vendors.flatMap((_, i) => {
      const below = figures.flatMap((other, j) => (surelyAbove(figures[i], other) ? [j] : []));
      return below.length === 0 ? [] : [t.verdictOverallAhead(named([i]), named(below))];
    }),
    ...left.flatMap(({ at, say }) => (at.length === 0 ? [] : [say(named(at), String(at.length))])),
    ...vendors.flatMap((_, i) => {
      const where = sure.filter((d) => d.contrast?.ahead.includes(i)).flatMap((d) => dimensions.get(d.key)?.name ?? []);
      if (where.length === 0) return [];
      const more = where.length > NAMED ? ` ${t.verdictMore(String(where.length))}` : '';
      const list = where.slice(0, NAMED).join(t.comma) + (language === 'zh' ? more.trim() : more);
      return [t.verdictAhead(named([i]), list, vendors.length === 2)];
    }),
  ];
  return make('ul', 'versus-verdict', {}, ...sentences.map((s) => make('li', '', {}, s)));
}

function surelyAbove(a: Figures | undefined, b: Figures | undefined): boolean {
  return a !== undefined && b !== undefined && a[1] > b[2];
}
