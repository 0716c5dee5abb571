/** Filling the slots of a text: `{brand}` and so on. */

/** Replaces every `{slot}`; throws a RangeError naming the first slot that has no value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (_, slot: string) => {
    const value = Object.hasOwn(values, slot) ? values[slot] : undefined;
    if (value === undefined) throw new RangeError(`no value for {${slot}} in "${text}"`);
    return String(value);
  });
}

/** Fills both languages of a text, each with its own values. */
export function fillBoth(
  text: { zh: string; en: string },
  zh: Readonly<Record<string, string | number>>,
  en: Readonly<Record<string, string | number>>,
): { zh: string; en: string } {
  return { zh: fill(text.zh, zh), en: fill(text.en, en) };
}
