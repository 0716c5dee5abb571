/** What customers and observers tell about a criterion: one line for each question or observed item. */
import type { Language } from '../../../schema/text.ts';
import type { CriterionScore } from '../../../score/types.ts';
import type { Inputs } from '../../inputs.ts';
import { round } from '../../format/round.ts';

/** One measure from reviews or observations. */
export interface ToldRow {
  short: string;
  source: 'review' | 'observation';
  kind: 'rating' | 'share' | 'duration';
  state: 'told' | 'estimated';
  /**
   * The estimate on the scale of the question as it is worded: rating value, share 0..1 that says yes (whether yes is the good
   * answer or not), minutes. It is drawn to the market where few tell, so it differs from the plain mean of the answers.
   */
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
    // Scores count the good answers; a reader of the question's name takes the figure for those that say yes.
    const flipped = m.kind === 'share' && asked?.kind === 'share' && asked.good === 'no';
    const shown = (value: number): number => round(flipped ? 1 - value : value, digits);
    return [
      {
        short: asked?.short[language] ?? m.question,
        source: m.source,
        kind: m.kind,
        state: m.state,
        value: shown(m.value),
        market: shown(m.market),
        low: asked?.kind === 'rating' ? asked.low : 0,
        high: asked?.kind === 'rating' ? asked.high : 1,
        count: m.count,
        points: Math.round(m.points),
      },
    ];
  });
}
