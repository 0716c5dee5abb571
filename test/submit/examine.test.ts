/** The form tells what `npm run check` would tell, also while the file is half written. */
import { beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.ts';
import type { SubmitMarket, SubmitRules } from '../../src/schema/submit-files.ts';
import { presentSlug } from '../../src/schema/submit-files.ts';
import { examineText, slugFault } from '../../src/submit/examine.ts';
import { submitMarket, submitRules } from '../../src/views/browser/submit-files.ts';
import { sampleFolder } from '../workspaces/sample-folder.ts';

let rules: SubmitRules;
let market: SubmitMarket;
beforeAll(async () => {
  const site = await runPipeline(sampleFolder());
  rules = submitRules(site.dataset);
  market = submitMarket(site);
});

const found = (text: string, slug = 'trial'): string[] =>
  examineText(text, slug, rules, market.taken).problems.map((p) => `${p.field} ${p.rule}`);

describe('examining a file', () => {
  it('finds nothing in a file that is right', () => {
    expect(found('name: { zh: 试验 }\nstatus: listed\n')).toEqual([]);
  });

  it('finds what is missing and what is wrong in the same look', () => {
    expect(
      found('status: listed\ncreditCode: "91990000522004359X"\nabout: { zh: 电话 13812345678 }\nstaff: many\n'),
    ).toEqual(['name required', 'creditCode credit-code-check', 'about.zh personal-mobile', 'staff type']);
  });

  it('finds personal data in a field whose shape is wrong', () => {
    expect(found('name: { zh: 甲, en: "13812345678", fr: x }\nstatus: listed\n')).toEqual([
      'name.en personal-mobile',
      'name.fr unknown-key',
    ]);
  });

  it('blames nobody for pointing to evidence that is itself at fault', () => {
    const [framework] = rules.frameworks;
    const criterion = framework?.dimensions[0]?.criteria[0];
    const answers = `answers: { ${framework?.id}: { ${criterion?.id}: { evidence: [e], facets: { ${criterion?.facets[0]?.id}: met } } } }\n`;
    expect(
      found(`name: { zh: 甲 }\nstatus: participating\nevidence: [{ id: e, tier: best }]\n${answers}`).filter((line) =>
        line.includes('evidence-unknown'),
      ),
    ).toEqual([]);
    expect(found(`name: { zh: 甲 }\nstatus: participating\n${answers}`)).toContain(
      `answers.${framework?.id}.${criterion?.id}.evidence.0 evidence-unknown`,
    );
  });

  it('knows the names and codes of the others, and that a vendor may keep its own', () => {
    const other = market.taken.find((one) => one.creditCode !== undefined && one.name.zh !== undefined);
    const text = `name: { zh: ${other?.name.zh} }\nstatus: listed\ncreditCode: "${other?.creditCode}"\n`;
    expect(found(text)).toEqual(['name.zh name-shared', 'creditCode credit-code-shared']);
    expect(found(text, other?.slug)).toEqual([]);
  });

  it('refuses a file larger than a data file may be', () => {
    expect(found(`name: { zh: 甲 }\nstatus: listed\n# ${'x'.repeat(64 * 1024)}\n`)).toEqual([' file-size']);
  });
});

describe('a slug', () => {
  it('is needed, well-formed, not reserved and free, unless it is the vendor’s own', () => {
    const taken = [{ slug: 'acme', status: 'listed', name: { en: 'Acme' } }];
    expect(['', 'Acme', 'con', 'acme', 'free'].map((slug) => slugFault(slug, undefined, { taken }))).toEqual([
      'needed',
      'file-name',
      'file-reserved',
      'taken',
      undefined,
    ]);
    expect(slugFault('acme', 'acme', { taken })).toBeUndefined();
  });

  it('that another vendor had before it was renamed is refused, so that former addresses keep leading to that vendor', () => {
    const taken = [{ slug: 'acme', status: 'listed', name: { en: 'Acme' } }];
    const market = { taken, renamed: { 'old-acme': 'acme' } };
    expect(['old-acme', 'free'].map((slug) => slugFault(slug, undefined, market))).toEqual(['former', undefined]);
    expect(['old-acme', 'acme', 'constructor'].map((slug) => presentSlug(slug, market))).toEqual([
      'acme',
      'acme',
      'constructor',
    ]);
  });
});
