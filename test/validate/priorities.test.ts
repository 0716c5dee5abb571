import { describe, expect, it } from 'vitest';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

/** The tiny workspace with these priorities; lines of the problems found. */
function told(priorities: string): string[] {
  const files = tinyWorkspace();
  files.set('content/site.yaml', `${files.get('content/site.yaml') ?? ''}\npriorities:\n${priorities}`);
  return validateWorkspace(rawFrom(files)).problems.map((p) => `${p.rule} ${p.field}`);
}

const one = (id: string, key: string): string =>
  `  - { id: ${id}, name: { zh: 快, en: Fast }, summary: { zh: 快, en: Fast }, weigh: { ${key}: 2 } }\n`;

describe('what customers care about', () => {
  it('may weigh a framework or a dimension that exists', () => {
    expect(told(one('fast', 'demo'))).toEqual([]);
  });

  it('may not name one that does not, nor be named twice', () => {
    expect(told(one('fast', 'demon'))).toEqual(['framework-unknown priorities.0.weigh.demon']);
    expect(told(one('fast', 'demo/nowhere'))).toEqual(['dimension-unknown priorities.0.weigh.demo/nowhere']);
    expect(told(one('fast', 'demo') + one('fast', 'demo'))).toEqual(['duplicate-id priorities.1.id']);
  });

  it('are named like everything that stands in a link', () => {
    expect(told(one('Fast', 'demo'))).toEqual(['kebab-case priorities.0.id']);
  });
});
