import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../../src/pipeline.ts';
import { type FrameworksFile, type Receipt, apiShapes } from '../../../src/schema/api.ts';
import { apiFiles } from '../../../src/views/api/files.ts';
import { receipt } from '../../../src/views/api/receipt.ts';
import type { Scoring } from '../../../src/views/api/standings.ts';
import { remeasured, reviewWeights } from './recompute-rows.ts';
import { answerPoints, meanScore, rescoredCriterion, rescoredDimension, spread } from './recompute-scores.ts';
import { throughJson } from './small-market.ts';

let scoring: Scoring;
let file: FrameworksFile;
beforeAll(async () => {
  scoring = await runPipeline(resolve(import.meta.dirname, '../../..'));
  file = apiShapes.frameworks.parse(throughJson(apiFiles.frameworks(scoring)));
});

describe("frameworks.json of the repository's own content", () => {
  it('holds 2 frameworks, 25 dimensions and 95 criteria', () => {
    const dimensions = file.frameworks.flatMap((f) => f.dimensions);
    expect([file.frameworks.length, dimensions.length, dimensions.flatMap((d) => d.criteria).length]).toEqual([2, 25, 95]);
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
        else if (!path.endsWith('/pages') && (!/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en))) lacking.push(path);
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
          expect([c.ref, c.measures.answer !== undefined || c.measures.observed.length > 0 || c.measures.reviewed.length > 0]).toEqual([c.ref, true]);
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

describe("receipts of the repository's own vendors", () => {
  let receipts: Receipt[];
  beforeAll(() => {
    receipts = scoring.dataset.vendors.map((_, v) => apiShapes.vendor.parse(throughJson(receipt(scoring, v))));
  });

  it('let every weight, measure and score be computed again', () => {
    const wrong: string[] = [];
    let checked = 0;
    const check = (what: string, own: number | undefined, published: number | undefined, tolerance = 1e-9): void => {
      checked += 1;
      const near = own === undefined || published === undefined ? own === published : Math.abs(own - published) <= tolerance * Math.max(1, Math.abs(own));
      if (!near) wrong.push(`${what}: ${own} / ${published}`);
    };
    for (const r of receipts) {
      const weights = reviewWeights(r);
      for (const row of r.rows.reviews) check(`${r.slug} ${row.id}`, weights.get(row.id), row.weight);
      for (const m of r.measures) {
        const own = remeasured(r, m);
        const tolerance = m.censored === undefined ? 1e-9 : 1e-6;
        for (const key of ['count', 'weight', 'sum', 'mean', 'sd', 'points', 'pointsSd'] as const) check(`${r.slug} ${m.id} ${key}`, own[key], m[key], tolerance);
      }
      for (const f of r.frameworks) {
        for (const d of f.dimensions) {
          for (const c of d.criteria) {
            if (c.answer) check(`${r.slug} ${c.id} answer`, answerPoints(r, c.answer), c.answer.points);
            check(`${r.slug} ${c.id}`, rescoredCriterion(r, c).score, c.score);
          }
          check(`${r.slug} ${d.id}`, rescoredDimension(r, d).score, d.estimate?.score);
          if (d.estimate) check(`${r.slug} ${d.id} sd`, spread(r, d.coefficients), d.estimate.sd);
        }
        check(`${r.slug} ${f.id}`, meanScore(f.dimensions), f.estimate?.score);
      }
      if (r.frameworks.length > 0) check(r.slug, meanScore(r.frameworks), r.overall?.score);
      if (r.overall && r.coefficients) check(`${r.slug} sd`, spread(r, r.coefficients), r.overall.sd);
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(receipts.length * 100);
  });

  it('name only evidence that they hold', () => {
    for (const r of receipts) {
      const known = new Set(r.evidence.map((e) => e.id));
      for (const c of r.frameworks.flatMap((f) => f.dimensions).flatMap((d) => d.criteria)) {
        const named = [...(c.answer?.evidence ?? []), ...(c.answer?.kind === 'checklist' ? c.answer.facets.flatMap((f) => f.evidence ?? []) : [])];
        expect([r.slug, c.id, named.filter((id) => !known.has(id))]).toEqual([r.slug, c.id, []]);
      }
    }
  });
});
