import { beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../../src/pipeline.ts';
import { type FrameworksFile, type Receipt, apiShapes } from '../../../src/schema/api.ts';
import { apiFiles } from '../../../src/views/published/files.ts';
import { receipt } from '../../../src/views/published/receipt.ts';
import type { ScoredWorkspace } from '../../../src/score/market.ts';
import { verifyMarket } from '../../../src/verify/market.ts';
import { verifyFrameworks } from '../../../src/verify/method.ts';
import { checkReceipt } from '../../../src/verify/receipt.ts';
import { publishedBy } from '../../verify/published.ts';
import { sampleFolder } from '../../workspaces/sample-folder.ts';
import { throughJson } from './small-market.ts';

let scoring: ScoredWorkspace;
let file: FrameworksFile;
beforeAll(async () => {
  scoring = await runPipeline(sampleFolder());
  file = apiShapes.frameworks.parse(throughJson(apiFiles.frameworks(scoring)));
});

describe("frameworks.json of the repository's own content", () => {
  it('holds 2 frameworks, 25 dimensions and 95 criteria', () => {
    const dimensions = file.frameworks.flatMap((f) => f.dimensions);
    expect([file.frameworks.length, dimensions.length, dimensions.flatMap((d) => d.criteria).length]).toEqual([
      2, 25, 95,
    ]);
  });

  it('says everything in Chinese and in English', () => {
    const lacking: string[] = [];
    let texts = 0;
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('zh' in value || 'en' in value) {
        const { zh, en } = value as Record<string, unknown>;
        texts += 1;
        if (typeof zh !== 'string' || typeof en !== 'string' || zh === '' || en === '') lacking.push(path);
        else if (!path.endsWith('/pages') && (!/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en)))
          lacking.push(path);
        return;
      }
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}/${key}`);
    };
    look(file.frameworks, '');
    expect(lacking).toEqual([]);
    expect(texts).toBeGreaterThan(95 * 4);
  });

  it('gives every criterion facets or another measure, and a place on the site', () => {
    for (const f of file.frameworks) {
      for (const d of f.dimensions) {
        for (const c of d.criteria) {
          expect([
            c.ref,
            c.measures.answer !== undefined || c.measures.observed.length > 0 || c.measures.reviewed.length > 0,
          ]).toEqual([c.ref, true]);
          expect(c.pages.zh).toBe(`${scoring.dataset.site.url}/frameworks/${f.id}/${d.id}/#${c.id}`);
          expect(c.pages.en).toBe(`${scoring.dataset.site.url}/en/frameworks/${f.id}/${d.id}/#${c.id}`);
        }
      }
    }
  });

  it('has weights that sum to 1 at every level', () => {
    const sum = (parts: readonly { weight: number }[]): number => parts.reduce((total, p) => total + p.weight, 0);
    expect(sum(file.frameworks)).toBeCloseTo(1, 12);
    for (const f of file.frameworks) {
      expect(sum(f.dimensions)).toBeCloseTo(1, 12);
      for (const d of f.dimensions) expect(sum(d.criteria)).toBeCloseTo(1, 12);
    }
  });
});

describe('receipts of the sample’s vendors under the repository’s own method', () => {
  let receipts: Receipt[];
  beforeAll(() => {
    receipts = scoring.dataset.vendors.map((_, v) => apiShapes.vendor.parse(throughJson(receipt(scoring, v))));
  });

  it('let every weight, measure, score, prior and rank be computed again', () => {
    const { receipts: own, context } = publishedBy(scoring);
    const checked = own.map((r) => checkReceipt(r, context));
    expect(checked.flatMap((c) => c.differences)).toEqual([]);
    expect(checked.reduce((sum, c) => sum + c.compared, 0)).toBeGreaterThan(receipts.length * 1000);
    expect(verifyMarket(own, context)).toEqual([]);
    expect(verifyFrameworks(context)).toEqual([]);
  });

  it('name only evidence that they hold', () => {
    for (const r of receipts) {
      const known = new Set(r.evidence.map((e) => e.id));
      for (const c of r.frameworks.flatMap((f) => f.dimensions).flatMap((d) => d.criteria)) {
        const named = [
          ...(c.answer?.evidence ?? []),
          ...(c.answer?.kind === 'checklist' ? c.answer.facets.flatMap((f) => f.evidence ?? []) : []),
        ];
        expect([r.slug, c.id, named.filter((id) => !known.has(id))]).toEqual([r.slug, c.id, []]);
      }
    }
  });
});
