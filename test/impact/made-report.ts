/** A report made by hand: one vendor that moves by three parts, one by a hair's breadth. */
import { type ImpactReport, type ImpactStep, impactReport } from '../../src/schema/impact.ts';

export const side = { label: 'main', asOf: '2026-06-30', methodology: '2026.1', vendors: 5, ranked: 4 };

export const standing = (score: number, group: number) => ({
  status: 'participating' as const,
  score,
  low: score - 2,
  high: score + 2,
  rank: { place: 1, low: 1, high: 2, group },
});

/** A step without causes. */
export const step = (part: number, points: number): ImpactStep => ({
  part,
  points,
  causes: [],
  others: 0,
  rest: points,
});

export function report(change: Partial<ImpactReport> = {}): ImpactReport {
  return impactReport.parse({
    format: 'hengping-impact-2',
    base: { ...side, commit: 'a'.repeat(40) },
    head: { ...side, label: '' },
    codeDiffers: false,
    order: { compared: 4, tau: 0.6666666, crossed: 1 },
    sides: {
      method: { changed: true, mean: 0.5, most: 2, groups: 0 },
      date: { changed: false, mean: 0, most: 0, groups: 0 },
      data: { changed: true, mean: 0.76, most: 3.04, groups: 1 },
    },
    parts: [
      {
        kind: 'dimension-weights',
        framework: 'care',
        name: { zh: '照料', en: 'Care' },
        unit: 'dimension',
        mean: 0.4,
        most: 2.336,
        groups: 0,
      },
      { kind: 'tiers', unit: 'criterion', mean: 0.2, most: 0.336, groups: 0 },
      { kind: 'data', unit: 'criterion', mean: 0.76, most: 3.04, groups: 1 },
    ],
    publishedChanged: [],
    settings: [],
    files: [],
    entered: [],
    left: [],
    changed: [
      {
        slug: 'anchor',
        name: { zh: '锚记', en: 'Anchor' },
        from: standing(60, 2),
        to: standing(65.04, 1),
        points: 5.04,
        steps: [
          {
            part: 0,
            points: 2.336,
            overall: 63,
            others: 2,
            rest: 0.976,
            causes: [
              {
                key: 'care/manner',
                name: { zh: '态度', en: 'Manner' },
                points: 1.5,
                weight: { from: 0.1, to: 0.15, points: 1.5 },
                score: { from: 93, to: 93, points: 0 },
              },
              {
                key: 'care/solved',
                name: { zh: '解决问题', en: 'Getting problems solved' },
                points: -0.14,
                weight: { from: 0.06, to: 0.073, points: -0.14 },
                score: { from: 41, to: 41, points: 0 },
              },
            ],
          },
          {
            part: 1,
            points: -0.336,
            overall: 64,
            others: 0,
            rest: 0,
            causes: [
              {
                key: 'care/reply',
                name: { zh: '回话', en: 'Reply' },
                points: -0.336,
                weight: { from: 0.1, to: 0.12, points: 0.164 },
                score: { from: 75, to: 70, points: -0.5 },
              },
            ],
          },
          {
            part: 2,
            points: 3.04,
            overall: 63.5,
            others: 1,
            rest: 0,
            group: { from: 2, to: 1 },
            causes: [
              {
                key: 'care/ready',
                name: { zh: '如期', en: 'Ready' },
                points: 3.04,
                weight: { from: 0, to: 0.1, points: 3.04 },
                score: { to: 93.9, points: 0 },
              },
            ],
          },
        ],
      },
      {
        slug: 'beacon',
        name: { en: 'Beacon' },
        from: standing(50, 2),
        to: standing(50.01, 2),
        points: 0.01,
        steps: [step(2, 0.01)],
      },
    ],
    unchanged: 2,
    ...change,
  });
}
