/** Texts of reviews, put together from the clauses in the words so that they agree with the answers given. */
import type { ReviewVoice } from '../schema/sample.ts';
import { fill } from './names.ts';
import type { Random } from './random.ts';

/** Goodness of an answer: from 0.7 on good, below 0.4 poor. */
export type Band = 'good' | 'fair' | 'poor';

/** The band of points 0..1. */
export function bandOf(points: number): Band {
  return points >= 0.7 ? 'good' : points >= 0.4 ? 'fair' : 'poor';
}

/** What was answered, by question id. */
export type Answered = ReadonlyMap<string, number>;

/** A text and what it complains of. */
export interface Written {
  text: string;
  /** Ids of the questions that its clauses speak ill of. */
  complaints: readonly string[];
}

/**
 * One text about one to three of the things answered, likeliest those felt strongly and in line with the whole. Empty when none of
 * the answers has a topic. `overall` (0..1) sets the tone of the closing words.
 */
export function reviewText(voice: ReviewVoice, answered: Answered, overall: number, random: Random): Written {
  const slots = Object.fromEntries(Object.entries(voice.slots).map(([slot, list]) => [slot, random.pick(list)]));
  const candidates = voice.topics.flatMap((topic) => {
    const question = topic.questions.find((id) => answered.has(id));
    const points = question === undefined ? undefined : answered.get(question);
    return question === undefined || points === undefined ? [] : [{ topic, points, question }];
  });
  if (candidates.length === 0) return { text: '', complaints: [] };
  const number = random.weighted([1, 2, 3], (n) => [0.2, 0.45, 0.35][n - 1] ?? 0);
  const chosen: typeof candidates = [];
  while (chosen.length < Math.min(number, candidates.length)) {
    const left = candidates.filter((candidate) => !chosen.includes(candidate));
    chosen.push(
      random.weighted(left, ({ points }) => (0.15 + Math.abs(points - 0.6)) * (1.05 - Math.abs(points - overall))),
    );
  }
  // People tell first what their verdict rests on.
  chosen.sort((a, b) => (overall >= 0.6 ? b.points - a.points : a.points - b.points));
  const clauses = chosen.map(({ topic, points }) => ({
    band: bandOf(points),
    text: random.pick(topic[bandOf(points)]),
  }));
  const opened = random.chance(number === 1 ? 0.75 : 0.42);
  const closed = random.chance(opened ? 0.35 : number === 1 ? 1 : 0.5);
  const tone = closingTone(bandOf(overall), clauses);
  const body = joined(voice, clauses, random);
  const sentences = [
    ...(opened ? [random.pick(voice.openers)] : []),
    ...body,
    ...(closed ? [random.pick(voice.closers[tone])] : []),
  ].map((sentence) => capitalised(fill(sentence, slots)));
  const stop = voice.joints.stop;
  const broken = sentences.length > 2 && random.chance(0.04) ? '\n' : voice.joints.space;
  const text = sentences.map((sentence) => (/[!?!?。.]$/u.test(sentence) ? sentence : sentence + stop)).join(broken);
  return { text, complaints: chosen.filter(({ points }) => bandOf(points) !== 'good').map(({ question }) => question) };
}

/** How a text may end so that the end does not belie what was said before it. */
function closingTone(overall: Band, clauses: readonly { band: Band }[]): Band | 'mixed' {
  const allGood = clauses.every(({ band }) => band === 'good');
  if (overall === 'good') return allGood ? 'good' : 'mixed';
  return overall === 'poor' && allGood ? 'fair' : overall;
}

/** Clauses as sentences: those of one tone run together now and then, a change of tone gets its turning word. */
function joined(voice: ReviewVoice, clauses: readonly { band: Band; text: string }[], random: Random): string[] {
  const out: string[] = [];
  clauses.forEach(({ band, text }, i) => {
    const before = clauses[i - 1];
    const flips = before !== undefined && before.band !== band && (before.band === 'good' || band === 'good');
    if (flips) out.push(random.pick(band === 'good' ? voice.turns.better : voice.turns.worse) + text);
    else if (before !== undefined && random.chance(0.45))
      out.push(`${out.pop() ?? ''}${random.pick(voice.joints.clause)}${text}`);
    else out.push(text);
  });
  return out;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Suspicious praise: the same few phrases in nearly the same words. Each part mostly keeps its first wording, so that two
 * texts seldom differ in more than one or two places.
 */
export function praiseText(voice: ReviewVoice, slots: Readonly<Record<string, string>>, random: Random): string {
  return voice.praise
    .map((part) => fill(random.chance(0.62) ? (part[0] ?? '') : random.pick(part), slots))
    .join(voice.joints.space);
}
