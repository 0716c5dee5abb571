/** The order of texts by UTF-16 code units, the same on every machine whatever its locale: -1, 0 or 1. For `sort`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
