/** The result of a judgement as elements: scores against the market, by theme, and what to raise or ask. */
import type { Language } from '../i18n/language.ts';
import { judgeLabels } from '../i18n/labels/judge.ts';
import { number, percent } from '../i18n/numbers.ts';
import { type Judged, type Judgement, shareBelow } from '../views/judge.ts';
import type { Distribution, JudgeModel, Part } from '../views/judge-answers.ts';
import { drawn, make } from './dom.ts';

/** Pieces of advice of each kind. */
const ADVICE = 5;

/** Elements for a judgement of one part. */
export function resultParts(model: JudgeModel, result: Judgement, part: Part, language: Language): HTMLElement[] {
  const t = judgeLabels[language];
  if (result.overall === undefined) return [make('p', '', {}, t.resultEmpty)];
  const market = model.market[part];
  const frameworks = [...new Set(result.themes.map((theme) => theme.framework))];
  return [
    make('div', 'judged-overall', {}, make('p', 'judged-score', {}, make('span', '', {}, t.overall), ' ', make('b', '', {}, t.score(number(Math.round(result.overall.score))))), ...about(result.overall, market.overall, language)),
    ...frameworks.flatMap((framework) => [
      make('h3', '', {}, framework),
      make(
        'ul',
        'judged-themes',
        {},
        ...result.themes.filter((theme) => theme.framework === framework).map((theme) =>
          make('li', '', {}, make('p', 'judged-line', {}, make('span', '', {}, theme.name), ' ', make('b', '', {}, theme.judged === undefined ? t.noAnswer : number(Math.round(theme.judged.score)))), ...(theme.judged === undefined ? [] : about(theme.judged, market.themes[theme.key] ?? [], language, true))),
        ),
      ),
    ]),
    make('p', '', {}, make('small', '', {}, part === 'short' ? t.noteShort : t.noteFull)),
    ...advice(t.adviceWeak, result.weak, language),
    ...advice(t.adviceUnknown, result.unknown, language),
  ];
}

/** How a score stands in the market, and how much is left open. */
function about(judged: Judged, market: Distribution, language: Language, brief = false): HTMLElement[] {
  const t = judgeLabels[language];
  const below = shareBelow(market, judged.score);
  const middle = market[Math.floor(market.length / 2)];
  const lines = [
    below === undefined || middle === undefined ? t.noMarket : brief ? t.marketText(number(market[0] ?? 0), number(middle), number(market.at(-1) ?? 0)) : t.below(percent(below)),
    ...(judged.answered < 0.995 ? [t.range(number(Math.floor(judged.low)), number(Math.ceil(judged.high)))] : []),
    ...(brief ? [] : [t.answered(percent(judged.answered))]),
  ];
  const plot = make('div', 'judged-plot', {});
  plot.append(marketPlot(judged, market));
  return [plot, make('p', '', {}, make('small', '', {}, lines.join(language === 'zh' ? '；' : '; ')))];
}

/** The market as columns of five points each; the judged score as a mark with its open range, on the same axis of 0 to 100. */
export function marketPlot(judged: Judged, market: Distribution): SVGElement {
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
    drawn('svg', { x: `${judged.score}%`, y: 35, overflow: 'visible' }, drawn('path', { class: 'point', d: 'M0-6.4L6.4 0L0 6.4L-6.4 0z' })),
  );
}

function advice(title: string, criteria: Judgement['weak'], language: Language): HTMLElement[] {
  const t = judgeLabels[language];
  const items = criteria.slice(0, ADVICE).map((c) => make('li', '', {}, make('b', '', {}, c.name), c.ask !== undefined && make('p', '', {}, `${t.ask}${language === 'zh' ? '：' : ': '}${c.ask}`)));
  return [make('h3', '', {}, title), items.length === 0 ? make('p', '', {}, t.adviceNone) : make('ol', 'judged-advice', {}, ...items)];
}
