/** Collections in an import: the target column, the period, and the notice about reviews that share days. */
import { describe, expect, it } from 'vitest';
import { checkMapping } from '../../src/import/check.ts';
import { type ImportReport, reportText } from '../../src/import/report.ts';
import { fileOf, importOf, mappingOf, sheetOf, teaHouses } from './invented.ts';

const HEAD = 'no|house|day|guest|wave';

function mapping(collection: string): string {
  return `
target: reviews
columns:
  id: { from: no, steps: [{ do: affix, before: tea- }] }
  vendor: { from: house, steps: [{ do: slug }] }
  reviewed_on: { from: day, steps: [{ do: date, formats: [YYYY-MM-DD] }] }
  source: { value: invited }
${collection}  reviewer: { from: guest, steps: [{ do: hash, salt: tea-house-salt }] }
  moderation: { value: pending }
vendors:
  name: { en: { from: house } }
`;
}

const CONSTANT = mapping('  collection: { value: spring-wave }\n');
const FROM_COLUMN = mapping('  collection: { from: wave }\n');
const NONE = mapping('');

/** `count` records of one house and one day. */
const sameDay = (count: number, house: string, wave = ''): string[] =>
  Array.from({ length: count }, (_, i) => `${house}${i}|${house}|2026-04-05|guest ${house}${i}|${wave}`);

describe('the column collection of an import', () => {
  it('may be a constant', () => {
    expect(fileOf(importOf(CONSTANT, sheetOf(HEAD, ...sameDay(1, 'Oolong'))), 'data/reviews/tea-map.csv')).toMatch(
      /^id,vendor,reviewed_on,source,collection,reviewer,moderation\ntea-Oolong0,oolong,2026-04-05,invited,spring-wave,/,
    );
  });

  it('may come from a column, where an empty cell means none', () => {
    const text = fileOf(
      importOf(FROM_COLUMN, sheetOf(HEAD, ...sameDay(1, 'Assam', 'spring-wave'), ...sameDay(1, 'Oolong'))),
      'data/reviews/tea-map.csv',
    );
    expect(text.split('\n').map((line) => line.split(',')[4])).toEqual(['collection', 'spring-wave', '', undefined]);
  });

  it('leaves out a record of a collection that is not declared, and one dated outside of its period', () => {
    const { tally } = importOf(
      FROM_COLUMN,
      sheetOf(
        HEAD,
        '1|Assam|2026-04-05|a|autumn-wave',
        '2|Assam|2026-03-31|b|spring-wave',
        '3|Assam|2026-04-11|c|spring-wave',
        '4|Assam|2026-04-01|d|spring-wave',
        '5|Assam|2026-04-10|e|spring-wave',
      ),
    );
    expect(tally.taken).toBe(2);
    expect(
      tally.reasons.map(({ reason, column, count, examples }) => [reason, column, count, examples.map((e) => e.found)]),
    ).toEqual([
      ['outside-collection', 'reviewed_on', 2, ['2026-03-31', '2026-04-11']],
      ['not-allowed', 'collection', 1, ['autumn-wave']],
    ]);
  });

  it('is refused in the mapping as a constant that is not declared, with the id that was probably meant', () => {
    expect(
      checkMapping(mappingOf(mapping('  collection: { value: spring-wawe }\n')), HEAD.split('|'), teaHouses),
    ).toMatchObject([
      {
        path: ['columns', 'collection', 'value'],
        rule: 'mapping-constant',
        params: { found: 'spring-wawe', near: 'spring-wave' },
      },
    ]);
  });
});

describe('reviews of one day', () => {
  const rows = [...sameDay(20, 'Oolong'), ...sameDay(30, 'Assam')];

  it('are told of when they count for much less than their number', () => {
    // 20 / (1 + 0.1 x 19) + 30 / (1 + 0.1 x 29) = 6.90 + 7.69 = 14.59.
    expect(importOf(NONE, sheetOf(HEAD, ...rows)).sharedDays).toMatchObject({ reviews: 50, vendors: 2, most: 15 });
  });

  it('are not told of when they are of a collection', () => {
    expect(importOf(CONSTANT, sheetOf(HEAD, ...rows))).not.toHaveProperty('sharedDays');
  });

  it('are told of in both languages', () => {
    const { tally, created, kept, differing, carried, lost, sharedDays } = importOf(NONE, sheetOf(HEAD, ...rows));
    if (sharedDays === undefined) throw new Error('no notice');
    const report: ImportReport = {
      mapping: 'tea-map',
      target: 'reviews',
      encoding: 'utf-8',
      tally,
      created,
      kept,
      differing,
      carried,
      lost,
      sharedDays,
      dryRun: false,
      written: [],
      unchanged: 0,
    };
    expect(reportText(report, 'en')).toContain(
      '! 50 reviews of 2 vendors share a day with others of the same vendor and count as at most 15; if they were collected by one survey, declare a collection',
    );
    expect(reportText(report, 'zh')).toContain(
      '! 2 家的 50 条评价与同一家的其他评价日期相同，至多算 15 条；如果是同一次问卷收回的，请申明收集批次',
    );
  });
});
