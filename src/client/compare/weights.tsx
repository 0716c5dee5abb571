/** On the comparison: at which weights vendors change places, and a chart of scores along one share, drawn when asked for. */
import { Component } from 'preact';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import { type MovedPart, overallOf, shareOf, withShare } from '../../score/crossing.ts';
import { weigher } from '../../score/weighed.ts';
import type { CompareFile } from '../../views/browser/compare-file.ts';
import { normalInterval } from '../../views/market/live-ranking.ts';
import { crossovers } from '../../views/browser/own-weights.ts';
import { openTable, publishedWeights, weighingOf, type WeightsModel } from '../../views/browser/weights-file.ts';
import { points } from '../../views/format/round.ts';
import { withinLimit } from '../fetch-once.ts';
import { language } from '../page.ts';
import { partName, passingSentences } from '../ranking/crossover.ts';
import type { ChartedShare, drawShares, Scores } from './weights-chart.ts';
import { listOf } from '../ui.tsx';
import { cellMark, markOf, vendorTable } from './tables.tsx';
import { nameOf, shortNamesOf } from './texts.ts';

const t = weightLabels[language];

/** Sentences about the one pair of two vendors, and about each pair of neighbours among more. */
const OF_TWO = 5;
const OF_MORE = 2;

/** Steps of the share in the chart, in per cent; the table has every fourth of them. */
const STEP = 5;
const TABLE_STEP = 20;

/** A ranked vendor with its number among those compared. */
type Ranked = { name: string; row: NonNullable<CompareFile['weights']>; mark: number };

/** The section about those that are ranked; undefined when they are fewer than two. */
export function weightsSection(model: WeightsModel, vendors: readonly CompareFile[]) {
  const short = shortNamesOf(vendors, language);
  const ranked = vendors.flatMap((v, mark): Ranked[] =>
    v.weights === undefined || v.standing === undefined
      ? []
      : [{ name: short[mark] ?? nameOf(v, language), row: v.weights, mark }],
  );
  const weighing = weighingOf(model);
  const weights = publishedWeights(model);
  const ordered = ranked
    .map((v) => ({ ...v, dimensions: openTable(v.row).scores.values }))
    .map((v) => ({ ...v, overall: overallOf(weighing, weights, v.dimensions) }))
    .filter((v) => !Number.isNaN(v.overall))
    .sort((a, b) => b.overall - a.overall || a.mark - b.mark);
  const [first, second] = ordered;
  if (first === undefined || second === undefined) return undefined;
  const most = ordered.length === 2 ? OF_TWO : OF_MORE;
  const nearest = crossovers(model, weights, first.dimensions, second.dimensions).crossovers[0]?.part;
  return (
    <section class="crossing" aria-labelledby="crossing">
      <h2 id="crossing">{t.crossTitle}</h2>
      <p class="lead-small">{t.crossLead}</p>
      {ordered.slice(1).map((lower, i) => {
        const upper = ordered[i] ?? first;
        return (
          <>
            <p class="pair">{t.crossAhead(upper.name, lower.name)}</p>
            {listOf(passingSentences(model, weights, upper, lower, language, most))}
          </>
        );
      })}
      <Explorer model={model} vendors={ranked} nearest={nearest} />
    </section>
  );
}

/** A part whose share can move, with its name and a key for the list. */
interface NamedPart {
  key: string;
  part: MovedPart;
  name: string;
}

function partsOf(model: WeightsModel): NamedPart[] {
  const parts: MovedPart[] = [
    ...(model.frameworks.length < 2 ? [] : model.frameworks.map((_, framework) => ({ framework }))),
    ...weighingOf(model).frameworks.flatMap((f) =>
      f.dimensions.length < 2 ? [] : f.dimensions.map((dimension) => ({ dimension })),
    ),
  ];
  return parts.map((part) => ({ key: keyOf(part), part, name: partName(model, part, language) }));
}

function keyOf(part: MovedPart): string {
  return 'framework' in part ? `f${part.framework}` : `d${part.dimension}`;
}

interface ExplorerProps {
  model: WeightsModel;
  vendors: readonly Ranked[];
  /** The part whose share first makes the two best change places. */
  nearest: MovedPart | undefined;
}

interface ExplorerState {
  charted?: ChartedShare;
  draw?: typeof drawShares;
  failed?: boolean;
}

/** A list of parts, and the chart of the one that is chosen. */
class Explorer extends Component<ExplorerProps, ExplorerState> {
  readonly parts = partsOf(this.props.model);
  chosen = this.props.nearest === undefined ? (this.parts[0]?.key ?? '') : keyOf(this.props.nearest);

  async show(): Promise<void> {
    const { model, vendors } = this.props;
    const part = this.parts.find((p) => p.key === this.chosen);
    if (part === undefined) return;
    try {
      const { drawShares: draw } = await withinLimit(import('./weights-chart.ts'));
      this.setState({ charted: scoresAlong(model, vendors, part), draw, failed: false });
    } catch {
      // The button stays: it is the way to try again.
      this.setState({ failed: true });
    }
  }

  choose(key: string): void {
    this.chosen = key;
    void this.show();
  }

  render() {
    const { charted, draw, failed } = this.state;
    const marks = this.props.vendors.map((v) => v.mark);
    return (
      <div class="explorer">
        <h3>{t.chartTitle}</h3>
        <p class="explorer-pick">
          <label for="moved">{t.chartPart}</label>
          <select id="moved" value={this.chosen} onChange={(event) => this.choose(event.currentTarget.value)}>
            {this.parts.map(({ key, name }) => (
              <option value={key}>{name}</option>
            ))}
          </select>
          <button type="button" hidden={charted !== undefined && !failed} onClick={() => void this.show()}>
            {t.chartShow}
          </button>
        </p>
        <div class="chart">
          {failed && <p class="warn">{t.failed}</p>}
          {!failed && charted && draw && (
            <>
              <div class="chart-box">
                <canvas
                  key={charted.title}
                  role="img"
                  aria-label={charted.title}
                  ref={(canvas) => void (canvas && draw(canvas, charted, marks, language))}
                />
              </div>
              <p class="lead-small">{t.chartRead(`${number(this.props.model.interval * 100)}%`)}</p>
              {sharesTable(charted, marks)}
            </>
          )}
        </div>
      </div>
    );
  }
}

/** Scores of the vendors along the share of a part. */
function scoresAlong(model: WeightsModel, vendors: readonly Ranked[], { part, name }: NamedPart): ChartedShare {
  const weighing = weighingOf(model);
  const weights = publishedWeights(model);
  const weigh = weigher(weighing, openTable(...vendors.map((v) => v.row)));
  const now = Math.round(shareOf(weighing, weights, part) * 100);
  const steps = Array.from({ length: 100 / STEP + 1 }, (_, i) => i * STEP);
  const shares = [...new Set([...steps, now])].sort((a, b) => a - b);
  const courses = vendors.map(({ name: vendor }): Scores => ({ name: vendor, points: [] }));
  const scores = new Float64Array(vendors.length);
  const sds = new Float64Array(vendors.length);
  for (const share of shares) {
    weigh(withShare(weighing, weights, part, share / 100), scores, sds);
    courses.forEach(({ points: own }, v) => own.push(normalInterval(scores[v], sds[v], model.interval)));
  }
  return { title: t.chartAxis(name), shares, now, courses };
}

/** The same figures in words, at every fifth of the way and at the published share. */
function sharesTable({ title, shares, now, courses }: ChartedShare, marks: readonly number[]) {
  const rows = shares.flatMap((share, at) => (share % TABLE_STEP === 0 || share === now ? [{ share, at }] : []));
  const text = (estimate: Scores['points'][number] | undefined): string => {
    if (estimate === undefined || Number.isNaN(estimate.score)) return '–';
    const { score, low, high } = points({ ...estimate, sd: 0 });
    return `${score} (${low}–${high})`;
  };
  const head = (
    <thead>
      <tr>
        <th scope="col">{t.chartShare}</th>
        {courses.map(({ name }, i) => (
          <th scope="col">
            {markOf(marks[i] ?? i)}
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
  const body = (
    <tbody>
      {rows.map(({ share, at }) => (
        <tr>
          <th scope="row">{share === now ? `${share}% (${t.chartNow})` : `${share}%`}</th>
          {courses.map((course, i) => (
            <td>
              {cellMark(marks[i] ?? i)}
              <span>{text(course.points[at])}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
  return vendorTable('shares', <caption class="sr">{title}</caption>, head, body);
}
