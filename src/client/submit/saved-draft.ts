/** The draft kept in this browser between visits. */
import type { Draft } from '../../submit/draft.ts';

const KEY = 'hengping-submit';
const VERSION = 1;

/** A draft with what it is a draft of. */
export interface Kept {
  draft: Draft;
  slug: string;
  /** Slug of the vendor that it updates; absent for a new one. */
  base?: string | undefined;
}

/** What was kept; nothing when storage is refused, holds something else or an older form. */
export function kept(): Kept | undefined {
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

/** Keeps a draft, or forgets it; says whether the browser let us. */
export function keep(state: Kept | undefined): boolean {
  try {
    if (state === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...state }));
    return true;
  } catch {
    return false;
  }
}

/** Text to show for a kept draft. */
export function keptName({ draft, slug }: Kept): string {
  const name = draft['name'];
  const { zh, en } = (typeof name === 'object' && name !== null ? name : {}) as { zh?: unknown; en?: unknown };
  return [zh, en, slug].find((text): text is string => typeof text === 'string' && text !== '') ?? '';
}
