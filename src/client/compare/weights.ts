/** On the comparison: at which weights vendors change places, and a chart of scores along one share, drawn when asked for. */
import type { Language } from '../../i18n/language.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import { type MovedPart, overallOf, shareOf, withShare } from '../../score/crossing.ts';
import { weigher } from '../../score/weighed.ts';
import type { CompareFile } from '../../views/browser/compare-file.ts';
import { normalInterval } from '../../views/market/live-ranking.ts';
import { passings } from '../../views/browser/own-weights.ts';
import { points } from '../../views/format/round.ts';
import { openTable, publishedWeights, weighingOf, type WeightsModel } from '../../views/browser/weights-file.ts';
import { nameOf, shortNamesOf } from './texts.ts';
import { make } from '../dom.ts';
import { withinLimit } from '../fetch-once.ts';
import { partName, passingSentences } from '../ranking/passing.ts';
import { markOf } from '../shape.ts';

/** Sentences about the one pair of two vendors, and about each pair of neighbours among more. */
const OF_TWO = 5;
const OF_MORE = 2;

/** Scores of one vendor along a share. */
export interface Course {
  name: string;
  /** One entry for each share: score and the ends of its interval, 0..100. */
  points: readonly { score: number; low: number; high: number }[];
}

/** What the chart draws. */
export interface ChartedShare {
  title: string;
  /** Shares in per cent, ascending. */
  shares: readonly number[];
  now: number;
  courses: readonly Course[];
}

/** The section about those that are ranked; undefined when they are fewer than two. */
export function weightsSection(
  model: WeightsModel,
  vendors: readonly CompareFile[],
  language: Language,
): HTMLElement | undefined {
  const t = weightLabels[language];
  const short = shortNamesOf(vendors, language);
  const scored = vendors.flatMap((v, mark) =>
    v.weights === undefined || v.standing === undefined
      ? []
      : [{ name: short[mark] ?? nameOf(v, language), row: v.weights, mark }],
  );
  if (scored.length < 2) return undefined;
  const weighing = weighingOf(model);
  const weights = publishedWeights(model);
  const ordered = scored
    .map((v) => ({ ...v, dimensions: openTable(v.row).scores.values }))
    .map((v) => ({ ...v, overall: overallOf(weighing, weights, v.dimensions) }))
    .filter((v) => !Number.isNaN(v.overall))
    .sort((a, b) => b.overall - a.overall || a.mark - b.mark);
  const [first, second] = ordered;
  if (first === undefined || second === undefined) return undefined;
  const most = ordered.length === 2 ? OF_TWO : OF_MORE;
  const pairs = ordered.slice(1).flatMap((lower, i) => {
    const upper = ordered[i];
    if (upper === undefined) return [];
    const sentences = passingSentences(model, weights, upper, lower, language, most);
    return [
      make('p', 'pair', {}, t.crossAhead(upper.name, lower.name)),
      make('ul', '', {}, ...sentences.map((s) => make('li', '', {}, s))),
    ];
  });
  const nearest = passings(model, weights, first.dimensions, second.dimensions).passings[0]?.part;
  return make(
    'section',
    'crossing',
    { 'aria-labelledby': 'crossing' },
    make('h2', '', { id: 'crossing' }, t.crossTitle),
    make('p', 'lead-small', {}, t.crossLead),
    ...pairs,
    explorer(model, scored, nearest, language),
  );
}

/** Every part whose share can move, with its name and a key for the list. */
function partsOf(model: WeightsModel, language: Language): { key: string; part: MovedPart; name: string }[] {
  const weighing = weighingOf(model);
  const parts: MovedPart[] = [
    ...(model.frameworks.length < 2 ? [] : model.frameworks.map((_, framework) => ({ framework }))),
    ...weighing.frameworks.flatMap((f) =>
      f.dimensions.length < 2 ? [] : f.dimensions.map((dimension) => ({ dimension })),
    ),
  ];
  return parts.map((part) => ({ key: keyOf(part), part, name: partName(model, part, language) }));
}

function keyOf(part: MovedPart): string {
  return 'framework' in part ? `f${part.framework}` : `d${part.dimension}`;
}

type Scored = { name: string; row: NonNullable<CompareFile['weights']>; mark: number };

function explorer(
  model: WeightsModel,
  vendors: readonly Scored[],
  nearest: MovedPart | undefined,
  language: Language,
): HTMLElement {
  const t = weightLabels[language];
  const parts = partsOf(model, language);
  const select = make('select', '', { id: 'moved' }, ...parts.map((p) => make('option', '', { value: p.key }, p.name)));
  if (nearest !== undefined) select.value = keyOf(nearest);
  const button = make('button', '', { type: 'button' }, t.chartShow);
  const place = make('div', 'chart', {});
  const draw = async (): Promise<void> => {
    const part = parts.find((p) => p.key === select.value);
    if (part === undefined) return;
    const charted = courseOf(model, vendors, part, language);
    const { drawShares } = await withinLimit(import('../ranking/weights-chart.ts'));
    const canvas = make('canvas', '', { role: 'img', 'aria-label': charted.title });
    place.replaceChildren(
      make('div', 'chart-box', {}, canvas),
      make('p', 'lead-small', {}, t.chartRead(`${number(model.interval * 100)}%`)),
      sharesTable(charted, vendors, language),
    );
    drawShares(
      canvas,
      charted,
      vendors.map((v) => v.mark),
      language,
    );
  };
  const show = async (): Promise<void> => {
    try {
      await draw();
      button.hidden = true;
    } catch {
      // The button stays: it is the way to try again.
      place.replaceChildren(make('p', 'warn', {}, t.failed));
    }
  };
  button.addEventListener('click', () => void show());
  select.addEventListener('change', () => void show());
  return make(
    'div',
    'explorer',
    {},
    make('h3', '', {}, t.chartTitle),
    make('p', 'explorer-pick', {}, make('label', '', { for: 'moved' }, t.chartPart), select, button),
    place,
  );
}

/** Steps of the share, in per cent. */
const STEP = 5;

function courseOf(
  model: WeightsModel,
  vendors: readonly Scored[],
  { part, name }: { part: MovedPart; name: string },
  language: Language,
): ChartedShare {
  const weighing = weighingOf(model);
  const weights = publishedWeights(model);
  const weigh = weigher(weighing, openTable(...vendors.map((v) => v.row)));
  const now = Math.round(shareOf(weighing, weights, part) * 100);
  const shares = [...new Set([...Array.from({ length: 100 / STEP + 1 }, (_, i) => i * STEP), now])].sort(
    (a, b) => a - b,
  );
  const scores = new Float64Array(vendors.length);
  const sds = new Float64Array(vendors.length);
  const rows = shares.map((share) => {
    weigh(withShare(weighing, weights, part, share / 100), scores, sds);
    return vendors.map((_, v) => normalInterval(scores[v] as number, sds[v] as number, model.interval));
  });
  return {
    title: weightLabels[language].chartAxis(name),
    shares,
    now,
    courses: vendors.map((v, i) => ({
      name: v.name,
      points: rows.map((row) => row[i] ?? { score: Number.NaN, low: Number.NaN, high: Number.NaN }),
    })),
  };
}

/** The same figures in words, at every fifth of the way and at the published share. */
function sharesTable(
  { title, shares, now, courses }: ChartedShare,
  vendors: readonly Scored[],
  language: Language,
): HTMLElement {
  const t = weightLabels[language];
  const told = shares.flatMap((share, at) => (share % 20 === 0 || share === now ? [{ share, at }] : []));
  const cell = ({ score, low, high }: Course['points'][number]): string => {
    if (Number.isNaN(score)) return '–';
    const whole = points({ score, low, high, sd: 0 });
    return `${whole.score} (${whole.low}–${whole.high})`;
  };
  return make(
    'div',
    'scroll',
    {},
    make(
      'table',
      'versus shares',
      {},
      make('caption', 'sr', {}, title),
      make(
        'thead',
        '',
        {},
        make(
          'tr',
          '',
          {},
          make('th', '', { scope: 'col' }, t.chartShare),
          ...vendors.map((v) => make('th', '', { scope: 'col' }, markOf(v.mark), v.name)),
        ),
      ),
      make(
        'tbody',
        '',
        {},
        ...told.map(({ share, at }) =>
          make(
            'tr',
            '',
            {},
            make('th', '', { scope: 'row' }, share === now ? `${share}% (${t.chartNow})` : `${share}%`),
            ...courses.map((c, i) =>
              make(
                'td',
                '',
                {},
                make('span', 'cell-mark', { 'aria-hidden': 'true' }, markOf(vendors[i]?.mark ?? i)),
                make('span', '', {}, cell(c.points[at] ?? { score: Number.NaN, low: 0, high: 0 })),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
