/** Frameworks, dimensions and criteria by name, so that a search for an exact name leads to it before any text that mentions it. */
import type { Language } from '../../schema/text.ts';
import type { Inputs } from '../inputs.ts';

export interface SearchTitle {
  /** What it is called on the page. */
  name: string;
  /** Its name in the other language. */
  other: string;
  /** Of the default language; a criterion's has the part of the page. */
  path: string;
  /** Name of what it belongs to: of a criterion the dimension, of a dimension the framework. */
  under?: string;
}

/** Frameworks first, each followed by its dimensions, these by their criteria. */
export function searchTitles({ dataset }: Pick<Inputs, 'dataset'>, language: Language): SearchTitle[] {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  return dataset.frameworks.flatMap((framework) => {
    const path = `/frameworks/${framework.id}/`;
    return [
      { name: framework.name[language], other: framework.name[other], path },
      ...framework.dimensions.flatMap((dimension) => {
        const page = `${path}${dimension.id}/`;
        return [
          { name: dimension.name[language], other: dimension.name[other], path: page, under: framework.name[language] },
          ...dimension.criteria.map((c) => ({
            name: c.name[language],
            other: c.name[other],
            path: `${page}#${c.id}`,
            under: dimension.name[language],
          })),
        ];
      }),
    ];
  });
}
