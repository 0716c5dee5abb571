/**
 * Personal data in public text: what must never enter a repository, because its history cannot forget.
 * Mainland mobile numbers, resident identity numbers, bank cards, private e-mail addresses, WeChat ids.
 */
import type { RuleId } from './rules.ts';
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

/**
 * Passes over nearly all honest text at the cost of one scan. Digits of every form that NFKC makes plain, `\uD835` being the
 * first half of the mathematical ones.
 */
const SUSPECT =
  /[0-9０-９⁰¹²³⁴-⁹₀-₉①-⑨⓪\uD835][^A-Za-z\u4e00-\u9fff]{10}|[@＠]|微\s*信|薇信|威信|[vw]\s*[x信]|we\s?chat|weixin/i;

const NOTHING: readonly PersonalData[] = [];

/** Eleven digits in one piece, or in parts of three to five of them; in parts only where no further part follows, as in longer numbers. */
const MOBILE =
  /(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:\d{8}|(?:[ .–—-]\d{8}|[ .–—-]?(?:\d{3}[ .–—-]\d{5}|\d{4}[ .–—-]\d{4}|\d{5}[ .–—-]\d{3}))(?![ .–—-](?!1[3-9]\d[ .–—-])\d{3,4}(?!\d)))(?!\d)/g;
const IDENTITY = /(?<!\d)(\d{6}[ -]?(?:19|20)\d{6}[ -]?\d{3}[\dXx])(?![\dA-Za-z])/g;
/** With and without a last part of up to three digits, which may be another number. */
const CARDS = [
  /(?<![\dA-Za-z])([34569]\d{3}(?:[ -]?\d{4}){3}[ -]?\d{1,3})(?![\dA-Za-z])/g,
  /(?<![\dA-Za-z])([34569]\d{3}(?:[ -]?\d{4}){3})(?![\dA-Za-z])/g,
];
const MAIL = /[A-Za-z0-9._%+-]{1,64}@((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})/g;
// Every repetition is bounded, or ends where the next one begins: the time stays linear in the length of the text.
const WECHAT = [
  /\bwxid_[a-z0-9]{6,}/gi,
  // A keyword that asks for an id, then anything that can be one.
  /(?:微\s*信|薇信|威信|v信)(?:号|id|账号)?\s*[:是为=]\s*([a-z][-_a-z0-9]{5,19})(?![a-z0-9])/gi,
  /(?:we\s?chat|weixin)\s*(?:id|no\.?|account)(?:\s*(?:[:=]|is))?\s*([a-z][-_a-z0-9]{5,19})(?![a-z0-9])/gi,
  // A bare keyword, then something that no ordinary word looks like.
  /(?:微\s*信|薇信|威信|v信|\bvx|\bwx|we\s?chat|weixin)(?:号)?[\s:]*((?=[a-z_-]{0,19}[0-9_])[a-z][-_a-z0-9]{5,19})(?![a-z0-9])/gi,
];

/**
 * The number of an order, an invoice, a parcel: named as such right before it. Eleven or sixteen digits of it are not a
 * telephone or a card. Identity numbers carry a date and a check character and are found before this.
 */
const ORDER =
  /(?:(?:订单|运单|快递|物流|流水|交易|发票|合同|工单|受理)(?:编号|单号|号码|号)|单号|\b(?:order|invoice|tracking|waybill|ticket|transaction)(?: ?(?:no\.?|number|id|#))?)[\s:#是为]{0,4}[A-Z]{0,6}(\d[\d-]{6,40})(?![\dA-Za-z])/gi;

/** One place of a text, as indexes of the text itself, and what stands there with full-width characters made plain. */
interface Found {
  rule: RuleId;
  start: number;
  end: number;
  plain: string;
}

/** Everything personal in a text, each kind at most once; empty for nearly all texts. */
export function personalData(text: string): readonly PersonalData[] {
  if (!SUSPECT.test(text)) return NOTHING;
  const kinds = new Map<RuleId, PersonalData>();
  for (const { rule, plain } of everyPlace(text))
    if (!kinds.has(rule)) kinds.set(rule, { rule, found: plain, shown: masked(plain) });
  return [...kinds.values()];
}

/**
 * The text with every personal datum replaced; all other characters stay as they are, full-width ones too.
 * @param by what to write in its place, given the datum as `personalData` gives it.
 */
export function replacePersonalData(text: string, by: (one: PersonalData) => string): string {
  if (!SUSPECT.test(text)) return text;
  return withPlaces(text, everyPlace(text), ({ rule, plain }) => by({ rule, found: plain, shown: masked(plain) }));
}

/** The text with something else at these places. */
function withPlaces(text: string, places: readonly Found[], by: (one: Found) => string): string {
  let replaced = '';
  let from = 0;
  for (const one of places.toSorted((a, b) => a.start - b.start)) {
    replaced += text.slice(from, Math.max(from, one.start)) + by(one);
    from = Math.max(from, one.end);
  }
  return replaced + text.slice(from);
}

/** The text with whatever is personal in it masked; nearly always the text itself. */
export function withoutPersonalData(text: string): string {
  return replacePersonalData(text, ({ shown }) => shown);
}

/** Every place with personal data: by kind, each kind in the order of the text. No two overlap. */
function everyPlace(text: string): Found[] {
  // Numbers in circles and brackets mark the points of a list, or they are the digits themselves: both are tried.
  const found = placesIn(text, LIST_MARK);
  if (!LIST_MARK.test(text)) return found;
  // Covered by as many characters as it has, so that the places in what is left are those of the text.
  return [...found, ...placesIn(withPlaces(text, found, ({ start, end }) => COVER.repeat(end - start)))];
}

const LIST_MARK = /[①-⒛⓪]/;

/** Stands for what has been found: part of a longer number is not a number of its own. No pattern reaches across it. */
const COVER = '\uFFFC';

/** Rounds of looking: a number right behind an address, say, shows itself only when the address has been covered. */
const ROUNDS = 3;

/** @param marks characters that are no digits. */
function placesIn(text: string, marks?: RegExp): Found[] {
  const copy = plainCopy(text, marks);
  let { plain } = copy;
  const found: Found[] = [];
  const every = (rule: RuleId, pattern: RegExp, isOne: (group: string) => boolean): void => {
    plain = plain.replace(pattern, (match: string, ...more: (string | number)[]) => {
      if (!isOne(String(more[0]))) return match;
      const at = more.find((one) => typeof one === 'number') ?? 0;
      found.push({ rule, plain: match, start: copy.startOf(at), end: copy.endOf(at + match.length - 1) });
      return COVER.repeat(match.length);
    });
  };
  for (let round = 0, before = -1; round < ROUNDS && found.length > before; round++) {
    before = found.length;
    every('personal-id-number', IDENTITY, (number) => isIdentityNumber(digits(number)));
    plain = plain.replace(
      ORDER,
      (match: string, number: string) => match.slice(0, -number.length) + COVER.repeat(number.length),
    );
    for (const pattern of CARDS) every('personal-bank-card', pattern, (number) => isCard(digits(number)));
    every('personal-mobile', MOBILE, () => true);
    every('personal-email', MAIL, (domain) => PRIVATE_MAIL.test(domain));
    for (const pattern of WECHAT) every('personal-wechat', pattern, () => true);
  }
  return found;
}

/** Characters without width that may stand between two digits. */
const WIDTHLESS = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/;

/** A copy with every character in its plain form (NFKC) and without those that have no width; and where its characters come from. */
function plainCopy(
  text: string,
  marks?: RegExp,
): { plain: string; startOf: (at: number) => number; endOf: (at: number) => number } {
  if (!WIDTHLESS.test(text) && text.normalize('NFKC') === text)
    return { plain: text, startOf: (at) => at, endOf: (at) => at + 1 };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  // Character by character: what composes with its neighbour is no digit and no letter of an address.
  for (const character of text) {
    const part = WIDTHLESS.test(character)
      ? ''
      : marks?.test(character) === true
        ? character
        : character.normalize('NFKC');
    for (let i = 0; i < part.length; i++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    parts.push(part);
    at += character.length;
  }
  return { plain: parts.join(''), startOf: (i) => starts[i] ?? 0, endOf: (i) => ends[i] ?? 0 };
}

/** Enough to find it by, too little to use it. The domain of an e-mail address is nobody's secret. */
function masked(text: string): string {
  const [name = '', domain] = text.split('@');
  const shown = Math.min(3, Math.floor(name.length / 3));
  const stars = '*'.repeat(Math.max(1, name.length - 2 * shown));
  return domain === undefined
    ? name.slice(0, shown) + stars + name.slice(name.length - shown)
    : `${name.slice(0, shown)}${stars}@${domain}`;
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
