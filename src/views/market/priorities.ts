/** What customers care about, as multiples of the method's weights: the workspace's own list, else the themes of its frameworks. */
import type { Dataset } from '../../schema/dataset.ts';
import type { Language } from '../../schema/text.ts';
import { oncePer } from '../format/once.ts';
import { shownFrameworks } from '../format/names.ts';

/** One way to weigh. */
export interface PriorityWay {
  id: string;
  name: Record<Language, string>;
  summary: Record<Language, string>;
  /** By `framework` and `framework/dimension`: by how much the method's weight is multiplied. */
  weigh: Readonly<Record<string, number>>;
}

/** What a theme that is chosen weighs, in multiples. */
const THEME = 4;

/** All ways to weigh, in the order of the file. Themes of the same id in two frameworks are told apart by the framework's. */
export const priorityWays = oncePer((dataset: Dataset): readonly PriorityWay[] => {
  if (dataset.site.priorities.length > 0) return dataset.site.priorities;
  const themes = shownFrameworks(dataset).flatMap((framework) =>
    framework.themes.map((theme) => ({ framework, theme })),
  );
  // With one theme in all there is nothing to choose.
  if (themes.length < 2) return [];
  return themes.map(({ framework, theme }) => ({
    id: themes.filter((t) => t.theme.id === theme.id).length > 1 ? `${framework.id}-${theme.id}` : theme.id,
    name: theme.name,
    summary: theme.summary,
    weigh: Object.fromEntries(
      framework.dimensions.filter((d) => d.theme === theme.id).map((d) => [`${framework.id}/${d.id}`, THEME]),
    ),
  }));
});
