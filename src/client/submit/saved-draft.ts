/** The draft saved in this browser between visits. */
import type { Draft } from '../../submit/draft.ts';

const KEY = 'hengping-submit';
const VERSION = 1;

/** A draft with what it is a draft of. */
export interface SavedDraft {
  draft: Draft;
  slug: string;
  /** Slug of the vendor that it updates; absent for a new one. */
  base?: string | undefined;
}

/** The saved draft; undefined when storage is refused, holds something else or an older form. */
export function savedDraft(): SavedDraft | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof found !== 'object' || found === null) return undefined;
    const { version, draft, slug, base } = found as Record<string, unknown>;
    if (
      version !== VERSION ||
      typeof draft !== 'object' ||
      draft === null ||
      Array.isArray(draft) ||
      typeof slug !== 'string'
    )
      return undefined;
    return { draft: draft as Draft, slug, ...(typeof base === 'string' ? { base } : {}) };
  } catch {
    return undefined;
  }
}

/** Saves a draft, or forgets it (undefined). Returns whether the browser allows that. */
export function save(state: SavedDraft | undefined): boolean {
  try {
    if (state === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...state }));
    return true;
  } catch {
    return false;
  }
}

/** Text to show for a saved draft. */
export function savedName({ draft, slug }: SavedDraft): string {
  const name = draft['name'];
  const { zh, en } = (typeof name === 'object' && name !== null ? name : {}) as { zh?: unknown; en?: unknown };
  return [zh, en, slug].find((text): text is string => typeof text === 'string' && text !== '') ?? '';
}
