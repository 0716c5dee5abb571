import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { generateSample, samplePieces } from '../../src/sample/generate.ts';
import { caseFile } from '../../src/schema/case.ts';
import { observationColumns, OBSERVATION_REQUIRED } from '../../src/schema/observation.ts';
import { reviewColumns, REVIEW_REQUIRED } from '../../src/schema/review.ts';
import { vendor } from '../../src/schema/vendor.ts';
import { context, rowsIn, sample } from './workspace.ts';

const only = (files: ReadonlyMap<string, string>, folder: string): [string, string][] =>
  [...files].filter(([path]) => path.startsWith(folder));

test('the same seed gives the same bytes, another seed other ones', () => {
  expect(generateSample(context)).toEqual(sample);
  expect(generateSample({ ...context, seed: 'another' })).not.toEqual(sample);
});

test('more vendors change nobody else: their files stay as they are, and rows are only added at the end', () => {
  const more = generateSample({ ...context, vendors: 47 });
  for (const [path, text] of only(sample, 'data/vendors')) expect(more.get(path), path).toBe(text);
  for (const [path, text] of only(sample, 'data/cases')) expect(more.get(path), path).toBe(text);
  for (const folder of ['data/reviews', 'data/observations']) {
    for (const [path, text] of only(sample, folder)) expect(more.get(path)?.startsWith(text), path).toBe(true);
  }
  expect(only(more, 'data/vendors')).toHaveLength(47);
});

test('a word changed in one list moves nothing that other lists decide', () => {
  const words = { ...context.words, interests: [{ zh: '另一句', en: 'Another sentence' }] };
  const other = generateSample({ ...context, words });
  const changed = [...sample].filter(([path, text]) => other.get(path) !== text).map(([path]) => path);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every((path) => path.startsWith('data/vendors/'))).toBe(true);
  expect(changed.length).toBeLessThan(12);
});

test('vendor files are valid, under 64 KiB, and name their schema in their first line', () => {
  const files = only(sample, 'data/vendors');
  expect(files).toHaveLength(40);
  for (const [path, text] of files) {
    expect(vendor.safeParse(parse(text)).error?.issues ?? [], path).toEqual([]);
    expect(Buffer.byteLength(text)).toBeLessThan(64 * 1024);
    expect(text.split('\n', 1)[0]).toBe('# yaml-language-server: $schema=../../schemas/vendor.schema.json');
  }
});

test('credit codes are written in quotes', () => {
  for (const [, text] of only(sample, 'data/vendors')) expect(text).toMatch(/^creditCode: "[0-9A-Z]{18}"$/m);
});

test('case files are valid, name a vendor of the sample and one of its reviews or answers', () => {
  const files = only(sample, 'data/cases');
  const reviews = new Map(rowsIn('data/reviews').map((row) => [row['id'], row['vendor']]));
  expect(files.length).toBeGreaterThanOrEqual(5);
  for (const [path, text] of files) {
    const found = caseFile.parse(parse(text));
    const file = sample.get(`data/vendors/${found.vendor}.yaml`);
    expect(file, path).toBeDefined();
    if ('review' in found.about) expect(reviews.get(found.about.review)).toBe(found.vendor);
    if ('criterion' in found.about) {
      const [framework = '', criterion = ''] = found.about.criterion.split('/');
      expect(vendor.parse(parse(file ?? '')).answers[framework]?.[criterion], path).toBeDefined();
    }
  }
});

test('every cell of every review is of its column, and what must be filled is', () => {
  const rows = rowsIn('data/reviews');
  for (const row of rows) {
    for (const [column, schema] of Object.entries(reviewColumns)) {
      const cell = row[column] ?? '';
      if (cell !== '') expect(schema.safeParse(cell).success, `${row['id']} ${column} ${cell}`).toBe(true);
    }
    for (const column of REVIEW_REQUIRED) expect(row[column], `${row['id']} ${column}`).not.toBe('');
  }
  expect(new Set(rows.map((row) => row['id'])).size).toBe(rows.length);
});

test('answers lie on the scales of the questionnaire', () => {
  for (const row of rowsIn('data/reviews')) {
    for (const question of context.questionnaire.questions) {
      const cell = row[question.id] ?? '';
      if (cell === '') continue;
      if (question.kind === 'rating') expect(['1', '2', '3', '4', '5']).toContain(cell);
      else if (question.kind === 'share') expect(['yes', 'no']).toContain(cell);
      else if (cell !== 'none') expect(Number(cell)).toBeLessThanOrEqual(question.window);
    }
  }
});

test('every cell of every timed contact is of its column, in working hours of a working day', () => {
  const rows = rowsIn('data/observations');
  const channels = new Set(context.questionnaire.observations?.channels.map((channel) => channel.id));
  for (const row of rows) {
    for (const [column, schema] of Object.entries(observationColumns)) {
      const cell = row[column];
      if (cell !== '') expect(schema.safeParse(cell).success, `${row['id']} ${column} ${cell}`).toBe(true);
    }
    for (const column of OBSERVATION_REQUIRED) expect(row[column]).not.toBe('');
    expect(channels.has(row['channel'] ?? '')).toBe(true);
    const sent = new Date(`${row['sent_at']?.replace(' ', 'T')}:00Z`);
    expect([1, 2, 3, 4, 5]).toContain(sent.getUTCDay());
    expect(sent.getUTCHours()).toBeGreaterThanOrEqual(9);
    expect(sent.getUTCHours()).toBeLessThan(18);
  }
  expect(new Set(rows.map((row) => row['id'])).size).toBe(rows.length);
});

test('nothing is later than the day that counts as today', () => {
  for (const row of rowsIn('data/reviews')) expect((row['reviewed_on'] ?? '') <= context.asOf).toBe(true);
  for (const row of rowsIn('data/observations')) expect((row['sent_at'] ?? '') <= context.asOf).toBe(true);
  for (const [path, text] of only(sample, 'data/vendors')) {
    const file = vendor.parse(parse(text));
    const dates = [
      file.since ?? '',
      file.licence?.checkedOn ?? '',
      ...file.prices.map((price) => price.observedOn),
      ...file.evidence.flatMap((item) => [item.lastLooked, item.lastConfirmed]),
      ...file.replies.map((reply) => reply.on),
    ];
    for (const date of dates) expect(date <= context.asOf, path).toBe(true);
  }
});

test('addresses, mails, telephones and web pages cannot be those of anybody', () => {
  for (const [path, text] of only(sample, 'data/vendors')) {
    const file = vendor.parse(parse(text));
    const urls = [file.website, ...file.evidence.map((item) => item.url)].filter((url) => url !== undefined);
    for (const url of urls) expect(new URL(url).hostname, path).toMatch(/\.example$/);
    for (const office of file.offices) {
      expect(office.address?.zh).toMatch(/示例/);
      expect(office.address?.en).toMatch(/Example/);
    }
    for (const contact of Object.values(file.contacts)) expect(contact).toMatch(/\.example|^000-0000-00\d\d$|示例/);
    expect(text).not.toMatch(/\b1[3-9]\d{9}\b/);
  }
});

test('replies answer a published review of the same vendor, or a criterion of the frameworks', () => {
  const rows = new Map(rowsIn('data/reviews').map((row) => [row['id'], row]));
  const criteria = new Set(
    context.frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria.map((c) => `${f.id}/${c.id}`))),
  );
  let replies = 0;
  for (const [path, text] of only(sample, 'data/vendors')) {
    for (const { to, on } of vendor.parse(parse(text)).replies) {
      replies += 1;
      if ('criterion' in to) expect(criteria.has(to.criterion)).toBe(true);
      else {
        const row = rows.get(to.review);
        expect(path).toBe(`data/vendors/${row?.['vendor']}.yaml`);
        expect(row?.['moderation']).toBe('published');
        expect(on > (row?.['reviewed_on'] ?? '')).toBe(true);
      }
    }
  }
  expect(replies).toBeGreaterThan(40);
});

test('the amounts asked for are the amounts made, roughly', () => {
  const files = generateSample({ ...context, vendors: 120, reviews: 1200, observations: 600, seed: 'amounts' });
  expect(only(files, 'data/vendors')).toHaveLength(120);
  expect(rowsIn('data/reviews', files).length).toBeGreaterThan(1000);
  expect(rowsIn('data/reviews', files).length).toBeLessThan(1450);
  expect(rowsIn('data/observations', files).length).toBeGreaterThan(500);
  expect(rowsIn('data/observations', files).length).toBeLessThan(700);
});

test('no reviews and no contacts can be asked for', () => {
  const files = generateSample({ ...context, vendors: 6, reviews: 0, observations: 0 });
  expect([...files.keys()].filter((path) => path.endsWith('.csv'))).toEqual([]);
});

test('pieces of a file come in order and begin with its head line', () => {
  const first = new Map<string, string>();
  for (const { path, text } of samplePieces(context)) if (!first.has(path)) first.set(path, text);
  for (const [path, text] of first)
    if (path.endsWith('.csv'))
      expect(text.startsWith(path.startsWith('data/codings/') ? 'vendor,criterion,' : 'id,vendor,'), path).toBe(true);
});

test('amounts that are no amounts and words that name what is not there are refused', () => {
  expect(() => generateSample({ ...context, vendors: 0 })).toThrow(/vendors/);
  expect(() => generateSample({ ...context, vendors: 2.5 })).toThrow(/vendors/);
  expect(() => generateSample({ ...context, reviews: -1 })).toThrow(/reviews/);
  const places = [{ city: 'atlantis', weight: 1, price: 1 }];
  expect(() => generateSample({ ...context, words: { ...context.words, places } })).toThrow(/places\.city: atlantis/);
});
