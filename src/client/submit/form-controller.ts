/** The draft on the page: changed by fields, kept, looked at by the worker, shown by whoever listens. */
import type { Language } from '../../i18n/language.ts';
import { submitLabels } from '../../i18n/labels/submit.ts';
import { type Draft, type DraftPath, withValue } from '../../submit/draft.ts';
import type { Inspection } from '../../submit/inspect.ts';
import type { Told } from '../../submit/told-problem.ts';
import type { Known } from '../../submit/told.ts';
import type { Bench } from './worker-client.ts';
import { type Kept, keep } from './saved-draft.ts';
import { whenReleased } from './released.ts';

/** Rest after the last change before the draft is looked at, in milliseconds. */
const PAUSE_MS = 180;

/** One field on the page that a problem can be shown at. */
interface ShownField {
  root: HTMLElement;
  fault: HTMLElement;
  label: string;
  touched: boolean;
}

export type Labels = (typeof submitLabels)[Language];

export class Desk {
  readonly bench: Bench;
  readonly language: Language;
  readonly t: Labels;
  draft: Draft;
  slug: string;
  readonly base: string | undefined;
  readonly known: Known;
  /** Whether every problem is shown at its field, touched or not. */
  strict: boolean;
  /** Whether the browser keeps the draft. */
  keeps = true;
  inspection: Inspection | undefined;
  readonly #fields = new Map<string, ShownField>();
  readonly #listeners: ((inspection: Inspection) => void)[] = [];
  readonly #changes: (() => void)[] = [];
  readonly #showFaults = (): void => this.showFaults();
  readonly #showAll = (): void => {
    const { inspection } = this;
    if (inspection === undefined) return;
    this.showFaults();
    for (const listener of this.#listeners) listener(inspection);
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(bench: Bench, language: Language, state: Kept, known: Known) {
    this.bench = bench;
    this.language = language;
    this.t = submitLabels[language];
    this.draft = state.draft;
    this.slug = state.slug;
    this.base = state.base;
    this.known = known;
    this.strict = state.base !== undefined;
  }

  /** Puts a value at a path (undefined takes it away) and has the draft looked at. */
  set(at: DraftPath, value: unknown): void {
    this.change(withValue(this.draft, at, value));
  }

  /** Replaces the draft by one made from it. */
  change(draft: Draft): void {
    this.draft = draft;
    this.changed();
  }

  /** After the draft or the slug has changed. */
  changed(): void {
    // A look at what was there before is of no use any more.
    this.#turn++;
    this.keeps = keep({ draft: this.draft, slug: this.slug, base: this.base });
    for (const listener of this.#changes) listener();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.inspect(), PAUSE_MS);
  }

  /** Has the draft looked at now; a look that was overtaken by a later one is dropped. */
  async inspect(): Promise<void> {
    const turn = ++this.#turn;
    const inspection = await this.bench.inspect({ draft: this.draft, slug: this.slug, base: this.base }, this.known);
    if (turn !== this.#turn) return;
    this.inspection = inspection;
    whenReleased(this.#showAll);
  }

  /** Calls `listener` after each look. */
  onInspected(listener: (inspection: Inspection) => void): void {
    this.#listeners.push(listener);
    if (this.inspection !== undefined) listener(this.inspection);
  }

  /** Calls `listener` after each change, before the draft is looked at. */
  onChanged(listener: () => void): void {
    this.#changes.push(listener);
  }

  /** Takes a field in; problems at its path or below it are shown there. Leaving it counts as having touched it. */
  field(at: DraftPath, root: HTMLElement, fault: HTMLElement, label: string): void {
    const key = at.join('.');
    root.dataset['field'] = key;
    const shown: ShownField = { root, fault, label, touched: this.#fields.get(key)?.touched ?? false };
    this.#fields.set(key, shown);
    root.addEventListener('focusout', () => {
      shown.touched = true;
      whenReleased(this.#showFaults);
    });
  }

  /** The field that a problem is shown at: the nearest one above its path that is on the page. */
  fieldOf(path: string): ShownField | undefined {
    for (let key = path; key !== ''; key = key.includes('.') ? key.slice(0, key.lastIndexOf('.')) : '') {
      const shown = this.#fields.get(key);
      if (shown?.root.isConnected === true) return shown;
    }
    return undefined;
  }

  /** Shows the problems at the fields that a person has been at; personal data wherever it is. */
  showFaults(): void {
    const at = new Map<ShownField, Told[]>();
    for (const problem of this.inspection?.problems ?? []) {
      const shown = this.fieldOf(problem.field);
      if (shown === undefined || !(this.strict || shown.touched || problem.rule.startsWith('personal-'))) continue;
      at.set(shown, [...(at.get(shown) ?? []), problem]);
    }
    for (const shown of this.#fields.values()) {
      const own = at.get(shown) ?? [];
      const text = own.map((problem) => problem.text).join('\n');
      if (shown.fault.textContent !== text) shown.fault.textContent = text;
      shown.root.classList.toggle(
        'faulty',
        own.some((problem) => problem.severity === 'error'),
      );
      for (const control of shown.root.querySelectorAll(':scope > input, :scope > textarea, :scope > select')) {
        if (own.length > 0) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
      }
    }
  }
}
