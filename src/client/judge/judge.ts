/** Judging one's own vendor. Answers live in the address behind `#`, and in this browser; nothing is sent. */
import type { Language } from '../../i18n/language.ts';
import { judgeLabels } from '../../i18n/labels/judge.ts';
import { judge } from '../../views/browser/judge.ts';
import {
  type Answers,
  type JudgeModel,
  type Part,
  blankAnswers,
  readAnswers,
  writeAnswers,
} from '../../views/browser/judge-answers.ts';
import { ask } from '../ask.ts';
import { carried, make } from '../dom.ts';
import { answersIn, saveFile } from './file.ts';
import { openInputs } from './inputs.ts';
import { keepOwn, kept } from './saved-answers.ts';
import { keepInOtherLanguage } from '../other-language.ts';
import { resultParts } from './result.ts';

const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = judgeLabels[language];

function start(page: HTMLElement, model: JudgeModel): void {
  let answers: Answers = blankAnswers(model);
  let part: Part = 'short';
  const result = document.getElementById('result');
  const note = document.getElementById('note');
  const say = (...parts: (string | HTMLElement)[]): void => note?.replaceChildren(...parts);
  /** Somebody else's answers from a link: shown, but not kept until one of them is changed. */
  let guest = false;

  const inputs = openInputs(
    page,
    model,
    language,
    () => answers,
    (write) => {
      void mayChange().then((may) => {
        if (!may) return;
        write();
        inputs.fill();
        changed();
      });
    },
  );

  const show = (): void => {
    keepInOtherLanguage();
    page.dataset['part'] = part;
    for (const mode of document.querySelectorAll<HTMLInputElement>('[name=mode]')) mode.checked = mode.value === part;
    whose();
    result?.replaceChildren(...resultParts(model, judge(model, answers, part), part, language));
    inputs.count();
  };

  const blank = (): boolean => [...answers.questions, ...answers.facets].every((a) => a === 0);

  const written = (): string => (blank() ? '' : `${part}.${writeAnswers(model, answers)}`);

  const keep = (): void => {
    const text = written();
    history.replaceState(null, '', `${location.pathname}${location.search}${text === '' ? '' : `#${text}`}`);
    if (!guest) keepOwn(text);
  };

  /** Says whose answers these are, and leads back to one's own. */
  const whose = (): void => {
    const line = document.getElementById('whose');
    const keeping = document.getElementById('kept');
    if (keeping) keeping.textContent = guest ? t.theirsKept : t.kept;
    if (!line) return;
    line.hidden = !guest;
    const own = kept() !== '';
    const back = make('button', 'plain', { type: 'button' }, t.toMine);
    back.addEventListener('click', mine);
    line.replaceChildren(own ? t.theirsOwn : t.theirs, ...(own ? [' ', back] : []));
  };

  const mine = (): void => {
    guest = false;
    if (!take(kept())) answers = blankAnswers(model);
    inputs.fill();
    changed();
  };

  /** Whether answers may be changed: somebody else's are not written over one's own without asking. */
  const mayChange = async (): Promise<boolean> => {
    if (!guest || kept() === '') {
      guest = false;
      return true;
    }
    const answer = await ask(t.takeOver, t.takeOverYes, t.takeOverNo);
    if (answer === 'yes') guest = false;
    else if (answer === 'no') mine();
    else inputs.fill();
    return answer === 'yes';
  };

  /** Says what was done, with a button that takes it back. */
  const sayUndoable = (text: string, before: { answers: Answers; part: Part }): void => {
    const undo = make('button', 'plain', { type: 'button' }, t.undo);
    undo.addEventListener('click', () => {
      ({ answers, part } = before);
      inputs.fill();
      changed();
      say(t.restored);
    });
    say(text, ' ', undo);
  };

  const changed = (): void => {
    keep();
    show();
  };

  /** Answers and length of the questionnaire in a text; undefined when they cannot be read. */
  const readFrom = (text: string): { answers: Answers; part: Part } | undefined => {
    const dot = text.indexOf('.');
    const mode = text.slice(0, dot);
    const read = mode === 'short' || mode === 'full' ? readAnswers(model, text.slice(dot + 1)) : undefined;
    return read && { answers: read, part: mode as Part };
  };

  /** Takes over answers from text; says whether they could be read. */
  const take = (text: string): boolean => {
    const read = readFrom(text);
    if (read === undefined) return false;
    ({ answers, part } = read);
    inputs.fill();
    return true;
  };

  for (const mode of document.querySelectorAll<HTMLInputElement>('[name=mode]')) {
    mode.addEventListener('change', () => {
      part = mode.value === 'full' ? 'full' : 'short';
      changed();
    });
  }
  document.getElementById('clear')?.addEventListener('click', () => {
    if (blank()) return;
    const before = { answers, part };
    answers = blankAnswers(model);
    inputs.fill();
    changed();
    sayUndoable(t.clearSure, before);
  });
  document
    .getElementById('save')
    ?.addEventListener('click', () => saveFile(t.fileName, `${part}.${writeAnswers(model, answers)}`, answers));
  const picker = document.getElementById('file') as HTMLInputElement | null;
  document.getElementById('load')?.addEventListener('click', () => picker?.click());
  const load = async (file: File): Promise<void> => {
    const text = await answersIn(file);
    if (readFrom(text) === undefined) {
      say(t.notLoaded);
      return;
    }
    // What is opened is one's own from then on, so it is not written over one's own answers without asking either.
    if (!(await mayChange())) return;
    const before = { answers, part };
    const replaced = !blank();
    take(text);
    changed();
    if (replaced) sayUndoable(t.loaded, before);
    else say(t.loaded);
  };
  picker?.addEventListener('change', () => {
    const file = picker.files?.[0];
    if (file) void load(file).finally(() => (picker.value = ''));
  });
  /** Takes the answers in the address, those kept in this browser where it has none; opens somebody else's at the result. */
  const fromAddress = (): void => {
    const hash = location.hash.slice(1);
    const shared = hash.includes('.');
    const good = shared && take(hash);
    guest = good && hash !== kept();
    if (!good && !take(kept())) answers = blankAnswers(model);
    // What is neither answers nor a part of the page is told as well.
    if ((shared || (hash !== '' && document.getElementById(hash) === null)) && !good) say(t.oldLink);
    inputs.fill();
    show();
    if (guest) document.querySelector('.judge-result')?.scrollIntoView({ behavior: 'instant' });
  };
  addEventListener('hashchange', fromAddress);
  fromAddress();
}

const page = document.getElementById('judging');
if (page) start(page, carried<JudgeModel>('judge-model'));
