/** Texts by row, for tables in which nearly every row may have one: an array behind the face of a read-only map. */

export class RowTexts implements ReadonlyMap<number, string> {
  /** '' = none. */
  readonly #texts: string[] = [];
  #size = 0;

  /** Rows come in rising order, each once; `text` is not empty. */
  add(row: number, text: string): void {
    while (this.#texts.length < row) this.#texts.push('');
    this.#texts.push(text);
    this.#size++;
  }

  get size(): number {
    return this.#size;
  }

  get(row: number): string | undefined {
    return this.#texts[row] || undefined;
  }

  has(row: number): boolean {
    return this.get(row) !== undefined;
  }

  *entries(): MapIterator<[number, string]> {
    for (const [row, text] of this.#texts.entries()) if (text !== '') yield [row, text];
  }

  *keys(): MapIterator<number> {
    for (const [row] of this.entries()) yield row;
  }

  *values(): MapIterator<string> {
    for (const [, text] of this.entries()) yield text;
  }

  [Symbol.iterator](): MapIterator<[number, string]> {
    return this.entries();
  }

  forEach(each: (text: string, row: number, all: ReadonlyMap<number, string>) => void): void {
    for (const [row, text] of this.entries()) each(text, row, this);
  }
}
