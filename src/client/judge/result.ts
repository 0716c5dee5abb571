/** The result of a judgement as elements: scores against the market, by theme, and what to raise or ask. */
import type { Language } from '../../i18n/language.ts';
import { judgeLabels } from '../../i18n/labels/judge.ts';
import { number, percent } from '../../i18n/numbers.ts';
import { ENOUGH_ANSWERED, type Judged, type Judgement, isEnough, shareBelow } from '../../views/browser/judge.ts';
import type { Distribution, JudgeCriterion, JudgeModel, Part } from '../../views/browser/judge-answers.ts';
import { drawn, make } from '../dom.ts';

/** Pieces of advice of each kind. */
const ADVICE = 5;

/** Elements for a judgement of one part. */
export function resultParts(model: JudgeModel, result: Judgement, part: Part, language: Language): HTMLElement[] {
  const t = judgeLabels[language];
  if (result.overall === undefined) return [make('p', '', {}, t.resultEmpty)];
  const market = model.market[part];
  const frameworks = [...new Set(result.themes.map((theme) => theme.framework))];
  return [
    make(
      'div',
      'judged-overall',
      {},
      make(
        'p',
        'judged-score',
        {},
        make('span', '', {}, t.overall),
        ' ',
        isEnough(result.overall)
          ? make('b', '', {}, t.score(number(Math.round(result.overall.score))))
          : make('span', 'too-few', {}, t.progressOf(percent(result.overall.answered))),
      ),
      ...about(result.overall, market.overall, language),
    ),
    ...frameworks.flatMap((framework) => [
      make('h3', '', {}, framework),
      make(
        'ul',
        'judged-themes',
        {},
        ...result.themes
          .filter((theme) => theme.framework === framework)
          .map((theme) =>
            make(
              'li',
              '',
              {},
              make('p', 'judged-line', {}, make('span', '', {}, theme.name), ' ', themeFigure(theme.judged, language)),
              ...(theme.judged === undefined
                ? []
                : about(theme.judged, market.themes[theme.key] ?? [], language, true)),
            ),
          ),
      ),
    ]),
    make('p', '', {}, make('small', '', {}, part === 'short' ? t.noteShort : t.noteFull)),
    ...advice(
      t.adviceWeak,
      t.adviceNoneWeak,
      result.weak.map((w) => ({
        criterion: w.criterion,
        line:
          w.market === undefined
            ? t.weakAlone(number(Math.round(w.score)))
            : t.weakLine(number(Math.round(w.score)), number(w.market)),
      })),
      language,
    ),
    ...advice(
      t.adviceUnknown,
      t.adviceNone,
      result.unknown.map((criterion) => ({ criterion })),
      language,
    ),
  ];
}

/** A theme's points; how far one is while the answers do not stand for the whole. */
function themeFigure(judged: Judged | undefined, language: Language): HTMLElement {
  const t = judgeLabels[language];
  if (judged === undefined) return make('span', 'too-few', {}, t.noAnswer);
  return isEnough(judged)
    ? make('b', '', {}, number(Math.round(judged.score)))
    : make('span', 'too-few', {}, t.notEnoughBrief(percent(judged.answered), percent(ENOUGH_ANSWERED)));
}

/** Place in the market in words; nobody is above exactly all unless it is so. */
function standing(below: number, language: Language): string {
  const t = judgeLabels[language];
  if (below === 1) return t.belowAll;
  return below === 0 ? t.belowNone : t.below(percent(Math.min(0.99, Math.max(0.01, below))));
}

/** How a score stands in the market, and how much is left open. */
function about(judged: Judged, market: Distribution, language: Language, brief = false): HTMLElement[] {
  const t = judgeLabels[language];
  const below = shareBelow(market, judged.score);
  const middle = market[Math.floor(market.length / 2)];
  const enough = isEnough(judged);
  const low = number(Math.floor(judged.low));
  const high = number(Math.ceil(judged.high));
  const spread =
    below === undefined || middle === undefined
      ? t.noMarket
      : t.marketText(number(market[0] ?? 0), number(middle), number(market.at(-1) ?? 0));
  const lines = enough
    ? [
        brief || below === undefined ? spread : standing(below, language),
        ...(judged.answered < 0.995 ? [t.range(low, high)] : []),
        ...(brief ? [] : [t.answered(percent(judged.answered))]),
      ]
    : [
        ...(brief ? [] : [t.notEnough(percent(judged.answered), percent(ENOUGH_ANSWERED))]),
        t.openRange(low, high),
        spread,
      ];
  const plot = make('div', 'judged-plot', {});
  plot.append(marketPlot(judged, market, enough));
  return [plot, make('p', '', {}, make('small', '', {}, lines.join(language === 'zh' ? '；' : '; ')))];
}

/** The market as columns of five points each; the judged score as a mark (`marked`) with its open range, on the same axis of 0 to 100. */
export function marketPlot(judged: Judged, market: Distribution, marked: boolean): SVGElement {
  const bins = Array.from({ length: 20 }, (_, i) => market.filter((m) => Math.min(19, Math.floor(m / 5)) === i).length);
  const tallest = Math.max(1, ...bins);
  const columns = bins.flatMap((n, i) => {
    const height = Math.round((n / tallest) * 24);
    return n === 0 ? [] : [drawn('rect', { class: 'c', x: `${i * 5 + 0.4}%`, width: '4.2%', y: 26 - height, height })];
  });
  return drawn(
    'svg',
    { class: 'market-plot', width: '100%', height: 42, 'aria-hidden': 'true' },
    ...columns,
    drawn('line', { class: 'axis', x1: 0, x2: '100%', y1: 26.5, y2: 26.5 }),
    drawn('line', { class: 'open', x1: `${judged.low}%`, x2: `${judged.high}%`, y1: 35, y2: 35 }),
    ...(marked
      ? [
          drawn(
            'svg',
            { x: `${judged.score}%`, y: 35, overflow: 'visible' },
            drawn('path', { class: 'point', d: 'M0-6.4L6.4 0L0 6.4L-6.4 0z' }),
          ),
        ]
      : []),
  );
}

function advice(
  title: string,
  none: string,
  points: readonly { criterion: JudgeCriterion; line?: string }[],
  language: Language,
): HTMLElement[] {
  const t = judgeLabels[language];
  const items = points
    .slice(0, ADVICE)
    .map(({ criterion: c, line }) =>
      make(
        'li',
        '',
        {},
        make('b', '', {}, c.name),
        line !== undefined && make('p', '', {}, line),
        c.ask !== undefined && make('p', '', {}, `${t.ask}${language === 'zh' ? '：' : ': '}${c.ask}`),
      ),
    );
  return [
    make('h3', '', {}, title),
    items.length === 0 ? make('p', '', {}, none) : make('ol', 'judged-advice', {}, ...items),
  ];
}
