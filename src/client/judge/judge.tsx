/** Judging one's own vendor. Answers are kept in the address behind `#`, and in this browser; nothing is sent. */
import { type ComponentChildren, render } from 'preact';
import { judgeLabels } from '../../i18n/labels/judge.ts';
import { number } from '../../i18n/numbers.ts';
import { judge } from '../../views/browser/judge.ts';
import {
  type Answers,
  type JudgeModel,
  type Part,
  blankAnswers,
  readAnswers,
  writeAnswers,
} from '../../views/browser/judge-answers.ts';
import { keepInOtherLanguage } from '../other-language.ts';
import { elementOf, language, pageData } from '../page.ts';
import { button, picks } from '../ui.tsx';
import { resultParts } from './result.tsx';
import { answersIn, saveAnswers, savedAnswers, saveFile } from './saved-answers.ts';

const t = judgeLabels[language];
const model = pageData<JudgeModel>('judge-model');
const page = elementOf('judging');
const modes = document.querySelectorAll<HTMLInputElement>('[name=mode]');

/** Answers and length of the questionnaire. */
interface State {
  answers: Answers;
  part: Part;
}

let state: State = { answers: blankAnswers(model), part: 'short' };
/** Whether these are somebody else's answers from a link: shown, but not saved until one of them is changed. */
let isGuest = false;

/** A row of buttons for one answer; the last one leaves it open. */
interface Row {
  place: HTMLElement;
  /** Id of the element that asks. */
  name: string;
  labels: readonly string[];
  list: keyof Answers;
  at: number;
}

const rows: Row[] = [];
/** Where it is written how many facets of a dimension are answered. */
const progress: { element: Element; facets: readonly number[] }[] = [];

/** Puts buttons in place of the lists of options, and beside the facets of each dimension once it is opened: they are hundreds. */
function addButtons(): void {
  model.questions.forEach(({ id }, at) => {
    const list = page.querySelector(`[data-question="${id}"] ul`);
    if (list === null) return;
    const labels = [...[...list.children].map((li) => li.textContent), t.skip];
    const place = document.createElement('div');
    list.replaceWith(place);
    rows.push({ place, name: `q-${id}`, labels, list: 'questions', at });
  });
  const items: { item: Element; id: string; at: number }[] = [];
  let at = 0;
  for (const { key, facets } of model.frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria))) {
    const list = page.querySelector(`[data-criterion="${key}"] ul`);
    const from = at;
    [...(list?.children ?? [])].forEach((item, i) =>
      items.push({ item, id: `f-${key.replace('/', '-')}-${i}`, at: from + i }),
    );
    at += facets;
  }
  const labels = [t.states.met, t.states.partly, t.states['not-met'], t.states.unknown];
  for (const details of page.querySelectorAll<HTMLDetailsElement>('details.to-check')) {
    const own = items.filter(({ item }) => details.contains(item));
    const element = details.querySelector('[data-progress]');
    if (element) progress.push({ element, facets: own.map((facet) => facet.at) });
    // Open for those who print the page without a script.
    details.open = false;
    const open = (): void => {
      if (!details.open) return;
      details.removeEventListener('toggle', open);
      for (const { item, id, at: facet } of own) {
        item.firstElementChild?.setAttribute('id', id);
        const place = item.appendChild(document.createElement('div'));
        rows.push({ place, name: id, labels, list: 'facets', at: facet });
      }
      drawButtons();
    };
    details.addEventListener('toggle', open);
  }
}

function drawButtons(): void {
  for (const { place, name, labels, list, at } of rows) {
    const choices = labels.map((label, i) => {
      const value = (i + 1) % labels.length;
      return { value: String(value), label, open: value === 0 };
    });
    const write = async (value: string): Promise<void> => {
      if (!(await mayChange())) return;
      state.answers[list][at] = Number(value);
      changed();
    };
    const chosen = String(state.answers[list][at] ?? 0);
    render(
      picks(name, name, choices, chosen, (value) => void write(value)),
      place,
    );
  }
}

function draw(): void {
  const { answers, part } = state;
  keepInOtherLanguage();
  page.dataset['part'] = part;
  for (const mode of modes) mode.checked = mode.value === part;
  drawButtons();
  for (const { element, facets } of progress) {
    const answered = facets.filter((f) => answers.facets[f] !== 0).length;
    element.textContent = t.dimensionFacets(number(answered), number(facets.length));
  }
  render(resultParts(model, judge(model, answers, part), part), elementOf('result'));
  elementOf('kept').textContent = isGuest ? t.theirsKept : t.kept;
  const whose = elementOf('whose');
  whose.hidden = !isGuest;
  render(savedAnswers() === '' ? t.theirs : [t.theirsOwn, ' ', button(t.toMine, showOwn)], whose);
}

/** Says what was done. */
function say(content: ComponentChildren): void {
  const note = elementOf('note');
  // The same text again is written again, so that it is read aloud again.
  render(null, note);
  render(content, note);
}

/** Says what was done, with a button that takes it back. */
function sayUndoable(text: string, before: State): void {
  const undo = (): void => {
    state = before;
    changed();
    say(t.restored);
  };
  say([text, ' ', button(t.undo, undo)]);
}

function isBlank(): boolean {
  return [...state.answers.questions, ...state.answers.facets].every((a) => a === 0);
}

function written(): string {
  return `${state.part}.${writeAnswers(model, state.answers)}`;
}

function changed(): void {
  const text = isBlank() ? '' : written();
  history.replaceState(null, '', `${location.pathname}${location.search}${text === '' ? '' : `#${text}`}`);
  if (!isGuest) saveAnswers(text);
  draw();
}

/** What a text says; undefined when it cannot be read. */
function readFrom(text: string): State | undefined {
  const dot = text.indexOf('.');
  const mode = text.slice(0, dot);
  const read = mode === 'short' || mode === 'full' ? readAnswers(model, text.slice(dot + 1)) : undefined;
  return read && { answers: read, part: mode as Part };
}

function ownState(): State {
  return readFrom(savedAnswers()) ?? { answers: blankAnswers(model), part: state.part };
}

function showOwn(): void {
  isGuest = false;
  state = ownState();
  changed();
}

/** Whether answers may be changed: somebody else's do not replace one's own without asking. */
async function mayChange(): Promise<boolean> {
  if (!isGuest || savedAnswers() === '') {
    isGuest = false;
    return true;
  }
  const answer = await ask(t.takeOver, t.takeOverYes, t.takeOverNo);
  if (answer === 'yes') isGuest = false;
  else if (answer === 'no') showOwn();
  else draw();
  return answer === 'yes';
}

/** Asks in a dialog with two buttons, of which the first, `no`, has the focus. Empty when it is closed with Escape. */
function ask(question: string, yes: string, no: string): Promise<string> {
  const dialog = document.createElement('dialog');
  dialog.className = 'asking';
  dialog.setAttribute('aria-labelledby', 'asking-text');
  render(
    <form method="dialog">
      <p id="asking-text">{question}</p>
      <p class="actions">
        <button value="no">{no}</button>
        <button value="yes" class="plain">
          {yes}
        </button>
      </p>
    </form>,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

async function load(file: File): Promise<void> {
  const read = readFrom(await answersIn(file));
  if (read === undefined) {
    say(t.notLoaded);
    return;
  }
  // What is opened is one's own from then on, so it does not replace one's own answers without asking either.
  if (!(await mayChange())) return;
  const before = state;
  const replaces = !isBlank();
  state = read;
  changed();
  if (replaces) sayUndoable(t.loaded, before);
  else say(t.loaded);
}

/** Takes the answers in the address, those saved in this browser where it has none; opens somebody else's at the result. */
function readAddress(): void {
  const hash = location.hash.slice(1);
  const shared = hash.includes('.');
  const read = shared ? readFrom(hash) : undefined;
  isGuest = read !== undefined && hash !== savedAnswers();
  state = read ?? ownState();
  // What is neither answers nor a part of the page is reported as well.
  if (read === undefined && (shared || (hash !== '' && document.getElementById(hash) === null))) say(t.oldLink);
  draw();
  if (isGuest) document.querySelector('.judge-result')?.scrollIntoView({ behavior: 'instant' });
}

for (const mode of modes) {
  mode.addEventListener('change', () => {
    state = { ...state, part: mode.value === 'full' ? 'full' : 'short' };
    changed();
  });
}
elementOf('clear').addEventListener('click', () => {
  if (isBlank()) return;
  const before = state;
  state = { ...state, answers: blankAnswers(model) };
  changed();
  sayUndoable(t.clearSure, before);
});
elementOf('save').addEventListener('click', () => saveFile(t.fileName, written(), state.answers));
const picker = elementOf<HTMLInputElement>('file');
elementOf('load').addEventListener('click', () => picker.click());
picker.addEventListener('change', () => {
  const file = picker.files?.[0];
  if (file) void load(file).finally(() => (picker.value = ''));
});
addEventListener('hashchange', readAddress);
addButtons();
readAddress();
