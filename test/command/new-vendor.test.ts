import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { WrongUse } from '../../src/command/arguments.ts';
import type { Terminal } from '../../src/command/new-vendor/ask.ts';
import type { Answers } from '../../src/command/new-vendor/fields.ts';
import { makeNewVendor } from '../../src/command/new-vendor/make.ts';
import { runPipeline } from '../../src/pipeline.ts';
import type { Language } from '../../src/schema/text.ts';
import { type Copy, goldenCopy } from '../workspaces/golden-copy.ts';

const DIRECTORY = `vendor:
  one: { zh: 钟表铺, en: watchmaker }
  many: { zh: 钟表铺, en: watchmakers }
services:
  - { id: repair, name: { zh: 修表, en: Repair }, aliases: [维修] }
  - { id: polish, name: { zh: 抛光, en: Polishing } }
languages:
  - { id: mandarin, name: { zh: 普通话, en: Mandarin } }
contacts:
  - { id: phone, name: { zh: 电话, en: Telephone }, kind: telephone }
regions:
  - { id: zhejiang, name: { zh: 浙江, en: Zhejiang }, cities: [{ id: hangzhou, name: { zh: 杭州, en: Hangzhou } }, { id: ningbo, name: { zh: 宁波, en: Ningbo } }] }
`;

function shop(): Copy {
  const copy = goldenCopy();
  copy.write('content/directory.yaml', DIRECTORY);
  return copy;
}

/** Keys that a person presses, one text for each question. */
type Keys = readonly string[];
const ENTER = '\r';
const DOWN = '\u001B[B';
const ESCAPE = '\u001B';
const BACKSPACE = '\u007F';

/**
 * A terminal at which somebody answers: whenever the screen has come to rest, the next keys are pressed; after the last of
 * them Escape.
 */
function terminalOf(keys: Keys): { terminal: Terminal; shown: () => string } {
  const left = [...keys];
  const input = new PassThrough();
  let screen = '';
  let timer: NodeJS.Timeout | undefined;
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      screen += chunk.toString();
      clearTimeout(timer);
      timer = setTimeout(() => input.write(left.shift() ?? ESCAPE), 5);
      done();
    },
  });
  // Colours and movements of the cursor are no part of what is said.
  return { terminal: { input, output }, shown: () => stripVTControlCharacters(screen) };
}

function make(copy: Copy, flags: Answers, more: { keys?: Keys; dry?: boolean; language?: Language } = {}) {
  const said: string[] = [];
  const { terminal, shown } = terminalOf(more.keys ?? []);
  const made = makeNewVendor({
    folder: copy.folder,
    flags,
    dry: more.dry ?? false,
    language: more.language ?? 'en',
    say: (text) => said.push(text),
    ...(more.keys === undefined ? {} : { terminal }),
  });
  return { made, shown: () => `${shown()}\n${said.join('\n')}` };
}

describe('a new vendor, all by options', () => {
  it('is written with the schema named in its first line, every field explained, and passes the check', async () => {
    const copy = shop();
    await make(copy, {
      'name-zh': ['杭州老钟'],
      region: ['浙江'],
      city: ['Hangzhou'],
      service: ['维修,polish'],
      language: ['普通话'],
      contact: ['phone=000-0000-1234'],
      website: ['https://clock.example'],
      'interests-zh': ['无'],
      status: ['participating'],
    }).made;
    const text = copy.read('data/vendors/hang-zhou-lao-zhong.yaml');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schemas/vendor.schema.json');
    expect(text).toMatch(/^# 名|^# 对外名称/m);
    const { dataset, warnings } = await runPipeline(copy.folder);
    expect(warnings).toEqual([]);
    expect(dataset.vendors.find((v) => v.slug === 'hang-zhou-lao-zhong')).toMatchObject({
      name: { zh: '杭州老钟' },
      status: 'participating',
      services: ['repair', 'polish'],
      languages: ['mandarin'],
      website: 'https://clock.example',
      contacts: { phone: '000-0000-1234' },
      offices: [{ region: 'zhejiang', city: 'hangzhou', main: true }],
      interests: { zh: '无' },
      answers: {},
    });
  });

  it('has examples that are valid once their comment signs are gone', async () => {
    const copy = shop();
    const text = (await make(copy, { 'name-en': ['Old Clock'] }, { dry: true }).made) ?? '';
    copy.write('data/vendors/old-clock.yaml', text.replace(/^# {3}(?! |phone)/gm, '').replace(/^# {3}(?= +)/gm, ''));
    const { dataset } = await runPipeline(copy.folder);
    const made = dataset.vendors.find((v) => v.slug === 'old-clock');
    expect(made?.prices).toHaveLength(1);
    expect(made?.evidence.map((e) => e.id)).toEqual(['public-page']);
    expect(made?.answers['care']?.['receipt']?.facets).toEqual({ day: 'met', price: 'partly' });
  });

  it('is only shown on a dry run', async () => {
    const copy = shop();
    expect(await make(copy, { 'name-en': ['Old Clock'] }, { dry: true }).made).toContain('en: Old Clock');
    expect(existsSync(join(copy.folder, 'data/vendors/old-clock.yaml'))).toBe(false);
  });

  it('gets a number behind its slug where that is taken', async () => {
    const copy = shop();
    for (const name of ['Old Clock', 'Old-Clock', 'Old.Clock']) await make(copy, { 'name-en': [name] }).made;
    expect(
      (await runPipeline(copy.folder)).dataset.vendors
        .map((v) => v.slug)
        .filter((slug) => slug.startsWith('old'))
        .sort(),
    ).toEqual(['old-clock', 'old-clock-2', 'old-clock-3']);
  });

  it('is refused under the former name of another vendor', async () => {
    const copy = shop();
    copy.write('data/renamed.yaml', '- { from: old-clock, to: anchor, on: 2026-06-30 }\n');
    await expect(make(copy, { 'name-en': ['X'], slug: ['old-clock'] }).made).rejects.toThrow(
      /there is a vendor of this name/,
    );
    await make(copy, { 'name-en': ['Old Clock'] }).made;
    expect(existsSync(join(copy.folder, 'data/vendors/old-clock-2.yaml'))).toBe(true);
  });

  it.each<[string, Answers, RegExp]>([
    ['a slug in capitals', { 'name-en': ['X'], slug: ['Old'] }, /--slug Old: lower-case/],
    ['a reserved slug', { 'name-en': ['X'], slug: ['con'] }, /--slug con: this name is used/],
    ['a slug that leads elsewhere', { 'name-en': ['X'], slug: ['../x'] }, /--slug/],
    ['a vendor that exists', { 'name-en': ['X'], slug: ['anchor'] }, /there is a vendor of this name/],
    [
      'a place that does not exist',
      { 'name-en': ['X'], region: ['zhejang'] },
      /there is no "zhejang"; perhaps "zhejiang"/,
    ],
    ['a region without a city', { 'name-en': ['X'], region: ['zhejiang'] }, /missing: --city/],
    [
      'no name at all',
      {},
      /^nothing is written; to be put right: 1\n  missing: --name-zh or --name-en \(one of the two is enough\)$/,
    ],
    [
      'a place far from all others',
      { 'name-en': ['X'], region: ['Yunnan'] },
      /there is no "Yunnan"; choose from: zhejiang Zhejiang/,
    ],
    [
      'a city that no region has',
      { 'name-en': ['X'], city: ['宁德'] },
      /--city 宁德: there is no "宁德"; choose from: hangzhou Hangzhou, ningbo Ningbo/,
    ],
    ['a website that is none', { 'name-en': ['X'], website: ['javascript:alert(1)'] }, /--website/],
    [
      'a website without encryption',
      { 'name-en': ['X'], website: ['http://clock.example'] },
      /--website http:\/\/clock\.example: website - .* that begins with https:\/\/.* \[https-address\]/,
    ],
    [
      'a contact without a channel',
      { 'name-en': ['X'], contact: ['12345'] },
      /--contact 12345: write channel=value, as in phone=VALUE; the channels are: phone Telephone/,
    ],
    [
      'a contact of the wrong form',
      { 'name-en': ['X'], contact: ['phone=ask me'] },
      /--contact phone=ask me: contacts\.phone - .*\[contact-form\]/,
    ],
  ])('is refused for %s', async (_, flags, why) => {
    const refused = make(shop(), flags).made;
    await expect(refused).rejects.toBeInstanceOf(WrongUse);
    await expect(refused).rejects.toThrow(why);
  });

  it('is refused by the rules that every file keeps, all at once, and not written', async () => {
    const copy = shop();
    const refused = make(copy, {
      'name-en': ['Old Clock'],
      'credit-code': ['91110000000000000X'],
      website: ['http://x.example'],
      region: ['zhejiang'],
      'interests-en': ['Call 13800138000'],
    }).made;
    await expect(refused).rejects.toBeInstanceOf(WrongUse);
    const lines = await refused.catch((error: Error) => error.message.split('\n'));
    expect(lines).toEqual([
      'nothing is written; to be put right: 4',
      '  --credit-code 91110000000000000X: creditCode - found "91110000000000000X", whose check character is wrong; expected a code that ends in "E" if the first 17 characters are right. Fix: compare it with the business licence, character by character [credit-code-check]',
      '  missing: --city',
      expect.stringMatching(/^ {2}--website http:\/\/x\.example: .*\[https-address\]$/),
      expect.stringMatching(
        /^ {2}--interests-en Call 138\*\*\*\*\*000: interests\.en - found a mobile number .*\[personal-mobile\]$/,
      ),
    ]);
    expect(existsSync(join(copy.folder, 'data/vendors/old-clock.yaml'))).toBe(false);
  });

  it('finds the region by the city, where only one has it', async () => {
    expect(await make(shop(), { 'name-zh': ['老钟'], city: ['杭州'] }, { dry: true }).made).toContain(
      'region: zhejiang\n    city: hangzhou',
    );
    const copy = goldenCopy();
    const twin =
      '  - { id: jiangsu, name: { zh: 江苏, en: Jiangsu }, cities: [{ id: hangzhou, name: { zh: 杭州, en: Hangzhou } }] }\n';
    copy.write('content/directory.yaml', DIRECTORY + twin);
    await expect(make(copy, { 'name-zh': ['老钟'], city: ['杭州'] }, { language: 'zh' }).made).rejects.toThrow(
      '几个省份都有“杭州”，请写明是哪一个：--region zhejiang | --region jiangsu',
    );
  });

  it('says in Chinese too that one name is enough', async () => {
    await expect(make(shop(), {}, { language: 'zh' }).made).rejects.toThrow(
      '没有写入任何文件，有 1 处要改：\n  还缺 --name-zh 或 --name-en（写一种即可）',
    );
  });

  it.each(['"quotes" and: colons # signs', "it's - [a] {list} &x *y", '是：的', 'true', '123'])(
    'keeps a name like %j as it is',
    async (name) => {
      const copy = shop();
      await make(copy, { 'name-en': [name], slug: ['odd'] }).made;
      const { dataset } = await runPipeline(copy.folder);
      expect(dataset.vendors.find((v) => v.slug === 'odd')?.name).toEqual({ en: name });
    },
  );
});

describe('a new vendor, asked for at a terminal', () => {
  // Names, slug, legal name, credit code; status; region, city; services; languages; website; contact; interests.
  const FIELDS: Keys = [
    `杭州老钟${ENTER}`,
    ENTER,
    ENTER,
    ENTER,
    ENTER,
    `${DOWN}${ENTER}`,
    `${DOWN}${ENTER}`,
    ENTER,
    ` ${DOWN} ${ENTER}`,
    ENTER,
    `https://clock.example${ENTER}`,
    ENTER,
    ENTER,
    ENTER,
  ];
  /** No price, no evidence, no answers to the two dimensions of the golden workspace. */
  const NOTHING_MORE: Keys = Array.from({ length: 4 }, () => ENTER);

  it('gets what was chosen and typed, and is written after a yes', async () => {
    const copy = shop();
    const { made, shown } = make(copy, {}, { keys: [...FIELDS, ...NOTHING_MORE, ENTER], language: 'zh' });
    expect(await made).toContain('city: hangzhou');
    expect(shown()).toContain('hang-zhou-lao-zhong');
    const { dataset, warnings } = await runPipeline(copy.folder);
    expect(warnings).toEqual([]);
    expect(dataset.vendors.find((v) => v.slug === 'hang-zhou-lao-zhong')).toMatchObject({
      status: 'participating',
      website: 'https://clock.example',
      services: ['repair', 'polish'],
      offices: [{ region: 'zhejiang', city: 'hangzhou', main: true }],
    });
  });

  it('has every answer judged by the rules of the file before it is taken', async () => {
    const keys = [...FIELDS];
    keys[4] = `91110000000000000X${ENTER}`;
    const mended = `${BACKSPACE.repeat(18)}91110000000000001H${ENTER}`;
    const phone = [`13800138000${ENTER}`, `${BACKSPACE.repeat(11)}000-0000-1234${ENTER}`];
    const { made, shown } = make(
      shop(),
      {},
      {
        keys: [...keys.slice(0, 5), mended, ...keys.slice(5, 11), ...phone, ...keys.slice(12), ...NOTHING_MORE, ENTER],
        language: 'zh',
      },
    );
    const text = await made;
    expect(text).toContain('creditCode: "91110000000000001H"');
    expect(text).toContain('phone: 000-0000-1234');
    expect(shown()).toMatch(/creditCode - 发现“91110000000000000X”，校验位不对/);
    expect(shown()).toMatch(/contacts\.phone - 发现手机号/);
  });

  it('goes on to prices, evidence and answers, which end in a file that passes the check', async () => {
    const copy = shop();
    const text = (line: string): string => `${line}${ENTER}`;
    const YES = `y`;
    const { made } = make(
      copy,
      {},
      {
        keys: [
          ...FIELDS,
          // A price: service, amount, no upper end, suggested currency, per month, suggested day; no other.
          YES,
          `${DOWN}${ENTER}`,
          text('120.5'),
          ENTER,
          ENTER,
          ENTER,
          ENTER,
          ENTER,
          // Evidence: id, documented, address, suggested days, no end, no note; no other.
          YES,
          text('receipt-book'),
          ENTER,
          text('https://clock.example/receipts'),
          ENTER,
          ENTER,
          ENTER,
          ENTER,
          ENTER,
          // The first dimension is answered: every facet met, the evidence attached; the others are not.
          YES,
          `${DOWN}${ENTER}`,
          `${DOWN}${ENTER}`,
          ` ${ENTER}`,
          ENTER,
          ENTER,
        ],
      },
    );
    expect(await made).toBeDefined();
    const { dataset } = await runPipeline(copy.folder);
    const vendor = dataset.vendors.find((v) => v.slug === 'hang-zhou-lao-zhong');
    expect(vendor?.prices).toMatchObject([{ service: 'repair', amount: 120.5, currency: 'CNY', period: 'month' }]);
    expect(vendor?.evidence).toMatchObject([
      { id: 'receipt-book', tier: 'documented', url: 'https://clock.example/receipts' },
    ]);
    expect(vendor?.answers['care']?.['receipt']).toEqual({
      facets: { day: 'met', price: 'met' },
      evidence: ['receipt-book'],
    });
  });

  it('is asked for what an option said wrongly', async () => {
    const { made, shown } = make(
      shop(),
      { 'credit-code': ['91110000000000000X'], 'name-zh': ['老钟'], status: ['listed'] },
      { keys: [ENTER, ENTER, ENTER, `91110000000000001H${ENTER}`, ...Array.from({ length: 30 }, () => ENTER)] },
    );
    expect(await made).toContain('creditCode: "91110000000000001H"');
    expect(shown()).toMatch(/--credit-code 91110000000000000X: creditCode - /);
    expect(shown()).not.toContain('Name in Chinese');
  });

  it('is not written after a no, or when the person leaves', async () => {
    const copy = shop();
    expect(await make(copy, {}, { keys: [...FIELDS, ...NOTHING_MORE, 'n'] }).made).toBeUndefined();
    const left = make(copy, {}, { keys: FIELDS.slice(0, 6) });
    expect(await left.made).toBeUndefined();
    expect(left.shown()).toContain('Nothing is written.');
    expect(existsSync(join(copy.folder, 'data/vendors/hang-zhou-lao-zhong.yaml'))).toBe(false);
  });
});
