/** Collections in the questionnaire, the column `collection`, and the warning about reviews that share days. */
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/validate/problem-text.ts';
import { reviewsByDay, sharedDays } from '../../src/validate/rules/reviews.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { edited, rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

const QUESTIONS = 'content/questionnaire.yaml';
const METHOD = 'content/methodology/2026.1/method.yaml';
const HEAD = 'id,vendor,reviewed_on,source,collection,reviewer,moderation\n';

function wave(id: string, from: string, to: string): string {
  return `  - { id: ${id}, name: { zh: 问卷, en: Survey }, from: ${from}, to: ${to} }\n`;
}

/** The tiny workspace with these collections, a discount of r = 0.1 on days, and one more file of reviews. */
function workspace(
  collections: string,
  rows: string,
  more: Readonly<Record<string, string>> = {},
): Map<string, string> {
  const files = edited(tinyWorkspace(), METHOD, 'dayShare: 0.2', 'dayCorrelation: 0.1');
  if (collections !== '') edited(files, QUESTIONS, 'observations:\n', `collections:\n${collections}observations:\n`);
  files.set('data/reviews/more.csv', HEAD + rows);
  for (const [path, text] of Object.entries(more)) files.set(path, HEAD + text);
  return files;
}

/** `count` rows of one vendor and day. */
function rowsOf(
  prefix: string,
  count: number,
  vendor: string,
  day: string,
  collection = '',
  moderation = 'published',
): string {
  return Array.from(
    { length: count },
    (_, i) => `${prefix}-${i},${vendor},${day},organic,${collection},${String(i).padStart(16, 'a')},${moderation}\n`,
  ).join('');
}

function read(files: Map<string, string>): ReturnType<typeof validateWorkspace> {
  return validateWorkspace(rawFrom(files));
}

const linesOf = (files: Map<string, string>): string[] => read(files).problems.map((p) => problemLine(p, 'en'));

describe('a collection in the questionnaire', () => {
  it('gives reviews its index; a review that names none, or a file without the column, has -1', () => {
    const { dataset, problems } = read(
      workspace(
        wave('first', '2026-05-01', '2026-05-03') + wave('second', '2026-06-01', '2026-06-03'),
        rowsOf('s', 2, 'beta', '2026-06-03', 'second') + rowsOf('n', 1, 'beta', '2026-06-04'),
      ),
    );
    expect(problems).toEqual([]);
    expect(dataset?.questionnaire.collections.map((c) => c.id)).toEqual(['first', 'second']);
    const { id = [], collection = [] } = dataset?.reviews ?? {};
    expect(Object.fromEntries(id.map((row, i) => [row, collection[i]]))).toEqual({
      'r-1': -1,
      'r-2': -1,
      'r-3': -1,
      'r-4': -1,
      's-0': 1,
      's-1': 1,
      'n-0': -1,
    });
  });

  it('is refused when it ends before it begins, at its first day', () => {
    expect(linesOf(workspace(wave('first', '2026-05-02', '2026-05-01'), ''))).toEqual([
      'content/questionnaire.yaml:23:54 collections.0.from - found 2026-05-02; expected not later than to (2026-05-01). Fix: check both dates. [date-order]',
    ]);
  });

  it('may last one day', () => {
    expect(
      linesOf(workspace(wave('first', '2026-05-02', '2026-05-02'), rowsOf('s', 1, 'beta', '2026-05-02', 'first'))),
    ).toEqual([]);
  });

  it('is refused when its id is taken', () => {
    expect(
      linesOf(workspace(wave('first', '2026-05-01', '2026-05-02') + wave('first', '2026-06-01', '2026-06-02'), '')),
    ).toEqual([expect.stringContaining('collections.1.id - found "first" a second time')]);
  });
});

describe('the column collection', () => {
  it('is refused where no such collection is declared, with the id that was probably meant', () => {
    expect(
      linesOf(
        workspace(
          wave('spring-wave', '2026-06-01', '2026-06-02'),
          rowsOf('s', 1, 'beta', '2026-06-01', 'spring-waves'),
        ),
      ),
    ).toEqual([
      'data/reviews/more.csv:2:29 collection - found "spring-waves"; expected a collection in content/questionnaire.yaml: spring-wave; or an empty cell. Fix: write "spring-wave". [collection-unknown]',
    ]);
  });

  it.each(['2026-05-31', '2026-06-03'])(
    'is refused for a review of %s when the collection went from 1 to 2 June',
    (day) => {
      expect(linesOf(workspace(wave('wave', '2026-06-01', '2026-06-02'), rowsOf('s', 1, 'beta', day, 'wave')))).toEqual(
        [
          `data/reviews/more.csv:2:10 reviewed_on - found ${day}; expected a day of collection wave, 2026-06-01 to 2026-06-02. Fix: check the day, leave the column collection empty, or correct the period in content/questionnaire.yaml. [collection-period]`,
        ],
      );
    },
  );

  it('is taken for the first and the last day', () => {
    expect(
      linesOf(
        workspace(
          wave('wave', '2026-06-01', '2026-06-02'),
          rowsOf('s', 1, 'beta', '2026-06-01', 'wave') + rowsOf('t', 1, 'beta', '2026-06-02', 'wave'),
        ),
      ),
    ).toEqual([]);
  });

  it('is not judged while the questionnaire is faulty', () => {
    const files = edited(
      workspace('', rowsOf('s', 1, 'beta', '2026-06-01', 'wave')),
      QUESTIONS,
      'kind: rating',
      'kind: rated',
    );
    expect(read(files).problems.map((p) => p.rule)).not.toContain('collection-unknown');
  });
});

describe('reviews that share their day with others of the same vendor', () => {
  const warning = (files: Map<string, string>) => read(files).problems.filter((p) => p.rule === 'days-discounted');

  it('are told of once for a file, with their number, their vendors and for how many they count at most', () => {
    // 30 of one day count for 30 / (1 + 0.1 x 29) = 7.69. With r-1 of the other file there are 21 of alpha on 2026-06-01, of which
    // these 20 count for 20 / (1 + 0.1 x 20) = 6.67: 14.36 in all.
    const found = warning(
      workspace(
        '',
        rowsOf('x', 1, 'beta', '2026-05-01') +
          rowsOf('s', 20, 'alpha', '2026-06-01') +
          rowsOf('t', 30, 'beta', '2026-06-01'),
      ),
    );
    expect(found).toEqual([
      {
        path: 'data/reviews/more.csv',
        line: 3,
        column: 0,
        field: 'reviewed_on',
        rule: 'days-discounted',
        severity: 'warning',
        params: { found: 50, vendors: 2, most: 15 },
      },
    ]);
  });

  it('are not told of when they are of a collection, not published, or of different days', () => {
    const days = Array.from({ length: 25 }, (_, i) =>
      rowsOf(`d${i}`, 1, 'beta', `2026-04-${String(i + 1).padStart(2, '0')}`),
    ).join('');
    const files = workspace(
      wave('wave', '2026-06-03', '2026-06-03'),
      rowsOf('s', 30, 'beta', '2026-06-03', 'wave') + rowsOf('p', 30, 'beta', '2026-06-05', '', 'pending') + days,
    );
    expect(warning(files)).toEqual([]);
  });

  it('are not told of while little is lost: five on each of two days count as 5 / 1.4 = 3.57 each', () => {
    expect(warning(workspace('', rowsOf('s', 5, 'beta', '2026-06-06') + rowsOf('t', 5, 'beta', '2026-06-07')))).toEqual(
      [],
    );
  });

  it('are not told of by a method that does not discount days', () => {
    const files = edited(
      workspace('', rowsOf('s', 40, 'beta', '2026-06-06')),
      METHOD,
      'dayCorrelation: 0.1',
      'dayShare: 0.2',
    );
    expect(warning(files)).toEqual([]);
  });

  it('are told of in each of the files over which a day is spread', () => {
    const files = workspace('', rowsOf('s', 20, 'beta', '2026-06-06'), {
      'data/reviews/other.csv': rowsOf('t', 20, 'beta', '2026-06-06'),
    });
    // 40 of one day: each counts for 1 / (1 + 0.1 x 39) = 0.204, twenty for 4.08.
    expect(warning(files).map(({ path, line, params }) => [path, line, params['most']])).toEqual([
      ['data/reviews/more.csv', 2, 5],
      ['data/reviews/other.csv', 2, 5],
    ]);
  });

  it('count for the worked number: 200 of one day for at most 200 / 20.9 = 9.57', () => {
    const table = { vendor: new Int32Array(200), day: new Int32Array(200).fill(20_000) };
    const all = (): boolean => true;
    expect(sharedDays(table, [0, 200], all, reviewsByDay(table, 200, all), 0.1)).toEqual({
      reviews: 200,
      vendors: 1,
      most: 10,
      first: 0,
    });
  });
});
