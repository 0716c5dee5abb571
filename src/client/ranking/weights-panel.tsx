/** The panel of own weights: ready-made ones, shares of frameworks, themes and dimensions; loaded when a person opens it. */
import { render } from 'preact';
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
import type { WeighedTable } from '../../score/weighed.ts';
import type { WeightedFramework, WeightsModel } from '../../views/browser/weights-file.ts';
import { chosen, CHOSEN_CHANGED } from '../compare/chosen.ts';
import { language } from '../page.ts';
import { button, listOf } from '../ui.tsx';
import { passingSentences } from './crossover.ts';
import type { Facets, Market } from './market.ts';

const t = weightLabels[language];

export interface PanelOptions {
  /** The element that the panel fills. */
  place: HTMLElement;
  /** The button that opened it, which gets the focus back. */
  opener: HTMLButtonElement;
  market: Market;
  facets: Facets;
  own: () => OwnWeights;
  change: (own: OwnWeights) => void;
}

/** Sentences about two vendors at most. */
const SENTENCES = 3;

/** Opens the panel, or closes it when it is open. Returns what draws its state anew. */
export function openWeightsPanel(options: PanelOptions): () => void {
  const { place, opener } = options;
  const close = (): void => {
    place.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    document.body.classList.remove('weighing');
  };
  const leave = (): void => {
    close();
    opener.focus();
  };
  const redraw = (): void => render(<Panel {...options} close={leave} />, place);
  if (place.childElementCount === 0) {
    document.addEventListener(CHOSEN_CHANGED, redraw);
    place.addEventListener('keydown', (event) => event.key === 'Escape' && leave());
  } else if (!place.hidden) {
    close();
    return redraw;
  }
  redraw();
  place.hidden = false;
  opener.setAttribute('aria-expanded', 'true');
  document.body.classList.add('weighing');
  place.querySelector<HTMLElement>('#own-title')?.focus({ preventScroll: true });
  // On a small screen the panel covers the lower half: the list goes to the upper one.
  if (getComputedStyle(place).position === 'fixed')
    document.getElementById('ranks')?.scrollIntoView({ block: 'start' });
  return redraw;
}

function Panel({ market: { model, table }, facets, own, change, close }: PanelOptions & { close: () => void }) {
  const weights = own();
  const shares = effectiveShares(model, weights);
  const named = nameOfWeights(model, weights);
  const way = (id: string, name: string, next: () => OwnWeights) => (
    <button type="button" class="way" aria-pressed={id === named} onClick={() => change(next())}>
      {name}
    </button>
  );
  /** How many times heavier than published some dimensions weigh, as a slider. */
  const factor = (name: string, dimensions: readonly number[]) => {
    const factors = dimensions.map((d) => weights.factors[d] ?? 1);
    const [first = 1] = factors;
    const even = factors.every((f) => f === first);
    const mean = factors.reduce((sum, f) => sum + f, 0) / factors.length;
    const words = even ? (t.factors[String(first)] ?? `× ${number(first, 2)}`) : t.mixed;
    const share = dimensions.reduce((sum, d) => sum + shares[d], 0);
    return slider(
      name,
      FACTORS.length - 1,
      stepOf(even ? first : mean),
      `${words} · ${t.ofTotal(`${number(share, 0)}%`)}`,
      (step) => change(withDimensions(own(), dimensions, FACTORS[step] ?? 1)),
    );
  };
  const themes = ({ framework, at }: Positioned) => {
    const start = model.frameworks.slice(0, at).reduce((sum, f) => sum + f.dimensions.length, 0);
    return framework.themes.map((theme) => {
      const dimensions = framework.dimensions.flatMap((d, i) =>
        d.theme === theme.id && d.weight > 0 ? [{ name: d.name[language], at: start + i }] : [],
      );
      if (dimensions.length === 0) return undefined;
      const finer = (
        <details>
          <summary>
            {t.finer}
            <span class="sr"> {t.dimensionsOf(theme.name[language])}</span>
          </summary>
          {dimensions.map((d) => factor(d.name, [d.at]))}
        </details>
      );
      const positions = dimensions.map((d) => d.at);
      return (
        <div class="own-theme">
          {factor(theme.name[language], positions)}
          {dimensions.length > 1 && finer}
        </div>
      );
    });
  };
  const frameworks = heaviestFirst(model.frameworks);
  return (
    <>
      <div class="own-head">
        <h2 id="own-title" tabindex={-1}>
          {t.weighTitle}
        </h2>
        {button(t.back, () => change(balanced(model)))}
        {button(t.close, close)}
      </div>
      <p class="own-lead">{t.lead}</p>
      <div class="own-ways" role="group" aria-label={t.ways}>
        {way('', t.balanced, () => balanced(model))}
        {model.priorities.map((p) => way(p.id, p.name[language], () => ofPriority(model, p.id)))}
      </div>
      <fieldset class="own-part" hidden={frameworks.length < 2}>
        <legend>{t.frameworks}</legend>
        {frameworks.map(({ framework, at }) => {
          const share = weights.shares[at];
          const write = (value: number): void => change(withFramework(own(), at, value));
          return slider(framework.name[language], 100, Math.round(share), `${number(share)}%`, write);
        })}
      </fieldset>
      <section class="own-part">
        <h3>{t.passing}</h3>
        <div aria-live="polite">{crossovers(model, table, facets, weights)}</div>
      </section>
      <div>
        {frameworks.map((positioned) => (
          <fieldset class="own-part">
            <legend>{positioned.framework.name[language]}</legend>
            {themes(positioned)}
          </fieldset>
        ))}
      </div>
      <p class="own-lead">{t.approximate(`${number(model.interval * 100)}%`)}</p>
    </>
  );
}

type Positioned = { framework: WeightedFramework; at: number };

/** Frameworks with their positions, in the order in which the site shows them. */
function heaviestFirst(frameworks: readonly WeightedFramework[]): Positioned[] {
  return frameworks
    .map((framework, at) => ({ framework, at }))
    .sort((a, b) => b.framework.weight - a.framework.weight || a.at - b.at);
}

/** The frame in which the last move of a slider is answered. */
let frame = 0;

/** A slider from 0 to `max` with its name before and what its value means (`text`) behind. */
function slider(name: string, max: number, value: number, text: string, write: (value: number) => void) {
  const move = (input: HTMLInputElement): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => write(Number(input.value)));
  };
  const range = { min: 0, max, step: 1, value, 'aria-valuetext': text };
  return (
    <label class="own-slider">
      <span>{name}</span>
      <span class="own-told" aria-hidden="true">
        {text}
      </span>
      <input type="range" {...range} onInput={(event) => move(event.currentTarget)} />
    </label>
  );
}

/** Position on a slider of the nearest multiple that it offers. */
function stepOf(factor: number): number {
  const distances = FACTORS.map((f) => Math.abs(f - factor));
  return distances.indexOf(Math.min(...distances));
}

/** At which weights the two vendors put aside to compare change places. */
function crossovers(model: WeightsModel, { scores }: WeighedTable, facets: Facets, weights: OwnWeights) {
  const { dimensions, values, vendors } = scores;
  const two = chosen().flatMap(({ slug, name }) => {
    const at = facets.at.get(slug);
    const own = (v: number): Float64Array => values.subarray(v * dimensions, (v + 1) * dimensions);
    return at === undefined || at >= vendors ? [] : [{ name, dimensions: own(at) }];
  });
  const [first, second] = two;
  if (first === undefined || second === undefined || two.length !== 2) return <p class="own-lead">{t.passingHint}</p>;
  const sentences = passingSentences(model, weightsOf(model, weights), first, second, language, SENTENCES);
  return listOf(sentences);
}
