/** Hold-outs of a workspace: the figures of `data/holdout.json`, in words for a terminal, and as budgets. */
import type { Dataset } from '../schema/dataset.ts';
import { HOLD_OUT_COMMAND, type HoldOutFile, holdOutInputs } from '../schema/holdout.ts';
import type { Language } from '../schema/text.ts';
import { type Calibration, type HoldOut, holdOut, pooledHoldOut } from '../score/hold-out.ts';
import type { Finding } from './measure.ts';

/** With 10 splits two seeds differ by up to 8 points of coverage for a market of 40 vendors, with 50 by 2. */
const SETTINGS = { repeats: 50, redraws: 1000, seed: 'hold-out' } as const;
/** Pooled markets have many vendors, over which the choice of splits evens out. */
const POOLED_REPEATS = 10;
/** Coverage of 90 % intervals that counts as right. */
export const BUDGET = { low: 0.85, high: 0.95 } as const;

/** The figures of a workspace as they are kept: to four decimals, finer than anything shown and coarser than what differs between machines. */
export function holdOutOf(dataset: Dataset): HoldOutFile {
  const { asOf, methodology } = dataset.release;
  return {
    format: 1,
    computedFrom: { asOf, methodology, inputs: holdOutInputs(dataset.inputs, methodology) },
    interval: dataset.method.uncertainty.interval,
    repeats: SETTINGS.repeats,
    splits: holdOut(dataset, SETTINGS).map(rounded),
  };
}

function rounded({ split, overall, measures, pairs }: HoldOut): HoldOutFile['splits'][number] {
  const round = (x: number): number => Math.round(x * 1e4) / 1e4;
  const figures = ({ vendors, coverage, low, high, width }: Calibration) => ({
    vendors,
    coverage: round(coverage),
    low: round(low),
    high: round(high),
    width: round(width),
  });
  return {
    split,
    ...(overall === undefined ? {} : { overall: figures(overall) }),
    measures: measures.map((m) => ({
      id: m.id,
      ...figures(m),
      ...(m.shift === undefined ? {} : { shift: round(m.shift) }),
    })),
    ...(pairs === undefined ? {} : { pairs: { ...pairs, expected: round(pairs.expected) } }),
  };
}

/** The text of `data/holdout.json`; ends with a line feed. */
export function holdOutJson(file: HoldOutFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Whether the overall coverage of random halves may lie within the budget: undefined where nothing can be compared. */
export function withinBudget({ splits }: HoldOutFile): boolean | undefined {
  const overall = splits.find(({ split }) => split === 'random')?.overall;
  return overall && overall.low <= BUDGET.high && overall.high >= BUDGET.low;
}

const WORDS = {
  zh: {
    splits: { random: `随机分半（${SETTINGS.repeats} 次）`, time: '按时间分半' },
    head: ['', '服务商', '覆盖率', '90% 区间', '平均宽度', '共同移动（分）'],
    overall: '总分',
    none: '没有两家以上在两半都有评价或观察，无从比较',
    pairs: (sure: number, reversed: number, expected: string) =>
      `“确定领先”的成对比较 ${sure} 对，被另一半推翻 ${reversed} 对，应为 ${expected} 对`,
    budget: (claimed: string) => `声称 ${claimed}；预算：85 % 至 95 %。`,
    verdicts: { true: '在预算之内，或与预算无从区分', false: '超出预算', none: '没有可比较的' },
  },
  en: {
    splits: { random: `random halves (${SETTINGS.repeats} times)`, time: 'halves in time' },
    head: ['', 'vendors', 'coverage', '90 % interval', 'mean width', 'common shift (points)'],
    overall: 'overall score',
    none: 'fewer than two vendors have reviews or contacts in both halves: nothing to compare',
    pairs: (sure: number, reversed: number, expected: string) =>
      `surely ordered pairs: ${sure}; reversed by the other half: ${reversed}; expected: ${expected}`,
    budget: (claimed: string) => `claimed ${claimed}; budget: 85 to 95 %: `,
    verdicts: {
      true: 'within the budget, or not to be told from it',
      false: 'outside the budget',
      none: 'nothing to compare',
    },
  },
} as const;

/** The figures as lines for a terminal. */
export function holdOutText(file: HoldOutFile, language: Language): string {
  const t = WORDS[language];
  const percent = (x: number): string => `${(100 * x).toFixed(0)} %`;
  const blocks = file.splits.map(({ split, overall, measures, pairs }) => {
    if (overall === undefined && measures.length === 0) return `${t.splits[split]}\n  ${t.none}\n`;
    const line = (name: string, own: Calibration & { shift?: number | undefined }): string[] => [
      name,
      String(own.vendors),
      percent(own.coverage),
      `${percent(own.low)} .. ${percent(own.high)}`,
      own.width.toFixed(2),
      own.shift === undefined ? '' : own.shift.toFixed(1),
    ];
    const rows = [t.head, ...(overall ? [line(t.overall, overall)] : []), ...measures.map((m) => line(m.id, m))];
    const widths = t.head.map((_, i) => Math.max(...rows.map((r) => columns(r[i]))));
    const table = rows
      .map(
        (r) =>
          `  ${r
            .map((cell, i) => cell + ' '.repeat(widths[i] - columns(cell)))
            .join('  ')
            .trimEnd()}\n`,
      )
      .join('');
    return `${t.splits[split]}\n${table}${pairs === undefined ? '' : `  ${t.pairs(pairs.sure, pairs.reversed, pairs.expected.toFixed(1))}\n`}`;
  });
  const verdict = t.verdicts[String(withinBudget(file) ?? 'none') as keyof typeof t.verdicts];
  return `${blocks.join('\n')}\n${t.budget(percent(file.interval))}${verdict}\n`;
}

/** Columns of a terminal that a text takes: Chinese characters take two. */
function columns(text: string): number {
  return [...text].reduce((sum, c) => sum + (/[\u2E80-\uFF60]/.test(c) ? 2 : 1), 0);
}

/** How to compute the figures again, shown where they no longer fit. */
export const OUTDATED = {
  zh: `data/holdout.json 不是现有数据的结果，请运行：${HOLD_OUT_COMMAND}`,
  en: `data/holdout.json is not what the present data give; run: ${HOLD_OUT_COMMAND}`,
};

/** Coverage on held-out random halves of generated markets, pooled: 30 rated vendors alone leave 8 % to chance. */
export function benchHoldOut(what: string, markets: readonly Dataset[]): Finding {
  const [random, time] = pooledHoldOut(markets, { ...SETTINGS, repeats: POOLED_REPEATS });
  const describe = (own: Calibration | undefined): string =>
    own === undefined
      ? '-'
      : `${(100 * own.coverage).toFixed(0)} % (${(100 * own.low).toFixed(0)} .. ${(100 * own.high).toFixed(0)}, ${own.vendors} vendors)`;
  const coverage = random?.overall?.coverage;
  return {
    what: `90 % intervals hold on held-out halves, ${what}`,
    measured: `random ${describe(random?.overall)}, in time ${describe(time?.overall)}`,
    budget: '85 to 95 %',
    ...(coverage === undefined ? {} : { holds: coverage >= BUDGET.low && coverage <= BUDGET.high }),
    detail: { ...random?.overall, ...random?.pairs },
  };
}
