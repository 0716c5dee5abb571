/**
 * Personal data in public text: what must never enter a repository, because its history cannot forget.
 * Mainland mobile numbers, resident identity numbers, bank cards, private e-mail addresses, WeChat ids.
 */
import type { RuleId } from '../schema/rules.ts';
import { isCreditCode } from './credit-code.ts';

export interface PersonalData {
  rule: RuleId;
  /** The part of the text, as it reads after full-width characters became plain. Not for reports: those are public too. */
  found: string;
  /** Its beginning and its end, for reports. */
  shown: string;
}

/** Domains at which private persons have their mail; their `vip.` and other sub-domains too. */
const PRIVATE_MAIL =
  /(?:^|\.)(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|aliyun|tom|21cn|gmail|googlemail|outlook|hotmail|live|msn|icloud|me|yahoo|ymail|proton|protonmail|gmx|mail|yandex)\.(?:com|cn|net|com\.cn|me|ru|de|fr|co\.uk)$/i;

/** Passes over nearly all honest text at the cost of one scan. */
const SUSPECT = /[0-9０-９][^A-Za-z\u4e00-\u9fff]{10}|[@＠]|微\s*信|薇信|威信|[vw]\s*[x信]|we\s?chat|weixin/i;

const NOTHING: readonly PersonalData[] = [];

const MOBILE = /(?<!\d)(?:(?:\+|00)?86[ -]?)?(1[3-9]\d(?:[ .–—-]?\d{3,8}){1,3})(?!\d)/g;
const IDENTITY = /(?<!\d)(\d{6}[ -]?(?:19|20)\d{6}[ -]?\d{3}[\dXx])(?![\dA-Za-z])/g;
const CARD = /(?<![\dA-Za-z])([34569]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?)(?![\dA-Za-z])/g;
const MAIL = /[A-Za-z0-9._%+-]{1,64}@((?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24})/g;
const WECHAT = [
  /\bwxid_[a-z0-9]{6,}/gi,
  // A keyword that asks for an id, then anything that can be one.
  /(?:微\s*信|薇信|威信|v信)(?:号|id|账号)?\s*[:是为=]\s*([a-z][-_a-z0-9]{5,19})(?![a-z0-9])/gi,
  /(?:we\s?chat|weixin)\s*(?:id|no\.?|account)\s*(?:[:=]|is)?\s*([a-z][-_a-z0-9]{5,19})(?![a-z0-9])/gi,
  // A bare keyword, then something that no ordinary word looks like.
  /(?:微\s*信|薇信|威信|v信|\bvx|\bwx|we\s?chat|weixin)(?:号)?[\s:]*((?=[a-z_-]*[0-9_])[a-z][-_a-z0-9]{5,19})(?![a-z0-9])/gi,
];

/** Everything personal in a text, each kind at most once; empty for nearly all texts. */
export function personalData(text: string): readonly PersonalData[] {
  if (!SUSPECT.test(text)) return NOTHING;
  let plain = text.normalize('NFKC');
  const found: PersonalData[] = [];
  const first = (rule: RuleId, pattern: RegExp, isOne: (match: RegExpMatchArray) => boolean): void => {
    if (found.some((f) => f.rule === rule)) return;
    const matches = [...plain.matchAll(pattern)].filter(isOne);
    if (matches[0] !== undefined) found.push({ rule, found: matches[0][0], shown: masked(matches[0][0]) });
    // Part of a longer number is not a number of its own. No pattern has this character, so none reaches across it.
    for (const [match] of matches) plain = plain.replace(match, '\uFFFC'.repeat(match.length));
  };
  first('personal-id-number', IDENTITY, (m) => isIdentityNumber(digits(m[1])));
  first('personal-bank-card', CARD, (m) => isCard(digits(m[1])));
  first('personal-mobile', MOBILE, (m) => digits(m[1]).length === 11);
  first('personal-email', MAIL, (m) => PRIVATE_MAIL.test(m[1] ?? ''));
  for (const pattern of WECHAT) first('personal-wechat', pattern, () => true);
  return found;
}

/** The text with whatever is personal in it masked; nearly always the text itself. */
export function withoutPersonalData(text: string): string {
  const found = personalData(text);
  if (found.length === 0) return text;
  return found.reduce((plain, one) => plain.replaceAll(one.found, one.shown), text.normalize('NFKC'));
}

/** Enough to find it by, too little to use it. The domain of an e-mail address is nobody's secret. */
function masked(text: string): string {
  const [name = '', domain] = text.split('@');
  const shown = Math.min(3, Math.floor(name.length / 3));
  const stars = '*'.repeat(Math.max(1, name.length - 2 * shown));
  return domain === undefined ? name.slice(0, shown) + stars + name.slice(name.length - shown) : `${name.slice(0, shown)}${stars}@${domain}`;
}

function digits(text: string | undefined): string {
  return (text ?? '').replace(/[^0-9Xx]/g, '').toUpperCase();
}

/** 18 characters with a possible day of birth and the check character of GB 11643-1999 (ISO 7064, MOD 11-2). */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const [month, day] = [Number(text.slice(10, 12)), Number(text.slice(12, 14))];
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(text[i]) * (2 ** (17 - i) % 11);
  return text[17] === '10X98765432'[sum % 11];
}

/** 16 to 19 digits that pass the Luhn check (ISO/IEC 7812-1) and are no credit code. */
function isCard(text: string): boolean {
  if (!/^\d{16,19}$/.test(text) || isCreditCode(text)) return false;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = Number(text[text.length - 1 - i]);
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
