/** Rules about one part of a file are told together with what is wrong in the shape of another. */
import { describe, expect, it } from 'vitest';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { edited, rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

const ALPHA = 'data/vendors/alpha.yaml';
const CASE = 'data/cases/first.yaml';

/** What is told of a file after these replacements: field and rule of each problem, in order. */
function told(path: string, ...changes: readonly (readonly [string, string])[]): string[] {
  const files = tinyWorkspace();
  for (const [from, to] of changes) edited(files, path, from, to);
  return validateWorkspace(rawFrom(files))
    .problems.filter((p) => p.path === path)
    .map((p) => `${p.field} ${p.rule}`);
}

describe('a vendor file with a fault in its shape', () => {
  it('is told at the same time what other parts break', () => {
    expect(
      told(
        ALPHA,
        ['status: participating', 'status: participant'],
        ['91110000000000001H', '91110000000000001J'],
        ['city: port', 'city: prot'],
        ['upTo: 150', 'upTo: 50'],
        ['phone: met', 'fone: met'],
        ['Sundays too', 'Call 139 1234 5678'],
      ),
    ).toEqual([
      'creditCode credit-code-check',
      'status choice',
      'offices.0.city directory-unknown',
      'prices.0.upTo price-range',
      'answers.demo.channels.facets.fone facet-unknown',
      'replies.1.text.en personal-mobile',
    ]);
  });

  it('is told of one answer that is wrong, and of what another breaks', () => {
    expect(told(ALPHA, ['hours: { value: 40', 'hours: { value: forty'], ['level: yearly', 'level: weekly'])).toEqual([
      'answers.demo.hours.value type',
      'answers.demo.training.level level-unknown',
    ]);
  });

  it('is told of one contact that is wrong, and of another kind of another', () => {
    expect(told(ALPHA, ['phone: 000-1234-5678', 'phone: [1]'], ['mail: desk@alpha.example', 'mail: desk'])).toEqual([
      'contacts.phone type',
      'contacts.mail contact-form',
    ]);
  });

  it('is not blamed for what only the fault keeps from being seen', () => {
    // The evidence is there, but one entry is wrong: no answer points to nothing, and none is unused.
    expect(told(ALPHA, ['tier: observed', 'tier: seen'])).toEqual(['evidence.0.tier choice']);
    expect(
      told(
        ALPHA,
        ['level: yearly, evidence: [file]', 'level: 3, evidence: [file]'],
        ['email: { state: partly, evidence: [file] }', 'email: partly'],
      ),
    ).toEqual(['answers.demo.training.level unquoted']);
    expect(told(ALPHA, ['status: participating', 'status: withdrawn\nwithdrawn: soon'])).toEqual(['withdrawn type']);
    expect(told(ALPHA, ['{ zh: 甲商, en: Alpha }', 'Alpha'])).toEqual(['name type']);
  });

  it('keeps the places of what it tells, beside keys that nobody knows', () => {
    expect(told(ALPHA, ['services: [repair]', 'service: x\nservices: [repair, repare]'])).toEqual([
      'service unknown-key',
      'services.1 directory-unknown',
    ]);
  });

  it('and no map at all is told that alone', () => {
    expect(told('data/vendors/gamma.yaml', ['name: { en: Gamma }\nstatus: listed\n', '- a\n'])).toEqual([' type']);
  });
});

describe('a case with a fault in its shape', () => {
  it('is told at the same time what other parts break', () => {
    expect(
      told(
        CASE,
        ['kind: dispute', 'kind: quarrel'],
        ['vendor: alpha', 'vendor: alfa'],
        ['review: r-2', 'review: r-2, x: 1'],
        ['closedOn: 2026-06-20\n', ''],
      ),
    ).toEqual(['kind choice', 'vendor vendor-unknown', 'about.x unknown-key', 'state case-unfinished']);
  });

  it('is told where its text is wrong, not that it should be of another form', () => {
    expect(told(CASE, ['review: r-2', `review: "r\u200b${'x'.repeat(80)}"`])).toEqual([
      'about.review hidden-characters',
      'about.review too-long',
    ]);
  });
});

describe('a directory with a fault in its shape', () => {
  it('is told what its other lists break, and no vendor is blamed for it', () => {
    const files = tinyWorkspace();
    edited(files, 'content/directory.yaml', 'kind: telephone', 'kind: phone');
    edited(files, 'content/directory.yaml', 'id: north', 'id: service');
    const { problems } = validateWorkspace(rawFrom(files));
    expect(problems.map((p) => `${p.path} ${p.rule}`)).toEqual([
      'content/directory.yaml choice',
      'content/directory.yaml id-reserved',
    ]);
  });
});
