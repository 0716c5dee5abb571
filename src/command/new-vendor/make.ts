/** Makes a new vendor file: takes options, asks for the rest, checks, and only then writes. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newVendorLabels } from '../../i18n/labels/new-vendor.ts';
import { problemLine, problemText } from '../../validate/problem-text.ts';
import type { RawWorkspace } from '../../load/raw.ts';
import { readReleases } from '../../load/releases.ts';
import { readWorkspace } from '../../load/workspace.ts';
import { yamlFile } from '../../load/yaml.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Language } from '../../schema/text.ts';
import { listIn, tidied, withValue } from '../../submit/draft.ts';
import { examineText } from '../../submit/examine.ts';
import { vendorText } from '../../submit/vendor-text.ts';
import { withoutPersonalData } from '../../validate/personal-data.ts';
import { requireDataset, validateWithReleases, validateWorkspace } from '../../validate/workspace.ts';
import { submitRules, submitTaken, usualCurrency } from '../../views/browser/submit-files.ts';
import { WrongUse } from '../wrong-use.ts';
import { Cancelled, type Judge, Prompter, type Terminal } from './ask.ts';
import { type Answers, type Entry, type Field, fieldsFor, type Flag, FLAGS, withAnswer, withRegion } from './fields.ts';
import { compareText } from '../../schema/order.ts';

export interface NewVendorOptions {
  /** The workspace. */
  folder: string;
  flags: Answers;
  /** Where to ask; absent when nobody is to be asked. */
  terminal?: Terminal;
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
export async function makeNewVendor(options: NewVendorOptions): Promise<string | undefined> {
  const { folder, flags, terminal, dry, language, say } = options;
  const t = newVendorLabels[language];
  const raw = await readWorkspace(folder);
  const dataset = requireDataset(validateWithReleases(raw, await readReleases(folder)));
  const judge = judgeFor(dataset, language);
  const prompter = terminal === undefined ? undefined : new Prompter(terminal, judge, language);
  try {
    if (prompter !== undefined) say(`${t.intro}\n`);
    const { draft, slug } = await collect(dataset, withRegion(flags, dataset.directory), prompter, judge, language);
    const path = `data/vendors/${slug}.yaml`;
    const text = fileText({ draft, slug }, dataset);
    const problems = problemsOfNewFile(raw, path, slug, text);
    const lines = problems.map((p) => problemLine(p, language)).join('\n');
    if (problems.some((p) => p.severity === 'error'))
      throw Object.assign(new Error(t.refused.replace(/[:：]$/, '')), { output: lines });
    if (lines !== '') say(`${lines}\n`);
    if (dry) return text;
    if (prompter !== undefined) {
      say(`\n${text}\n`);
      if (!(await prompter.yes(t.confirm(path), true))) throw new Cancelled();
    }
    await writeFile(join(folder, path), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? new Error(t.exists(path)) : error;
    });
    say(`${t.written(path)}\n`);
    return text;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    say(`${t.notWritten}\n`);
    return undefined;
  }
}

/**
 * Takes what the flags say and asks for the rest; without a prompter suggestions stand in for answers.
 * @throws WrongUse with everything that is wrong or missing, when nobody can be asked.
 */
async function collect(
  dataset: Dataset,
  flags: Answers,
  prompter: Prompter | undefined,
  judge: Judge,
  language: Language,
): Promise<Entry> {
  const t = newVendorLabels[language];
  let entry: Entry = { draft: {}, slug: '' };
  const faults = new Map<Flag, string>();
  for (const field of fieldsFor(dataset, language)) {
    const { flag } = field;
    const given = flags[flag];
    const taken = given === undefined ? undefined : take(field, given, entry, judge);
    const fault =
      taken !== undefined && 'why' in taken
        ? `--${flag} ${withoutPersonalData(given?.join(',') ?? '')}: ${taken.why}`
        : undefined;
    if (prompter !== undefined && (fault !== undefined || (taken === undefined && field.asked(entry)))) {
      entry = await prompter.field(field, entry, fault);
      continue;
    }
    const suggestion = taken === undefined ? field.suggestion(entry) : undefined;
    const needed = field.needed(entry);
    if (fault !== undefined) faults.set(flag, fault);
    else if (taken !== undefined && 'values' in taken) entry = withAnswer(entry, field, taken.values);
    else if (suggestion !== undefined) entry = withAnswer(entry, field, [suggestion]);
    else if (needed && !(field.orElse !== undefined && faults.has(field.orElse)))
      faults.set(
        flag,
        t.missing(field.orElse === undefined ? `--${flag}` : t.either(`--${field.orElse}`, `--${flag}`)),
      );
  }
  if (faults.size > 0) {
    const lines = [...faults.values()].map((fault) => `  ${fault}`);
    throw new WrongUse([t.nothingWritten(faults.size), ...lines].join('\n'));
  }
  if (prompter === undefined) return entry;
  let draft = await prompter.prices(entry.draft, dataset);
  draft = await prompter.evidence(draft, dataset);
  return { ...entry, draft: await prompter.answers(draft, dataset) };
}

/** The values in canonical form, or why one of them cannot be taken: the field's own reasons first, then the rules of the file. */
function take(
  field: Field,
  given: readonly string[],
  entry: Entry,
  judge: Judge,
): { values: string[] } | { why: string } {
  const parts = field.several ? given.flatMap((g) => g.split(/[,，、]/)) : [...given];
  const values: string[] = [];
  for (const part of parts.map((p) => p.trim()).filter((p) => p !== '')) {
    const one = field.take(part, entry);
    if ('why' in one) return one;
    if (!values.includes(one.value)) values.push(one.value);
  }
  if (values.length === 0 || field.flag === 'slug') return { values };
  const faults = judge(withAnswer(entry, field, values).draft, FLAGS[field.flag]);
  return faults.length === 0 ? { values } : { why: faults.join('\n    ') };
}

/** A judge for one workspace. Only errors count: warnings are shown when the file is whole. */
function judgeFor(dataset: Dataset, language: Language): Judge {
  const rules = submitRules(dataset);
  const taken = submitTaken(dataset.vendors);
  return (draft, at) => {
    const field = at.join('.');
    const { problems } = examineText(fileText({ draft, slug: '' }, dataset), '', rules, taken);
    return problems
      .filter((p) => p.severity === 'error' && (p.field === field || p.field.startsWith(`${field}.`)))
      .map((p) => `${p.field} - ${problemText(p, language).replace(/[。.]$/, '')} [${p.rule}]`);
  };
}

/** The whole file; ends with a line feed. The first office is the main one. */
function fileText({ draft }: Entry, dataset: Dataset): string {
  const { directory, frameworks, release } = dataset;
  const office = listIn(draft, ['offices']).length > 0 ? withValue(draft, ['offices', 0, 'main'], true) : draft;
  const whole = { status: 'listed', ...office };
  return vendorText(tidied(whole), { directory, frameworks, asOf: release.asOf, currency: usualCurrency(dataset) });
}

/** What is wrong with a file that is not written yet, warnings among it; problems of other files are left out. */
function problemsOfNewFile(raw: RawWorkspace, path: string, slug: string, text: string): Problem[] {
  const vendors = [...raw.vendors, yamlFile(path, slug, text)].sort((a, b) => compareText(a.path, b.path));
  return validateWorkspace({ ...raw, vendors }).problems.filter((p) => p.path === path);
}
