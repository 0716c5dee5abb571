/** The submit page: offers ways to begin, and loads the form when one is taken. Light by itself. */
import { addressLabels } from '../../i18n/labels/address.ts';
import { submitLabels } from '../../i18n/labels/submit.ts';
import { withinLimit } from '../fetch-once.ts';
import { elementOf, language } from '../page.ts';
import { startPicker } from '../vendor-picker.tsx';
import { save, type SavedDraft, savedDraft, savedName } from './saved-draft.ts';

/** Largest file that is read, in bytes; a vendor file has 64 kB at most. */
const LARGEST_FILE = 200_000;

const t = submitLabels[language];
const words = addressLabels[language];

function start(page: HTMLElement): void {
  const places = {
    form: elementOf('submit-form'),
    result: elementOf('submit-result-in'),
    bar: elementOf('submit-bar'),
    state: elementOf('submit-state'),
  };
  const status = elementOf('submit-status');
  const load = (): Promise<typeof import('./form.tsx')> => withinLimit(import('./form.tsx'));

  /** Draws the form for what `make` gives; says so when that cannot be had. Returns whether the form is there. */
  const begin = async (
    make: (form: Awaited<ReturnType<typeof load>>) => SavedDraft | Promise<SavedDraft>,
    ask = true,
  ): Promise<boolean> => {
    if (ask && savedDraft() !== undefined && !confirm(t.start.replace)) return false;
    status.textContent = t.start.loading;
    try {
      const form = await load();
      const state = await make(form);
      await form.drawForm(places, state);
      page.dataset['open'] = '';
      status.textContent = '';
      elementOf('submit-state').scrollIntoView({ block: 'start' });
      return true;
    } catch (fault) {
      const form = await load().catch(() => undefined);
      if (form !== undefined && fault instanceof form.Unreadable)
        status.textContent = `${t.start.unreadable}\n${fault.message}`;
      else if (form !== undefined && fault instanceof form.NoSuchVendor)
        status.textContent = words.noSuchVendor(fault.message);
      else status.textContent = t.start.failed;
      return false;
    }
  };

  elementOf('submit-new').addEventListener('click', () => void begin((form) => form.freshDraft()));
  elementOf('submit-again').addEventListener('click', () => {
    if (!confirm(t.start.againSure)) return;
    save(undefined);
    location.assign(location.pathname);
  });
  const picker = elementOf('submit-picker');
  startPicker(picker, ({ slug }) => void begin((form) => form.publishedDraft(slug)));
  const file = elementOf<HTMLInputElement>('submit-file');
  elementOf('submit-open').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    const chosen = file.files?.[0];
    if (chosen === undefined) return;
    if (chosen.size > LARGEST_FILE) status.textContent = t.start.tooLarge;
    else void begin(async (form) => form.draftFromFile(chosen.name, await chosen.text()));
    file.value = '';
  });

  const asked = new URLSearchParams(location.search).get('vendor')?.trim() ?? '';
  const wanted = asked.toLowerCase();
  const before = savedDraft();
  /** Goes on with the draft that this browser keeps. `said` is what was said before, and stays. */
  const resume = async (said = ''): Promise<void> => {
    if (before === undefined) return;
    const name = savedName(before);
    status.textContent = name === '' ? t.start.resumeUnnamed : t.start.resume(name);
    if (await begin(() => before, false)) status.textContent = said;
  };
  const isSlug = /^[a-z0-9-]{1,64}$/.test(wanted);
  if (isSlug && before?.base !== wanted && (before === undefined || confirm(t.start.replace))) {
    void begin((form) => form.publishedDraft(wanted), false).then((begun) =>
      begun ? undefined : resume(status.textContent),
    );
    return;
  }
  const wrong = asked === '' || isSlug ? '' : words.notUnderstood(`vendor=${asked}`);
  status.textContent = wrong;
  void resume(wrong);
}

const page = document.getElementById('submitting');
if (page) start(page);
