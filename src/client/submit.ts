/** The submit page: offers ways to begin, and loads the form when one is taken. Light by itself. */
import type { Language } from '../i18n/language.ts';
import { submitLabels } from '../i18n/labels/submit.ts';
import { withinLimit } from './fetch-once.ts';
import { keep, kept, keptName, type Kept } from './submit/kept.ts';
import { startPicker } from './vendor-picker.ts';

/** Largest file that is read, in bytes; a vendor file has 64 kB at most. */
const LARGEST_FILE = 200_000;

const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = submitLabels[language];

function start(page: HTMLElement): void {
  const part = (id: string): HTMLElement => {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`the page has no ${id}`);
    return found;
  };
  const places = { form: part('submit-form'), result: part('submit-result-in'), bar: part('submit-bar'), state: part('submit-state') };
  const status = part('submit-status');
  const load = (): Promise<typeof import('./submit/form.ts')> => withinLimit(import('./submit/form.ts'));

  /** Draws the form for what `make` gives; says so when that cannot be had. */
  const begin = async (make: (form: Awaited<ReturnType<typeof load>>) => Kept | Promise<Kept>, ask = true): Promise<void> => {
    if (ask && kept() !== undefined && !confirm(t.start.replace)) return;
    status.textContent = t.start.loading;
    try {
      const form = await load();
      const state = await make(form);
      await form.drawForm(places, language, state);
      page.dataset['open'] = '';
      status.textContent = '';
      part('submit-state').scrollIntoView({ block: 'start' });
    } catch (fault) {
      const { Unreadable } = await load().catch(() => ({ Unreadable: undefined }));
      status.textContent = Unreadable !== undefined && fault instanceof Unreadable ? `${t.start.unreadable}\n${fault.message}` : t.start.failed;
    }
  };

  part('submit-new').addEventListener('click', () => void begin((form) => form.freshDraft()));
  part('submit-again').addEventListener('click', () => {
    if (!confirm(t.start.againSure)) return;
    keep(undefined);
    location.assign(location.pathname);
  });
  const picker = part('submit-picker');
  startPicker(picker, language, ({ slug }) => void begin((form) => form.publishedDraft(slug, language)));
  const file = part('submit-file') as HTMLInputElement;
  part('submit-open').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    const chosen = file.files?.[0];
    if (chosen === undefined) return;
    if (chosen.size > LARGEST_FILE) status.textContent = t.start.tooLarge;
    else void begin(async (form) => form.draftFromFile(chosen.name, await chosen.text(), language));
    file.value = '';
  });

  const wanted = new URLSearchParams(location.search).get('vendor');
  const before = kept();
  if (wanted !== null && /^[a-z0-9-]{1,64}$/.test(wanted) && before?.base !== wanted) {
    if (before === undefined || confirm(t.start.replace)) {
      void begin((form) => form.publishedDraft(wanted, language), false);
      return;
    }
  }
  if (before !== undefined) {
    const name = keptName(before);
    status.textContent = name === '' ? t.start.resumeUnnamed : t.start.resume(name);
    void begin(() => before, false);
  }
}

const page = document.getElementById('submitting');
if (page) start(page);
