/** Scores along a share as lines with bands: Chart.js, fetched only when a person asks for the chart. */
import { Chart, Filler, Legend, LineController, LineElement, LinearScale, PointElement, Tooltip } from 'chart.js';
import type { Language } from '../../i18n/language.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { colon } from '../../i18n/marks.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler, Legend, Tooltip);

/** Scores of one vendor along a share. */
export interface Scores {
  name: string;
  /** One entry for each share: score and the ends of its interval, 0..100. */
  points: { score: number; low: number; high: number }[];
}

/** What the chart draws. */
export interface ChartedShare {
  title: string;
  /** Shares in per cent, ascending. */
  shares: readonly number[];
  now: number;
  courses: readonly Scores[];
}

/** Marks, dashes and colours, in the order of the marks in `compare/tables.tsx`: told apart without colour too. */
const LOOKS = [
  { point: 'circle', dash: [], colour: '--dot' },
  { point: 'rect', dash: [8, 4], colour: '--tick' },
  { point: 'triangle', dash: [2, 4], colour: '--ink' },
  { point: 'rectRot', dash: [10, 3, 2, 3], colour: '--soft' },
] as const;

/** Opacity of the bands, as two hexadecimal digits. */
const PALE = '24';

/** Draws the chart; `marks` are the vendors' numbers on the page. Without motion where a person has asked for none. */
export function drawShares(
  canvas: HTMLCanvasElement,
  { title, shares, now, courses }: ChartedShare,
  marks: readonly number[],
  language: Language,
): void {
  const t = weightLabels[language];
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const xy = (values: readonly number[]): { x: number; y: number }[] =>
    values.map((y, i) => ({ x: shares[i] ?? 0, y }));
  const bands = courses.flatMap(({ points }, i) => {
    const look = LOOKS[(marks[i] ?? i) % LOOKS.length] ?? LOOKS[0];
    const edge = {
      borderWidth: 0,
      pointRadius: 0,
      pointHitRadius: 0,
      backgroundColor: `${colour(look.colour)}${PALE}`,
    };
    return [
      { ...edge, label: '', data: xy(points.map((p) => p.low)), fill: false },
      { ...edge, label: '', data: xy(points.map((p) => p.high)), fill: '-1' },
    ];
  });
  const lines = courses.map(({ name, points }, i) => {
    const look = LOOKS[(marks[i] ?? i) % LOOKS.length] ?? LOOKS[0];
    return {
      label: name,
      data: xy(points.map((p) => p.score)),
      borderColor: colour(look.colour),
      backgroundColor: colour(look.colour),
      borderDash: [...look.dash],
      borderWidth: 2,
      pointStyle: look.point,
      pointRadius: shares.map((share) => (share % 20 === 0 ? 5 : 0)),
      fill: false,
      // Marks at both ends are whole.
      clip: 8,
    };
  });
  const upright = {
    label: '',
    data: [
      { x: now, y: 0 },
      { x: now, y: 100 },
    ],
    borderColor: colour('--soft'),
    borderWidth: 1,
    borderDash: [2, 2],
    pointRadius: 0,
    pointHitRadius: 0,
    fill: false,
  };
  Chart.getChart(canvas)?.destroy();
  const ticks = { color: colour('--soft') };
  const grid = { color: colour('--rule') };
  new Chart(canvas, {
    type: 'line',
    data: { datasets: [...bands, ...lines, upright] },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 250 },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: 100,
          title: { display: true, text: title, color: colour('--soft') },
          ticks: { ...ticks, callback: (value) => `${value}%` },
          grid,
        },
        y: { min: 0, max: 100, title: { display: true, text: t.chartScore, color: colour('--soft') }, ticks, grid },
      },
      plugins: {
        legend: { labels: { color: colour('--ink'), usePointStyle: true, filter: (item) => item.text !== '' } },
        tooltip: {
          filter: (item) => item.dataset.label !== '',
          callbacks: {
            title: (items) => `${items[0]?.parsed.x ?? ''}%`,
            label: (item) => `${item.dataset.label ?? ''}${colon(language)}${Math.round(item.parsed.y ?? 0)}`,
          },
        },
      },
    },
  });
}
