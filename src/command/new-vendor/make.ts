/** Makes a new vendor file: asks, checks, and only then writes. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newVendorLabels } from '../../i18n/labels/new-vendor.ts';
import { problemLine } from '../../validate/problem-text.ts';
import { readWorkspace } from '../../load/workspace.ts';
import { readReleases } from '../../load/releases.ts';
import type { Language } from '../../schema/text.ts';
import { requireDataset, validateWithReleases } from '../../validate/workspace.ts';
import { problemsOfNewFile } from './check.ts';
import { type Ask, collect } from './collect.ts';
import { type Answers, fieldsFor } from './fields.ts';
import { judgeFor } from './judge.ts';
import { withRegion } from './places.ts';
import { newVendorFile } from './text.ts';

export interface NewVendorOptions {
  /** The workspace. */
  folder: string;
  flags: Answers;
  /** Absent when nobody is to be asked. */
  ask?: Ask;
  /** Gives the text instead of writing it. */
  dry: boolean;
  language: Language;
  /** Where messages go. */
  say: (text: string) => void;
}

/**
 * Returns the text of the new file, or undefined when the person asked decided against it.
 * @throws WrongUse when flags are wrong or something needed is missing; WorkspaceProblems when the workspace is faulty; Error
 * with `output` when the new file breaks a rule.
 */
export async function makeNewVendor({
  folder,
  flags,
  ask,
  dry,
  language,
  say,
}: NewVendorOptions): Promise<string | undefined> {
  const t = newVendorLabels[language];
  const raw = await readWorkspace(folder);
  const dataset = requireDataset(validateWithReleases(raw, await readReleases(folder)));
  if (ask !== undefined) say(`${t.intro}\n`);
  const answers = await collect(
    fieldsFor(dataset, language),
    withRegion(flags, dataset.directory),
    ask,
    judgeFor(dataset, language),
    language,
  );
  const slug = answers.slug?.[0] ?? '';
  const path = `data/vendors/${slug}.yaml`;
  const text = newVendorFile(answers, dataset);
  const problems = problemsOfNewFile(raw, path, slug, text);
  const lines = problems.map((p) => problemLine(p, language)).join('\n');
  if (problems.some((p) => p.severity === 'error'))
    throw Object.assign(new Error(t.refused.replace(/[:：]$/, '')), { output: lines });
  if (lines !== '') say(`${lines}\n`);
  if (dry) return text;
  if (ask !== undefined) {
    say(`\n${text}\n`);
    const sure = await ask(`${t.confirm(path)} `);
    if (sure === undefined || /^\s*(?:n|no|否|不)\s*$/i.test(sure)) {
      say(`${t.notWritten}\n`);
      return undefined;
    }
  }
  await writeFile(join(folder, path), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(t.exists(path)) : error;
  });
  say(`${t.written(path)}\n`);
  return text;
}
