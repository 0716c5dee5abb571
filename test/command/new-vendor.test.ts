import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WrongUse } from '../../src/command/arguments.ts';
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

function make(copy: Copy, flags: Answers, more: { lines?: (string | undefined)[]; dry?: boolean; language?: Language } = {}) {
  const said: string[] = [];
  const lines = [...(more.lines ?? [])];
  const ask = async (question: string): Promise<string | undefined> => {
    said.push(question);
    return lines.shift();
  };
  const made = makeNewVendor({
    folder: copy.folder, flags, dry: more.dry ?? false, language: more.language ?? 'en', say: (text) => said.push(text), ...(more.lines === undefined ? {} : { ask }),
  });
  return { made, said };
}

describe('a new vendor, all by options', () => {
  it('is written with the schema named in its first line, every field explained, and passes the check', async () => {
    const copy = shop();
    await make(copy, {
      'name-zh': ['杭州老钟'], region: ['浙江'], city: ['Hangzhou'], service: ['维修,polish'], language: ['普通话'], contact: ['phone=000-0000-1234'],
      website: ['https://clock.example'], 'interests-zh': ['无'], status: ['participating'],
    }).made;
    const text = copy.read('data/vendors/hang-zhou-lao-zhong.yaml');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=https://golden.hengping.example/schemas/vendor.schema.json');
    expect(text).toMatch(/^# 名|^# 对外名称/m);
    const { dataset, warnings } = await runPipeline(copy.folder);
    expect(warnings).toEqual([]);
    expect(dataset.vendors.find((v) => v.slug === 'hang-zhou-lao-zhong')).toMatchObject({
      name: { zh: '杭州老钟' }, status: 'participating', services: ['repair', 'polish'], languages: ['mandarin'], website: 'https://clock.example',
      contacts: { phone: '000-0000-1234' }, offices: [{ region: 'zhejiang', city: 'hangzhou', main: true }], interests: { zh: '无' }, answers: {},
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
    expect((await runPipeline(copy.folder)).dataset.vendors.map((v) => v.slug).filter((slug) => slug.startsWith('old')).sort()).toEqual(['old-clock', 'old-clock-2', 'old-clock-3']);
  });

  it.each<[string, Answers, RegExp]>([
    ['a slug in capitals', { 'name-en': ['X'], slug: ['Old'] }, /--slug Old: lower-case/],
    ['a reserved slug', { 'name-en': ['X'], slug: ['con'] }, /--slug con: this name is used/],
    ['a slug that leads elsewhere', { 'name-en': ['X'], slug: ['../x'] }, /--slug/],
    ['a vendor that exists', { 'name-en': ['X'], slug: ['anchor'] }, /there is a vendor of this name/],
    ['a place that does not exist', { 'name-en': ['X'], region: ['zhejang'] }, /there is no "zhejang"; perhaps "zhejiang"/],
    ['a region without a city', { 'name-en': ['X'], region: ['zhejiang'] }, /missing: --city/],
    ['no name at all', {}, /missing: --name-en --slug/],
    ['a website that is none', { 'name-en': ['X'], website: ['javascript:alert(1)'] }, /--website/],
    ['a contact without a channel', { 'name-en': ['X'], contact: ['12345'] }, /--contact/],
  ])('is refused for %s', async (_, flags, why) => {
    const refused = make(shop(), flags).made;
    await expect(refused).rejects.toBeInstanceOf(WrongUse);
    await expect(refused).rejects.toThrow(why);
  });

  it('is refused by the rules that every file keeps, located, and not written', async () => {
    const copy = shop();
    const refused = make(copy, { 'name-en': ['Old Clock'], 'credit-code': ['91110000000000000X'], 'interests-en': ['Call 13800138000'] }).made;
    await expect(refused).rejects.toMatchObject({ output: expect.stringMatching(/old-clock\.yaml:\d+:\d+ creditCode - .*\[credit-code-check\]\n.*interests\.en - .*\[personal-mobile\]/) as string });
    expect(existsSync(join(copy.folder, 'data/vendors/old-clock.yaml'))).toBe(false);
  });

  it.each(['"quotes" and: colons # signs', "it's - [a] {list} &x *y", '是：的', 'true', '123'])('keeps a name like %j as it is', async (name) => {
    const copy = shop();
    await make(copy, { 'name-en': [name], slug: ['odd'] }).made;
    const { dataset } = await runPipeline(copy.folder);
    expect(dataset.vendors.find((v) => v.slug === 'odd')?.name).toEqual({ en: name });
  });
});

describe('a new vendor, asked for', () => {
  const LINES = ['杭州老钟', '', '', '', '', 'participating', '浙江', 'hangzhu', '杭州', '修表、polish', '', 'ftp://x', 'https://clock.example', '', '', '', 'y'];

  it('asks again with the nearest until an answer can be taken, and writes after a yes', async () => {
    const copy = shop();
    const { made, said } = make(copy, {}, { lines: [...LINES], language: 'zh' });
    expect(await made).toContain('city: hangzhou');
    expect(said.join('\n')).toContain('没有“hangzhu”这一项，是不是“hangzhou”');
    expect(said.join('\n')).toContain('[hang-zhou-lao-zhong]');
    expect((await runPipeline(copy.folder)).dataset.vendors.find((v) => v.slug === 'hang-zhou-lao-zhong')).toMatchObject({ website: 'https://clock.example', services: ['repair', 'polish'] });
  });

  it('writes nothing after a no, or when nobody answers any more', async () => {
    const copy = shop();
    expect(await make(copy, {}, { lines: [...LINES.slice(0, -1), 'n'] }).made).toBeUndefined();
    expect(await make(copy, {}, { lines: LINES.slice(0, -1) }).made).toBeUndefined();
    expect(existsSync(join(copy.folder, 'data/vendors/hang-zhou-lao-zhong.yaml'))).toBe(false);
  });

  it('does not ask what an option has told', async () => {
    const { made, said } = make(shop(), { 'name-zh': ['杭州老钟'], 'name-en': ['Old Clock'] }, { lines: Array.from({ length: 30 }, () => '') });
    expect(await made).toContain('en: Old Clock');
    expect(said.join('\n')).not.toContain('Name in Chinese');
  });
});
