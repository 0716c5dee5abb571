/** The panel of own weights: ready-made ones, shares of frameworks, themes and dimensions; loaded when a person opens it. */
import type { Language } from '../../i18n/language.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import {
  effectiveShares,
  FACTORS,
  nameOfWeights,
  ofPriority,
  type OwnWeights,
  balanced,
  weightsOf,
  withDimensions,
  withFramework,
} from '../../views/browser/own-weights.ts';
import { make } from '../dom.ts';
import { chosen, CHOSEN_CHANGED } from '../compare/chosen.ts';
import { passingSentences } from './passing.ts';
import type { WeightedFramework } from '../../views/browser/weights-file.ts';
import type { Facets, Market } from './files.ts';

export interface PanelOptions {
  /** Empty element that the panel fills. */
  place: HTMLElement;
  /** The button that opened it, which gets the focus back. */
  opener: HTMLButtonElement;
  language: Language;
  market: Market;
  facets: Facets;
  own: () => OwnWeights;
  change: (own: OwnWeights) => void;
}

/** Sentences about two vendors at most. */
const SENTENCES = 3;

/** Opens the panel, or closes it when it is open. Returns what draws its state anew. */
export function openWeightsPanel(options: PanelOptions): () => void {
  const { place, opener, language } = options;
  const t = weightLabels[language];
  const close = (): void => {
    place.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    document.body.classList.remove('weighing');
  };
  if (place.childElementCount > 0) {
    if (place.hidden) show(place, opener);
    else close();
    return REDRAW.get(place) ?? (() => undefined);
  }
  const button = make('button', 'plain', { type: 'button' }, t.close);
  button.addEventListener('click', () => {
    close();
    opener.focus();
  });
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') button.click();
  });
  const parts = [priorityChoice(options), frameworkShares(options), passing(options), themes(options)];
  const back = make('button', 'plain', { type: 'button' }, t.back);
  back.addEventListener('click', () => options.change(balanced(options.market.model)));
  place.append(
    make('div', 'own-head', {}, make('h2', '', { id: 'own-title', tabindex: '-1' }, t.weighTitle), back, button),
    make('p', 'own-lead', {}, t.lead),
    ...parts.map((p) => p.element),
    make('p', 'own-lead', {}, t.approximate(`${number(options.market.model.interval * 100)}%`)),
  );
  const redraw = (): void => parts.forEach((p) => p.redraw());
  REDRAW.set(place, redraw);
  show(place, opener);
  return redraw;
}

const REDRAW = new WeakMap<HTMLElement, () => void>();

function show(place: HTMLElement, opener: HTMLButtonElement): void {
  place.hidden = false;
  opener.setAttribute('aria-expanded', 'true');
  document.body.classList.add('weighing');
  place.querySelector<HTMLElement>('#own-title')?.focus({ preventScroll: true });
  // On a small screen the panel covers the lower half: the list goes to the upper one.
  if (getComputedStyle(place).position === 'fixed')
    document.getElementById('ranks')?.scrollIntoView({ block: 'start' });
}

interface Part {
  element: HTMLElement;
  redraw: () => void;
}

function priorityChoice({ language, market, own, change }: PanelOptions): Part {
  const t = weightLabels[language];
  const ways = [
    { id: '', name: t.balanced, own: balanced(market.model) },
    ...market.model.priorities.map((p) => ({ id: p.id, name: p.name[language], own: ofPriority(market.model, p.id) })),
  ];
  const buttons = ways.map((way) => {
    const button = make('button', 'way', { type: 'button', 'aria-pressed': 'false' }, way.name);
    button.addEventListener('click', () => change(way.own));
    return { id: way.id, button };
  });
  return {
    element: make('div', 'own-ways', { role: 'group', 'aria-label': t.ways }, ...buttons.map((b) => b.button)),
    redraw: () => {
      const id = nameOfWeights(market.model, own());
      for (const b of buttons) b.button.setAttribute('aria-pressed', String(b.id === id));
    },
  };
}

/** A slider with its name before and what it means behind. */
function slider(
  name: string,
  range: { max: number; step: number },
  write: (value: number) => void,
): { element: HTMLElement; set: (value: number, text: string) => void } {
  const input = make('input', '', { type: 'range', min: '0', max: String(range.max), step: String(range.step) });
  const told = make('span', 'own-told', { 'aria-hidden': 'true' });
  let frame = 0;
  input.addEventListener('input', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => write(Number(input.value)));
  });
  return {
    element: make('label', 'own-slider', {}, make('span', '', {}, name), told, input),
    set: (value, text) => {
      if (input.value !== String(value)) input.value = String(value);
      input.setAttribute('aria-valuetext', text);
      told.textContent = text;
    },
  };
}

function frameworkShares({ language, market, own, change }: PanelOptions): Part {
  const t = weightLabels[language];
  const { frameworks } = market.model;
  const sliders =
    frameworks.length < 2
      ? []
      : heaviestFirst(frameworks).map(({ of: f, at }) => ({
          at,
          ...slider(f.name[language], { max: 100, step: 1 }, (value) => change(withFramework(own(), at, value))),
        }));
  return {
    element: make(
      'fieldset',
      'own-part',
      sliders.length === 0 ? { hidden: '' } : {},
      make('legend', '', {}, t.frameworks),
      ...sliders.map((s) => s.element),
    ),
    redraw: () =>
      sliders.forEach((s) => s.set(Math.round(own().shares[s.at] ?? 0), `${number(own().shares[s.at] ?? 0)}%`)),
  };
}

/** Frameworks with their positions, in the order in which the site shows them. */
function heaviestFirst(frameworks: readonly WeightedFramework[]): { of: WeightedFramework; at: number }[] {
  return frameworks.map((of, at) => ({ of, at })).sort((a, b) => b.of.weight - a.of.weight || a.at - b.at);
}

/** Position on a slider of the nearest multiple that it offers. */
function stepOf(factor: number): number {
  return FACTORS.reduce((best, f, i) => (Math.abs(f - factor) < Math.abs((FACTORS[best] ?? 0) - factor) ? i : best), 0);
}

function themes({ language, market, own, change }: PanelOptions): Part {
  const t = weightLabels[language];
  const redraws: (() => void)[] = [];
  const percent = (dimensions: readonly number[], shares: readonly number[]): string =>
    t.ofTotal(
      `${number(
        dimensions.reduce((sum, d) => sum + (shares[d] ?? 0), 0),
        0,
      )}%`,
    );
  let shares: readonly number[] = [];
  const control = (name: string, dimensions: readonly number[]): HTMLElement => {
    const made = slider(name, { max: FACTORS.length - 1, step: 1 }, (value) =>
      change(withDimensions(own(), dimensions, FACTORS[value] ?? 1)),
    );
    redraws.push(() => {
      const factors = dimensions.map((d) => own().factors[d] ?? 1);
      const first = factors[0] ?? 1;
      const even = factors.every((f) => f === first);
      const step = even ? stepOf(first) : stepOf(factors.reduce((a, b) => a + b, 0) / factors.length);
      made.set(
        step,
        `${even ? (t.factors[String(first)] ?? `× ${number(first, 2)}`) : t.mixed} · ${percent(dimensions, shares)}`,
      );
    });
    return made.element;
  };
  const groups = heaviestFirst(market.model.frameworks).map(({ of: framework, at: position }) => {
    const start = market.model.frameworks.slice(0, position).reduce((sum, f) => sum + f.dimensions.length, 0);
    const blocks = framework.themes.flatMap((theme) => {
      const own1 = framework.dimensions.flatMap((d, i) =>
        d.theme === theme.id && d.weight > 0 ? [{ d, at: start + i }] : [],
      );
      if (own1.length === 0) return [];
      const finer =
        own1.length === 1
          ? []
          : [
              make(
                'details',
                '',
                {},
                make('summary', '', {}, t.finer, make('span', 'sr', {}, ` ${t.dimensionsOf(theme.name[language])}`)),
                ...own1.map(({ d, at }) => control(d.name[language], [at])),
              ),
            ];
      return [
        make(
          'div',
          'own-theme',
          {},
          control(
            theme.name[language],
            own1.map((x) => x.at),
          ),
          ...finer,
        ),
      ];
    });
    return make('fieldset', 'own-part', {}, make('legend', '', {}, framework.name[language]), ...blocks);
  });
  return {
    element: make('div', '', {}, ...groups),
    redraw: () => {
      shares = effectiveShares(market.model, own());
      redraws.forEach((redraw) => redraw());
    },
  };
}

/** When the two vendors put aside to compare change places. */
function passing({ language, market, facets, own }: PanelOptions): Part {
  const t = weightLabels[language];
  const body = make('div', '', { 'aria-live': 'polite' });
  const redraw = (): void => {
    const two = chosen().flatMap((c) => {
      const at = facets.at.get(c.slug);
      return at === undefined || at >= market.table.scores.vendors ? [] : [{ name: c.name, at }];
    });
    const [first, second] = two;
    if (first === undefined || second === undefined || two.length !== 2) {
      body.replaceChildren(make('p', 'own-lead', {}, t.passingHint));
      return;
    }
    const { dimensions, values } = market.table.scores;
    const row = (v: { name: string; at: number }): { name: string; dimensions: Float64Array } => ({
      name: v.name,
      dimensions: values.subarray(v.at * dimensions, (v.at + 1) * dimensions),
    });
    const sentences = passingSentences(
      market.model,
      weightsOf(market.model, own()),
      row(first),
      row(second),
      language,
      SENTENCES,
    );
    body.replaceChildren(make('ul', '', {}, ...sentences.map((s) => make('li', '', {}, s))));
  };
  document.addEventListener(CHOSEN_CHANGED, redraw);
  return { element: make('section', 'own-part', {}, make('h3', '', {}, t.passing), body), redraw };
}
