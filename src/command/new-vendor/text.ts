/** The text of a new vendor file: what was told, each field explained in both languages, and examples of what may be added. */
import { stringify } from 'yaml';
import { newVendorLabels } from '../../i18n/labels/new-vendor.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { Criterion } from '../../schema/framework.ts';
import type { Answers, Flag } from './fields.ts';

type Told = Pick<Dataset, 'site' | 'directory' | 'frameworks' | 'release' | 'vendors'>;
type Part = keyof (typeof newVendorLabels)['zh']['file'];

/** The whole file; ends with a line feed. */
export function newVendorFile(answers: Answers, workspace: Told): string {
  const { site, directory, release, frameworks } = workspace;
  const one = (flag: Flag): string | undefined => answers[flag]?.[0];
  const both = (key: string, zh: string | undefined, en: string | undefined): string[] =>
    zh === undefined && en === undefined ? [] : [`${key}:`, ...pair('  zh', zh), ...pair('  en', en)];
  const list = (key: string, flag: Flag): string[] => (answers[flag] === undefined ? [] : [`${key}: [${answers[flag].join(', ')}]`]);
  const office = one('region') === undefined ? [] : ['offices:', `  - region: ${one('region') ?? ''}`, `    city: ${one('city') ?? ''}`, '    main: true'];
  const contacts = (answers.contact ?? []).map((c) => c.split(/=(.*)/s) as [string, string]);
  const example = (...lines: string[]): string[] => lines.map((line) => `#   ${line}`);
  const lines = [
    `# yaml-language-server: $schema=${site.url.replace(/\/+$/, '')}/schemas/vendor.schema.json`,
    ...said('intro'),
    '',
    ...said('name'),
    ...both('name', one('name-zh'), one('name-en')),
    '',
    ...said('legal'),
    ...pair('legalName', one('legal-name')),
    ...(one('credit-code') === undefined ? [] : [`creditCode: ${JSON.stringify(one('credit-code'))}`]),
    '',
    ...said('status'),
    `status: ${one('status') ?? 'listed'}`,
    ...said('more'),
    '',
    ...said('website'),
    ...pair('website', one('website')),
    '',
    ...said('contacts'),
    ...example(...directory.contacts.map((c) => `${c.id}  ${c.name.zh} / ${c.name.en}`)),
    ...(contacts.length === 0 ? [] : ['contacts:', ...contacts.flatMap(([channel, value]) => pair(`  ${channel}`, value))]),
    '',
    ...said('offices'),
    ...office,
    '',
    ...said('services'),
    ...list('services', 'service'),
    ...list('industries', 'industry'),
    ...list('languages', 'language'),
    ...(directory.licence === undefined ? [] : ['', ...said('licence'), ...(one('licence') === undefined ? [] : ['licence:', `  state: ${one('licence') ?? ''}`])]),
    '',
    ...said('prices'),
    ...example('prices:', ...priceExample(workspace)),
    '',
    ...said('interests'),
    ...both('interests', one('interests-zh'), one('interests-en')),
    '',
    ...said('evidence'),
    ...example('evidence:', '  - id: public-page', '    tier: documented', '    url: https://example.com/page', `    lastLooked: ${release.asOf}`, `    lastConfirmed: ${release.asOf}`),
    '',
    ...said('answers'),
    ...example(...answerExample(frameworks)),
  ];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** What a part is about, Chinese first. */
function said(part: Part): string[] {
  return [`# ${newVendorLabels.zh.file[part]}`, `# ${newVendorLabels.en.file[part]}`];
}

function pair(key: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${key}: ${stringify(value, { lineWidth: 0 }).trimEnd()}`];
}

/** A price in the currency that others here give theirs in. */
function priceExample({ directory: { services, priceBases }, release, vendors }: Told): string[] {
  const [service, basis] = [services[0]?.id, priceBases[0]?.id];
  const currency = vendors.flatMap((v) => v.prices)[0]?.currency ?? 'CNY';
  const rest = ['amount: 100', `currency: ${currency}`, 'period: month', `observedOn: ${release.asOf}`];
  const fields = [...(service === undefined ? [] : [`service: ${service}`]), ...(basis === undefined ? [] : [`basis: ${basis}`]), ...rest];
  return fields.map((field, i) => `${i === 0 ? '  - ' : '    '}${field}`);
}

/** The first criterion that a checklist measures, answered with evidence. */
function answerExample(frameworks: Told['frameworks']): string[] {
  for (const framework of frameworks) {
    const criterion = framework.dimensions.flatMap((d): Criterion[] => d.criteria).find((c) => c.measure?.kind === 'checklist' && c.facets.length > 0);
    if (criterion === undefined) continue;
    return [
      'answers:',
      `  ${framework.id}:`,
      `    ${criterion.id}:`,
      '      evidence: [public-page]',
      '      facets:',
      ...criterion.facets.map((facet, i) => `        ${facet.id}: ${i === 0 ? 'met' : i === 1 ? 'partly' : 'not-met'}`),
    ];
  }
  return ['answers: {}'];
}
