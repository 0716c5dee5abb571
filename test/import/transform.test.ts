import { describe, expect, it } from 'vitest';
import { fileOf, importOf, sheetOf } from './invented.ts';

const REVIEWS = `
target: reviews
source: { missing: ['-'] }
columns:
  id: { from: no, steps: [{ do: affix, before: tea- }] }
  vendor: { from: house, steps: [{ do: slug }] }
  reviewed_on: { from: day, steps: [{ do: date, formats: [D/M/YYYY] }] }
  source: { value: organic }
  reviewer: { from: guest, steps: [{ do: hash, salt: tea-house-salt }] }
  text: { from: said, steps: [{ do: plain-text }] }
  moderation: { value: published }
  taste: { from: mark, steps: [{ do: scale, from: [0, 10], to: [1, 5], notRated: [0] }] }
  again: { from: again, steps: [{ do: table, values: { Y: 'yes', N: 'no' } }] }
vendors:
  name: { zh: { from: house } }
  services: [tea]
`;
const HEAD = 'no|house|day|guest|mark|again|said';

describe('reviews', () => {
  const output = importOf(
    REVIEWS,
    sheetOf(
      HEAD,
      '2|青石茶楼|3/4/2026|Wang Wu|10|Y|<b>Very</b> good',
      '1|青石茶楼|2/4/2026|Zhao Liu|0|-|-',
      '3|白云茶馆|1/4/2026|Qian Qi|5|N|=1+1',
      '4|白云茶馆|31/4/2026|Qian Qi|5|N|no such day',
      '3|白云茶馆|2/4/2026|Sun Ba|5|N|again the same number',
      '5|白云茶馆|2/4/2026|Sun Ba|12|N|off the scale',
      '6|-|2/4/2026|Sun Ba|5|N|nobody in particular',
      '7|白云茶馆|2/4/2026|Sun Ba|5|perhaps|undecided',
    ),
  );

  it('become rows sorted by vendor and day, with names gone and text as it is', () => {
    const lines = fileOf(output, 'data/reviews/tea-map.csv').split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('id,vendor,reviewed_on,source,reviewer,text,moderation,taste,again');
    expect(lines[1]).toMatch(/^tea-3,bai-yun-cha-guan,2026-04-01,organic,[0-9a-f]{32},=1\+1,published,3,no$/);
    expect(lines[2]).toMatch(/^tea-1,qing-shi-cha-lou,2026-04-02,organic,[0-9a-f]{32},,published,,$/);
    expect(lines[3]).toMatch(/^tea-2,qing-shi-cha-lou,2026-04-03,organic,[0-9a-f]{32},Very good,published,5,yes$/);
    expect(output.files.map((f) => f.text).join('\n')).not.toContain('Wang');
  });

  it('are counted with the reasons of those left out and their lines', () => {
    expect(output.tally).toMatchObject({ read: 8, taken: 3, skipped: 0, bad: 5 });
    expect(
      output.tally.reasons
        .map((r) => `${r.column} ${r.reason} ${r.examples.map((e) => `${e.line}:${e.found}`).join()}`)
        .sort(),
    ).toEqual([
      'again not-in-table 9:perhaps',
      'id id-repeated 6:tea-3',
      'reviewed_on not-date 5:31/4/2026',
      'taste out-of-scale 7:12',
      'vendor required-empty 8:',
    ]);
  });

  it('give each new vendor a file, and only those with a row that was taken', () => {
    expect(output.created).toEqual(['bai-yun-cha-guan', 'qing-shi-cha-lou']);
    expect(fileOf(output, 'data/vendors/qing-shi-cha-lou.yaml')).toBe(
      '# yaml-language-server: $schema=../../schemas/vendor.schema.json\nname:\n  zh: 青石茶楼\nstatus: participating\nsource:\n  kind: collector\nservices: [tea]\n',
    );
    const bad = importOf(REVIEWS, sheetOf(HEAD, '1|青石茶楼|never|Wang Wu|1|Y|x'));
    expect(bad.created).toEqual([]);
    expect(fileOf(bad, 'data/reviews/tea-map.csv').split('\n')).toHaveLength(2);
  });

  it('do not depend on the order of the records', () => {
    const rows = ['1|青石茶楼|2/4/2026|A|1|Y|x', '2|白云茶馆|3/4/2026|B|2|N|y', '3|青石茶楼|1/4/2026|C|3|Y|z'];
    const forth = importOf(REVIEWS, sheetOf(HEAD, ...rows));
    const back = importOf(REVIEWS, sheetOf(HEAD, ...rows.toReversed()));
    expect(back.files).toEqual(forth.files);
  });

  it('never write over a vendor file that exists, and tell when its name differs', () => {
    const rows = sheetOf(HEAD, '1|青石茶楼|2/4/2026|A|1|Y|x', '2|白云茶馆|3/4/2026|B|2|N|y');
    const there = importOf(REVIEWS, rows, {
      vendors: { 'qing-shi-cha-lou': 'name: { zh: 青狮茶楼 }\n', 'bai-yun-cha-guan': 'name: { zh: 白云 茶馆 }\n' },
    });
    expect(there.files.map((f) => f.path)).toEqual(['data/reviews/tea-map.csv']);
    expect(there.kept).toEqual(['bai-yun-cha-guan', 'qing-shi-cha-lou']);
    expect(there.differing).toEqual([{ slug: 'qing-shi-cha-lou', file: '青狮茶楼', rows: '青石茶楼' }]);
  });

  it('give no vendor a file name that the site uses itself', () => {
    const output = importOf(REVIEWS, sheetOf(HEAD, '1|Index|2/4/2026|A|1|Y|x'));
    expect(output.tally.reasons).toMatchObject([
      { reason: 'not-allowed', column: 'vendor', examples: [{ found: 'index' }] },
    ]);
  });

  it('need a vendor file when the mapping creates none', () => {
    const strict = importOf(`${REVIEWS}  create: false\n`, sheetOf(HEAD, '1|青石茶楼|2/4/2026|A|1|Y|x'));
    expect(strict.tally.reasons[0]).toMatchObject({ reason: 'vendor-unknown', column: 'vendor' });
  });
});

describe('personal data', () => {
  it('in a text or a name keeps the record out, and is not repeated in the report', () => {
    const output = importOf(
      REVIEWS,
      sheetOf(HEAD, '1|青石茶楼|2/4/2026|A|1|Y|call 13800138000', '2|老王 13800138000|2/4/2026|A|1|Y|x'),
    );
    expect(output.tally).toMatchObject({ taken: 0, bad: 2 });
    expect(output.tally.reasons.map((r) => `${r.column} ${r.reason} ${r.examples[0]?.found ?? ''}`).sort()).toEqual([
      'text personal-data personal-mobile',
      'vendors.name.zh personal-data personal-mobile',
    ]);
    expect(JSON.stringify(output.tally)).not.toContain('13800138000');
  });
});

describe('importing the same reviews again', () => {
  const sheet = sheetOf(HEAD, '1|青石茶楼|2/4/2026|A|1|Y|x', '2|青石茶楼|3/4/2026|B|2|N|y');
  const [head = '', first = '', second = ''] = fileOf(importOf(REVIEWS, sheet), 'data/reviews/tea-map.csv').split('\n');
  const names = head.split(',');
  const rowOf = (line: string) => Object.fromEntries(line.split(',').map((text, i) => [names[i] ?? '', text]));

  it('keeps what editors decided', () => {
    const withheld = { ...rowOf(second), moderation: 'withheld', moderation_reason: 'court order' };
    const again = importOf(REVIEWS, sheet, { earlier: [rowOf(first), withheld] });
    expect(again).toMatchObject({ carried: 1, lost: [] });
    const lines = fileOf(again, 'data/reviews/tea-map.csv').split('\n');
    expect(lines[0]).toContain('moderation,moderation_reason');
    expect(lines[2]).toContain('withheld,court order');
    expect(lines[1]).toContain('published,,');
  });

  it('keeps a review published that an editor has let through, though the mapping holds new ones back', () => {
    const holding = REVIEWS.replace('moderation: { value: published }', 'moderation: { value: pending }');
    const lines = fileOf(importOf(holding, sheet), 'data/reviews/tea-map.csv').split('\n');
    const names2 = (lines[0] ?? '').split(',');
    const [one, two] = [1, 2].map((i) =>
      Object.fromEntries((lines[i] ?? '').split(',').map((text, c) => [names2[c] ?? '', text])),
    );
    expect([one?.['moderation'], two?.['moderation']]).toEqual(['pending', 'pending']);
    // Again without a decision: nothing is kept against the mapping.
    expect(importOf(holding, sheet, { earlier: [one ?? {}, two ?? {}] })).toMatchObject({ carried: 0, lost: [] });
    const again = importOf(holding, sheet, { earlier: [{ ...one, moderation: 'published' }, two ?? {}] });
    expect(again).toMatchObject({ carried: 1, lost: [] });
    expect(
      fileOf(again, 'data/reviews/tea-map.csv')
        .split('\n')
        .slice(1, 3)
        .map((line) => line.includes('pending')),
    ).toEqual([false, true]);
  });

  it('tells which moderated reviews the new file no longer has, also when another review took the id', () => {
    const other = {
      ...rowOf(second),
      text: 'something else',
      moderation: 'withheld',
      moderation_reason: 'court order',
    };
    const gone = { ...rowOf(second), id: 'tea-99', moderation: 'withheld', moderation_reason: 'court order' };
    expect(importOf(REVIEWS, sheet, { earlier: [other, gone] })).toMatchObject({
      carried: 0,
      lost: ['tea-2', 'tea-99'],
    });
  });
});

describe('observations from an event log', () => {
  const output = importOf(
    `
target: observations
rows: [{ do: keep, which: last, per: ticket }, { do: where, all: [{ column: house, filled: true }] }]
columns:
  id: { from: ticket }
  vendor: { from: house, steps: [{ do: slug }] }
  channel: { from: by, steps: [{ do: lower }] }
  scenario: { value: booking }
  sent_at: { from: sent, steps: [{ do: date, formats: ['D/M/YYYY H:mm'], to: minute }] }
  wait:
    minutes:
      start: { from: sent, formats: ['D/M/YYYY H:mm'] }
      end: { from: answered, formats: ['D/M/YYYY H:mm'] }
      never: [{ column: state, is: open }]
vendors: { name: { en: { from: house } } }
`,
    sheetOf(
      'ticket|house|by|sent|answered|state',
      'T1|Blue House|Phone|1/2/2026 9:00||open',
      'T1|Blue House|Phone|1/2/2026 9:00|1/2/2026 9:12|done',
      'T2|Blue House|Email|1/2/2026 9:00||open',
      'T3|Blue House|Pigeon|1/2/2026 9:00||open',
      'T4||Phone|1/2/2026 9:00||open',
    ),
  );

  it('takes the last event, counts minutes, and writes "none" for never', () => {
    expect(fileOf(output, 'data/observations/tea-map.csv')).toBe(
      'id,vendor,channel,scenario,sent_at,wait\nT1,blue-house,phone,booking,2026-02-01 09:00,12\nT2,blue-house,email,booking,2026-02-01 09:00,none\n',
    );
    expect(output.tally).toMatchObject({ read: 5, taken: 2, skipped: 2, bad: 1 });
  });
});

describe('answers', () => {
  const ANSWERS = `
target: answers
vendor: { from: house, steps: [{ do: slug }] }
vendors: { name: { en: { from: house } }, status: participating }
evidence:
  - { id: survey, tier: documented, lastLooked: 2026-01-02, lastConfirmed: 2026-01-02, note: { en: Survey of 2026 } }
answers:
  - { criterion: tea/waste, value: { from: waste }, evidence: [survey] }
  - { criterion: tea/grade, level: { from: grade, steps: [{ do: lower }] }, evidence: [survey] }
  - criterion: tea/access
    facets:
      ramp: { from: ways, steps: [{ do: has, item: ramp, separator: ';', then: met, otherwise: not-met }] }
      lift: { from: ways, steps: [{ do: has, item: lift, separator: ';', then: met, otherwise: not-met }] }
`;
  const sheet = sheetOf(
    'house|waste|grade|ways',
    'Blue House|0.25|Fine|ramp;stairs',
    'Red House|||',
    'Grey House|much|Fine|',
    'Old House|1|Royal|lift',
  );

  it('stand in the vendor file with the evidence that they use; what is empty is not answered', () => {
    const output = importOf(ANSWERS, sheet);
    expect(fileOf(output, 'data/vendors/blue-house.yaml'))
      .toBe(`# yaml-language-server: $schema=../../schemas/vendor.schema.json
name:
  en: Blue House
status: participating
source:
  kind: collector
evidence:
  - id: survey
    tier: documented
    lastLooked: 2026-01-02
    lastConfirmed: 2026-01-02
    note:
      en: Survey of 2026
answers:
  tea:
    waste:
      value: 0.25
      evidence: [survey]
    grade:
      level: fine
      evidence: [survey]
    access:
      facets:
        ramp: met
        lift: not-met
`);
    expect(fileOf(output, 'data/vendors/red-house.yaml')).toBe(
      '# yaml-language-server: $schema=../../schemas/vendor.schema.json\nname:\n  en: Red House\nstatus: participating\nsource:\n  kind: collector\n',
    );
    expect(output.tally.reasons.map((r) => `${r.column} ${r.reason}`).sort()).toEqual([
      'tea/grade.level not-allowed',
      'tea/waste.value not-allowed',
    ]);
  });

  it('may come from several records, but not twice and differently', () => {
    const long = sheetOf(
      'house|waste|grade|ways',
      'Blue House||Fine|',
      'Blue House|1.50||ramp',
      'Blue House|1.5||',
      'Blue House|2||',
    );
    const output = importOf(ANSWERS, long);
    expect(output.tally).toMatchObject({ taken: 3, bad: 1 });
    expect(output.tally.reasons[0]).toMatchObject({ reason: 'answered-twice', column: 'tea/waste.value' });
    expect(importOf(ANSWERS, { ...long, rows: long.rows.slice(0, 3).toReversed() }).files).toEqual(
      importOf(ANSWERS, { ...long, rows: long.rows.slice(0, 3) }).files,
    );
  });

  it('may be numbers with an error, or counted as ratios; a row with a bad or half a number is left out', () => {
    const number = (parts: string): string => ANSWERS.replace('value: { from: waste }', parts);
    const numbers = sheetOf(
      'house|waste|grade|ways|off|all',
      'Blue House|0.25|||0.02|',
      'Red House|0.5||||',
      'Grey House|||||',
      'Old House|1|||-1|',
      'New House||||0.1|',
    );
    const output = importOf(number('value: { from: waste }, error: { from: off }'), numbers);
    expect(fileOf(output, 'data/vendors/blue-house.yaml')).toContain('waste:\n      value: 0.25\n      error: 0.02\n');
    expect(fileOf(output, 'data/vendors/red-house.yaml')).not.toContain('error');
    expect(output.tally.reasons.map((r) => `${r.column} ${r.reason}`).sort()).toEqual([
      'tea/waste.error not-allowed',
      'tea/waste.value required-empty',
    ]);
    const counts = sheetOf(
      'house|waste|grade|ways|all',
      'Blue House|3|||12',
      'Red House|13|||12',
      'Grey House|0|||0',
      'Old House|3|||',
      'New House||||',
    );
    const ratios = importOf(number('numerator: { from: waste }, denominator: { from: all }'), counts);
    expect(fileOf(ratios, 'data/vendors/blue-house.yaml')).toContain(
      'waste:\n      numerator: 3\n      denominator: 12\n',
    );
    expect(ratios.files.map((f) => f.path)).toContain('data/vendors/new-house.yaml');
    expect(ratios.tally.reasons.map((r) => `${r.column} ${r.reason} ${r.examples[0]?.found}`).sort()).toEqual([
      'tea/waste.denominator not-allowed 0',
      'tea/waste.denominator required-empty ',
      'tea/waste.numerator not-allowed 13 / 12',
    ]);
  });

  it('replace a number whole: no error of another value stays behind', () => {
    const before =
      'name: { en: Blue House }\nstatus: listed\nanswers:\n  tea:\n    waste: { value: 9, error: 4, note: { en: ours } }\n';
    const output = importOf(`${ANSWERS}existing: merge\n`, sheet, { vendors: { 'blue-house': before } });
    expect(fileOf(output, 'data/vendors/blue-house.yaml')).toContain(
      'waste: { value: 0.25, note: { en: ours }, evidence: [ survey ] }',
    );
  });

  const existing = `# Written by hand.
name: { en: Blue House } # the house on the hill
status: listed
evidence:
  - id: visit # ours
    tier: observed
    lastLooked: 2025-05-05
    lastConfirmed: 2025-05-05
    note: { en: A visit }
answers:
  tea:
    access:
      evidence: [visit]
      facets:
        ramp: not-met
        lift: { state: not-met, evidence: [visit] }
    grade: { state: not-applicable, reason: { en: no grades here } }
`;

  it('leave existing vendor files alone unless told to merge', () => {
    const output = importOf(ANSWERS, sheet, { vendors: { 'blue-house': existing } });
    expect(output.files.map((f) => f.path)).toEqual(['data/vendors/red-house.yaml']);
    expect(output.tally.reasons.find((r) => r.reason === 'vendor-exists')).toMatchObject({ out: 'skip', count: 1 });
  });

  it('merge into an existing file with comments, other fields and other evidence intact', () => {
    const output = importOf(`${ANSWERS}existing: merge\n`, sheet, { vendors: { 'blue-house': existing } });
    expect(fileOf(output, 'data/vendors/blue-house.yaml')).toBe(`# Written by hand.
name: { en: Blue House } # the house on the hill
status: listed
evidence:
  - id: visit # ours
    tier: observed
    lastLooked: 2025-05-05
    lastConfirmed: 2025-05-05
    note: { en: A visit }
  - id: survey
    tier: documented
    lastLooked: 2026-01-02
    lastConfirmed: 2026-01-02
    note:
      en: Survey of 2026
answers:
  tea:
    access:
      evidence: [ visit ]
      facets:
        ramp: met
        lift: { state: not-met, evidence: [ visit ] }
    grade: { level: fine, evidence: [ survey ] }
    waste:
      value: 0.25
      evidence:
        - survey
`);
  });

  it('merge to the same text when done twice', () => {
    const once = fileOf(
      importOf(`${ANSWERS}existing: merge\n`, sheet, { vendors: { 'blue-house': existing } }),
      'data/vendors/blue-house.yaml',
    );
    const twice = importOf(`${ANSWERS}existing: merge\n`, sheet, { vendors: { 'blue-house': once } });
    expect(fileOf(twice, 'data/vendors/blue-house.yaml')).toBe(once);
  });
});

describe('broken records', () => {
  it('are counted, and the others are taken', () => {
    const sheet = sheetOf(HEAD, '1|青石茶楼|2/4/2026|A|1|Y|x', '2|青石茶楼|2/4/2026|B|1|Y|x');
    const [one, two] = sheet.rows;
    if (one === undefined || two === undefined) throw new Error('two rows');
    const output = importOf(REVIEWS, { columns: sheet.columns, rows: [{ ...one, fault: 'ragged' }, two] });
    expect(output.tally).toMatchObject({ read: 2, taken: 1, bad: 1 });
    expect(output.tally.reasons).toMatchObject([
      { reason: 'ragged', out: 'error', examples: [{ line: 2, found: '1' }] },
    ]);
  });
});
