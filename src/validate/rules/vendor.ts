/** Rules of one vendor file: credit code, directory entries, contacts, offices, prices, status, dates, replies. Names, answers and evidence have files of their own. */
import type { Rules } from '../../schema/problem.ts';

import type { RawYaml } from '../../load/raw.ts';
import { dayNumber } from '../../schema/day.ts';
import type { Directory } from '../../schema/directory.ts';
import type { Path } from '../../schema/plain-data.ts';
import { isSafeHttpsAddress } from '../../schema/text.ts';
import { vendor as vendorSchema, type VendorFile } from '../../schema/vendor.ts';
import { checkCharacter } from '../credit-code.ts';
import { amongst, listed } from '../nearest.ts';
import type { Report } from '../report.ts';
import type { RuleId } from '../rules.ts';
import { checkParts, type Checked, type Parts, type PartsForm } from '../shape.ts';
import { answerRule } from './answers.ts';
import { evidenceRule } from './evidence.ts';
import { scriptRule } from './names.ts';
import { privacyRule, type AllowedByKey } from './privacy.ts';
import { criterionFault, type References, type ReviewOwners, uniqueWords } from './references.ts';

export const VENDOR_RULES = {
  'credit-code-check': {
    severity: 'error',
    en: [
      '"{found}", whose check character is wrong',
      'a code that ends in "{expected}" if the first 17 characters are right',
      'compare it with the business licence, character by character',
    ],
    zh: ['“{found}”，校验位不对', '末位为“{expected}”的代码（若前 17 位无误）', '与营业执照逐字核对'],
  },
  'credit-code-shared': {
    severity: 'error',
    en: [
      '"{found}", which {other} has already',
      'every code once',
      'check which of the two is right; one firm has one file',
    ],
    zh: ['“{found}”，{other} 已使用', '不重复的代码', '核对是哪一家；一家企业只有一个文件'],
  },
  'directory-unknown': {
    severity: 'error',
    en: ['"{found}"', 'an id from {where} in content/directory.yaml: {list}', 'write one of these'],
    zh: ['“{found}”', 'content/directory.yaml 中 {where} 的编号之一：{list}', '改成其中一个'],
  },
  'contact-form': {
    severity: 'error',
    en: ['"{found}"', '{kind|contact}', 'correct it, or put it under another channel'],
    zh: ['“{found}”', '{kind|contact}', '改正，或换到别的渠道下'],
  },
  'office-main': {
    severity: 'error',
    en: ['a second main office', 'one main office at most', 'keep main: true at one office'],
    zh: ['第二个主要办公地点', '至多一个主要办公地点', '只在一处保留 main: true'],
  },
  'price-range': {
    severity: 'error',
    en: ['{found}', 'not less than amount ({limit})', 'swap the two, or take out upTo'],
    zh: ['{found}', '不低于 amount（{limit}）', '对调两个数，或删除 upTo'],
  },
  'withdrawn-needed': {
    severity: 'error',
    en: ['status withdrawn without saying when and why', 'withdrawn: with on and reason', 'add withdrawn:'],
    zh: ['状态为 withdrawn，但没有写明时间和原因', 'withdrawn:（含 on 与 reason）', '补上 withdrawn:'],
  },
  'withdrawn-unneeded': {
    severity: 'error',
    en: [
      'withdrawn: at a vendor that is {found}',
      'it only where status is withdrawn',
      'take it out, or set status: withdrawn',
    ],
    zh: [
      '状态为 {found}，却写了 withdrawn:',
      '仅在 status 为 withdrawn 时才写的内容',
      '删除，或改为 status: withdrawn',
    ],
  },
  'reply-twice': {
    severity: 'error',
    en: [
      'a second reply to {found}',
      'one reply to each review or criterion',
      'say it in one reply, with the day of the last change',
    ],
    zh: ['对 {found} 的第二次回应', '每条评价或每项指标只回应一次', '合并成一条，日期写最后修改的那天'],
  },
  'reply-early': {
    severity: 'error',
    en: [
      '{found}, before the review was written',
      'the day of the review or a later one',
      'check the day of the reply, or the review that it answers',
    ],
    zh: ['{found}，早于评价本身', '评价当天或以后的日期', '核对回应的日期，或所回应的评价编号'],
  },
} as const satisfies Rules;

export type VendorRule = (checked: Checked<VendorFile>, known: References, report: Report) => void;

export const creditCodeRule: VendorRule = ({ file, data }, _known, report) => {
  const code = data.creditCode;
  if (code === undefined) return;
  const expected = checkCharacter(code);
  if (expected !== code[17]) report.yaml(file, ['creditCode'], 'credit-code-check', { found: code, expected });
};

/** @param vendors in the order of their slugs: the later of two is told. */
export function creditCodesUnique(vendors: readonly Checked<VendorFile>[], report: Report): void {
  const owners = new Map<string, string>();
  for (const { file, data } of vendors) {
    if (data.creditCode === undefined) continue;
    const owner = owners.get(data.creditCode);
    if (owner === undefined) owners.set(data.creditCode, file.name);
    else report.yaml(file, ['creditCode'], 'credit-code-shared', { found: data.creditCode, other: owner });
  }
}

export const vendorDateRule: VendorRule = ({ file, data }, known, report) => {
  for (const [i, evidence] of data.evidence.entries()) {
    if (evidence.lastConfirmed > evidence.lastLooked) {
      report.yaml(file, ['evidence', i, 'lastConfirmed'], 'date-order', {
        other: 'lastLooked',
        limit: evidence.lastLooked,
      });
    }
  }
  const { asOf } = known;
  if (asOf === undefined) return;
  for (const [at, day] of daysOf(data)) {
    if (day !== undefined && day > asOf) report.yaml(file, at, 'future-date', { limit: asOf });
  }
  if (data.founded !== undefined && data.founded > Number(asOf.slice(0, 4)))
    report.yaml(file, ['founded'], 'future-date', { limit: asOf });
};

/** Every day in the file that lies in the past; dates of expiry may come. */
function daysOf(data: VendorFile): [Path, string | undefined][] {
  return [
    [['since'], data.since],
    [['withdrawn', 'on'], data.withdrawn?.on],
    [['licence', 'checkedOn'], data.licence?.checkedOn],
    ...data.prices.map((p, i): [Path, string] => [['prices', i, 'observedOn'], p.observedOn]),
    ...data.replies.map((r, i): [Path, string] => [['replies', i, 'on'], r.on]),
    ...data.evidence.map((e, i): [Path, string] => [['evidence', i, 'lastLooked'], e.lastLooked]),
    // A day of confirmation after the last look has been told already; one before it cannot lie in the future alone.
  ];
}

export const directoryRule: VendorRule = (checked, { directory }, report) => {
  if (directory === undefined) return;
  const { file, data } = checked;
  const pick = (
    at: Path,
    id: string | undefined,
    list: string,
    known: readonly { id: string }[],
    what: 'key' | 'value' = 'value',
  ): void => {
    if (id === undefined || known.some((entry) => entry.id === id)) return;
    report.yaml(
      file,
      at,
      'directory-unknown',
      {
        ...amongst(
          id,
          known.map((entry) => entry.id),
        ),
        where: list,
      },
      what,
    );
  };
  for (const list of ['services', 'industries', 'languages'] as const) {
    uniqueWords(checked, [list], data[list], report);
    for (const [i, id] of data[list].entries()) pick([list, i], id, list, directory[list]);
  }
  for (const id of Object.keys(data.contacts)) pick(['contacts', id], id, 'contacts', directory.contacts, 'key');
  for (const [i, office] of data.offices.entries()) {
    pick(['offices', i, 'region'], office.region, 'regions', directory.regions);
    const region = directory.regions.find((r) => r.id === office.region);
    if (region === undefined) continue;
    const home = directory.regions.find((r) => r.cities.some((city) => city.id === office.city));
    // A city of another region is no slip of the pen.
    if (home !== undefined && !region.cities.some((city) => city.id === office.city)) {
      const where = `regions.${region.id}.cities`;
      report.yaml(file, ['offices', i, 'city'], 'directory-unknown', {
        found: office.city,
        where,
        list: listed(region.cities.map((city) => city.id)),
        example: `region: ${home.id}`,
      });
    } else pick(['offices', i, 'city'], office.city, `regions.${region.id}.cities`, region.cities);
  }
  pick(['licence', 'state'], data.licence?.state, 'licence.states', directory.licence?.states ?? []);
  for (const [i, price] of data.prices.entries()) {
    pick(['prices', i, 'service'], price.service, 'services', directory.services);
    pick(['prices', i, 'basis'], price.basis, 'priceBases', directory.priceBases);
  }
};

type Kind = Directory['contacts'][number]['kind'];

const FORMS: Readonly<Record<Kind, (value: string) => boolean>> = {
  web: isSafeHttpsAddress,
  telephone: (value) => /^\+?[0-9][0-9 ()-]{2,24}(?:(?: ?(?:ext\.?|转) ?|-)[0-9]{1,6})?$/i.test(value),
  email: (value) => /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}$/.test(value),
  text: () => true,
};

export const contactRule: VendorRule = ({ file, data }, { directory }, report) => {
  for (const [id, value] of Object.entries(data.contacts)) {
    const kind = directory?.contacts.find((contact) => contact.id === id)?.kind;
    if (kind !== undefined && !FORMS[kind](value))
      report.yaml(file, ['contacts', id], 'contact-form', { found: value, kind });
  }
};

export const priceRule: VendorRule = ({ file, data }, _known, report) => {
  for (const [i, { amount, upTo }] of data.prices.entries()) {
    if (upTo !== undefined && upTo < amount) report.yaml(file, ['prices', i, 'upTo'], 'price-range', { limit: amount });
  }
};

export const statusRule: VendorRule = ({ file, data }, _known, report) => {
  if (data.status === 'withdrawn' && data.withdrawn === undefined)
    report.yaml(file, ['status'], 'withdrawn-needed', {});
  if (data.status !== 'withdrawn' && data.withdrawn !== undefined) {
    report.yaml(file, ['withdrawn'], 'withdrawn-unneeded', { found: data.status }, 'key');
  }
  const main = data.offices.flatMap((office, i) => (office.main ? [i] : []));
  for (const i of main.slice(1)) report.yaml(file, ['offices', i, 'main'], 'office-main', {});
};

/** @param owners vendor of each review that somebody refers to; undefined when the reviews are faulty and cannot be judged. */
export function replyRule(
  { file, data }: Checked<VendorFile>,
  known: References,
  owners: ReviewOwners | undefined,
  report: Report,
): void {
  const answered = new Set<string>();
  for (const [i, { to, on }] of data.replies.entries()) {
    const at = ['replies', i, 'to'];
    const [kind, one] = 'criterion' in to ? ['criterion', to.criterion] : ['review', to.review];
    if (answered.has(`${kind} ${one}`)) report.yaml(file, [...at, kind], 'reply-twice');
    answered.add(`${kind} ${one}`);
    if ('criterion' in to) {
      const fault = criterionFault(to.criterion, known);
      if (fault !== undefined) report.yaml(file, [...at, 'criterion'], fault.rule, fault.params);
    } else if (owners !== undefined) {
      const owner = owners.get(to.review);
      if (owner === undefined) report.yaml(file, [...at, 'review'], 'review-unknown', {});
      else if (owner.vendor !== file.name)
        report.yaml(file, [...at, 'review'], 'review-of-another', { other: owner.vendor });
      else if (dayNumber(on) < owner.day) report.yaml(file, ['replies', i, 'on'], 'reply-early');
    }
  }
}

/** Rules, each with the keys that it needs whole: whose absence it would tell, or for which something else would stand. */
const CHECKS: readonly (readonly [VendorRule, ...(keyof VendorFile)[]])[] = [
  [answerRule],
  [contactRule],
  [creditCodeRule],
  [vendorDateRule],
  [directoryRule],
  [evidenceRule, 'evidence', 'answers'],
  [priceRule],
  [scriptRule, 'name'],
  [statusRule, 'status', 'withdrawn'],
];

/**
 * What the digits of public numbers and addresses look like by chance. What nobody has by chance is refused there too: an
 * identity number, with its date and check character, as credit code, or a mobile number as the number of a licence.
 */
export const PUBLIC_DIGITS: AllowedByKey = new Map<string, readonly RuleId[]>([
  ['creditCode', ['personal-bank-card', 'personal-mobile']],
  ['website', ['personal-bank-card', 'personal-mobile', 'personal-email', 'personal-wechat']],
  ['url', ['personal-bank-card', 'personal-mobile', 'personal-email', 'personal-wechat']],
  ['file', ['personal-bank-card', 'personal-wechat']],
  ['number', ['personal-bank-card', 'personal-wechat']],
]);

const FORM: PartsForm<VendorFile> = {
  instead: { name: { zh: '?' }, status: 'listed' },
  entries: { answers: 3, contacts: 2 },
  publicDigits: PUBLIC_DIGITS,
};

/** A vendor file in its shape, or what is well-formed in it; every fault of the shape is reported. */
export function vendorOf(file: RawYaml, report: Report): Parts<VendorFile> | undefined {
  return checkParts(vendorSchema, file, FORM, report);
}

export function checkVendor(checked: Parts<VendorFile>, known: References, report: Report): void {
  for (const [rule, ...needs] of CHECKS)
    if (!needs.some((key) => checked.faulty.has(key))) rule(checked, known, report);
  privacyRule(checked, PUBLIC_DIGITS, report);
}
