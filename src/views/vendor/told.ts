/** What customers and observers tell about a criterion: one line for each question or observed item. */
import type { Language } from '../../schema/text.ts';
import type { CriterionScore } from '../../score/types.ts';
import type { Inputs } from '../inputs.ts';
import { round } from '../round.ts';

/** One measure from reviews or observations. */
export interface ToldRow {
  short: string;
  source: 'review' | 'observation';
  kind: 'rating' | 'share' | 'duration';
  state: 'told' | 'estimated';
  /** On the measure's own scale: rating value, share 0..1, minutes. */
  value: number;
  /** The market's mean on the same scale. */
  market: number;
  /** Ends of a rating's scale. */
  low: number;
  high: number;
  count: number;
  points: number;
}

/** Measures of a criterion that come from reviews and observations. */
export function toldRows({ dataset: { questionnaire } }: Inputs, score: CriterionScore, language: Language): ToldRow[] {
  return score.measures.flatMap((m) => {
    if (m.kind !== 'rating' && m.kind !== 'share' && m.kind !== 'duration') return [];
    const asked =
      m.source === 'review'
        ? questionnaire.questions.find((q) => q.id === m.question)
        : questionnaire.observations?.items.find((item) => item.id === m.question);
    const digits = m.kind === 'duration' ? 0 : 2;
    return [
      {
        short: asked?.short[language] ?? m.question,
        source: m.source,
        kind: m.kind,
        state: m.state,
        value: round(m.value, digits),
        market: round(m.market, digits),
        low: asked?.kind === 'rating' ? asked.low : 0,
        high: asked?.kind === 'rating' ? asked.high : 1,
        count: m.count,
        points: Math.round(m.points),
      },
    ];
  });
}
