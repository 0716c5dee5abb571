/** Exceptions: an editor says why something that looks like a problem is none, and is told once it is not needed any more. */
import { describe, expect, it } from 'vitest';
import { EXCEPTABLE } from '../../src/schema/exceptions.ts';
import { RULES } from '../../src/validate/rules.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWith } from '../workspaces/tiny.ts';

const GAMMA = 'data/vendors/gamma.yaml';
const entry = (rule: string, path = GAMMA, field = 'name.en'): string =>
  `- { rule: ${rule}, path: ${path}, field: ${field}, why: { zh: 已核实, en: Checked }, on: 2026-06-01 }\n`;

/** Rules told, the whole of which is empty when the workspace is sound. */
function told(name: string, exceptions: string): string[] {
  const files = tinyWith(GAMMA, 'Gamma', name).set('content/exceptions.yaml', exceptions);
  return validateWorkspace(rawFrom(files)).problems.map((p) => `${p.path} ${p.rule}`);
}

describe('an exception', () => {
  it('takes out the one problem that it names', () => {
    expect(told('А1рһа', '[]\n')).toContain(`${GAMMA} name-look-alike`);
    expect(told('А1рһа', entry('name-look-alike') + entry('name-mixed-script'))).not.toContain(
      `${GAMMA} name-look-alike`,
    );
    expect(told('Gаmma', entry('name-mixed-script'))).toEqual([]);
  });

  it('takes out no problem of another file, field or rule', () => {
    expect(told('Gаmma', entry('name-mixed-script', 'data/vendors/beta.yaml'))).toEqual([
      'content/exceptions.yaml exception-unneeded',
      `${GAMMA} name-mixed-script`,
    ]);
    expect(told('Gаmma', entry('name-mixed-script', GAMMA, 'name.zh'))).toEqual([`${GAMMA} name-mixed-script`]);
    expect(told('Gаmma', entry('name-shared'))).toEqual([`${GAMMA} name-mixed-script`]);
  });

  it('that nothing needs any more is told, and stops no build', () => {
    expect(told('Gamma', entry('name-mixed-script'))).toEqual(['content/exceptions.yaml exception-unneeded']);
    expect(RULES['exception-unneeded'].severity).toBe('warning');
  });

  it('is known by rules alone that go by looks', () => {
    expect(told('Gamma', entry('https-address'))).toEqual(['content/exceptions.yaml choice']);
    expect(EXCEPTABLE.filter((rule) => !/^(?:name|personal)-/.test(rule))).toEqual([]);
  });

  it('needs a reason in both languages, a day, and a file of vendors or cases', () => {
    expect(told('Gamma', '- { rule: name-shared, path: src/x.ts, field: a }\n').sort()).toEqual([
      'content/exceptions.yaml format',
      'content/exceptions.yaml required',
      'content/exceptions.yaml required',
    ]);
  });
});
