/** What the guides tell people to write is what the program reads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { caseFile } from '../../src/schema/case.ts';
import { mapping } from '../../src/schema/mapping.ts';
import { questionnaire } from '../../src/schema/questionnaire.ts';
import { vendor } from '../../src/schema/vendor.ts';

const GUIDES = join(import.meta.dirname, '../../content/guides');

/** The YAML examples of a guide, by what they are examples of. */
function examples(guide: string, language: string): { kind: keyof typeof SHAPES; value: unknown }[] {
  const text = readFileSync(join(GUIDES, guide, `${language}.mdx`), 'utf8');
  return [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => {
    const value = parse(yaml, { version: '1.2' }) as Record<string, unknown>;
    const kind =
      'claim' in value
        ? 'case'
        : 'target' in value
          ? 'mapping'
          : 'collections' in value
            ? 'part of the questionnaire'
            : 'name' in value
              ? 'vendor'
              : 'part of a vendor';
    return { kind, value };
  });
}

const SHAPES = {
  case: caseFile,
  mapping,
  vendor,
  'part of a vendor': vendor.partial(),
  'part of the questionnaire': questionnaire.partial(),
} satisfies Record<string, z.ZodType>;

describe.each([
  ['contribute', ['vendor', 'part of a vendor']],
  ['edit', ['mapping', 'part of the questionnaire', 'case']],
] as const)('the examples of the guide “%s”', (guide, kinds) => {
  it.each(['zh', 'en'])('are of these kinds, each in its shape (%s)', (language) => {
    const found = examples(guide, language);
    expect(found.map((e) => e.kind)).toEqual(kinds);
    for (const { kind, value } of found) {
      const { error } = SHAPES[kind].safeParse(value);
      expect(error && z.prettifyError(error)).toBeUndefined();
    }
  });

  it('are the same in both languages, but for their words', () => {
    const keys = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([k, v]) => (k === 'zh' || k === 'en' ? ['text'] : [k, keys(v)]))
        : typeof value;
    expect(examples(guide, 'en').map((e) => keys(e.value))).toEqual(examples(guide, 'zh').map((e) => keys(e.value)));
  });
});
