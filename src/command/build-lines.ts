/** Tells of a build as it goes: one line for each step. */
import { relative } from 'node:path';
import type { BuildStep } from '../build/site.ts';
import { buildLabels } from '../i18n/labels/build.ts';
import { number } from '../i18n/numbers.ts';
import type { Language } from '../schema/text.ts';

/** The line of a step, without a line feed. @param out where the site goes. */
export function buildLine(step: BuildStep, language: Language, out: string): string {
  const t = buildLabels[language];
  const seconds = step.seconds.toFixed(1);
  if (step.name === 'checks') return t.checks(seconds, number(step.links));
  // Nobody wants to read a long way up and down again.
  const near = relative(process.cwd(), out);
  return t[step.name](seconds, near === '' || near.startsWith('..') ? out : near);
}
