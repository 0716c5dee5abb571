import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApiFile } from '../../../src/schema/api.ts';
import { apiFiles } from '../../../src/views/published/files.ts';
import { inputShapes } from '../../../src/views/published/input-shapes.ts';
import { inputSchema, outputSchema, openApi } from '../../../src/views/published/json-schema.ts';
import { receipt } from '../../../src/views/published/receipt.ts';
import { API_FILES, resources } from '../../../src/views/published/resources.ts';
import { smallMarket, throughJson, smallDataset } from './small-market.ts';

const scoring = smallMarket();
const { dataset } = scoring;

/** A validator made from the published schema, and from nothing else. */
function published(schema: object): z.ZodType {
  return z.fromJSONSchema(throughJson(schema) as Parameters<typeof z.fromJSONSchema>[0]);
}

describe('a published JSON Schema', () => {
  it.each(inputShapes.map((i) => i.name))('of the input %s names its dialect, its address and its purpose', (name) => {
    expect(inputSchema(dataset, name)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://small.example/schemas/${name}.schema.json`,
      title: expect.stringMatching(/\/.*\p{Script=Han}/u),
    });
  });

  it.each(API_FILES)('of the output %s accepts what is published', (file: ApiFile) => {
    const schema = published(outputSchema(dataset, file));
    const outputs = file === 'vendor' ? dataset.vendors.map((_, v) => receipt(scoring, v)) : [apiFiles[file](scoring)];
    for (const output of outputs) expect(schema.safeParse(throughJson(output)).error?.issues ?? []).toEqual([]);
  });

  it('of an output rejects what is not a receipt, and allows keys that later builds add', () => {
    const schema = published(outputSchema(dataset, 'vendor'));
    const good = throughJson(receipt(scoring, 0));
    expect(schema.safeParse({ ...good, measures: undefined }).success).toBe(false);
    expect(schema.safeParse({ ...good, overall: { ...good.overall, score: 101 } }).success).toBe(false);
    expect(schema.safeParse({ ...good, later: 1 }).success).toBe(true);
  });

  it('of a vendor file lets defaults be left out and knows no other keys', () => {
    const schema = published(inputSchema(dataset, 'vendor'));
    expect(schema.safeParse({ name: { zh: '甲' }, status: 'listed' }).success).toBe(true);
    expect(schema.safeParse({ name: { zh: '甲' }, status: 'best' }).success).toBe(false);
    expect(schema.safeParse({ name: { zh: '甲' }, status: 'listed', rank: 1 }).success).toBe(false);
  });

  it('of a review row has a column for each question of the workspace', () => {
    const schema = published(inputSchema(dataset, 'review'));
    const row = {
      id: 'r1',
      vendor: 'a',
      reviewed_on: '2026-01-02',
      source: 'organic',
      reviewer: 'a'.repeat(16),
      moderation: 'published',
    };
    expect(schema.safeParse({ ...row, clear: '4', 'kept-word': 'yes' }).success).toBe(true);
    expect(schema.safeParse({ ...row, clear: 'good' }).success).toBe(false);
    expect(schema.safeParse({ ...row, unasked: '4' }).success).toBe(false);
    expect(schema.safeParse({ ...row, source: undefined }).success).toBe(false);
  });

  it('of an observation row takes minutes or none', () => {
    const schema = published(inputSchema(dataset, 'observation'));
    const row = { id: 'o1', vendor: 'a', channel: 'chat', scenario: 'plain', sent_at: '2026-01-02 10:00' };
    expect(schema.safeParse({ ...row, 'first-reply': 'none' }).success).toBe(true);
    expect(schema.safeParse({ ...row, 'first-reply': '12' }).success).toBe(true);
    expect(schema.safeParse({ ...row, 'first-reply': 'soon' }).success).toBe(false);
  });
});

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required: boolean }[];
}
const api = throughJson(openApi(smallDataset())) as unknown as {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, unknown> };
};

describe('openapi.json', () => {
  it('is OpenAPI 3.1 with the address of the site', () => {
    expect([api.openapi, api.servers]).toEqual(['3.1.0', [{ url: 'https://small.example' }]]);
  });

  it('describes every JSON and CSV file of the list, and no other', () => {
    const listed = resources()
      .filter((r) => r.format === 'json' || r.format === 'csv')
      .map((r) => r.path);
    expect(Object.keys(api.paths).toSorted()).toEqual(listed.toSorted());
  });

  it('gives each operation an id of its own, and each variable of a path a parameter', () => {
    const operations = Object.entries(api.paths).map(([path, { get }]) => ({ path, ...get }));
    expect(new Set(operations.map((o) => o.operationId)).size).toBe(operations.length);
    for (const { path, parameters = [] } of operations) {
      const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.map((p) => [p.name, p.in, p.required])).toEqual(variables.map((name) => [name, 'path', true]));
    }
  });

  it('refers only to shapes that it holds', () => {
    const references = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(references.length).toBeGreaterThan(5);
    for (const ref of references)
      expect(Object.keys(api.components.schemas).map((name) => `#/components/schemas/${name}`)).toContain(ref);
  });
});
