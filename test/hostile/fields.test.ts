/** Every hostile text in every field that strangers write: refused at its place, or part of a dataset; never anything else. */
import { beforeAll, describe, expect, it } from 'vitest';
import { problemLine } from '../../src/validate/problem-text.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom } from '../workspaces/tiny.ts';
import { RELEASE_FIELDS } from './fields.ts';
import { OWN_STRINGS } from './strings.ts';
import { type Outcome, Trial, stage } from './trial.ts';

let outcome: Outcome;
beforeAll(() => {
  outcome = new Trial(OWN_STRINGS).run();
});

const accepted = (field: string): string[] =>
  outcome.accepted.filter((one) => one.field === field).map((one) => one.text);

describe('hostile texts in every field of vendors, cases, reviews and observations', () => {
  it('are all accounted for: each is refused by a rule, or accepted', () => {
    expect(outcome.tried).toBeGreaterThan(OWN_STRINGS.length * 100);
    expect(outcome.refused + outcome.accepted.length).toBe(outcome.tried);
    expect([...outcome.rules.values()].reduce((sum, n) => sum + n, 0)).toBe(outcome.refused);
  });

  it('never pass where an address, an id, a date or a number is asked for', () => {
    expect(accepted('website').filter((text) => !/^https:\/\/[a-z.]+\//.test(text))).toEqual([]);
    expect(accepted('evidence.1.url')).toEqual(accepted('website'));
    expect(accepted('contacts.page')).toEqual(accepted('website'));
    expect(accepted('source.url')).toEqual(accepted('website'));
    for (const field of [
      'creditCode',
      'status',
      'source.kind',
      'since',
      'evidence.1.tier',
      'evidence.1.file',
      'prices.0.currency',
      'reviewer',
      'reviewed_on',
      'sent_at',
      'kind',
      'contacts.*',
      'answers.*',
    ])
      expect(accepted(field), field).toEqual([]);
    expect(accepted('evidence.1.id')).toEqual(['null', '1e309', '0x10']);
  });

  it('hide and reorder nothing where they are text', () => {
    for (const field of [
      'name.zh',
      'aliases.0',
      'legalName',
      'source.name.en',
      'licence.number',
      'contacts.chat',
      'about.en',
      'replies.0.text.zh',
      'text',
      'moderation_reason',
      'claim.zh',
      'withdrawn.reason.en',
    ]) {
      const texts = accepted(field);
      expect(texts.length, field).toBeGreaterThan(40);
      // The one tab that passes is between words, and a line break is one of prose.
      expect(
        texts.filter((text) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00AD]/u.test(text.replace(/[\n\t]/g, ''))),
        field,
      ).toEqual([]);
      expect(texts, field).not.toContain('');
    }
  });

  it('do not pass for another alphabet in a name', () => {
    expect(accepted('name.en')).not.toContain('Hоnest Bооks');
    expect(accepted('about.en')).toContain('Hоnest Bооks');
  });

  it('pass where they are honest, letter for letter', () => {
    const honest = OWN_STRINGS.slice(-3);
    for (const field of ['name.zh', 'legalName', 'about.zh', 'text', 'claim.en'])
      expect(accepted(field), field).toEqual(expect.arrayContaining(honest));
    for (const { number, text } of outcome.accepted.filter((one) => one.field === 'about.zh')) {
      expect(outcome.dataset.vendors.find((v) => v.slug === `h-${number}`)?.about?.zh).toBe(text);
    }
    const { vendor, text } = outcome.dataset.reviews;
    const written = Array.from(vendor, (v, row) => `${outcome.dataset.vendors[v]?.slug ?? ''} ${text.get(row) ?? ''}`);
    for (const one of outcome.accepted.filter((a) => a.field === 'text'))
      expect(written).toContain(`h-${one.number} ${one.text}`);
  });
});

describe('hostile texts in the fields of the release', () => {
  it.each(RELEASE_FIELDS.map((field) => [field.name, field] as const))('are all refused, at %s', (name, field) => {
    for (const text of OWN_STRINGS) {
      const release = { asOf: '2026-07-01', methodology: '2026.1' };
      field.put(release, text);
      const files = stage().set('data/release.yaml', `${JSON.stringify(release)}\n`);
      const { dataset, problems } = validateWorkspace(rawFrom(files));
      expect(dataset).toBeUndefined();
      const own = problems.filter((p) => p.path === 'data/release.yaml');
      expect(own.map((p) => p.field)).toContain(name);
      for (const problem of own)
        expect(problemLine(problem, 'zh')).toMatch(/^data\/release\.yaml:\d+:\d+ [^\p{Cc}]* \[[a-z-]+\]$/u);
    }
  });
});
