/** Numbers, money and lengths of time as text, by fixed rules: the same on every machine, no locale data. */
import type { Language } from '../schema/text.ts';

/** `1234567.8` -> `1,234,567.8`; keeps at most `digits` decimals and drops trailing zeros. */
export function number(value: number, digits = 0): string {
  const fixed = Math.abs(value).toFixed(digits);
  const [whole = '0', part = ''] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = part.replace(/0+$/, '');
  const sign = value < 0 && Number(fixed) !== 0 ? '−' : '';
  return `${sign}${grouped}${decimals === '' ? '' : `.${decimals}`}`;
}

/** A share 0..1 as a percentage: `0.825` -> `83%`. */
export function percent(share: number, digits = 0): string {
  return `${number(share * 100, digits)}%`;
}

/** Two ends with an en dash, or one number when both are the same: `2–6`, `3`. */
export function interval(low: number, high: number): string {
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}

/** A difference with its sign: `+4`, `−3`, `0`. */
export function difference(value: number, digits = 0): string {
  const text = number(value, digits);
  return value > 0 && text !== '0' ? `+${text}` : text;
}

const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' };

/** An amount in an ISO 4217 currency: `¥1,200`, `HKD 300`. At most two decimals. */
export function money(amount: number, currency: string): string {
  const symbol = SYMBOLS[currency];
  const text = number(amount, 2);
  return symbol === undefined ? `${currency} ${text}` : `${symbol}${text}`;
}

/** Minutes as a length of time in the largest fitting unit: `8 分钟`, `2.5 小时`, `3 天`; `Infinity` is "no answer". */
export function minutes(value: number, language: Language): string {
  const zh = language === 'zh';
  if (value === Infinity) return zh ? '未答复' : 'no answer';
  if (value < 1) return zh ? '不到 1 分钟' : 'under 1 min';
  if (value < 60) return `${number(value)} ${zh ? '分钟' : 'min'}`;
  if (value < 60 * 24) return `${number(value / 60, 1)} ${zh ? '小时' : 'h'}`;
  const days = number(value / (60 * 24), 1);
  return zh ? `${days} 天` : `${days} ${days === '1' ? 'day' : 'days'}`;
}

/** Smaller chances are not distinguished. */
const LEAST = 1e-6;

/** Whether a chance is below the smallest that is distinguished. */
export function vanishing(chance: number): boolean {
  return chance < LEAST;
}

/** The N of "1 in N" for a chance in (0, 1], to one significant digit; at most that of the smallest distinguished. */
export function oneIn(chance: number): string {
  return number(Number((1 / Math.max(LEAST, chance)).toPrecision(1)));
}
