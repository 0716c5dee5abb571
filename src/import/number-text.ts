/** Numbers as foreign files write them, and as ours are written. */

/** How a foreign file writes numbers. */
export interface NumberStyle {
  decimal: '.' | ',';
  group: ',' | '.' | ' ' | "'" | 'none';
  /** Texts taken away before reading, such as a currency sign. */
  remove: readonly string[];
}

export const PLAIN_NUMBER: NumberStyle = { decimal: '.', group: 'none', remove: [] };

const escaped = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Compiles a reader of numbers. Full-width digits and signs are read as their usual forms. Groups must be of three digits, so
 * that `1,5` is not read as fifteen. Gives undefined for anything that is not one finite number.
 */
export function numberReader(style: NumberStyle): (text: string) => number | undefined {
  const decimal = escaped(style.decimal);
  const grouped =
    style.group === 'none' || style.group === style.decimal ? '' : `\\d{1,3}(?:${escaped(style.group)}\\d{3})+|`;
  const pattern = new RegExp(`^[+-]?(?:(?:${grouped}\\d+)(?:${decimal}\\d*)?|${decimal}\\d+)(?:[eE][+-]?\\d{1,3})?$`);
  return (text) => {
    let bare = text.normalize('NFKC');
    for (const removed of style.remove) bare = bare.replaceAll(removed.normalize('NFKC'), '');
    bare = bare.trim().replace(/\u2212/g, '-');
    if (!pattern.test(bare)) return undefined;
    if (style.group !== 'none') bare = bare.replaceAll(style.group, '');
    const value = Number(style.decimal === ',' ? bare.replace(',', '.') : bare);
    return Number.isFinite(value) ? value : undefined;
  };
}

/** Rounds half away from zero to `decimals` places, without the noise of binary fractions (1.005 to 2 places is 1.01). */
export function rounded(value: number, decimals: number): number {
  const shifted = Number(`${Math.abs(value).toPrecision(15)}e${decimals}`);
  if (!Number.isFinite(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${decimals}`);
}

/** Writes a number without exponent and without trailing zeros, to at most 12 places. */
export function writeNumber(value: number): string {
  const text = rounded(value, 12)
    .toFixed(12)
    .replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
