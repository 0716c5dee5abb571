/** Sentences on the weight at which one vendor passes another. */
import type { Language } from '../../i18n/language.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import type { MovedPart } from '../../score/crossing.ts';
import type { Weights } from '../../score/reweighted.ts';
import { crossovers } from '../../views/browser/own-weights.ts';
import type { WeightsModel } from '../../views/browser/weights-file.ts';

/** A vendor with its dimensions. */
export interface NamedDimensions {
  name: string;
  dimensions: Float64Array;
}

/** What a part is called, with what its share is a share of. */
export function partName(model: WeightsModel, part: MovedPart, language: Language): string {
  const t = weightLabels[language];
  if ('framework' in part)
    return model.frameworks.length === 1
      ? (model.frameworks[0]?.name[language] ?? '')
      : t.ofWhole(model.frameworks[part.framework]?.name[language] ?? '');
  let at = part.dimension;
  for (const framework of model.frameworks) {
    const own = framework.dimensions[at];
    if (own !== undefined)
      return model.frameworks.length === 1
        ? own.name[language]
        : t.ofFramework(own.name[language], framework.short[language]);
    at -= framework.dimensions.length;
  }
  return '';
}

/** At most `most` sentences, in the order of `crossovers`; one sentence when nothing turns. */
export function passingSentences(
  model: WeightsModel,
  weights: Weights,
  first: NamedDimensions,
  second: NamedDimensions,
  language: Language,
  most: number,
): string[] {
  const t = weightLabels[language];
  const { ahead, crossovers: found } = crossovers(model, weights, first.dimensions, second.dimensions);
  if (ahead === 'neither') return [t.equal(first.name, second.name)];
  const [leader, other] = ahead === 'first' ? [first, second] : [second, first];
  if (found.length === 0) return [t.neverPasses(leader.name, other.name)];
  const percent = (share: number, digits: number): string => `${number(100 * share, digits)}%`;
  return found.slice(0, most).map(({ part, at, now }) => {
    // As many digits as it takes to tell the two apart.
    const digits = Math.abs(at - now) < 0.02 ? 1 : 0;
    return (at > now ? t.passes : t.passesBelow)(
      other.name,
      leader.name,
      partName(model, part, language),
      percent(at, digits),
      percent(now, digits),
    );
  });
}
