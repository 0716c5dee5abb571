/** The way from the home page to a page. */

/** One step; the page itself has no path. Paths are those of the page's language. */
export interface Crumb {
  name: string;
  path?: string | undefined;
}
