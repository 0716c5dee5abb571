/** Which of our rules an issue of zod breaks, and the params of its sentence. */
import { isRuleId, type RuleId } from '../schema/rules.ts';
import { amongst } from './nearest.ts';
import type { Params } from './report.ts';

/** What we read of a zod issue; which parts are there depends on `code`. */
export interface Issue {
  code: string;
  path: readonly PropertyKey[];
  message: string;
  expected?: string;
  values?: readonly unknown[];
  options?: readonly unknown[];
  format?: string;
  pattern?: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  inclusive?: boolean;
  keys?: readonly string[];
  issues?: readonly Issue[];
  errors?: Issue[][];
}

/** The rule that `issue` breaks and the params of its sentence. `value` is what stands there. */
export function ruleOf(issue: Issue, value: unknown): { rule: RuleId; params: Params } {
  if (issue.message === 'answer-state')
    return { rule: 'answer-state', params: { found: String(value), expected: 'any' } };
  if (isRuleId(issue.message))
    return { rule: issue.message, params: typeof value === 'string' ? { found: value } : {} };
  switch (issue.code) {
    case 'invalid_type':
      return typeRule(issue.expected ?? '', value);
    case 'invalid_value':
      return choiceRule(issue.values ?? [], value);
    case 'invalid_union':
      return choiceRule(issue.options ?? [], value);
    case 'too_small':
      return sizeRule(issue, 'small', value);
    case 'too_big':
      return sizeRule(issue, 'big', value);
    case 'invalid_format':
      return formatRule(issue, value);
    default:
      return { rule: 'format', params: {} };
  }
}

function typeRule(expected: string, value: unknown): { rule: RuleId; params: Params } {
  const type = typeOf(value);
  if (value === undefined) return { rule: 'required', params: { found: '', expected } };
  if (value === null) return { rule: 'empty-value', params: { found: '', expected } };
  if (expected === 'string' && (type === 'number' || type === 'boolean')) return { rule: 'unquoted', params: { type } };
  if (expected === 'int' && type === 'number') return { rule: 'not-integer', params: {} };
  // A list may be meant where a block is wanted and the other way round: the words say how each is written.
  return { rule: 'type', params: { type, expected: expected === 'array' ? 'list' : expected } };
}

function choiceRule(values: readonly unknown[], value: unknown): { rule: RuleId; params: Params } {
  const list = values.map(String);
  if (value === undefined || value === null) {
    return {
      rule: value === null ? 'empty-value' : 'required',
      params: { found: '', expected: 'choice', list: list.join(', ') },
    };
  }
  if (typeof value !== 'string') return { rule: 'choice', params: { list: list.join(', ') } };
  return { rule: 'choice', params: { ...amongst(value, list), list: list.join(', ') } };
}

function sizeRule(issue: Issue, side: 'small' | 'big', value: unknown): { rule: RuleId; params: Params } {
  const limit = Number(side === 'small' ? issue.minimum : issue.maximum);
  if (issue.origin === 'string') {
    return {
      rule: side === 'small' ? 'too-short' : 'too-long',
      params: { limit, length: String(value).length, found: String(value) },
    };
  }
  if (issue.origin === 'array' || issue.origin === 'record') {
    return {
      rule: side === 'small' ? 'too-few' : 'too-many',
      params: { limit, found: Array.isArray(value) ? value.length : 0 },
    };
  }
  const sign = (side === 'small' ? '>' : '<') + (issue.inclusive === false ? '' : '=');
  return { rule: side === 'small' ? 'too-small' : 'too-large', params: { limit, sign } };
}

function formatRule({ format, pattern }: Issue, value: unknown): { rule: RuleId; params: Params } {
  const found = String(value);
  if (format === 'date' || format === 'email') return { rule: format, params: { found } };
  return { rule: 'format', params: { found, pattern: (pattern ?? format ?? '').replace(/^\/|\/$/g, '') } };
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}
