/** The order in which frameworks are shown: the heaviest first. */
import type { Dataset } from '../../schema/dataset.ts';
import type { Framework } from '../../schema/framework.ts';
import { oncePer } from './once.ts';

/** Frameworks by their weight in the method, heaviest first; equal weights keep the dataset's order. */
export const shownFrameworks = oncePer((dataset: Dataset): readonly Framework[] => {
  const weightOf = (f: Framework): number => dataset.method.frameworks[f.id]?.weight ?? 0;
  return dataset.frameworks.toSorted((a, b) => weightOf(b) - weightOf(a));
});
