/** The page's lists of questions and facets, made into buttons to pick an answer with. */
import type { Language } from '../../i18n/language.ts';
import { judgeLabels } from '../../i18n/labels/judge.ts';
import { number } from '../../i18n/numbers.ts';
import type { Answers, JudgeModel } from '../../views/browser/judge-answers.ts';
import { make } from '../dom.ts';

/** The buttons, as the page needs them. */
export interface JudgeInputs {
  /** Picks what the answers say. */
  fill: () => void;
  /** Writes beside each dimension how many of its facets are answered. */
  count: () => void;
}

/** Makes the buttons. `pick` is told of every answer that a person picks, as a change to the answers. */
export function openInputs(
  page: HTMLElement,
  model: JudgeModel,
  language: Language,
  answers: () => Answers,
  pick: (write: () => void) => void,
): JudgeInputs {
  const t = judgeLabels[language];
  const choices: { input: HTMLInputElement; value: number; read: () => number }[] = [];
  const progress: { element: Element; facets: readonly number[] }[] = [];

  /** A row of radio buttons for one answer; value 0 leaves it open. */
  const radios = (name: string, labels: readonly string[], list: 'questions' | 'facets', at: number): HTMLElement =>
    make(
      'div',
      'picks',
      { role: 'radiogroup', 'aria-labelledby': name },
      ...labels.map((label, i) => {
        const value = (i + 1) % labels.length;
        const input = make('input', '', { type: 'radio', name, value: String(value) });
        input.checked = value === 0;
        input.addEventListener('change', () => pick(() => (answers()[list][at] = value)));
        choices.push({ input, value, read: () => answers()[list][at] ?? 0 });
        return make('label', value === 0 ? 'open' : '', {}, input, make('span', '', {}, label));
      }),
    );

  const fill = (): void => {
    for (const { input, value, read } of choices) input.checked = read() === value;
  };

  model.questions.forEach((question, q) => {
    const list = page.querySelector(`[data-question="${question.id}"] ul`);
    list?.replaceWith(
      radios(`q-${question.id}`, [...[...list.children].map((li) => li.textContent), t.skip], 'questions', q),
    );
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
    const element = details.querySelector('[data-progress]');
    if (element)
      progress.push({ element, facets: own.flatMap(({ list, from }) => [...list.children].map((_, i) => from + i)) });
    // Open for those who print the page without a script.
    details.open = false;
    // Some hundred rows of buttons: those of a dimension are made when it is opened.
    let made = false;
    details.addEventListener('toggle', () => {
      if (made || !details.open) return;
      made = true;
      for (const { list, key, from } of own) {
        [...list.children].forEach((item, i) => {
          const id = `f-${key.replace('/', '-')}-${i}`;
          item.firstElementChild?.setAttribute('id', id);
          item.append(
            radios(id, [t.states.met, t.states.partly, t.states['not-met'], t.states.unknown], 'facets', from + i),
          );
        });
      }
      fill();
    });
  }

  return {
    fill,
    count: () => {
      const { facets: states } = answers();
      for (const { element, facets } of progress)
        element.textContent = t.dimensionFacets(
          number(facets.filter((f) => states[f] !== 0).length),
          number(facets.length),
        );
    },
  };
}
