/** The scores of a workspace as a plain table for a terminal, or as JSON for a program. */
import type { Dataset } from '../../schema/dataset.ts';
import type { Language } from '../../schema/text.ts';
import type { Market } from '../../score/market.ts';
import type { UnratedReason } from '../../score/types.ts';
import { round } from '../format/round.ts';
import { textWidth } from '../../schema/text-width.ts';

const HEADS = {
  zh: ['名次', '区间', '组', '得分', '90% 区间', '已覆盖', '评价', '观察', '服务商'],
  en: ['place', 'ranks', 'group', 'score', 'interval', 'covered', 'reviews', 'contacts', 'vendor'],
} as const;

const REASONS: Readonly<Record<UnratedReason['kind'], Readonly<Record<Language, string>>>> = {
  listed: { zh: '仅收录', en: 'listed only' },
  withdrawn: { zh: '已退出', en: 'withdrawn' },
  coverage: { zh: '证据不足', en: 'too little evidence' },
};

/** A table with one line for each vendor, ranked ones first; ends in a line feed. */
export function scoreTable(dataset: Dataset, market: Market, language: Language): string {
  const lines: string[][] = [[...HEADS[language]]];
  for (const v of order(dataset, market)) {
    const scores = market.outline(v);
    const estimate = scores.overall;
    const ranked = scores.rating.kind === 'ranked' ? scores.rating : undefined;
    const reasons =
      scores.rating.kind === 'unrated' ? scores.rating.reasons.map((r) => reasonText(r, language)).join('; ') : '';
    lines.push([
      ranked ? String(ranked.place) : '-',
      ranked ? `${ranked.low}-${ranked.high}` : '-',
      ranked ? String(ranked.group) : '-',
      estimate ? round(estimate.score, 1).toFixed(1) : '-',
      estimate ? `${round(estimate.low, 1).toFixed(1)}-${round(estimate.high, 1).toFixed(1)}` : '-',
      scores.frameworks.map((f) => `${f.covered}/${f.dimensions.length}`).join(' '),
      String(scores.reviews),
      String(scores.observations),
      `${scores.slug}${reasons === '' ? '' : `  (${reasons})`}`,
    ]);
  }
  const widths = HEADS[language].map((_, i) => Math.max(...lines.map((line) => textWidth(line[i] ?? ''))));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === line.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - textWidth(cell))))
        .join('  '),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** The same as data: asOf, methodology and one entry for each vendor, unrounded. */
export function scoreJson(dataset: Dataset, market: Market): object {
  return {
    asOf: dataset.release.asOf,
    methodology: dataset.release.methodology,
    vendors: order(dataset, market).map((v) => {
      const scores = market.outline(v);
      return {
        slug: scores.slug,
        rating: scores.rating,
        overall: scores.overall,
        frameworks: scores.frameworks.map((f) => ({
          id: f.id,
          estimate: f.estimate,
          covered: f.covered,
          needed: f.needed,
        })),
        reviews: scores.reviews,
        observations: scores.observations,
      };
    }),
  };
}

/** Ranked vendors best first, then the others by slug. */
function order(dataset: Dataset, market: Market): number[] {
  const ranked = new Set(market.ranked);
  return [...market.ranked, ...dataset.vendors.flatMap((_, v) => (ranked.has(v) ? [] : [v]))];
}

function reasonText(reason: UnratedReason, language: Language): string {
  const text = REASONS[reason.kind][language];
  return reason.kind === 'coverage' ? `${text} ${reason.framework} ${reason.have}/${reason.need}` : text;
}
