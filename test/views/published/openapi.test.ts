import { describe, expect, it } from 'vitest';
import { openApi } from '../../../src/views/published/openapi.ts';
import { resources } from '../../../src/views/published/resources.ts';
import { smallDataset, throughJson } from './small-market.ts';

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
