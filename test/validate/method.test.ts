import { describe, expect, it } from 'vitest';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWith } from '../workspaces/tiny.ts';

const METHOD = 'content/methodology/2026.1/method.yaml';

function rules(from: string, to: string): string[] {
  return validateWorkspace(rawFrom(tinyWith(METHOD, from, to))).problems.map((p) => `${p.rule} ${p.field}`);
}

describe('the day of a method', () => {
  it('is not later than the data, once it is published', () => {
    expect(rules('published: 2026-01-01', 'published: 2026-07-01')).toEqual([]);
    expect(rules('published: 2026-01-01', 'published: 2026-07-02')).toEqual(['future-date published']);
  });

  it('may be to come while it is a draft', () => {
    expect(rules('status: published\npublished: 2026-01-01', 'status: draft\npublished: 2026-12-01')).toEqual([]);
  });
});
