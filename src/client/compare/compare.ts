/** The comparison page. */
import { compareLabels } from '../../i18n/labels/compare.ts';
import type { Language } from '../../i18n/language.ts';
import { pathIn } from '../../i18n/language.ts';
import type { CompareFile } from '../../views/browser/compare-file.ts';
import type { CompareWords } from '../../views/browser/compare-words.ts';
import type { WeightsModel } from '../../views/browser/weights-file.ts';
import { comparisonParts } from './table.ts';
import { nameOf, shortNamesOf } from './texts.ts';
import { weightsSection } from './weights.ts';
import { carried } from '../dom.ts';
import { putInTurns } from '../in-turns.ts';
import { startShortlist } from './shortlist.ts';

const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = compareLabels[language];
const result = document.getElementById('compared');
const words = carried<CompareWords>('compare-words');
const model = carried<WeightsModel>('weights-model');
const namesOf = (vendors: readonly CompareFile[]): string => vendors.map((v) => nameOf(v, language)).join(t.comma);
const shortly = (vendors: readonly CompareFile[]): string => shortNamesOf(vendors, language).join(t.comma);

startShortlist({
  language,
  other: pathIn(language, '/sheet/'),
  show: (vendors) => {
    const crossing = weightsSection(model, vendors, language);
    const parts =
      vendors.length < 2
        ? []
        : [...comparisonParts({ language, words, vendors }), ...(crossing === undefined ? [] : [crossing])];
    if (result) putInTurns(result, parts);
  },
  status: (vendors) => (vendors.length === 0 ? t.empty : vendors.length === 1 ? t.one : t.announced(shortly(vendors))),
  title: (vendors) => (vendors.length < 2 ? t.title : t.titleOf(namesOf(vendors))),
});
