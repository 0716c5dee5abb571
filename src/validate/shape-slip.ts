/** Slips of the pen in values that YAML takes for text: told as what they are, not as what came of them. */
import { FULL_WIDTH, ODD_BLANKS, PLAIN_OF, shownPlain } from '../schema/full-width.ts';
import type { RuleId } from '../schema/rules.ts';
import type { Params } from './report.ts';

interface Told {
  rule: RuleId;
  params: Params;
}

/** Rules about the form of a value, which a full-width character breaks. */
const OF_FORM: ReadonlySet<RuleId> = new Set<RuleId>([
  'choice',
  'format',
  'date',
  'month',
  'email',
  'kebab-case',
  'criterion-ref',
  'https-address',
  'evidence-file',
  'currency',
  'credit-code',
  'method-version',
  'type',
]);

/** The slip behind a broken rule; undefined when there is none. `expected` is what zod wanted of a wrong type. */
export function slipIn(rule: RuleId, value: unknown, expected: unknown): Told | undefined {
  if (typeof value !== 'string' || !OF_FORM.has(rule)) return undefined;
  if (rule === 'type' && /^[【［｛]/u.test(value)) return fullWidth(value);
  if (rule === 'type') return expected === 'keys' || expected === 'record' ? keySlip(value) : undefined;
  return fullWidth(value);
}

/** The slip in a key that no schema has: `zh：甲`, `“name”`, or a full-width blank before it. */
export function slipInKey(key: string): Told | undefined {
  if (new RegExp(`^${ODD_BLANKS.source}`, 'u').test(key)) {
    return {
      rule: 'yaml-blank',
      params: { found: key.startsWith('\t') ? 'tab' : key.startsWith('\u3000') ? 'wide' : 'fixed', lines: 1 },
    };
  }
  return fullWidth(key) ?? (/^[A-Za-z][\w-]*:\S/.test(key) ? keySlip(key) : undefined);
}

/** Text in which a block was meant: `zh：甲`, `zh:甲`. */
function keySlip(value: string): Told | undefined {
  const [, key = '', colon = ''] = /^([A-Za-z][\w-]*)(：|:(?=[^\s/]))/u.exec(value) ?? [];
  if (colon === '') return undefined;
  const write = shownPlain(':', key);
  return colon === ':'
    ? { rule: 'yaml-colon-blank', params: { found: `${key}:…`, write } }
    : { rule: 'yaml-full-width', params: { found: colon, expected: ':', write } };
}

function fullWidth(value: string): Told | undefined {
  // Besides punctuation: full-width digits, letters and signs, which compatibility makes plain.
  const at = [...value].findIndex(
    (c) => FULL_WIDTH.test(c) || (c.normalize('NFKC') !== c && /^[\x21-\x7E]$/.test(c.normalize('NFKC'))),
  );
  const found = [...value][at];
  if (found === undefined) return undefined;
  const plain = PLAIN_OF[found] ?? found.normalize('NFKC');
  const key =
    plain === ':' ? (/([A-Za-z][\w-]*)$/.exec([...value].slice(Math.max(0, at - 64), at).join(''))?.[1] ?? '') : '';
  return {
    rule: 'yaml-full-width',
    params: { found, expected: plain, write: shownPlain(plain === ';' ? ',' : plain, key) },
  };
}
