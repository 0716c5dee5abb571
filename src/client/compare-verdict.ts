/** Who is ahead where, in sentences. */
import { compareLabels } from '../i18n/labels/compare.ts';
import type { Language } from '../i18n/language.ts';
import { contrast, type Difference } from '../views/compare.ts';
import type { CompareFile, Figures } from '../views/compare-file.ts';
import type { DimensionWords } from '../views/compare-words.ts';
import { nameOf } from './compare-texts.ts';
import { make } from './dom.ts';

/** Dimensions named in a sentence before "and more". */
const NAMED = 3;

/** The sentences as a list: overall first, then the dimensions (`sure`) in which a vendor is surely ahead. */
export function verdictList({ language, vendors }: { language: Language; vendors: readonly CompareFile[] }, sure: readonly Difference[], dimensions: ReadonlyMap<string, DimensionWords>): HTMLElement {
  const t = compareLabels[language];
  const overall = contrast(vendors.map((v) => v.overall));
  const named = (at: readonly number[]): string => at.flatMap((i) => (vendors[i] === undefined ? [] : [nameOf(vendors[i], language)])).join(t.comma);
  const sentences = [
    ...(overall === undefined ? [] : overall.gap > 0 ? [] : [t.verdictOverallEven]),
    ...vendors.flatMap((vendor, i) => {
      const below = vendors.flatMap((other, j) => (surelyAbove(vendor.overall, other.overall) ? [j] : []));
      return below.length === 0 ? [] : [t.verdictOverallAhead(named([i]), named(below))];
    }),
    ...vendors.flatMap((vendor, i) => {
      const where = sure.filter((d) => d.contrast?.ahead.includes(i)).flatMap((d) => dimensions.get(d.key)?.name ?? []);
      if (where.length === 0) return [];
      const more = where.length > NAMED ? ` ${t.verdictMore(String(where.length))}` : '';
      const list = where.slice(0, NAMED).join(t.comma) + (language === 'zh' ? more.trim() : more);
      return [t.verdictAhead(nameOf(vendor, language), list)];
    }),
  ];
  return make('ul', 'versus-verdict', {}, ...sentences.map((s) => make('li', '', {}, s)));
}

function surelyAbove(a: Figures | undefined, b: Figures | undefined): boolean {
  return a !== undefined && b !== undefined && a[1] > b[2];
}
