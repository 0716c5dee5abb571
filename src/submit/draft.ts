/** A vendor file while it is being written: plain data of any completeness, changed by path. Nothing in it is trusted. */
import { valueAt } from '../schema/plain-data.ts';

/** The keys of a vendor file with whatever stands there. */
export type Draft = Readonly<Record<string, unknown>>;

/** Keys and indexes from the root to a value. */
export type DraftPath = readonly (string | number)[];

/** The text at `at`; numbers as text, anything else as an empty one. */
export function textIn(draft: unknown, at: DraftPath): string {
  const value = valueAt(draft, at);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The list at `at`; empty when there is none. */
export function listIn(draft: unknown, at: DraftPath): readonly unknown[] {
  const value = valueAt(draft, at);
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The draft with `value` at `at`, made on the way where it is missing; undefined takes it away. The draft given stays as it is. */
export function withValue(draft: Draft, at: DraftPath, value: unknown): Draft {
  return changed(draft, at, value) as Draft;
}

function changed(here: unknown, at: DraftPath, value: unknown): unknown {
  const [step, ...rest] = at;
  if (step === undefined) return value;
  const inner = changed(valueAt(here, [step]), rest, value);
  if (typeof step === 'number') {
    const list = Array.isArray(here) ? [...(here as unknown[])] : [];
    if (inner === undefined && rest.length === 0) list.splice(step, 1);
    else list[step] = inner;
    return list;
  }
  const map =
    typeof here === 'object' && here !== null && !Array.isArray(here) ? { ...(here as Record<string, unknown>) } : {};
  if (inner === undefined) delete map[step];
  // Own properties only, whatever the key is called.
  else Object.defineProperty(map, step, { value: inner, enumerable: true, configurable: true, writable: true });
  return map;
}

/**
 * The draft as it is written down: empty texts, maps and lists are left out, and so are answers that say nothing (evidence
 * may have been chosen before the answer). What an entry of a list holds besides is kept, so that indexes stay.
 */
export function tidied(draft: Draft): Draft {
  const answers = valueAt(draft, ['answers']);
  const own =
    typeof answers === 'object' && answers !== null && !Array.isArray(answers)
      ? withValue(draft, ['answers'], saying(answers as Draft))
      : draft;
  return (emptied(own) ?? {}) as Draft;
}

/** Keys of an answer that say something by themselves. */
const SAYING = ['state', 'level', 'value', 'error', 'numerator', 'denominator'];

function saying(answers: Draft): Draft {
  const said = (answer: unknown): boolean => {
    if (typeof answer !== 'object' || answer === null) return answer !== undefined;
    const { facets, ...single } = answer as Draft;
    return (
      SAYING.some((key) => single[key] !== undefined) ||
      (typeof facets === 'object' && facets !== null && Object.keys(facets).length > 0)
    );
  };
  return Object.fromEntries(
    Object.entries(answers).map(([framework, criteria]) => [
      framework,
      typeof criteria === 'object' && criteria !== null
        ? Object.fromEntries(Object.entries(criteria).filter(([, answer]) => said(answer)))
        : criteria,
    ]),
  );
}

function emptied(value: unknown): unknown {
  if (value === undefined || value === '' || value === null) return undefined;
  if (Array.isArray(value))
    return value.length === 0 ? undefined : (value as unknown[]).map((entry) => emptied(entry) ?? {});
  if (typeof value !== 'object') return value;
  const kept = Object.entries(value as Draft).flatMap(([key, inner]) => {
    const own = emptied(inner);
    return own === undefined ? [] : [[key, own] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
