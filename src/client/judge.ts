/** Judging one's own vendor. Answers live in the address behind `#`, and in this browser; nothing is sent. */
import type { Language } from '../i18n/language.ts';
import { judgeLabels } from '../i18n/labels/judge.ts';
import { number } from '../i18n/numbers.ts';
import { judge } from '../views/judge.ts';
import { type Answers, FACET_STATES, type JudgeModel, type Part, blankAnswers, readAnswers, writeAnswers } from '../views/judge-answers.ts';
import { ask } from './ask.ts';
import { carried, make } from './dom.ts';
import { KEY, keepOwn, kept } from './judge-kept.ts';
import { keepInOtherLanguage } from './other-language.ts';
import { resultParts } from './judge-result.ts';

/** Largest file that is read, in bytes: an honest one has a few hundred. */
const LARGEST_FILE = 100_000;

const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = judgeLabels[language];

interface Choice {
  input: HTMLInputElement;
  value: number;
  read: () => number;
}

function start(page: HTMLElement, model: JudgeModel): void {
  let answers: Answers = blankAnswers(model);
  let part: Part = 'short';
  const choices: Choice[] = [];
  const progress: { element: Element; facets: readonly number[] }[] = [];
  const result = document.getElementById('result');
  const note = document.getElementById('note');
  const say = (...parts: (string | HTMLElement)[]): void => note?.replaceChildren(...parts);
  /** Somebody else's answers from a link: shown, but not kept until one of them is changed. */
  let guest = false;

  /** A row of radio buttons for one answer; value 0 leaves it open. */
  const radios = (name: string, labels: readonly string[], labelledBy: string, read: () => number, write: (value: number) => void): HTMLElement =>
    make(
      'div',
      'picks',
      { role: 'radiogroup', 'aria-labelledby': labelledBy },
      ...labels.map((label, i) => {
        const value = (i + 1) % labels.length;
        const input = make('input', '', { type: 'radio', name, value: String(value) });
        input.checked = value === 0;
        input.addEventListener('change', () => {
          void mayChange().then((may) => {
            if (!may) return;
            write(value);
            fill();
            changed();
          });
        });
        choices.push({ input, value, read });
        return make('label', value === 0 ? 'open' : '', {}, input, make('span', '', {}, label));
      }),
    );

  model.questions.forEach((question, q) => {
    const item = page.querySelector(`[data-question="${question.id}"]`);
    const list = item?.querySelector('ul');
    if (!item || !list) return;
    const labels = [...[...list.children].map((li) => li.textContent), t.skip];
    list.replaceWith(radios(`q-${question.id}`, labels, `q-${question.id}`, () => answers.questions[q] ?? 0, (value) => (answers.questions[q] = value)));
  });
  let at = 0;
  const lists: { list: Element; key: string; from: number }[] = [];
  for (const criterion of model.frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria))) {
    const list = page.querySelector(`[data-criterion="${criterion.key}"] ul`);
    if (list) lists.push({ list, key: criterion.key, from: at });
    at += criterion.facets;
  }
  for (const details of page.querySelectorAll<HTMLDetailsElement>('details.to-check')) {
    const own = lists.filter(({ list }) => details.contains(list));
    const facets = own.flatMap(({ list, from }) => [...list.children].map((_, i) => from + i));
    const element = details.querySelector('[data-progress]');
    if (element) progress.push({ element, facets });
    // Some hundred rows of buttons: those of a dimension are made when it is opened.
    let made = false;
    // Open for those who print the page without a script.
    details.open = false;
    details.addEventListener('toggle', () => {
      if (made || !details.open) return;
      made = true;
      for (const { list, key, from } of own) {
        [...list.children].forEach((item, i) => {
          const id = `f-${key.replace('/', '-')}-${i}`;
          const labels = [t.states.met, t.states.partly, t.states['not-met'], t.states.unknown];
          item.firstElementChild?.setAttribute('id', id);
          item.append(radios(id, labels, id, () => answers.facets[from + i] ?? 0, (value) => (answers.facets[from + i] = value)));
        });
      }
      fill();
    });
  }

  const fill = (): void => {
    for (const { input, value, read } of choices) input.checked = read() === value;
  };

  const show = (): void => {
    keepInOtherLanguage();
    page.dataset['part'] = part;
    for (const mode of document.querySelectorAll<HTMLInputElement>('[name=mode]')) mode.checked = mode.value === part;
    whose();
    result?.replaceChildren(...resultParts(model, judge(model, answers, part), part, language));
    for (const { element, facets } of progress) {
      element.textContent = t.dimensionFacets(number(facets.filter((f) => answers.facets[f] !== 0).length), number(facets.length));
    }
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
    fill();
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
    else fill();
    return answer === 'yes';
  };

  /** Says what was done, with a button that takes it back. */
  const sayUndoable = (text: string, before: { answers: Answers; part: Part }): void => {
    const undo = make('button', 'plain', { type: 'button' }, t.undo);
    undo.addEventListener('click', () => {
      ({ answers, part } = before);
      fill();
      changed();
      say(t.restored);
    });
    say(text, ' ', undo);
  };

  const changed = (): void => {
    keep();
    show();
  };

  /** Takes over answers from text; says whether they could be read. */
  const take = (text: string): boolean => {
    const dot = text.indexOf('.');
    const mode = text.slice(0, dot);
    const read = mode === 'short' || mode === 'full' ? readAnswers(model, text.slice(dot + 1)) : undefined;
    if (read === undefined) return false;
    answers = read;
    part = mode as Part;
    fill();
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
    fill();
    changed();
    sayUndoable(t.clearSure, before);
  });
  document.getElementById('save')?.addEventListener('click', () => {
    const readable = answers.facets.reduce<Record<string, number>>((count, f) => {
      const state = FACET_STATES[f] ?? 'unknown';
      return { ...count, [state]: (count[state] ?? 0) + 1 };
    }, {});
    const file = JSON.stringify({ kind: KEY, answers: `${part}.${writeAnswers(model, answers)}`, facets: readable }, null, 2);
    const link = make('a', '', { href: URL.createObjectURL(new Blob([`${file}\n`], { type: 'application/json' })), download: `${t.fileName}.json` });
    link.click();
    URL.revokeObjectURL(link.href);
  });
  const picker = document.getElementById('file') as HTMLInputElement | null;
  document.getElementById('load')?.addEventListener('click', () => picker?.click());
  picker?.addEventListener('change', () => {
    const file = picker.files?.[0];
    if (!file) return;
    const text = file.size > LARGEST_FILE ? Promise.resolve('') : file.text();
    void text.then((content) => {
      const before = { answers, part };
      const replaced = !blank();
      if (!take(answersIn(content))) say(t.notLoaded);
      else {
        changed();
        if (replaced) sayUndoable(t.loaded, before);
        else say(t.loaded);
      }
      picker.value = '';
    });
  });
  /** Takes the answers in the address, those kept in this browser where it has none; opens somebody else's at the result. */
  const fromAddress = (): void => {
    const hash = location.hash.slice(1);
    const shared = hash.includes('.');
    const good = shared && take(hash);
    guest = good && hash !== kept();
    if (!good && !take(kept())) answers = blankAnswers(model);
    if (shared && !good) say(t.oldLink);
    fill();
    show();
    if (guest) document.querySelector('.judge-result')?.scrollIntoView({ behavior: 'instant' });
  };
  addEventListener('hashchange', fromAddress);
  fromAddress();
}

/** The answers in a saved file; empty for anything else. */
function answersIn(content: string): string {
  try {
    const file: unknown = JSON.parse(content);
    const answers = typeof file === 'object' && file !== null && 'kind' in file && file.kind === KEY && 'answers' in file ? file.answers : '';
    return typeof answers === 'string' ? answers : '';
  } catch {
    return '';
  }
}

const page = document.getElementById('judging');
if (page) start(page, carried<JudgeModel>('judge-model'));
