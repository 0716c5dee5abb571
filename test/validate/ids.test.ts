import { describe, expect, it } from 'vitest';
import { nameFault } from '../../src/load/names.ts';
import { id } from '../../src/schema/text.ts';

describe('an id', () => {
  it.each(['con', 'prn', 'aux', 'nul', 'com1', 'lpt9', 'constructor'])(
    'is not %s, which Windows or JavaScript has for itself; nor is a file name',
    (name) => {
      expect(id.safeParse(name).error?.issues.map((issue) => issue.message)).toEqual(['id-reserved']);
      expect(nameFault(name)).toBe('file-reserved');
    },
  );

  it.each(['console', 'com10', 'con-text', 'auxiliary'])('may be %s', (name) => {
    expect(id.safeParse(name).success).toBe(true);
    expect(nameFault(name)).toBeUndefined();
  });
});
