/** The questions a person judges a vendor by, the answers given, and these as text for an address. */
import type { Aggregation } from '../../score/means.ts';
import { hashText } from '../../score/hash.ts';

export interface JudgeCriterion {
  /** `framework/criterion`. */
  key: string;
  name: string;
  ask?: string;
  /** Share of the dimension, any scale. */
  weight: number;
  /** Number of facets; 0 when it is no checklist. */
  facets: number;
}

interface JudgeDimension {
  theme: string;
  name: string;
  weight: number;
  criteria: readonly JudgeCriterion[];
}

interface JudgeFramework {
  id: string;
  name: string;
  weight: number;
  themes: readonly { id: string; name: string }[];
  dimensions: readonly JudgeDimension[];
}

/** A question with the points of each of its answers. */
interface JudgeQuestion {
  id: string;
  criteria: readonly string[];
  /** Points 0..100 of each answer that can be picked, in the order shown. */
  points: readonly number[];
}

/** Scores of all that are ranked, ascending whole points; thinned to at most 101. */
export type Distribution = readonly number[];

/** The market on one part of the scores. */
export interface MarketPart {
  overall: Distribution;
  /** By `framework/theme`. */
  themes: Readonly<Record<string, Distribution>>;
  /** Median by `framework/criterion`, whole points. */
  criteria: Readonly<Record<string, number>>;
}

export interface JudgeModel {
  partly: number;
  aggregation: Aggregation;
  frameworks: readonly JudgeFramework[];
  questions: readonly JudgeQuestion[];
  market: Readonly<Record<Part, MarketPart>>;
}

/** `short`: questions to a client. `full`: facets. */
export type Part = 'short' | 'full';

/** States of a facet by number; 0 is unknown. */
export const FACET_STATES = ['unknown', 'met', 'partly', 'not-met'] as const;

/** Answers: for each question the answer's position + 1, for each facet its state; 0 = not answered. */
export interface Answers {
  questions: number[];
  /** All facets of all checklists, in the order of the frameworks. */
  facets: number[];
}

/** Nothing answered yet. */
export function blankAnswers(model: JudgeModel): Answers {
  const facets = model.frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria.map((c) => c.facets)));
  return { questions: model.questions.map(() => 0), facets: Array<number>(facets.reduce((a, b) => a + b, 0)).fill(0) };
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Short print of what is asked: answers written for other questions must not be read as answers to these. */
function printOf(model: JudgeModel): string {
  const asked = [
    ...model.questions.map((q) => `${q.id}:${q.points.length}`),
    ...model.frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria.map((c) => `${c.key}:${c.facets}`))),
  ];
  return hashText(asked.join(' ')).toString(36);
}

/** Answers as text for an address: the print, a dot, then 4 bits for each question and 2 for each facet, six bits a letter. */
export function writeAnswers(model: JudgeModel, answers: Answers): string {
  const bits = [
    ...answers.questions.flatMap((a) => [8, 4, 2, 1].map((b) => (a & b ? 1 : 0))),
    ...answers.facets.flatMap((a) => [2, 1].map((b) => (a & b ? 1 : 0))),
  ];
  let text = '';
  for (let i = 0; i < bits.length; i += 6) {
    let digit = 0;
    for (let b = 0; b < 6; b += 1) digit = digit * 2 + (bits[i + b] ?? 0);
    text += DIGITS.charAt(digit);
  }
  return `${printOf(model)}.${text.replace(/A+$/, '')}`;
}

/** Answers from text that `writeAnswers` made; undefined when it is for other questions or no such text. */
export function readAnswers(model: JudgeModel, text: string): Answers | undefined {
  const [print, data, ...rest] = text.split('.');
  if (print !== printOf(model) || data === undefined || rest.length > 0 || /[^A-Za-z0-9_-]/.test(data))
    return undefined;
  const bits = [...data].flatMap((letter) => [32, 16, 8, 4, 2, 1].map((b) => (DIGITS.indexOf(letter) & b ? 1 : 0)));
  const blank = blankAnswers(model);
  const number = (from: number, length: number): number =>
    Array.from({ length }, (_, i) => bits[from + i] ?? 0).reduce<number>((a, b) => a * 2 + b, 0);
  const facetsFrom = blank.questions.length * 4;
  const questions = blank.questions.map((_, i) => number(i * 4, 4));
  // A number beyond the last answer can only come from a text that was tampered with.
  if (questions.some((a, i) => a > (model.questions[i]?.points.length ?? 0))) return undefined;
  return { questions, facets: blank.facets.map((_, i) => number(facetsFrom + i * 2, 2)) };
}
