/** Every field in which strangers write text: harmless files in which any of them can be replaced by a hostile text. */
import { stringify } from 'yaml';

/** A place in a file that can carry a text. */
export interface Field {
  /** Dotted path, as problems name it; for a key the path of what holds it, then `*`. */
  name: string;
  /** Puts the text there. */
  put: (file: Json, text: string) => void;
  /** Whether a problem at `at` is about this field. */
  blamed: (at: string, text: string) => boolean;
}

export type Json = { [key: string]: unknown };

function value(name: string): Field {
  return {
    name,
    put: (file, text) => put(file, name.split('.'), text),
    blamed: (at) => at === name || name.startsWith(`${at}.`),
  };
}

function key(name: string, under: unknown): Field {
  const holder = name.slice(0, -2);
  return {
    name,
    put: (file, text) => {
      // Assigning to `__proto__` would not make a key.
      Object.defineProperty(within(file, holder === '' ? [] : holder.split('.')), text, {
        value: under,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    },
    // A key whose text breaks the file's own rules is told of the whole file.
    blamed: (at, text) => at === '' || at === (holder === '' ? text : `${holder}.${text}`),
  };
}

const both = (name: string): string[] => [`${name}.zh`, `${name}.en`];

/** A text that is there in one language only, and so stands, marked, on the pages in the other too. */
export const ONE_LANGUAGE = 'replies.1.text.zh';

export const VENDOR_FIELDS: readonly Field[] = [
  ...both('name'),
  'aliases.0',
  'legalName',
  'creditCode',
  'status',
  'since',
  ...both('about'),
  'website',
  'contacts.phone',
  'contacts.mail',
  'contacts.page',
  'contacts.chat',
  'offices.0.region',
  'offices.0.city',
  ...both('offices.0.address'),
  'services.0',
  'industries.0',
  'languages.0',
  'licence.state',
  'licence.number',
  ...both('licence.issuer'),
  'licence.checkedOn',
  'licence.expires',
  'prices.0.service',
  'prices.0.basis',
  'prices.0.currency',
  'prices.0.period',
  'prices.0.observedOn',
  ...both('prices.0.note'),
  'source.kind',
  ...both('source.name'),
  'source.url',
  ...both('interests'),
  'evidence.1.id',
  'evidence.1.tier',
  'evidence.1.url',
  'evidence.1.file',
  'evidence.1.lastLooked',
  'evidence.1.lastConfirmed',
  'evidence.1.expires',
  ...both('evidence.1.note'),
  'answers.demo.channels.facets.phone.state',
  ...both('answers.demo.channels.facets.phone.reason'),
  'answers.demo.channels.facets.phone.evidence.0',
  ...both('answers.demo.channels.note'),
  'answers.demo.training.level',
  ...both('answers.demo.training.note'),
  'answers.demo.hours.value',
  ...both('answers.demo.hours.reason'),
  'replies.0.to.criterion',
  'replies.0.on',
  ...both('replies.0.text'),
  'replies.1.to.review',
  ONE_LANGUAGE,
  ...both('replies.2.text'),
].map(value);

/** Keys and numbers, in a file of their own: what is wrong with a key can be wrong with its whole file. */
export const VENDOR_KEYS: readonly Field[] = [
  key('*', 'x'),
  key('contacts.*', 'x'),
  key('answers.*', {}),
  key('answers.demo.*', { state: 'unknown' }),
  key('answers.demo.channels.facets.*', 'met'),
];

export const WITHDRAWN_FIELDS: readonly Field[] = ['withdrawn.on', ...both('withdrawn.reason')].map(value);

export const CASE_FIELDS: readonly Field[] = [
  'kind',
  'vendor',
  'about.field',
  'openedOn',
  'openedBy',
  ...both('claim'),
  'state',
  'closedOn',
  ...both('outcome'),
].map(value);
export const CASE_ABOUT_FIELDS: readonly Field[] = ['about.review', 'about.criterion'].map(value);

export const REVIEW_FIELDS: readonly Field[] = [
  'id',
  'vendor',
  'reviewed_on',
  'experienced_in',
  'source',
  'relationship',
  'incentive',
  'reviewer',
  'text',
  'language',
  'consent',
  'moderation',
  'polite',
  'reached',
  'waited',
].map(value);
export const WITHHELD_FIELDS: readonly Field[] = [value('moderation_reason')];
export const OBSERVATION_FIELDS: readonly Field[] = [
  'id',
  'vendor',
  'channel',
  'scenario',
  'sent_at',
  'observer',
  'first-reply',
].map(value);
export const RELEASE_FIELDS: readonly Field[] = ['asOf', 'methodology'].map(value);

/** Id of the review of vendor number `n` that the vendor answers. */
export function answeredReview(n: number): string {
  return `p-${n}`;
}

/** Vendor number `n`, harmless and with every field filled. */
export function vendorFile(n: number): Json {
  const text = { zh: '说明', en: 'Note' };
  return {
    name: { zh: `商家${n}号`, en: `Firm ${n}` },
    status: 'participating',
    about: { ...text },
    source: { kind: 'register' },
    contacts: {},
    offices: [{ region: 'north', city: 'port' }],
    services: ['repair'],
    licence: { state: 'held' },
    prices: [{ amount: 100, currency: 'CNY', period: 'hour', observedOn: '2026-05-01' }],
    evidence: [
      {
        id: 'site',
        tier: 'observed',
        url: 'https://www.alpha.example/',
        lastLooked: '2026-06-01',
        lastConfirmed: '2026-06-01',
      },
      { id: 'more', tier: 'declared', note: { ...text }, lastLooked: '2026-06-01', lastConfirmed: '2026-06-01' },
    ],
    answers: {
      demo: {
        channels: { facets: { phone: { state: 'met', evidence: ['more'] }, email: 'met' }, evidence: ['site'] },
        hours: { value: 30 },
        training: { level: 'yearly', evidence: ['site'] },
      },
    },
    replies: [
      { to: { criterion: 'demo/hours' }, on: '2026-06-20', text: { ...text } },
      { to: { criterion: 'demo/training' }, on: '2026-06-20', text: { zh: text.zh } },
      { to: { review: answeredReview(n) }, on: '2026-06-20', text: { ...text } },
    ],
  };
}

export function withdrawnFile(n: number): Json {
  return {
    name: { zh: `前商家${n}号` },
    status: 'withdrawn',
    withdrawn: { on: '2026-05-01', reason: { zh: '停业', en: 'Closed' } },
  };
}

export function caseOf(vendor: string): Json {
  return {
    kind: 'dispute',
    vendor,
    about: { criterion: 'demo/hours' },
    openedOn: '2026-06-10',
    openedBy: 'vendor',
    claim: { zh: '主张', en: 'Claim' },
    state: 'rejected',
    closedOn: '2026-06-20',
    outcome: { zh: '结果', en: 'Outcome' },
  };
}

export function reviewRow(id: string, vendor: string): Json {
  return {
    id,
    vendor,
    reviewed_on: '2026-06-01',
    experienced_in: '2026-05',
    source: 'organic',
    relationship: 'other',
    incentive: 'none',
    reviewer: '00000000000000aa',
    text: '不错',
    language: 'zh',
    consent: '',
    moderation: 'published',
    moderation_reason: '',
    polite: '4',
    reached: 'yes',
    waited: '30',
  };
}

export function withheldRow(id: string, vendor: string): Json {
  return { ...reviewRow(id, vendor), text: '', moderation: 'withheld', moderation_reason: '无法核实' };
}

export function observationRow(id: string, vendor: string): Json {
  return {
    id,
    vendor,
    channel: 'call',
    scenario: 'quote',
    sent_at: '2026-06-01 09:30',
    observer: '',
    'first-reply': '12',
  };
}

/** YAML as a person's program would write it, or, every other time, as JSON, which is YAML too: two ways through the reader. */
export function yamlText(file: Json, n: number): string {
  const hasKey = JSON.stringify(file).includes('"__proto__"');
  return n % 2 === 0 && !hasKey ? stringify(file, { lineWidth: 0 }) : `${JSON.stringify(file, null, 1)}\n`;
}

function put(file: Json, path: readonly string[], text: string): void {
  const last = path.at(-1) ?? '';
  const holder = within(file, path.slice(0, -1), last);
  // Of several forms that something may take, the one that carries the text.
  if (last === 'review' || last === 'field') delete holder['criterion'];
  if (Array.isArray(holder)) holder[Number(last)] = text;
  else holder[last] = text;
}

/** The list or map at `path`, made where it is not there; `last` is what will be put into it. */
function within(file: Json, path: readonly string[], last = ''): Json {
  let here = file;
  path.forEach((step, i) => {
    here[step] ??= /^\d+$/.test(path[i + 1] ?? last) ? [] : {};
    here = here[step] as Json;
  });
  return here;
}
