/** What comes out of a valid workspace: cells as numbers, empty as unknown, and nothing that depends on an order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset, ObservationTable, ReviewTable } from '../../src/schema/dataset.ts';
import { INCENTIVES, RELATIONSHIPS } from '../../src/schema/review.ts';
import { requireDataset, validateWorkspace } from '../../src/validate/workspace.ts';
import { edited, rawFrom, tinyWith, tinyWorkspace } from '../workspaces/tiny.ts';

const datasetOf = (files: ReadonlyMap<string, string | Uint8Array>): Dataset =>
  requireDataset(validateWorkspace(rawFrom(files)));

describe('reviews in columns', () => {
  const { reviews } = datasetOf(tinyWorkspace());

  it('hold one entry for each row', () => {
    expect(reviews.count).toBe(4);
    expect(reviews.id).toEqual(['r-1', 'r-2', 'r-3', 'r-4']);
    expect([...reviews.vendor]).toEqual([0, 0, 1, 1]);
    // 2026-06-01 is day 20605, May 2026 is month 676.
    expect([...reviews.day]).toEqual([20605, 20606, 20607, 20608]);
    expect([...reviews.experienced]).toEqual([676, -1, 677, -1]);
    expect([...reviews.moderation]).toEqual([0, 0, 1, 2]);
  });

  it('number reviewers, so that one person is one number', () => {
    expect([...reviews.reviewer]).toEqual([0, 1, 0, 2]);
  });

  it('take an empty cell as unknown, never as 0', () => {
    expect([...(reviews.answers[0] ?? [])]).toEqual([5, 4, NaN, 3]);
    expect([...(reviews.answers[1] ?? [])]).toEqual([1, 0, NaN, 1]);
    expect([...(reviews.answers[2] ?? [])]).toEqual([30, Infinity, NaN, 0]);
    expect(RELATIONSHIPS[reviews.relationship[1] ?? 0]).toBe('unknown');
    expect(INCENTIVES[reviews.incentive[1] ?? 0]).toBe('unknown');
  });

  it('keep texts, their line breaks as line feeds, by row', () => {
    expect([...reviews.text]).toEqual([
      [0, '回复快,\n也客气'],
      [3, 'Fine'],
    ]);
    expect([...reviews.moderationReason]).toEqual([[2, '无法核实']]);
  });

  it('may lack columns that no row needs, in any order', () => {
    const short =
      'moderation,reviewer,source,reviewed_on,vendor,id\npublished,00000000000000aa,organic,2026-06-01,beta,r-1\n';
    const files = edited(
      edited(tinyWorkspace(), 'data/vendors/alpha.yaml', '{ review: r-1 }', '{ criterion: demo/channels }'),
      'data/cases/first.yaml',
      '{ review: r-2 }',
      '{ field: name }',
    );
    const table = datasetOf(files.set('data/reviews/2026.csv', short)).reviews;
    expect(table.count).toBe(1);
    expect(table.answers.map((a) => [...a])).toEqual([[NaN], [NaN], [NaN]]);
    expect([...table.experienced]).toEqual([-1]);
  });
});

describe('observations in columns', () => {
  it('hold day, minute and what was seen', () => {
    const { observations } = datasetOf(tinyWorkspace());
    expect([...observations.day]).toEqual([20605, 20605, 20606]);
    expect([...observations.minute]).toEqual([570, 571, 0]);
    expect([...observations.observer]).toEqual([0, -1, 0]);
    expect(observations.values.map((v) => [...v])).toEqual([[12, Infinity, NaN]]);
  });
});

describe('a CSV file', () => {
  const text = tinyWorkspace().get('data/reviews/2026.csv') ?? '';
  const expected = content(datasetOf(tinyWorkspace()));
  const bytes = new TextEncoder().encode(text);
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each([
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])],
    ['UTF-16', utf16],
    ['UTF-16 of the other order', Buffer.from(utf16).swap16()],
    ['line ends of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['blank lines and rows of commas', Buffer.from(`${text.replace('r-3', '\n   \n\nr-3')}\n,,,,,,,,,,,,,,,\n\n`)],
    [
      'quotes around every cell of a row',
      Buffer.from(text.replace('r-2,alpha,2026-06-02', '"r-2","alpha","2026-06-02"')),
    ],
  ])('says the same with %s', (_, file) => {
    const files = new Map<string, string | Uint8Array>(tinyWorkspace()).set('data/reviews/2026.csv', file);
    expect(content(datasetOf(files))).toEqual(expected);
  });

  it('may be GB 18030', async () => {
    const { default: iconv } = await import('iconv-lite');
    const files = new Map<string, string | Uint8Array>(tinyWorkspace()).set(
      'data/reviews/2026.csv',
      iconv.encode(text, 'gb18030'),
    );
    expect(content(datasetOf(files))).toEqual(expected);
  });
});

describe('the dataset', () => {
  it('has vendors in the order of their slugs, which is not that of their paths', () => {
    const file = 'name: { zh: 甲, en: A }\nstatus: listed\n';
    const files = new Map<string, string | Uint8Array>(tinyWorkspace())
      .set('data/vendors/zz-2.yaml', file.replace('甲, en: A', '乙二, en: Second zed'))
      .set('data/vendors/zz.yaml', file.replace('甲, en: A', '丙三, en: Third zed'));
    expect(
      datasetOf(files)
        .vendors.map((v) => v.slug)
        .slice(-2),
    ).toEqual(['zz', 'zz-2']);
  });

  it('has methods oldest first, by number and not by letter', () => {
    const method = tinyWorkspace().get('content/methodology/2026.1/method.yaml') ?? '';
    const files = tinyWorkspace();
    for (const version of ['2026.10', '2026.2', '2025.3']) {
      files.set(
        `content/methodology/${version}/method.yaml`,
        method.replace("'2026.1'", `'${version}'`).replace('published\n', 'draft\n'),
      );
      for (const language of ['zh', 'en']) files.set(`content/methodology/${version}/${language}.mdx`, 'x');
    }
    expect(datasetOf(files).methods.map((m) => m.version)).toEqual(['2025.3', '2026.1', '2026.2', '2026.10']);
  });

  it('lets older methods speak of dimensions that are gone', () => {
    const files = tinyWorkspace();
    const method = files.get('content/methodology/2026.1/method.yaml') ?? '';
    files.set(
      'content/methodology/2025.1/method.yaml',
      method.replace("'2026.1'", "'2025.1'").replace('manners:', 'gone:'),
    );
    files.set(
      'content/methodology/2026.1/method.yaml',
      `${method.replace('zh: 测试用, en: For tests', 'zh: 第二版, en: The second')}changes: [{ zh: 改, en: Changed }]\n`,
    );
    files.set('content/methodology/2025.1/zh.mdx', 'x').set('content/methodology/2025.1/en.mdx', 'x');
    expect(datasetOf(files).methods).toHaveLength(2);
  });

  it('does not depend on the order of rows, files or columns', () => {
    const lines = rowsOf('data/reviews/2026.csv');
    const contacts = rowsOf('data/observations/2026.csv');
    const expected = content(datasetOf(tinyWorkspace()));
    const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
      fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(
        shuffled(lines.rows),
        shuffled(contacts.rows),
        fc.nat(lines.rows.length),
        fc.boolean(),
        (reviews, observations, cut, swap) => {
          const files = tinyWorkspace();
          const [a, b] = [reviews.slice(0, cut), reviews.slice(cut)];
          files.set('data/reviews/2026.csv', [lines.header, ...(swap ? b : a)].join(''));
          files.set('data/reviews/more.csv', [lines.header, ...(swap ? a : b)].join(''));
          files.set('data/observations/2026.csv', [contacts.header, ...observations].join(''));
          const reversed = new Map([...files].reverse());
          expect(content(datasetOf(swap ? reversed : files))).toEqual(expected);
        },
      ),
      { numRuns: 200, seed: 20261031 },
    );
  });
});

describe('faults of the tables', () => {
  it('let replies and cases alone while the reviews cannot be judged', () => {
    const files = tinyWith('data/reviews/2026.csv', 'r-1,alpha', 'r-1,alfa');
    expect(() => datasetOf(files)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ rule: 'vendor-unknown' })] }),
    );
  });

  it('are told once when the questionnaire, which names the columns, is faulty itself', () => {
    const files = tinyWith('content/questionnaire.yaml', 'kind: rating', 'kind: ratings');
    expect(() => datasetOf(files)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ rule: 'choice' })] }),
    );
  });

  it('are told once when a framework, which everybody refers to, cannot be parsed', () => {
    const files = tinyWith('content/frameworks/demo.yaml', 'id: demo', 'id: demo: demo');
    expect(() => datasetOf(files)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ rule: 'yaml-syntax' })] }),
    );
  });
});

/** Header and rows of a CSV of the tiny workspace, quoted line breaks within their row. */
function rowsOf(path: string): { header: string; rows: string[] } {
  const [header = '', ...rows] = (tinyWorkspace().get(path) ?? '').split(/(?<=\n)(?=id,|[ro]-\d)/);
  return { header, rows };
}

/** The content of a dataset in an order of its own: rows as objects by id, persons by the rows that they wrote. */
function content({ inputs: _, reviews, observations, ...rest }: Dataset): unknown {
  return { ...rest, reviews: reviewRows(reviews), observations: observationRows(observations) };
}

function reviewRows(t: ReviewTable): unknown {
  const persons = groups(t.reviewer, t.id);
  const rows = t.id.map((id, i) => ({
    id,
    cells: [t.vendor, t.day, t.experienced, t.source, t.relationship, t.incentive, t.moderation, ...t.answers].map(
      (column) => column[i],
    ),
    person: persons.get(t.reviewer[i] ?? -1),
    texts: [t.text.get(i), t.language.get(i), t.moderationReason.get(i)],
  }));
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function observationRows(t: ObservationTable): unknown {
  const persons = groups(t.observer, t.id);
  const rows = t.id.map((id, i) => ({
    id,
    cells: [t.vendor, t.day, t.minute, t.channel, t.scenario, ...t.values].map((column) => column[i]),
    person: (t.observer[i] ?? -1) === -1 ? undefined : persons.get(t.observer[i] ?? -1),
  }));
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function groups(numbers: Int32Array, ids: readonly string[]): Map<number, string> {
  const found = new Map<number, string[]>();
  for (const [i, number] of numbers.entries()) found.set(number, [...(found.get(number) ?? []), ids[i] ?? '']);
  return new Map([...found].map(([number, members]) => [number, members.sort().join()]));
}
