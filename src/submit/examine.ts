/**
 * Everything that is wrong with the text of a vendor file, by the rules that the repository's own check runs, before the file
 * leaves the browser. A file that is only half written is examined too: fields that are right so far are held to the
 * rules while others are still missing.
 */
import type { RawYaml } from '../load/raw.ts';
import { nameFault } from '../load/names.ts';
import { yamlFile } from '../load/yaml.ts';
import type { Problem } from '../schema/problem.ts';
import { presentSlug, type SubmitMarket, type SubmitRules, type SubmitTaken } from '../schema/submit-files.ts';
import { type VendorFile, vendor as vendorSchema } from '../schema/vendor.ts';
import { indexOf, type References } from '../validate/rules/references.ts';
import { privacyRule } from '../validate/rules/privacy.ts';
import { Report } from '../validate/report.ts';
import type { Parts } from '../validate/shape.ts';
import { checkShape, type Checked } from '../validate/shape.ts';
import { creditCodesUnique } from '../validate/rules/vendor.ts';
import { namesDistinct } from '../validate/rules/names.ts';
import { replyRule } from '../validate/rules/vendor.ts';
import { checkVendor, PUBLIC_DIGITS } from '../validate/rules/vendor.ts';
import { valueAt } from '../schema/plain-data.ts';

/** Most bytes of a vendor file, as for every data file of a workspace. */
export const LARGEST_FILE = 64 * 1024;

/** Why a slug cannot be used. */
export type SlugFault = 'needed' | 'file-name' | 'file-reserved' | 'taken' | 'former';

/** What an examination found. */
export interface Examined {
  /** In the order of the text. */
  problems: Problem[];
  /** The data as far as it is in the right shape; what is not is absent. */
  data: VendorFile;
  /** Whether nothing was left out of `data`. */
  whole: boolean;
}

/** What is wrong with a slug; `base` is the slug of the vendor that is being updated. */
export function slugFault(
  slug: string,
  base: string | undefined,
  market: Pick<SubmitMarket, 'taken' | 'renamed'>,
): SlugFault | undefined {
  if (slug === '') return 'needed';
  const fault = nameFault(slug);
  if (fault !== undefined || slug === base) return fault;
  if (market.taken.some((other) => other.slug === slug)) return 'taken';
  return presentSlug(slug, market) === slug ? undefined : 'former';
}

/**
 * Examines the text of `data/vendors/<slug>.yaml` among the other vendors. Files that the evidence names are taken to
 * come with it, and reviews that replies answer are not looked up: the check of the pull request does both.
 */
export function examineText(text: string, slug: string, rules: SubmitRules, taken: readonly SubmitTaken[]): Examined {
  const name = slug === '' ? 'new' : slug;
  const file = yamlFile(`data/vendors/${name}.yaml`, name, text);
  const report = new Report();
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > LARGEST_FILE)
    report.add({
      path: file.path,
      line: 0,
      column: 0,
      field: '',
      rule: 'file-size',
      params: { found: bytes, limit: LARGEST_FILE },
    });
  const shaped = checkShape(vendorSchema, file, report, PUBLIC_DIGITS);
  const data = shaped?.data ?? partly(file.value);
  // No key is given up as a whole: what merely follows from a wrong one is filtered out below.
  const checked: Parts<VendorFile> = { file, data, faulty: new Set() };
  const known = knownOf(data, rules, taken);
  const rest = new Report();
  checkVendor(checked, known, rest);
  replyRule(checked, known, undefined, rest);
  const others = othersOf(taken).filter((other) => other.file.name !== name);
  creditCodesUnique([...others, checked], rest);
  namesDistinct([...others, checked], rest);
  // Where the shape of a field is wrong nobody is blamed for what follows from it; personal data is told wherever it stands.
  if (shaped === undefined) privacyRule({ file, data: file.value }, PUBLIC_DIGITS, rest);
  const broken = shaped === undefined ? brokenFields(report.sorted()) : new Set<string>();
  const told = new Set<string>();
  const found = rest.sorted().filter((problem) => {
    const key = `${problem.rule} ${problem.field}`;
    if (
      problem.path !== file.path ||
      told.has(key) ||
      (!problem.rule.startsWith('personal-') && isShadow(problem, broken))
    )
      return false;
    told.add(key);
    return true;
  });
  for (const { severity: _, ...problem } of found) report.add(problem as Parameters<Report['add']>[0]);
  return { problems: report.sorted(), data, whole: shaped !== undefined };
}

/** Each field of the file that is right by itself; a stand-in where one is needed that is not. */
function partly(value: unknown): VendorFile {
  const fields: Record<string, unknown> = { name: { en: 'X' }, status: 'listed' };
  for (const [key, schema] of Object.entries(vendorSchema.shape)) {
    const own = valueAt(value, [key]);
    if (own === undefined) continue;
    const parsed = schema.safeParse(own);
    if (parsed.success) fields[key] = parsed.data;
  }
  return vendorSchema.parse(fields);
}

/** First keys of the fields whose shape is wrong. */
function brokenFields(problems: readonly Problem[]): Set<string> {
  return new Set(problems.map((p) => p.field.split('.')[0] ?? ''));
}

/** Whether a problem may only follow from a field that was left out. */
function isShadow({ field, rule }: Problem, broken: ReadonlySet<string>): boolean {
  if (broken.has(field.split('.')[0] ?? '')) return true;
  return (
    (rule === 'evidence-unknown' && broken.has('evidence')) ||
    (rule === 'evidence-unused' && broken.has('answers')) ||
    (rule.startsWith('withdrawn-') && broken.has('status'))
  );
}

function knownOf(data: VendorFile, rules: SubmitRules, taken: readonly SubmitTaken[]): References {
  return {
    asOf: rules.asOf,
    directory: rules.directory,
    frameworks: new Map(rules.frameworks.map((framework) => [framework.id, indexOf(framework)])),
    vendors: new Set(taken.map((other) => other.slug)),
    evidence: new Set(data.evidence.flatMap((e) => (e.file === undefined ? [] : [e.file]))),
  };
}

let kept: { taken: readonly SubmitTaken[]; others: readonly Checked<VendorFile>[] } | undefined;

/** The other vendors as the rules on names and codes look at them; made once for a list. */
function othersOf(taken: readonly SubmitTaken[]): readonly Checked<VendorFile>[] {
  if (kept?.taken !== taken) kept = { taken, others: taken.map(other) };
  return kept.others;
}

function other({ slug, name, aliases = [], legalName, creditCode }: SubmitTaken): Checked<VendorFile> {
  const file: RawYaml = {
    path: `data/vendors/${slug}.yaml`,
    name: slug,
    value: undefined,
    broken: false,
    locate: () => ({ line: 0, column: 0 }),
    written: () => undefined,
  };
  const own = {
    ...(legalName === undefined ? {} : { legalName }),
    ...(creditCode === undefined ? {} : { creditCode }),
  };
  return { file, data: vendorSchema.parse({ name, aliases, status: 'listed', ...own }) };
}
