/** Rules of `data/cases/`: a case refers to what exists; a closed one says when and how it ended. */
import type { Rules } from '../../schema/problem.ts';

import type { RawYaml } from '../../load/raw.ts';
import { caseFile, type CaseFile } from '../../schema/case.ts';
import { vendor as vendorSchema } from '../../schema/vendor.ts';
import { amongst } from '../nearest.ts';
import type { Report } from '../report.ts';
import { firstUnknown } from '../schema-keys.ts';
import { checkParts, type Checked, type Parts, type PartsForm } from '../shape.ts';
import { privacyRule } from './privacy.ts';
import { criterionFault, type References, type ReviewOwners } from './references.ts';

export const CASES_RULES = {
  'field-unknown': {
    severity: 'error',
    en: ['"{found}"', 'a field of the vendor file (see schemas/vendor.schema.json): {list}', 'write one of these'],
    zh: ['“{found}”', '服务商文件中的字段之一（见 schemas/vendor.schema.json）：{list}', '改成其中一个'],
  },
  'case-unfinished': {
    severity: 'error',
    en: ['a closed case ({found}) without {expected}', 'closedOn and outcome once a case is closed', 'add {expected}'],
    zh: ['已结案（{found}），但缺少 {expected}', '结案时写明的 closedOn 与 outcome', '补上 {expected}'],
  },
  'case-still-open': {
    severity: 'error',
    en: ['"{found}" in an open case', 'it only once the case is closed', 'set the state, or take out the line'],
    zh: ['未结案却写了“{found}”', '结案后才写的内容', '改状态，或删除这一行'],
  },
} as const satisfies Rules;

const FORM: PartsForm<CaseFile> = {
  instead: {
    kind: 'correction',
    vendor: '?',
    about: { field: 'name' },
    openedOn: '0001-01-01',
    openedBy: 'editor',
    claim: { zh: '?' },
    state: 'open',
  },
};

/** A case in its shape, or what is well-formed in it; every fault of the shape is reported. */
export function caseOf(file: RawYaml, report: Report): Parts<CaseFile> | undefined {
  return checkParts(caseFile, file, FORM, report);
}

/** @param owners see `replyRule`. */
export function checkCase(
  checked: Parts<CaseFile>,
  known: References,
  owners: ReviewOwners | undefined,
  report: Report,
): void {
  const { file, data, faulty } = checked;
  const whole = (...keys: (keyof CaseFile)[]): boolean => !keys.some((key) => faulty.has(key));
  if (whole('vendor') && !known.vendors.has(data.vendor))
    report.yaml(file, ['vendor'], 'vendor-unknown', amongst(data.vendor, known.vendors));
  if (whole('about', 'vendor')) aboutRule(checked, known, owners, report);
  if (whole('state', 'openedOn', 'closedOn', 'outcome')) closingRule(checked, known, report);
  privacyRule(checked, new Map(), report);
}

function aboutRule(
  { file, data }: Checked<CaseFile>,
  known: References,
  owners: ReviewOwners | undefined,
  report: Report,
): void {
  const { about } = data;
  if ('criterion' in about) {
    const fault = criterionFault(about.criterion, known);
    if (fault !== undefined) report.yaml(file, ['about', 'criterion'], fault.rule, fault.params);
  } else if ('review' in about) {
    if (owners === undefined) return;
    const owner = owners.get(about.review);
    if (owner === undefined) report.yaml(file, ['about', 'review'], 'review-unknown', {});
    else if (owner.vendor !== data.vendor)
      report.yaml(file, ['about', 'review'], 'review-of-another', { other: owner.vendor });
  } else {
    const unknown = firstUnknown(vendorSchema, about.field.split('.'));
    if (unknown !== undefined)
      report.yaml(file, ['about', 'field'], 'field-unknown', amongst(unknown.step, unknown.keys));
  }
}

function closingRule({ file, data }: Checked<CaseFile>, { asOf }: References, report: Report): void {
  const closed = data.state !== 'open';
  for (const part of ['closedOn', 'outcome'] as const) {
    if (closed && data[part] === undefined) report.yaml(file, ['state'], 'case-unfinished', { expected: part });
    if (!closed && data[part] !== undefined) report.yaml(file, [part], 'case-still-open', {}, 'key');
  }
  if (data.closedOn !== undefined && data.closedOn < data.openedOn) {
    report.yaml(file, ['openedOn'], 'date-order', { other: 'closedOn', limit: data.closedOn });
  }
  for (const part of ['openedOn', 'closedOn'] as const) {
    const day = data[part];
    if (asOf !== undefined && day !== undefined && day > asOf)
      report.yaml(file, [part], 'future-date', { limit: asOf });
  }
}
