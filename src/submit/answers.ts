/** Answers of a draft, set the way the form's buttons mean them. */
import { type Draft, type DraftPath, textIn, withValue } from './draft.ts';
import { valueAt } from '../schema/plain-data.ts';

/** State of a facet or of a whole criterion; `unknown` where nothing is said. */
export function stateIn(draft: Draft, at: DraftPath): string {
  const said = valueAt(draft, at);
  const state = typeof said === 'string' ? said : textIn(said, ['state']);
  return state === '' ? 'unknown' : state;
}

/** The draft with a facet's state; its own evidence stays, a reason only where it does not apply. Open facets are left out. */
export function withFacet(draft: Draft, at: DraftPath, state: string): Draft {
  const said = valueAt(draft, at);
  const own = typeof said === 'object' && said !== null ? (said as Draft) : {};
  const { reason, ...rest } = own;
  const kept = state === 'not-applicable' && reason !== undefined ? { ...rest, reason } : rest;
  const { state: _, ...besides } = kept as Draft;
  if (state === 'unknown' && Object.keys(besides).length === 0) return withValue(draft, at, undefined);
  return withValue(
    draft,
    at,
    Object.keys(besides).length === 0 && state !== 'not-applicable' ? state : { ...besides, state },
  );
}

/** The draft with a criterion that does not apply at all, or applies again; what was answered under it is taken away. */
export function withApplies(draft: Draft, at: DraftPath, applies: boolean): Draft {
  const answer = valueAt(draft, at);
  const {
    state: _state,
    reason,
    facets: _facets,
    level: _level,
    value: _value,
    error: _error,
    numerator: _numerator,
    denominator: _denominator,
    ...rest
  } = typeof answer === 'object' && answer !== null ? (answer as Draft) : {};
  if (!applies)
    return withValue(draft, at, { state: 'not-applicable', ...(reason === undefined ? {} : { reason }), ...rest });
  return withValue(draft, at, Object.keys(rest).length === 0 ? undefined : rest);
}
