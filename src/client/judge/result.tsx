/** The result of a judgement: scores against the market, by theme, and what to raise or ask. */
import { judgeLabels } from '../../i18n/labels/judge.ts';
import { number, percent } from '../../i18n/numbers.ts';
import { ENOUGH_ANSWERED, type Judged, type Judgement, isEnough, shareBelow } from '../../views/browser/judge.ts';
import type { Distribution, JudgeCriterion, JudgeModel, Part } from '../../views/browser/judge-answers.ts';
import { language } from '../page.ts';

const t = judgeLabels[language];

/** Pieces of advice of each kind. */
const ADVICE = 5;

/** The judgement of one part. */
export function resultParts(model: JudgeModel, { overall, themes, weak, unknown }: Judgement, part: Part) {
  if (overall === undefined) return <p>{t.resultEmpty}</p>;
  const market = model.market[part];
  const frameworks = [...new Set(themes.map((theme) => theme.framework))];
  const weakText = ({ score, market: usual }: Judgement['weak'][number]): string => {
    const own = number(Math.round(score));
    return usual === undefined ? t.weakAlone(own) : t.weakLine(own, number(usual));
  };
  return (
    <>
      <div class="judged-overall">
        <p class="judged-score">
          <span>{t.overall}</span>{' '}
          {isEnough(overall) ? (
            <b>{t.score(number(Math.round(overall.score)))}</b>
          ) : (
            <span class="too-few">{t.progressOf(percent(overall.answered))}</span>
          )}
        </p>
        {inMarket(overall, market.overall)}
      </div>
      {frameworks.map((framework) => (
        <>
          <h3>{framework}</h3>
          <ul class="judged-themes">
            {themes
              .filter((theme) => theme.framework === framework)
              .map(({ name, judged, key }) => (
                <li>
                  <p class="judged-line">
                    <span>{name}</span> {themeFigure(judged)}
                  </p>
                  {judged !== undefined && inMarket(judged, market.themes[key] ?? [], true)}
                </li>
              ))}
          </ul>
        </>
      ))}
      <p>
        <small>{part === 'short' ? t.noteShort : t.noteFull}</small>
      </p>
      {advice(
        t.adviceWeak,
        t.adviceNoneWeak,
        weak.map((w) => ({ criterion: w.criterion, text: weakText(w) })),
      )}
      {advice(
        t.adviceUnknown,
        t.adviceNone,
        unknown.map((criterion) => ({ criterion })),
      )}
    </>
  );
}

/** A theme's points; how far one is while too little is answered. */
function themeFigure(judged: Judged | undefined) {
  if (judged === undefined) return <span class="too-few">{t.noAnswer}</span>;
  if (isEnough(judged)) return <b>{number(Math.round(judged.score))}</b>;
  return <span class="too-few">{t.notEnoughBrief(percent(judged.answered), percent(ENOUGH_ANSWERED))}</span>;
}

/** How many vendors are below, in words; 0 % and 100 % only where it is so exactly. */
function belowText(below: number): string {
  if (below === 1) return t.belowAll;
  return below === 0 ? t.belowNone : t.below(percent(Math.min(0.99, Math.max(0.01, below))));
}

/** How a score compares with the market, and how much is left open. */
function inMarket(judged: Judged, market: Distribution, brief = false) {
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
        brief || below === undefined ? spread : belowText(below),
        ...(judged.answered < 0.995 ? [t.range(low, high)] : []),
        ...(brief ? [] : [t.answered(percent(judged.answered))]),
      ]
    : [
        ...(brief ? [] : [t.notEnough(percent(judged.answered), percent(ENOUGH_ANSWERED))]),
        t.openRange(low, high),
        spread,
      ];
  return (
    <>
      <div class="judged-plot">{marketPlot(judged, market, enough)}</div>
      <p>
        <small>{lines.join(language === 'zh' ? '；' : '; ')}</small>
      </p>
    </>
  );
}

/** The market as columns of five points each; the judged score as a mark (`marked`) with its open range, on the same axis of 0 to 100. */
function marketPlot({ score, low, high }: Judged, market: Distribution, marked: boolean) {
  const bins = Array.from({ length: 20 }, (_, i) => market.filter((m) => Math.min(19, Math.floor(m / 5)) === i).length);
  const tallest = Math.max(1, ...bins);
  return (
    <svg class="market-plot" width="100%" height={42} aria-hidden="true">
      {bins.map((n, i) => {
        const height = Math.round((n / tallest) * 24);
        return n > 0 && <rect class="c" x={`${i * 5 + 0.4}%`} width="4.2%" y={26 - height} height={height} />;
      })}
      <line class="axis" x1={0} x2="100%" y1={26.5} y2={26.5} />
      <line class="open" x1={`${low}%`} x2={`${high}%`} y1={35} y2={35} />
      {marked && (
        <svg x={`${score}%`} y={35} overflow="visible">
          <path class="point" d="M0-6.4L6.4 0L0 6.4L-6.4 0z" />
        </svg>
      )}
    </svg>
  );
}

function advice(title: string, none: string, points: readonly { criterion: JudgeCriterion; text?: string }[]) {
  return (
    <>
      <h3>{title}</h3>
      {points.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ol class="judged-advice">
          {points.slice(0, ADVICE).map(({ criterion: { name, ask }, text }) => (
            <li>
              <b>{name}</b>
              {text !== undefined && <p>{text}</p>}
              {ask !== undefined && <p>{`${t.ask}${language === 'zh' ? '：' : ': '}${ask}`}</p>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
