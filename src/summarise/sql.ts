/**
 * SQL that turns a table of reviews into the sums that scoring needs (`SummariesFile`), for tables too large to be read row by
 * row. The same steps run on every engine; `DIALECTS` holds the few words in which engines differ.
 *
 * Every engine gives the same bits. Within a row only + - x / of IEEE doubles are used, which are correctly rounded everywhere;
 * powers and logarithms come from tables that are computed here. Sums over rows are sums of integers: each term is brought to
 * at most 1 in size, multiplied by 2^52 and rounded half up (floor(x + 1/2)), so 100 million terms stay below 2^79, within
 * HUGEINT and NUMERIC(38, 0), and the order of rows and the number of threads do not matter.
 */
import type { Dataset } from '../schema/dataset.ts';
import { NEVER } from '../schema/observation.ts';
import { YES_NO, type Question } from '../schema/questionnaire.ts';
import { INCENTIVES, MODERATION_STATES, RELATIONSHIPS } from '../schema/review.ts';
import { SOURCE_CLASSES } from '../schema/words.ts';
import { dayText, dayNumber } from '../schema/day.ts';
import { decay } from '../score/row-weights.ts';
import { periodOf } from '../score/summaries.ts';

/** The parts of a workspace that the sums depend on. */
export type SummariseInput = Pick<Dataset, 'method' | 'questionnaire' | 'release' | 'vendors'>;

/** The words in which SQL engines differ. */
export interface Dialect {
  double: string;
  bigint: string;
  text: string;
  /** Statements before all others. */
  setup: readonly string[];
  /** Type of whole numbers up to 10^38. */
  integer: string;
  /** What stands between the name of a new table and `AS`. */
  table: string;
  quote(name: string): string;
  matches(text: string, pattern: string): string;
  /** A 64-bit integer expression as one that can be summed without overflow. */
  wide(integer: string): string;
  /** An expression for ordering text by its bytes. */
  bytes(text: string): string;
}

const doubleQuoted = (name: string): string => `"${name}"`;
const decimal = (integer: string): string => `CAST(${integer} AS DECIMAL(38, 0))`;
const ANSI: Dialect = {
  double: 'DOUBLE',
  bigint: 'BIGINT',
  integer: 'DECIMAL(38, 0)',
  text: 'VARCHAR',
  setup: [],
  table: '',
  quote: doubleQuoted,
  matches: (text, pattern) => `REGEXP_LIKE(${text}, '${pattern}')`,
  wide: decimal,
  bytes: (text) => text,
};

/** DuckDB and PostgreSQL are tested; the SQL for the others is printed on request and has not been run by the tests. */
export const DIALECTS = {
  // Sums of BIGINT are HUGEINT in DuckDB and NUMERIC in PostgreSQL.
  duckdb: {
    ...ANSI,
    integer: 'HUGEINT',
    matches: (text, pattern) => `REGEXP_MATCHES(${text}, '${pattern}')`,
    wide: (integer) => integer,
  },
  postgres: {
    ...ANSI,
    double: 'DOUBLE PRECISION',
    text: 'TEXT',
    matches: (text, pattern) => `${text} ~ '${pattern}'`,
    wide: (integer) => integer,
    bytes: (text) => `${text} COLLATE "C"`,
  },
  clickhouse: {
    ...ANSI,
    double: 'Nullable(Float64)',
    bigint: 'Nullable(Int64)',
    integer: 'Nullable(Int128)',
    text: 'Nullable(String)',
    setup: ['SET join_use_nulls = 1'],
    table: ' ENGINE = MergeTree ORDER BY tuple()',
    matches: (text, pattern) => `match(${text}, '${pattern.replaceAll('\\', '\\\\')}')`,
    wide: (integer) => `toInt128(${integer})`,
  },
  trino: ANSI,
  spark: {
    ...ANSI,
    text: 'STRING',
    setup: ['SET spark.sql.ansi.enabled = true'],
    quote: (name) => `\`${name}\``,
    matches: (text, pattern) => `${text} RLIKE '${pattern.replaceAll('\\', '\\\\')}'`,
  },
} satisfies Record<string, Dialect>;

export type DialectName = keyof typeof DIALECTS;

/** Terms of sums are multiples of 1 / SCALE. */
export const SCALE = 2 ** 52;
/**
 * Weights of a day are summed in multiples of 1 / DAY_SCALE: the sum over 100 million rows stays within 64 bits and its square
 * within 126, below 10^38.
 */
export const DAY_SCALE = 2 ** 36;
/** Sums of weights of a day are squared in two parts, the lower one below HALF. */
export const HALF = 2 ** 18;
/** Ages are summed in units of so many days, so that no term passes 1. */
export const AGE_UNIT = 2 ** 16;

/** Columns of `RESULT`: what a line is about, the vendor or rule, two numbers that depend on `kind`, and up to eight sums. */
export const RESULT_COLUMNS = ['kind', 'name', 'a', 'b', 's0', 's1', 's2', 's3', 's4', 's5', 's6', 's7'] as const;
export const RESULT = `SELECT ${RESULT_COLUMNS.join(', ')} FROM hp_result ORDER BY kind, name, a, b`;

/** Power of two that brings every value of a question's averaged scale to at most 1 in size. */
export function unitOf(question: Question): number {
  const largest =
    question.kind === 'rating'
      ? Math.max(Math.abs(question.low), Math.abs(question.high))
      : question.kind === 'share'
        ? 1
        : Math.log(Math.max(Math.E, question.window));
  return 2 ** Math.max(0, Math.ceil(Math.log2(largest)));
}

/** Fixed columns of the table of reviews that are read; all others but the questions' are left alone. */
export const READ_COLUMNS = [
  'id',
  'vendor',
  'reviewed_on',
  'experienced_in',
  'source',
  'collection',
  'relationship',
  'incentive',
  'reviewer',
  'moderation',
  'moderation_reason',
] as const;

const DECIMAL = '^-?[0-9]{1,15}([.][0-9]{1,15})?$';
const ROW_ID = '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}$';
const PERSON_KEY = '^[0-9a-f]{16,64}$';
const MONTH = '^[0-9]{4}-(0[1-9]|1[0-2])$';
/** Longest whole number of minutes whose logarithm comes from a table. */
const LONGEST_TABLED = 50_000;

/**
 * The statements, in order, that leave the sums in the table `hp_result`.
 * @param source the table of reviews, or a query in parentheses: one column of text for each column of a review file, NULL for
 *   an empty cell. All columns of `READ_COLUMNS` and of the questions must be there.
 * @throws RangeError when the method limits the share of a day (`dayShare`, methods before 2026.2), which takes a search over each vendor's days.
 */
export function summariseSql(input: SummariseInput, source: string, dialect: Dialect): string[] {
  const { method, questionnaire } = input;
  const settings = method.reviews;
  if (settings.dayShare !== undefined) throw new RangeError('dayShare');
  const { double, bigint, text, bytes, wide, quote, matches } = dialect;
  const { questions, collections } = questionnaire;
  const number = (x: number): string => `CAST('${x}' AS ${double})`;
  const fixed = (term: string, scale = SCALE): string =>
    `CAST(FLOOR((${term}) * ${number(scale)} + ${number(0.5)}) AS ${bigint})`;
  // With an exponent: without one some engines take it for a decimal, whose way to a double rounds twice.
  const literal = (x: number): string => (/e/.test(`${x}`) ? `${x}` : `${x}e0`);
  const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
  const create = (name: string, query: string): string => `CREATE TABLE hp_${name}${dialect.table} AS\n${query}`;
  const view = (name: string, query: string): string => `CREATE VIEW hp_${name} AS\n${query}`;
  const filled = (name: string, columns: readonly string[], rows: readonly string[]): string[] => {
    const all = columns.map((column) => column.slice(0, column.indexOf(' '))).join(', ');
    const inserts = [];
    for (let i = 0; i < rows.length; i += 1000)
      inserts.push(`INSERT INTO hp_${name} (${all}) VALUES ${rows.slice(i, i + 1000).join(', ')}`);
    return [`CREATE TABLE hp_${name} (${columns.join(', ')})${dialect.table}`, ...inserts];
  };

  const today = dayNumber(input.release.asOf);
  const days = Array.from({ length: today + 1 }, (_, day) => {
    const age = today - day;
    return `('${dayText(day)}', ${day}, ${age}, ${periodOf(age, settings.halfLifeDays)}, ${literal(decay(age, settings.halfLifeDays))})`;
  });
  const minutes = Math.max(0, ...questions.map((q) => (q.kind === 'duration' ? Math.ceil(q.window) : 0)));
  const logs = Array.from(
    { length: Math.min(minutes, LONGEST_TABLED) },
    (_, i) => `(${i + 1}, ${literal(Math.log(i + 1))})`,
  );

  /** What a cell says as a number: the rating; 1 for the good answer, else 0; minutes. NULL without an answer or with a bad one. */
  const parsed = (question: Question, cell: string): string => {
    if (question.kind === 'share') {
      const [one, zero] = question.good === 'no' ? [YES_NO[1], YES_NO[0]] : YES_NO;
      return `CASE ${cell} WHEN '${one}' THEN ${number(1)} WHEN '${zero}' THEN ${number(0)} END`;
    }
    const never = question.kind === 'duration' ? `WHEN ${cell} = '${NEVER}' THEN ${number(question.window)} ` : '';
    return `CASE ${never}WHEN ${cell} IN (${list([...'0123456789'])}) THEN CAST(${cell} AS ${double}) WHEN ${matches(cell, DECIMAL)} THEN CAST(${cell} AS ${double}) END`;
  };
  const answerFaults = questions.flatMap((question, i) => {
    const bad = (rule: string, when: string): string => `WHEN ${when} THEN '${rule} ${question.id}'`;
    if (question.kind === 'share') return [bad('choice', `c${i} IS NOT NULL AND n${i} IS NULL`)];
    const unread = `c${i} IS NOT NULL AND n${i} IS NULL`;
    if (question.kind === 'duration') return [bad('duration', `${unread} OR n${i} < ${number(0)} OR c${i} LIKE '-%'`)];
    const ends = [question.low, question.high].sort((a, b) => a - b) as [number, number];
    return [bad('number', unread), bad('rating-range', `n${i} < ${number(ends[0])} OR n${i} > ${number(ends[1])}`)];
  });
  const choice = (column: string, words: readonly string[]): string =>
    words.length === 0
      ? `WHEN ${column} IS NOT NULL THEN 'choice ${column}'`
      : `WHEN ${column} IS NOT NULL AND ${column} NOT IN (${list(words)}) THEN 'choice ${column}'`;
  const needed = (column: string): string => `WHEN ${column} IS NULL THEN 'required ${column}'`;
  const faults = [
    needed('id'),
    `WHEN NOT ${matches('id', ROW_ID)} THEN 'row-id id'`,
    needed('vendor'),
    `WHEN v IS NULL THEN 'vendor-unknown vendor'`,
    needed('reviewed_on'),
    `WHEN day IS NULL THEN 'date reviewed_on'`,
    needed('source'),
    choice('source', SOURCE_CLASSES),
    choice('relationship', RELATIONSHIPS),
    choice('incentive', INCENTIVES),
    needed('reviewer'),
    `WHEN NOT ${matches('reviewer', PERSON_KEY)} THEN 'person-key reviewer'`,
    needed('moderation'),
    choice('moderation', MODERATION_STATES),
    `WHEN moderation = 'withheld' AND moderation_reason IS NULL THEN 'reason-needed moderation_reason'`,
    `WHEN collection IS NOT NULL AND first_day IS NULL THEN 'collection-unknown collection'`,
    `WHEN collection IS NOT NULL AND (day < first_day OR day > last_day) THEN 'collection-period reviewed_on'`,
    `WHEN experienced_in IS NOT NULL AND NOT ${matches('experienced_in', MONTH)} THEN 'month experienced_in'`,
    `WHEN experienced_in > SUBSTRING(reviewed_on, 1, 7) THEN 'date-order experienced_in'`,
    ...answerFaults,
  ];

  /** The answer on the averaged scale, at most 1 in size: NULL without one, and for a duration that reaches the window. */
  const scaled = (question: Question, i: number): string => {
    const unit = number(unitOf(question));
    if (question.kind !== 'duration') return `n${i} / ${unit} AS x${i}`;
    const floored = `GREATEST(n${i}, ${number(method.observations.floorMinutes)})`;
    // An engine's own logarithm may differ in the last bit from another's: rounded to 2^-40 it hardly ever does.
    const own = `FLOOR(LN(${floored}) * ${number(2 ** 40)} + ${number(0.5)}) / ${number(2 ** 40)}`;
    const open = `n${i} < ${number(question.window)}`;
    return `CASE WHEN ${open} THEN COALESCE(l${i}.ln, ${own}) / ${unit} END AS x${i}, CASE WHEN n${i} IS NOT NULL AND NOT ${open} THEN 1 END AS never${i}`;
  };
  const logJoins = questions.flatMap((question, i) =>
    question.kind === 'duration'
      ? [`LEFT JOIN hp_logs l${i} ON l${i}.minutes = GREATEST(n${i}, ${number(method.observations.floorMinutes)})`]
      : [],
  );
  const answers = questions.flatMap((q, i) => [`x${i}`, ...(q.kind === 'duration' ? [`never${i}`] : [])]);
  const kind = `CASE source ${SOURCE_CLASSES.map((c) => `WHEN '${c}' THEN ${number(settings.classes[c])}`).join(' ')} END * CASE WHEN incentive = 'offered' THEN ${number(settings.incentivised)} ELSE ${number(1)} END`;

  const steps = [
    ...dialect.setup,
    ...filled(
      'vendors',
      [`slug ${text}`, `v ${bigint}`],
      input.vendors.map(({ slug }, v) => `('${slug}', ${v})`),
    ),
    ...filled('days', [`name ${text}`, `day ${bigint}`, `age ${bigint}`, `period ${bigint}`, `decay ${double}`], days),
    ...filled('logs', [`minutes ${double}`, `ln ${double}`], logs),
    ...filled(
      'collections',
      [`collection_id ${text}`, `first_day ${bigint}`, `last_day ${bigint}`],
      collections.map(({ id, from, to }) => `('${id}', ${dayNumber(from)}, ${dayNumber(to)})`),
    ),
    // Every row with its numbers, and what is wrong with it.
    create(
      'rows',
      `SELECT id, v, day, age, period, reviewer,
  CASE WHEN collection IS NULL THEN 1 ELSE 0 END AS single,
  CASE WHEN moderation = 'published' THEN 1 ELSE 0 END AS published,
  ${kind} * decay AS weight,
  ${questions.map((question, i) => `${scaled(question, i)},`).join('\n  ')}
  CASE ${faults.join('\n    ')} END AS fault
FROM (
  SELECT r.id, r.vendor, r.reviewed_on, r.experienced_in, r.source, r.collection, r.relationship, r.incentive, r.reviewer, r.moderation, r.moderation_reason,
    ve.v, d.day, d.age, d.period, d.decay, co.first_day, co.last_day${questions.map((question, i) => `,\n    r.${quote(question.id)} AS c${i}, ${parsed(question, `r.${quote(question.id)}`)} AS n${i}`).join('')}
  FROM ${source} r
  LEFT JOIN hp_vendors ve ON ve.slug = r.vendor
  LEFT JOIN hp_days d ON d.name = r.reviewed_on
  LEFT JOIN hp_collections co ON co.collection_id = r.collection
) p ${logJoins.join(' ')}`,
    ),
    view(
      'counting',
      `SELECT * FROM hp_rows WHERE published = 1 AND weight > ${number(0)} AND weight >= ${number(settings.minimumWeight)}`,
    ),
    ...reviewerSteps(),
    create(
      'days_total',
      `SELECT c.v, c.day, CAST(SUM(${wide(fixed('c.weight', DAY_SCALE))}) AS ${bigint}) AS total
FROM hp_counting c LEFT JOIN hp_replaced x ON x.id = c.id WHERE x.id IS NULL AND c.single = 1 GROUP BY c.v, c.day`,
    ),
    // Rows that count, with their final weight w and its powers as integers. k is 0 where a question is answered, else NULL: a term
    // plus k is left out of a sum over the rows that answer it.
    view(
      'weighted',
      `SELECT v, day, age, period, single, w, ${fixed('w')} AS w1, ${fixed('w * w')} AS w2, ${fixed('w * w * w')} AS w3, ${fixed(`w * (age / ${number(AGE_UNIT)})`)} AS aged, ${fixed('w', DAY_SCALE)} AS of_day,
  ${[...answers, ...questions.map((_, i) => `CASE WHEN x${i} IS NOT NULL THEN CAST(0 AS ${bigint}) END AS k${i}`)].join(', ')}
FROM (
  SELECT c.v, c.day, c.age, c.period, c.single, ${answers.map((a) => `c.${a}`).join(', ')},
    CASE WHEN c.single = 1 THEN c.weight / (${number(1)} + ${number(settings.dayCorrelation)} * GREATEST(${number(0)}, CAST(t.total AS ${double}) / ${number(DAY_SCALE)} - ${number(1)})) ELSE c.weight END AS w
  FROM hp_counting c
  LEFT JOIN hp_replaced x ON x.id = c.id
  LEFT JOIN hp_days_total t ON t.v = c.v AND t.day = c.day
  WHERE x.id IS NULL
) f`,
    ),
    create(
      'measures',
      `SELECT v, period, COUNT(*) AS n${questions
        .map((question, i) => {
          const never = (term: string): string => `SUM(${wide(`CASE WHEN never${i} = 1 THEN ${term} END`)})`;
          const timed = question.kind === 'duration';
          const sums = [
            `COUNT(x${i})${timed ? ` + COUNT(never${i})` : ''}`,
            `SUM(${wide(`w1 + k${i}`)})`,
            `SUM(${wide(`w2 + k${i}`)})`,
            `SUM(${wide(fixed(`w * x${i}`))})`,
            `SUM(${wide(fixed(`w * x${i} * x${i}`))})`,
            timed ? never('w1') : '0',
            timed ? never('w2') : '0',
            `SUM(${wide(`aged + k${i}`)})`,
          ];
          return `,\n  ${sums.map((sum, s) => `COALESCE(${sum}, 0) AS m${i}_${s}`).join(', ')}`;
        })
        .join('')}
FROM hp_weighted GROUP BY v, period`,
    ),
    // Days on which several reviews in no collection answer a question.
    create(
      'shared_days',
      `SELECT v, day${questions
        .map(
          (_, i) =>
            `,\n  COUNT(x${i}) AS n${i}, SUM(${wide(`of_day + k${i}`)}) AS d${i}, SUM(${wide(`w2 + k${i}`)}) AS q${i}`,
        )
        .join('')}
FROM hp_weighted WHERE single = 1 GROUP BY v, day HAVING COUNT(*) > 1`,
    ),
    // Weights by age, and by age those of all that is at least as old, within each period; `gap` are the days to the next younger age.
    create(
      'ages',
      `SELECT v, period, age${questions.map((_, i) => `,\n  COALESCE(SUM(${wide(`of_day + k${i}`)}), 0) AS d${i}`).join('')}
FROM hp_weighted GROUP BY v, period, age`,
    ),
    create(
      'older',
      `SELECT v, period, age - COALESCE(LAG(age) OVER (PARTITION BY v, period ORDER BY age), 0) AS gap${questions
        .map(
          (_, i) =>
            `,\n  CAST(SUM(d${i}) OVER (PARTITION BY v, period ORDER BY age DESC ROWS UNBOUNDED PRECEDING) AS ${dialect.integer}) AS t${i}`,
        )
        .join('')}
FROM hp_ages`,
    ),
    ...pairSteps(),
  ];
  /** The part of a sum of weights above HALF, which keeps squares within 10^38. */
  const upper = (i: number): string => `CAST(FLOOR(CAST(t${i} AS ${double}) / ${number(HALF)}) AS ${dialect.integer})`;

  const line = (about: string, name: string, a: string, b: string, sums: readonly string[], from: string): string => {
    const all = [...sums, ...Array.from({ length: 8 - sums.length }, () => 'NULL')];
    return `SELECT '${about}' AS kind, ${name} AS name, ${a} AS a, ${b} AS b, ${all.map((sum, s) => `CAST(${sum} AS ${text}) AS s${s}`).join(', ')} FROM ${from}`;
  };
  const named = (table: string): string => `${table} s JOIN hp_vendors ve ON ve.v = s.v`;
  const results = [
    line(
      'fault',
      'fault',
      '0',
      '0',
      ['COUNT(*)', `MIN(${bytes('id')})`],
      'hp_rows WHERE fault IS NOT NULL GROUP BY fault',
    ),
    line(
      'fault',
      `'duplicate-id id'`,
      '0',
      '0',
      ['COUNT(*)', `MIN(${bytes('id')})`],
      '(SELECT id FROM hp_rows WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1) t HAVING COUNT(*) > 0',
    ),
    line(
      'rows',
      've.slug',
      '0',
      '0',
      [
        'COUNT(*)',
        'SUM(published)',
        `SUM(CASE WHEN published = 1 AND weight < ${number(settings.minimumWeight)} THEN 1 ELSE 0 END)`,
        'MAX(CASE WHEN published = 1 THEN day END)',
      ],
      `${named('hp_rows')} GROUP BY ve.slug`,
    ),
    line('counted', 've.slug', '0', '0', ['SUM(n)'], `${named('hp_measures')} GROUP BY ve.slug`),
    ...questions.flatMap((_, i) => [
      line(
        'measure',
        've.slug',
        `${i}`,
        'period',
        [0, 1, 2, 3, 4, 5, 6, 7].map((s) => `m${i}_${s}`),
        `${named('hp_measures')} WHERE m${i}_0 > 0`,
      ),
      line(
        'ages',
        've.slug',
        `${i}`,
        's.period',
        [
          `SUM(gap * ${upper(i)} * ${upper(i)})`,
          `SUM(gap * ${upper(i)} * (t${i} - ${HALF} * ${upper(i)}))`,
          `SUM(gap * (t${i} - ${HALF} * ${upper(i)}) * (t${i} - ${HALF} * ${upper(i)}))`,
        ],
        `${named('hp_older')} WHERE t${i} > 0 GROUP BY ve.slug, s.period`,
      ),
      line(
        'days',
        've.slug',
        `${i}`,
        '0',
        [`SUM(d${i} * d${i})`, `SUM(q${i})`],
        `${named('hp_shared_days')} WHERE n${i} > 1 GROUP BY ve.slug`,
      ),
    ]),
    ...pairsOf(questions).map(([a, b], p) =>
      line(
        'pair',
        've.slug',
        `${a}`,
        `${b}`,
        [0, 1, 2, 3, 4].map((s) => `p${p}_${s}`),
        `${named(`hp_pairs_${Math.floor(p / PAIRS_AT_ONCE)}`)} WHERE p${p}_0 IS NOT NULL`,
      ),
    ),
  ];
  return [...steps, create('result', results.join('\nUNION ALL '))];

  /**
   * Ids of the reviews that a newer one of the same person replaces. Of one person's reviews of a vendor the newest counts, then
   * each time the newest that lies the window or more before the last that counted: `next` leads from one to the next.
   */
  function reviewerSteps(): string[] {
    const window = settings.reviewerWindowDays;
    const same = 'PARTITION BY c.v, c.reviewer';
    if (window === 0) return [create('replaced', 'SELECT id FROM hp_counting WHERE 1 = 0')];
    return [
      create(
        'repeated',
        `SELECT c.id, c.v, c.reviewer, c.day,
  ROW_NUMBER() OVER (${same}, c.day ORDER BY ${bytes('c.id')}) AS nth,
  MAX(c.day) OVER (${same}) AS newest,
  MAX(c.day) OVER (${same} ORDER BY c.day RANGE BETWEEN UNBOUNDED PRECEDING AND ${window} PRECEDING) AS next
FROM hp_counting c
JOIN (SELECT v, reviewer FROM hp_counting GROUP BY v, reviewer HAVING COUNT(*) > 1) m ON m.v = c.v AND m.reviewer = c.reviewer`,
      ),
      create(
        'replaced',
        `WITH RECURSIVE kept (id, v, reviewer, next) AS (
  SELECT id, v, reviewer, next FROM hp_repeated WHERE day = newest AND nth = 1
  UNION ALL
  SELECT r.id, r.v, r.reviewer, r.next FROM kept k JOIN hp_repeated r ON r.v = k.v AND r.reviewer = k.reviewer AND r.day = k.next AND r.nth = 1
)
SELECT r.id FROM hp_repeated r LEFT JOIN kept k ON k.id = r.id WHERE k.id IS NULL`,
      ),
    ];
  }

  /** For each two questions, over the rows that answer both: sums of w^2, w^3, w^2 x, w^2 y and w^2 x y. */
  function pairSteps(): string[] {
    const pairs = pairsOf(questions);
    const tables: string[] = [];
    for (let from = 0; from < pairs.length; from += PAIRS_AT_ONCE) {
      const sums = pairs.slice(from, from + PAIRS_AT_ONCE).map(([a, b], i) => {
        const both = (term: string): string => `SUM(${wide(term)})`;
        const terms = [
          both(`w2 + k${a} + k${b}`),
          both(`w3 + k${a} + k${b}`),
          both(`y${a} + k${b}`),
          both(`y${b} + k${a}`),
          both(fixed(`ww * x${a} * x${b}`)),
        ];
        return terms.map((term, s) => `${term} AS p${from + i}_${s}`).join(', ');
      });
      const scaledBySquare = questions.map((_, i) => `, ${fixed(`w * w * x${i}`)} AS y${i}, x${i}, k${i}`).join('');
      tables.push(
        create(
          `pairs_${from / PAIRS_AT_ONCE}`,
          `SELECT v,\n  ${sums.join(',\n  ')}\nFROM (SELECT v, w * w AS ww, w2, w3${scaledBySquare} FROM hp_weighted) q GROUP BY v`,
        ),
      );
    }
    return tables;
  }
}

/** Pairs of questions of one query: engines limit the columns of a table (PostgreSQL to 1,600). */
const PAIRS_AT_ONCE = 240;

/** Pairs of indexes a < b. */
function pairsOf(questions: readonly Question[]): [number, number][] {
  return questions.flatMap((_, a) => questions.slice(a + 1).map((_, i): [number, number] => [a, a + 1 + i]));
}
