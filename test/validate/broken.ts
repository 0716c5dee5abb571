/**
 * One small fault for every rule, in the tiny workspace: what is put in the place of what, and what stands where the
 * problem points. The workspace without the fault is the passing case of all of them.
 */
import type { RuleId } from '../../src/schema/rules.ts';
import { edited, tinyWith, tinyWorkspace } from '../workspaces/tiny.ts';

export interface Broken {
  rule: RuleId;
  path: string;
  /** Text that the place of the problem begins with; '' for a problem of a whole line or file. */
  at: string;
  field: string;
  files: Map<string, string>;
}

const FRAMEWORK = 'content/frameworks/demo.yaml';
const METHOD = 'content/methodology/2026.1/method.yaml';
const SECOND = 'content/methodology/2026.2/method.yaml';
const QUESTIONS = 'content/questionnaire.yaml';
const RELEASE = 'data/release.yaml';
const ALPHA = 'data/vendors/alpha.yaml';
const BETA = 'data/vendors/beta.yaml';
const GAMMA = 'data/vendors/gamma.yaml';
const REVIEWS = 'data/reviews/2026.csv';
const CONTACTS = 'data/observations/2026.csv';
const CODINGS = 'data/codings/2026.csv';
const EXCEPTIONS = 'content/exceptions.yaml';
const CASE = 'data/cases/first.yaml';

function broken(rule: RuleId, path: string, from: string, to: string, field: string, at: string): Broken {
  return { rule, path, field, at, files: tinyWith(path, from, to) };
}

/** Adds a second version with these lines more; its summary is new in Chinese, and in English too unless it has changes. */
function secondMethod(files: Map<string, string>, more: string): void {
  const text = (files.get(METHOD) ?? '').replace("'2026.1'", "'2026.2'").replace('zh: 测试用,', 'zh: 第二版,');
  files.set(SECOND, (more === '' ? text.replace('For tests', 'The second') : text) + more);
  for (const language of ['zh', 'en']) files.set(`content/methodology/2026.2/${language}.mdx`, 'x');
}

function changed(
  rule: RuleId,
  path: string,
  field: string,
  at: string,
  change: (files: Map<string, string>) => void,
): Broken {
  const files = tinyWorkspace();
  change(files);
  return { rule, path, field, at, files };
}

const row = (rule: RuleId, from: string, to: string, field: string, at: string): Broken =>
  broken(rule, REVIEWS, from, to, field, at);

const coding = (rule: RuleId, at: string, line: string, field: string): Broken =>
  changed(rule, CODINGS, field, at, (files) =>
    files.set(CODINGS, `vendor,criterion,facet,coder,coded_on,state\n${line}\n`),
  );

/** A criterion that takes ratios, answered by these parts. */
const ratioOf =
  (parts: string) =>
  (files: Map<string, string>): void => {
    edited(files, FRAMEWORK, 'kind: number,', 'kind: number, per: 40,');
    edited(files, ALPHA, 'hours: { value: 40', `hours: { ${parts}`);
  };

/** Declares the collection spring-wave, and says of the last review (2026-06-04) that it is of collection `id`. */
function inCollection(files: Map<string, string>, id: string, from: string, to: string): void {
  edited(
    files,
    QUESTIONS,
    'observations:\n',
    `collections: [{ id: spring-wave, name: { zh: 春季问卷, en: Spring survey }, from: ${from}, to: ${to} }]\nobservations:\n`,
  );
  edited(files, REVIEWS, ',source,', ',source,collection,');
  for (const source of ['verified-contract', 'organic', 'invited', 'vendor-supplied'])
    edited(files, REVIEWS, `,${source},`, `,${source},${source === 'vendor-supplied' ? id : ''},`);
}

export const BROKEN: readonly Broken[] = [
  // YAML
  broken('yaml-syntax', BETA, 'status: participating', 'status: "participating', '', ''),
  broken('yaml-full-width', GAMMA, 'status: listed', 'status：listed', '', '：'),
  broken('yaml-colon-blank', GAMMA, 'status: listed', 'status:listed', '', 'status:listed'),
  broken('yaml-blank', GAMMA, 'name: { en: Gamma }', 'name:\n\tzh: 丙\n\ten: Gamma', '', '\tzh'),
  broken(
    'file-more',
    GAMMA,
    'status: listed',
    `status: listed\n${Array.from({ length: 101 }, (_, i) => `other${i}: 1`).join('\n')}`,
    '',
    '',
  ),
  broken('yaml-duplicate-key', GAMMA, 'status: listed', 'status: listed\nstatus: listed', '', 'status'),
  broken('yaml-alias', GAMMA, '{ en: Gamma }', '&n { en: Gamma }\nabout: *n', '', '*n'),
  broken('yaml-tag', GAMMA, 'listed', '!secret listed', '', '!secret'),
  broken('yaml-documents', GAMMA, 'status: listed', 'status: listed\n---\na: 1', '', '---'),
  broken('yaml-directive', GAMMA, 'name:', '%YAML 1.1\n---\nname:', '', '%YAML'),
  broken('yaml-depth', GAMMA, 'status: listed', `status: ${'['.repeat(30)}${']'.repeat(30)}`, '', '['),
  broken('yaml-key', GAMMA, 'status: listed', 'status: listed\n? [a]\n: 1', '', '[a]'),
  broken(
    'yaml-number',
    GAMMA,
    'status: listed',
    'status: listed\ncreditCode: 911100000000000010',
    '',
    '911100000000000010',
  ),

  // Shape
  broken('required', GAMMA, 'status: listed\n', '', 'status', 'name'),
  broken('unknown-key', GAMMA, 'status: listed', 'status: listed\nstatuss: listed', 'statuss', 'statuss'),
  broken('type', GAMMA, 'status: listed', 'status: listed\nservices: repair', 'services', 'repair'),
  broken('unquoted', RELEASE, "'2026.1'", '2026.1', 'methodology', '2026.1'),
  broken('empty-value', GAMMA, 'status: listed', 'status: listed\nstaff:', 'staff', 'staff'),
  broken('choice', GAMMA, 'listed', 'lited', 'status', 'lited'),
  broken('not-integer', GAMMA, 'status: listed', 'status: listed\nstaff: 1.5', 'staff', '1.5'),
  broken('too-small', GAMMA, 'status: listed', 'status: listed\nstaff: -1', 'staff', '-1'),
  broken('too-large', METHOD, 'share: 0.6', 'share: 1.6', 'facts.share', '1.6'),
  broken('too-short', GAMMA, '{ en: Gamma }', '{ en: "" }', 'name.en', '""'),
  broken('too-long', GAMMA, 'Gamma', 'G'.repeat(81), 'name.en', 'GGG'),
  broken('too-few', QUESTIONS, 'criteria: [demo/politeness]', 'criteria: []', 'questions.0.criteria', '[]'),
  broken(
    'too-many',
    GAMMA,
    'status: listed',
    `status: listed\naliases: [${Array.from({ length: 21 }, (_, i) => `a${i}`).join(', ')}]`,
    'aliases',
    '[a0',
  ),
  broken('format', METHOD, "decisions: ['0001']", "decisions: ['1']", 'decisions.0', "'1'"),
  broken('date', ALPHA, 'since: 2026-02-01', 'since: 2026-02-30', 'since', '2026-02-30'),
  row('month', '2026-05,verified', '2026-5,verified', 'experienced_in', '2026-5'),
  broken('email', 'content/site.yaml', 'sampleData: true', 'sampleData: true\ncontact: desk', 'contact', 'desk'),
  broken('kebab-case', ALPHA, '  - { id: site, tier', '  - { id: Site, tier', 'evidence.0.id', 'Site'),
  broken('criterion-ref', QUESTIONS, '[demo/politeness]', '[politeness]', 'questions.0.criteria.0', 'politeness'),
  broken(
    'https-address',
    GAMMA,
    'status: listed',
    'status: listed\nwebsite: "javascript:alert(1)"',
    'website',
    '"javascript',
  ),
  broken(
    'sample-left',
    'content/site.yaml',
    'url: https://tiny.example\nsampleData: true',
    'url: https://tiny.example\nsampleData: false',
    'url',
    'https://tiny',
  ),
  broken(
    'site-address',
    'content/site.yaml',
    'url: https://tiny.example',
    'url: https://tiny.example/hengping',
    'url',
    'https://tiny',
  ),
  broken(
    'evidence-file',
    ALPHA,
    'data/evidence/alpha/rules.pdf',
    'data/evidence/../rules.pdf',
    'evidence.1.file',
    'data/evidence/..',
  ),
  broken('currency', ALPHA, 'currency: CNY', 'currency: RMB', 'prices.0.currency', 'RMB'),
  broken('credit-code', ALPHA, '"91110000000000001H"', '"9111000000000000IO"', 'creditCode', '"9111'),
  broken('method-version', RELEASE, "'2026.1'", "'v1'", 'methodology', "'v1'"),
  row('row-id', 'r-2,alpha', '=r-2,alpha', 'id', '=r-2'),
  row('person-key', '00000000000000bb', 'Zhang San', 'reviewer', 'Zhang San'),
  broken('minute-stamp', CONTACTS, '2026-06-01 09:30', '2026-06-01 9:30', 'sent_at', '2026-06-01 9:30'),
  row('language-tag', 'Fine,en', 'Fine,English!', 'language', 'English!'),
  row('hidden-characters', 'Fine,en', 'Fi\u202ene,en', 'text', 'Fi'),
  broken('surrounding-blanks', ALPHA, 'number: X-1', 'number: " X-1"', 'licence.number', '" X-1"'),
  broken('stacked-marks', ALPHA, 'Sundays too', `Sun\u0301\u0302\u0303\u0304\u0305days`, 'replies.1.text.en', 'Sun'),
  broken('blank-text', GAMMA, '{ en: Gamma }', '{ en: " \u2800" }', 'name.en', '"'),
  broken('id-reserved', 'content/directory.yaml', 'id: north', 'id: service', 'regions.0.id', 'service'),
  broken('no-language', GAMMA, '{ en: Gamma }', '{}', 'name', '{}'),
  broken(
    'evidence-empty',
    ALPHA,
    'tier: observed, url: https://www.alpha.example/,',
    'tier: observed,',
    'evidence.0',
    '{',
  ),
  broken('goalposts-equal', METHOD, '{ worst: 0, best: 40 }', '{ worst: 40, best: 40 }', 'goalposts.weekly-hours', '{'),
  broken('goalposts-ln-positive', METHOD, 'worst: 1440', 'worst: -1440', 'goalposts.reply-minutes', '{'),

  // References and order
  broken('duplicate-id', FRAMEWORK, 'id: email', 'id: phone', 'dimensions.0.criteria.0.facets.1.id', 'phone'),
  broken('duplicate-entry', ALPHA, 'services: [repair]', 'services: [repair, repair]', 'services.1', 'repair'),
  broken(
    'future-date',
    ALPHA,
    'lastLooked: 2026-06-01, lastConfirmed: 2026-05-31',
    'lastLooked: 2026-07-02, lastConfirmed: 2026-05-31',
    'evidence.0.lastLooked',
    '2026-07-02',
  ),
  broken(
    'date-order',
    ALPHA,
    'lastConfirmed: 2026-05-31',
    'lastConfirmed: 2026-06-02',
    'evidence.0.lastConfirmed',
    '2026-06-02',
  ),
  broken('framework-unknown', ALPHA, 'answers:\n  demo:', 'answers:\n  demos:', 'answers.demos', 'demos'),
  broken(
    'dimension-unknown',
    METHOD,
    'manners: { weight: 1 }',
    'manner: { weight: 1 }',
    'frameworks.demo.dimensions.manner',
    'manner',
  ),
  broken('criterion-unknown', ALPHA, 'hours: { value', 'houres: { value', 'answers.demo.houres', 'houres'),
  row('vendor-unknown', 'r-4,beta', 'r-4,betta', 'vendor', 'betta'),
  broken('review-unknown', ALPHA, '{ review: r-1 }', '{ review: r-9 }', 'replies.0.to.review', 'r-9'),
  broken('review-of-another', ALPHA, '{ review: r-1 }', '{ review: r-3 }', 'replies.0.to.review', 'r-3'),

  // Frameworks
  broken('framework-id', FRAMEWORK, 'id: demo\n', 'id: domo\n', 'id', 'domo'),
  broken('theme-unknown', FRAMEWORK, 'theme: care', 'theme: cars', 'dimensions.1.theme', 'cars'),
  broken('theme-unused', FRAMEWORK, 'theme: care', 'theme: speed', 'themes.1.id', 'care'),
  broken('overlap-self', FRAMEWORK, 'with: manners', 'with: response', 'dimensions.0.overlaps.0.with', 'response'),
  changed('overlap-one-sided', FRAMEWORK, 'dimensions.0.overlaps.0.with', 'manners', (files) => {
    edited(
      files,
      FRAMEWORK,
      '    overlaps:\n      - { with: response, note: { zh: 好不等于快, en: Kind is not fast } }\n',
      '',
    );
  }),
  broken(
    'checklist-empty',
    FRAMEWORK,
    '        evidence: { zh: 客户评价, en: What clients say }\n',
    '        evidence: { zh: 客户评价, en: What clients say }\n        measure: { kind: checklist }\n',
    'dimensions.1.criteria.1.measure',
    '{',
  ),
  broken(
    'facets-unmeasured',
    FRAMEWORK,
    '        measure: { kind: checklist }\n',
    '',
    'dimensions.0.criteria.0.facets',
    '- {',
  ),

  // Methods
  broken('method-folder', METHOD, "version: '2026.1'", "version: '2026.2'", 'version', "'2026.2'"),
  changed('changes-missing', SECOND, 'changes', 'version', (files) => secondMethod(files, '')),
  changed('summary-repeated', SECOND, 'summary.en', 'For tests', (files) =>
    secondMethod(files, 'changes: [{ zh: 改, en: Changed }]\n'),
  ),
  broken('methodology-unknown', RELEASE, "'2026.1'", "'2026.2'", 'methodology', "'2026.2'"),
  broken('weight-missing', METHOD, '      manners: { weight: 1 }\n', '', 'frameworks.demo.dimensions', 'response'),
  broken('weights-zero', METHOD, 'demo:\n    weight: 1', 'demo:\n    weight: 0', 'frameworks', 'demo'),
  broken('tiers-order', METHOD, 'documented: 0.8', 'documented: 0.4', 'facts.tiers.declared', '0.5'),
  broken('range-order', METHOD, 'kMin: 3', 'kMin: 30', 'reviews.shrinkage.kMin', '30'),
  broken(
    'minimum-dimensions',
    METHOD,
    'minimumDimensions: 1',
    'minimumDimensions: 3',
    'frameworks.demo.minimumDimensions',
    '3',
  ),
  broken(
    'goalposts-unknown',
    FRAMEWORK,
    'goalposts: weekly-hours',
    'goalposts: weekly-hour',
    'dimensions.0.criteria.1.measure.goalposts',
    'weekly-hour',
  ),
  broken(
    'goalposts-unused',
    METHOD,
    'goalposts:\n',
    'goalposts:\n  spare: { worst: 0, best: 1 }\n',
    'goalposts.spare',
    'spare',
  ),
  changed('goalposts-misplaced', QUESTIONS, 'observations.items.0.uses.0.goalposts', 'reply-minutes', (files) => {
    edited(files, QUESTIONS, 'kind: duration\n      goalposts: reply-minutes\n      window: 1440', 'kind: share');
    edited(files, QUESTIONS, 'channels: [call] }', 'channels: [call], goalposts: reply-minutes }');
    edited(files, CONTACTS, 'none', 'no');
    edited(files, CONTACTS, ',12', ',yes');
  }),
  broken('decision-missing', METHOD, "['0001']", "['0002']", 'decisions.0', "'0002'"),
  changed('prose-missing', 'content/methodology/2026.1/en.mdx', '', '', (files) =>
    files.delete('content/methodology/2026.1/en.mdx'),
  ),

  // Questionnaire
  changed('column-clash', QUESTIONS, 'questions.0.id', 'language', (files) => {
    edited(files, QUESTIONS, 'id: polite\n', 'id: language\n');
    edited(files, REVIEWS, ',polite,', ',note,');
  }),
  broken('channel-unknown', CONTACTS, 'alpha,mail', 'alpha,mall', 'channel', 'mall'),
  broken('scenario-unknown', CONTACTS, 'beta,call,quote', 'beta,call,quotes', 'scenario', 'quotes'),
  broken('rating-flat', QUESTIONS, 'low: 1\n    high: 5', 'low: 5\n    high: 5', 'questions.0.high', '5'),
  changed('collection-unknown', REVIEWS, 'collection', 'spring-wawe', (files) =>
    inCollection(files, 'spring-wawe', '2026-05-01', '2026-06-10'),
  ),
  changed('collection-period', REVIEWS, 'reviewed_on', '2026-06-04', (files) =>
    inCollection(files, 'spring-wave', '2026-05-01', '2026-06-03'),
  ),
  changed('days-discounted', REVIEWS, 'reviewed_on', '', (files) => {
    edited(files, METHOD, 'dayShare: 0.2', 'dayCorrelation: 0.1');
    const sameDay = Array.from(
      { length: 20 },
      (_, i) => `r-${i + 10},beta,2026-06-05,,organic,,,${String(i).padStart(16, '0')},,,,published,,4,no,none\n`,
    );
    files.set(REVIEWS, `${files.get(REVIEWS) ?? ''}${sameDay.join('')}`);
  }),

  // Vendors
  broken('credit-code-check', ALPHA, '91110000000000001H', '91110000000000001J', 'creditCode', '"9111'),
  broken('credit-code-shared', BETA, 'status:', 'creditCode: "91110000000000001H"\nstatus:', 'creditCode', '"9111'),
  broken('name-shared', GAMMA, 'Gamma', 'ＡＬＰＨＡ', 'name.en', 'ＡＬＰＨＡ'),
  broken('name-similar', GAMMA, 'Gamma', 'Aipha', 'name.en', 'Aipha'),
  broken('name-look-alike', GAMMA, 'Gamma', 'А1рһа', 'name.en', 'А1рһа'),
  broken('name-mixed-script', GAMMA, 'Gamma', 'Gаmma', 'name.en', 'Gаmma'),
  broken('name-wordless', GAMMA, 'Gamma', '★★★', 'name.en', '★★★'),
  broken('directory-unknown', ALPHA, 'city: port', 'city: prot', 'offices.0.city', 'prot'),
  broken('contact-form', ALPHA, 'mail: desk@alpha.example', 'mail: alpha.example', 'contacts.mail', 'alpha.example'),
  broken(
    'office-main',
    ALPHA,
    'main: true }',
    'main: true }\n  - { region: north, city: port, main: true }',
    'offices.1.main',
    'true',
  ),
  broken('price-range', ALPHA, 'upTo: 150', 'upTo: 50', 'prices.0.upTo', '50'),
  broken('withdrawn-needed', GAMMA, 'listed', 'withdrawn', 'status', 'withdrawn'),
  broken(
    'withdrawn-unneeded',
    GAMMA,
    'status: listed',
    'status: listed\nwithdrawn: { on: 2026-06-01, reason: { en: Closed } }',
    'withdrawn',
    'withdrawn',
  ),
  broken('reason-needed', BETA, ', reason: { zh: 只在门店服务 }', '', 'answers.demo.channels.state', 'not-applicable'),
  broken('facet-unknown', ALPHA, 'phone: met', 'fone: met', 'answers.demo.channels.facets.fone', 'fone'),
  broken('level-unknown', ALPHA, 'level: yearly', 'level: weekly', 'answers.demo.training.level', 'weekly'),
  broken(
    'answer-state',
    BETA,
    'state: not-applicable, reason: { zh: 只在门店服务 }',
    'state: met',
    'answers.demo.channels.state',
    'met',
  ),
  broken('answer-kind', ALPHA, 'hours: { value: 40', 'hours: { level: yearly', 'answers.demo.hours.level', 'level'),
  broken('answer-unmeasured', ALPHA, 'hours:', 'politeness:', 'answers.demo.politeness', 'politeness'),
  broken('answer-empty', ALPHA, 'hours: { value: 40, evidence', 'hours: { evidence', 'answers.demo.hours', 'hours'),
  broken(
    'answer-conflict',
    ALPHA,
    'hours: { value: 40',
    'hours: { state: unknown, value: 40',
    'answers.demo.hours.value',
    'value',
  ),
  broken(
    'number-twice',
    ALPHA,
    'hours: { value: 40',
    'hours: { value: 40, numerator: 3, denominator: 4',
    'answers.demo.hours.numerator',
    'numerator',
  ),
  broken('number-part', ALPHA, 'hours: { value: 40', 'hours: { error: 2', 'answers.demo.hours.error', 'error'),
  changed('numerator-large', ALPHA, 'answers.demo.hours.numerator', '5', ratioOf('numerator: 5, denominator: 4')),
  broken(
    'ratio-no-per',
    ALPHA,
    'hours: { value: 40',
    'hours: { numerator: 3, denominator: 4',
    'answers.demo.hours.numerator',
    'numerator',
  ),
  broken(
    'evidence-unknown',
    ALPHA,
    'hours: { value: 40, evidence: [site] }',
    'hours: { value: 40, evidence: [sites] }',
    'answers.demo.hours.evidence.0',
    'sites',
  ),
  broken('reply-twice', ALPHA, '{ criterion: demo/hours }, on', '{ review: r-1 }, on', 'replies.1.to.review', 'r-1'),
  broken(
    'reply-early',
    ALPHA,
    '{ to: { review: r-1 }, on: 2026-06-20',
    '{ to: { review: r-1 }, on: 2026-05-20',
    'replies.0.on',
    '2026-05-20',
  ),
  broken(
    'evidence-unused',
    ALPHA,
    'evidence:\n',
    'evidence:\n  - { id: spare, tier: declared, note: { en: So we say }, lastLooked: 2026-06-01, lastConfirmed: 2026-06-01 }\n',
    'evidence.0.id',
    'spare',
  ),
  changed('evidence-absent', ALPHA, 'evidence.1.file', 'data/evidence', (files) =>
    files.delete('data/evidence/alpha/rules.pdf'),
  ),
  broken('personal-mobile', ALPHA, 'Sundays too', 'Call 139 1234 5678', 'replies.1.text.en', 'Call'),
  // The example of GB 11643-1999 itself.
  broken('personal-id-number', ALPHA, 'Sundays too', 'ID 11010519491231002X', 'replies.1.text.en', 'ID'),
  broken('personal-bank-card', ALPHA, 'Sundays too', 'Card 4000 0000 0000 0002', 'replies.1.text.en', 'Card'),
  broken('personal-email', ALPHA, 'desk@alpha.example', 'alpha123@qq.com', 'contacts.mail', 'alpha123@qq.com'),
  broken('personal-wechat', ALPHA, 'Sundays too', '加微信：alpha_88', 'replies.1.text.en', '加微信'),

  changed('evidence-formula', 'data/evidence/alpha/calls.csv', '', '', (files) =>
    files.set('data/evidence/alpha/calls.csv', 'day,calls\n=1+1,2\n'),
  ),
  // Cases
  broken('field-unknown', CASE, '{ review: r-2 }', '{ field: licence.numbr }', 'about.field', 'licence.numbr'),
  broken('case-unfinished', CASE, 'closedOn: 2026-06-20\n', '', 'state', 'rejected'),
  broken('case-still-open', CASE, 'state: rejected\nclosedOn: 2026-06-20\n', 'state: open\n', 'outcome', 'outcome'),

  // Renamed vendors
  changed('renamed-in-use', 'data/renamed.yaml', '0.from', 'gamma', (files) =>
    files.set('data/renamed.yaml', '- { from: gamma, to: alpha, on: 2026-01-01 }\n'),
  ),

  // Exceptions
  changed('exception-unneeded', EXCEPTIONS, '0', '{', (files) => {
    files.set(
      EXCEPTIONS,
      '- { rule: name-similar, path: data/vendors/gamma.yaml, field: name.en, why: { zh: 并非同一家, en: Another firm }, on: 2026-06-01 }\n',
    );
  }),

  // CSV
  row('csv-quote', 'Fine,en', '"Fi"ne",en', '', ''),
  row('csv-nul', 'Fine', 'Fi\0ne', '', ''),
  row('csv-record', 'Fine', `"${'x'.repeat(1_100_000)}`, '', ''),
  changed('csv-empty', 'data/observations/2026.csv', '', '', (files) => files.set(CONTACTS, '\n')),
  changed('csv-delimiter', CONTACTS, '', '', (files) => files.set(CONTACTS, 'id;vendor;channel\n')),
  broken('csv-header-duplicate', CONTACTS, 'observer,first-reply', 'observer,observer', '', 'observer'),
  broken('csv-header-unknown', CONTACTS, 'first-reply', 'first-replay', '', 'first-replay'),
  changed('csv-header-missing', CONTACTS, '', '', (files) =>
    files.set(CONTACTS, 'id,vendor,channel,sent_at\no-1,alpha,call,2026-06-01 09:30\n'),
  ),
  row('csv-ragged', '4,no,none', '4,no', '', ''),
  changed('csv-more', CONTACTS, 'channel', '', (files) => {
    const rows = Array.from({ length: 203 }, (_, i) => `o-${i},alpha,post,quote,2026-06-01 09:30,,\n`);
    files.set(CONTACTS, `id,vendor,channel,scenario,sent_at,observer,first-reply\n${rows.join('')}`);
  }),
  row('number', ',3,yes,0', ',three,yes,0', 'polite', 'three'),
  row('rating-range', ',4,no', ',0,no', 'polite', '0'),
  coding('coding-unmeasured', 'demo/hours', 'beta,demo/hours,,00000000000000aa,2026-06-01,met', 'criterion'),
  coding('coding-facet', 'phone', 'beta,demo/training,phone,00000000000000aa,2026-06-01,yearly', 'facet'),
  row('duration', 'no,none', 'no,-5', 'waited', '-5'),
];
