/** The comparison page. */
import { render } from 'preact';
import { compareLabels } from '../../i18n/labels/compare.ts';
import { pathIn } from '../../i18n/language.ts';
import type { CompareFile } from '../../views/browser/compare-file.ts';
import type { CompareWords } from '../../views/browser/compare-words.ts';
import type { WeightsModel } from '../../views/browser/weights-file.ts';
import { elementOf, language, pageData } from '../page.ts';
import { startShortlist } from './shortlist.tsx';
import { comparisonOf } from './tables.tsx';
import { namesOf, shortNamesOf } from './texts.ts';
import { weightsSection } from './weights.tsx';

const t = compareLabels[language];
const words = pageData<CompareWords>('compare-words');
const model = pageData<WeightsModel>('weights-model');
const place = elementOf('compared');

/** Dimensions that are drawn at once: a slow phone answers a finger in between. */
const AT_ONCE = 4;

let shown: readonly CompareFile[] = [];

function show(vendors: readonly CompareFile[]): void {
  shown = vendors;
  if (vendors.length < 2) {
    render(null, place);
    return;
  }
  const { count, draw } = comparisonOf(words, vendors, weightsSection(model, vendors));
  const drawSome = (most: number): void => {
    if (shown !== vendors) return;
    render(draw(most), place);
    if (most < count) setTimeout(() => drawSome(most + AT_ONCE));
  };
  render(null, place);
  drawSome(AT_ONCE);
}

startShortlist({
  other: pathIn(language, '/sheet/'),
  show,
  status: (vendors) =>
    vendors.length === 0
      ? t.empty
      : vendors.length === 1
        ? t.one
        : t.announced(shortNamesOf(vendors, language).join(t.comma)),
  title: (vendors) => (vendors.length < 2 ? t.title : t.titleOf(namesOf(vendors, language))),
});
