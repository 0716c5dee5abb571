/** The draft behind the form: changed by fields, saved in the browser, examined by the worker, drawn by `form.tsx`. */
import { type Draft, type DraftPath, textIn, withValue } from '../../submit/draft.ts';
import type { Inspection, LocalizedProblem } from '../../submit/inspect.ts';
import type { Reported } from '../../submit/reported.ts';

import { debounce } from '../debounce.ts';
import { save, type SavedDraft } from './saved-draft.ts';
import type { WorkerClient } from './worker-client.ts';

/** Pause after the last change before the draft is examined, in milliseconds. */
const PAUSE_MS = 180;

export class FormController {
  readonly worker: WorkerClient;
  draft: Draft;
  slug: string;
  /** Slug of the published vendor that the draft updates. */
  readonly base: string | undefined;
  readonly known: Reported;
  /** Who the file named as its source before it was changed here. */
  readonly source: unknown;
  /** Whether every problem is shown at its field, touched or not. */
  readonly strict: boolean;
  /** Whether the browser saves the draft. */
  saves: boolean;
  /** Whether a person has written the slug; until then it follows the name. */
  ownSlug: boolean;
  inspection: Inspection | undefined;
  /** Whether the last change is not examined yet. */
  busy = true;
  /** What a person calls each field, by its path. */
  readonly labels = new Map<string, string>();
  /** Ids of the dimensions that have been opened. */
  readonly opened = new Set<string>();
  /** Grows whenever fields must forget what was typed into them, because their values have changed place. */
  generation = 0;
  /** The problems that are shown, as text: the same as long as they are the same. */
  shown = '';
  readonly #render: () => void;
  readonly #touched = new Set<string>();
  readonly #inspectSoon = debounce(() => void this.inspect(), PAUSE_MS);
  #problems = new Map<string, LocalizedProblem[]>();
  #fields = new Set<string | undefined>();
  #waits = false;
  #turn = 0;
  #named = '';

  /** `render` draws the form and its result as this controller has them. */
  constructor(worker: WorkerClient, { draft, slug, base }: SavedDraft, known: Reported, render: () => void) {
    this.worker = worker;
    this.draft = draft;
    this.slug = slug;
    this.base = base;
    this.known = known;
    this.strict = base !== undefined;
    this.source = draft['source'];
    this.ownSlug = slug !== '';
    if (this.ownSlug) this.#touched.add('slug');
    this.saves = save({ draft, slug, base });
    this.#render = render;
  }

  /** Puts a value at a path; undefined takes it away. */
  set(at: DraftPath, value: unknown): void {
    this.change(withValue(this.draft, at, value));
  }

  /** Replaces the draft, and the slug. */
  change(draft: Draft, slug = this.slug): void {
    this.draft = draft;
    this.slug = slug;
    this.busy = true;
    // What was found about the draft before is of no use any more.
    this.#turn++;
    this.saves = save({ draft, slug, base: this.base });
    this.#inspectSoon.soon();
    void this.#suggestSlug();
    this.draw();
  }

  /** Examines the draft now; the result is dropped when the draft has changed in the meantime. */
  async inspect(): Promise<void> {
    const turn = ++this.#turn;
    const { draft, slug, base } = this;
    const inspection = await this.worker.inspect({ draft, slug, base }, this.known);
    if (turn !== this.#turn) return;
    this.inspection = inspection;
    this.busy = false;
    afterPointerUp(this.draw);
  }

  async #suggestSlug(): Promise<void> {
    const name = textIn(this.draft, ['name', 'zh']) || textIn(this.draft, ['name', 'en']);
    if (this.ownSlug || name === this.#named) return;
    this.#named = name;
    const slug = await this.worker.slug(name);
    if (!this.ownSlug && this.#named === name && this.slug !== slug) this.change(this.draft, slug);
  }

  /** Draws the form soon, once for all changes of a task. */
  readonly draw = (): void => {
    if (this.#waits) return;
    this.#waits = true;
    queueMicrotask(this.drawNow);
  };

  /** Draws the form, and once more when fields have come that problems belong to. */
  readonly drawNow = (): void => {
    this.#waits = false;
    this.#placeProblems();
    this.#render();
    if (this.#placeProblems()) this.#render();
  };

  /** Notes that a person has left a field: its problems are shown from then on. */
  touch(key: string): void {
    this.#touched.add(key);
    afterPointerUp(this.draw);
  }

  /** Whether a person has left a field. */
  isTouched(key: string): boolean {
    return this.#touched.has(key);
  }

  /** Problems shown at the field of a path. */
  problemsAt(at: DraftPath): readonly LocalizedProblem[] {
    return this.#problems.get(at.join('.')) ?? [];
  }

  /** The path of the field that a problem belongs to: the nearest one above its path that is on the page. */
  fieldOf(path: string): string | undefined {
    let key = path;
    while (key !== '' && !this.#fields.has(key)) key = key.slice(0, Math.max(0, key.lastIndexOf('.')));
    return key === '' ? undefined : key;
  }

  /** Finds the fields of the problems: those that a person has been at; personal data wherever it is. Returns whether anything has changed. */
  #placeProblems(): boolean {
    const elements = document.querySelectorAll<HTMLElement>('#submit-form [data-field]');
    this.#fields = new Set([...elements].map((element) => element.dataset['field']));
    this.#problems = new Map();
    for (const problem of this.inspection?.problems ?? []) {
      const key = this.fieldOf(problem.field);
      if (key === undefined || !(this.strict || this.#touched.has(key) || problem.rule.startsWith('personal-')))
        continue;
      this.#problems.set(key, [...(this.#problems.get(key) ?? []), problem]);
    }
    const before = this.shown;
    this.shown = JSON.stringify([...this.#problems]);
    return this.shown !== before;
  }
}

// What moves the page between press and release makes a click miss its button.
let pressed = false;
const waiting = new Set<() => void>();

addEventListener('pointerdown', () => (pressed = true), true);
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(
    end,
    () => {
      pressed = false;
      // The click itself comes after this event and before the next task.
      setTimeout(() => {
        const ready = [...waiting];
        waiting.clear();
        for (const run of ready) run();
      });
    },
    true,
  );
}

/** Runs now, or once the pointer is released; the same function waits once. */
function afterPointerUp(run: () => void): void {
  if (pressed) waiting.add(run);
  else run();
}
