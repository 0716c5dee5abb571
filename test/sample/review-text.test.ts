import { expect, test } from 'vitest';
import { stream } from '../../src/sample/random.ts';
import { bandOf, reviewText } from '../../src/sample/review-text.ts';
import { context, rowsIn, vendors } from './workspace.ts';

const { zh, en } = context.words.reviews;

/** Character triples of a text, without punctuation. */
function triples(text: string): Set<string> {
  const letters = [...text].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join('');
  return new Set(Array.from({ length: Math.max(0, letters.length - 2) }, (_, i) => letters.slice(i, i + 3)));
}

function jaccard(a: Set<string>, b: Set<string>): number {
  let both = 0;
  for (const entry of a) if (b.has(entry)) both += 1;
  return both / (a.size + b.size - both);
}

test('there are enough clauses to speak with: 150 in Chinese and 70 in English', () => {
  const clauses = (voice: typeof zh): number =>
    new Set(voice.topics.flatMap((topic) => [...topic.good, ...topic.fair, ...topic.poor])).size;
  expect(clauses(zh)).toBeGreaterThanOrEqual(150);
  expect(clauses(en)).toBeGreaterThanOrEqual(70);
});

test('every question has something to say well and ill of it', () => {
  for (const { id } of context.questionnaire.questions) {
    for (const voice of [zh, en])
      expect(
        voice.topics.some((topic) => topic.questions.includes(id)),
        id,
      ).toBe(true);
  }
});

test('a text about a good answer uses good words, about a poor one poor words, and says which it complains of', () => {
  const random = stream('text');
  for (const [id, points] of [
    ['manner', 1],
    ['manner', 0.5],
    ['manner', 0],
  ] as const) {
    const topic = zh.topics.find((entry) => entry.questions.includes(id));
    const { text, complaints } = reviewText(zh, new Map([[id, points]]), points, random);
    expect(topic?.[bandOf(points)].some((clause) => text.includes(clause))).toBe(true);
    expect(complaints).toEqual(points === 1 ? [] : [id]);
  }
});

test('nothing answered, nothing written', () => {
  expect(reviewText(zh, new Map(), 0.5, stream('text'))).toEqual({ text: '', complaints: [] });
});

test('the answers of a review bear out its text', () => {
  const questions = context.questionnaire.questions;
  for (const { reviews } of vendors) {
    for (const { text, cells, language, moderation } of reviews) {
      if (text === '' || moderation === 'withheld' || text.includes(zh.praise[3]?.[0] ?? '')) continue;
      for (const topic of context.words.reviews[language === 'en' ? 'en' : 'zh'].topics) {
        const cell = cells[questions.findIndex((question) => topic.questions.includes(question.id))] ?? '';
        const rating = Number(cell);
        if (!questions.some((question) => question.kind === 'rating' && topic.questions.includes(question.id)))
          continue;
        if (topic.poor.some((clause) => text.includes(clause))) expect(rating, text).toBeLessThanOrEqual(2);
        if (topic.good.some((clause) => text.includes(clause))) expect(rating, text).toBeGreaterThanOrEqual(4);
      }
    }
  }
});

test('texts are many, mostly Chinese, and alike only where suspicious praise was planned', () => {
  const planned = new Set(vendors.filter(({ archetype }) => archetype.burst || archetype.ring).map(({ slug }) => slug));
  const rows = rowsIn('data/reviews').filter((row) => row['text'] !== '');
  expect(rows.length).toBeGreaterThan(600);
  expect(rows.filter((row) => row['language'] === 'zh').length / rows.length).toBeGreaterThan(0.85);
  const others = rows.filter((row) => !planned.has(row['vendor'] ?? ''));
  expect(new Set(others.map((row) => row['text'])).size).toBe(others.length);
  const sets = others.map((row) => triples(row['text'] ?? ''));
  let alike = 0;
  sets.forEach((set, i) => {
    for (let j = 0; j < i; j += 1)
      if (jaccard(set, sets[j] ?? new Set()) >= context.method.integrity.similarText) alike += 1;
  });
  expect(alike).toBeLessThanOrEqual(3);
  const praise = rows
    .filter((row) => planned.has(row['vendor'] ?? '') && row['source'] !== 'verified-contract')
    .map((row) => triples(row['text'] ?? ''));
  const pairs = praise.flatMap((set, i) =>
    praise.slice(0, i).filter((other) => jaccard(set, other) >= context.method.integrity.similarText),
  );
  expect(pairs.length).toBeGreaterThan(40);
});
