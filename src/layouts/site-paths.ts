/** The addresses of all pages, taken from the pages themselves. */
import { parameterOf } from '../i18n/language.ts';
import { compareText } from '../schema/order.ts';

/** A module of `src/pages` that makes pages in both languages. */
export interface PageModule {
  getStaticPaths?: () => Routes | Promise<Routes>;
}

type Routes = readonly { params: Readonly<Record<string, string | undefined>>; props?: { unlisted?: boolean } }[];

/**
 * Paths, in the default language, of all pages that search engines should know, in the order of the files. A route with the
 * prop `unlisted` is left out.
 * @param pages modules by file, as `import.meta.glob` gives them: `./[...lang]/rankings/[...scope].astro`. Files elsewhere
 *   than in `[...lang]` are no pages of the site, as `404.astro`.
 * @throws Error for a page without getStaticPaths, whose addresses are unknown.
 */
export async function sitePaths(pages: Readonly<Record<string, PageModule>>): Promise<string[]> {
  const paths: string[] = [];
  for (const [file, { getStaticPaths }] of Object.entries(pages).sort(([a], [b]) => compareText(a, b))) {
    if (!file.includes('/[...lang]/')) continue;
    if (getStaticPaths === undefined) throw new Error(`${file} has no getStaticPaths`);
    const pattern = file
      .replace(/^.*\[\.\.\.lang\]/, '')
      .replace(/\.astro$/, '/')
      .replace(/\/index\/$/, '/');
    for (const { params, props } of await getStaticPaths()) {
      if (params['lang'] !== parameterOf('zh') || props?.unlisted === true) continue;
      paths.push(
        pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => params[name] ?? '').replace(/\/{2,}/g, '/'),
      );
    }
  }
  return paths;
}
