/** Raw records to a `Dataset`, or every problem of every file at once. */
import type { RawWorkspace } from '../load/raw.ts';
import { contract as contractSchema } from '../schema/contract.ts';
import { exceptions as exceptionsSchema } from '../schema/exceptions.ts';
import type { Dataset } from '../schema/dataset.ts';
import { directory as directorySchema } from '../schema/directory.ts';
import { framework as frameworkSchema } from '../schema/framework.ts';
import { HOLD_OUT_COMMAND, type HoldOutFile, changedSince, fallsShort, holdOutFile } from '../schema/holdout.ts';
import { method as methodSchema } from '../schema/method.ts';
import { type Problem, WorkspaceProblems } from '../schema/problem.ts';
import { questionnaire as questionnaireSchema } from '../schema/questionnaire.ts';
import { renamed as renamedSchema } from '../schema/renamed.ts';
import { release as releaseSchema, site as siteSchema } from '../schema/site.ts';
import { caseOf, checkCase } from './case.ts';
import { checkContract } from './contract.ts';
import { checkDirectory } from './directory.ts';
import { checkEditorial, NO_QUESTIONS, type Editorial } from './editorial.ts';
import { readCodings } from './codings.ts';
import { excepted } from './exceptions.ts';
import { readObservations } from './observations.ts';
import { checkParts } from './parts.ts';
import { checkRenamed } from './renamed.ts';
import { evidenceTextsRule } from './evidence-texts.ts';
import { Report } from './report.ts';
import { reviewOwners } from './review-owners.ts';
import { readReviews } from './reviews.ts';
import { checkShape, type Checked } from './shape.ts';
import { creditCodesUnique } from './vendor-credit-code.ts';
import { namesDistinct } from './vendor-names.ts';
import { sampleLeftRule } from './sample-left.ts';
import { replyRule } from './vendor-replies.ts';
import { checkVendor, vendorOf } from './vendor.ts';

/**
 * Checks a whole workspace.
 * @returns the dataset, and warnings in the order path, line, column, rule.
 * @throws WorkspaceProblems with all problems, warnings among them, as soon as one of them is an error.
 */
export function validateWorkspace(raw: RawWorkspace): { dataset: Dataset; warnings: Problem[] } {
  const report = new Report(raw.problems);
  const editorial = readEditorial(raw, report);
  const known = checkEditorial(raw, editorial, report);
  const exceptions = checkShape(exceptionsSchema, raw.exceptions, report);
  const contract = checkShape(contractSchema, raw.contract, report);
  if (contract !== undefined) checkContract(contract, known, report);
  const renamed = checkShape(renamedSchema, raw.renamed, report);
  if (renamed !== undefined) checkRenamed(renamed, known, report);
  // By slug, not by path: `acme-2.yaml` comes before `acme.yaml`, but `acme` before `acme-2`.
  const vendorFiles = raw.vendors.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const vendors = vendorFiles.flatMap((file) => vendorOf(file, report) ?? []);
  const cases = raw.cases.flatMap((file) => caseOf(file, report) ?? []);
  const slugs = vendorFiles.map((v) => v.name);

  const before = report.errors;
  const asked = raw.questionnaire === undefined ? NO_QUESTIONS : editorial.questionnaire?.data;
  const { dayCorrelation = 0 } = editorial.method?.data.reviews ?? {};
  const reviews = readReviews(raw.reviews, slugs, asked, known.asOf, dayCorrelation, report);
  const owners = report.errors === before ? reviewOwners(reviews, slugs, vendors, cases) : undefined;
  const observations = readObservations(raw.observations, slugs, asked, known.asOf, report);

  const whole =
    editorial.frameworks.length === raw.frameworks.length ? editorial.frameworks.map((f) => f.data) : undefined;
  const codings = raw.codings.length === 0 ? undefined : readCodings(raw.codings, slugs, whole, known.asOf, report);

  for (const vendor of vendors) {
    checkVendor(vendor, known, report);
    replyRule(vendor, known, owners, report);
  }
  evidenceTextsRule(raw.evidence, report);
  creditCodesUnique(vendors, report);
  if (editorial.site !== undefined) sampleLeftRule(editorial.site, vendors, report);
  namesDistinct(
    vendors.filter((v) => !v.faulty.has('name')),
    report,
  );
  for (const one of cases) checkCase(one, known, owners, report);

  const holdOut = checkShape(holdOutFile, raw.holdout, report);
  const changed = holdOut && editorial.release && changedSince(holdOut.data, editorial.release.data, raw.inputs);
  if (holdOut && changed !== undefined)
    report.yaml(holdOut.file, ['computedFrom'], 'holdout-stale', { found: changed, command: HOLD_OUT_COMMAND });
  if (holdOut) coverageRule(holdOut, report);

  const problems = excepted(report.sorted(), exceptions);
  const { site, release, directory, method } = editorial;
  if (problems.some((p) => p.severity === 'error') || !site || !release || !directory || !method || !asked)
    throw new WorkspaceProblems(problems);
  const dataset: Dataset = {
    site: site.data,
    release: release.data,
    directory: directory.data,
    frameworks: editorial.frameworks.map((f) => f.data),
    questionnaire: asked,
    ...(contract === undefined ? {} : { contract: contract.data }),
    method: method.data,
    methods: editorial.methods.map(({ checked, raw: { version, prose } }) => ({
      version,
      method: checked.data,
      prose,
    })),
    vendors: vendors.map(({ file, data }) => ({ ...data, slug: file.name })),
    ...(renamed === undefined ? {} : { renamed: renamed.data }),
    reviews,
    observations,
    ...(codings === undefined ? {} : { codings }),
    cases: cases.map(({ file, data }) => ({ ...data, id: file.name })),
    ...(holdOut === undefined ? {} : { holdOut: holdOut.data }),
    inputs: raw.inputs,
  };
  return { dataset, warnings: problems };
}

/** Intervals that held far less often than they claim. */
function coverageRule({ file, data }: Checked<HoldOutFile>, report: Report): void {
  const percent = (share: number): string => String(Math.round(100 * share));
  data.splits.forEach(({ split, overall }, i) => {
    if (overall === undefined || !fallsShort(overall, data.interval)) return;
    report.yaml(file, ['splits', i, 'overall'], 'holdout-narrow', {
      split,
      found: percent(overall.coverage),
      low: percent(overall.low),
      high: percent(overall.high),
      expected: percent(data.interval),
    });
  });
}

/** Stands for what a market calls its vendors, where that is faulty. */
const NOBODY = { one: { zh: '?', en: '?' }, many: { zh: '?', en: '?' } };

/** The files that editors write, each in its shape. */
function readEditorial(raw: RawWorkspace, report: Report): Editorial {
  const release = checkShape(releaseSchema, raw.release, report);
  const methods = raw.methods.flatMap((method) => {
    const checked = checkShape(methodSchema, method.file, report);
    return checked === undefined ? [] : [{ checked, raw: method }];
  });
  methods.sort((a, b) => versionOrder(a.raw.version) - versionOrder(b.raw.version));
  const vocabularies =
    raw.directory === undefined
      ? undefined
      : checkParts(directorySchema, raw.directory, { instead: { vendor: NOBODY } }, report);
  if (vocabularies !== undefined) checkDirectory(vocabularies, report);
  const directory = vocabularies?.faulty.size === 0 ? vocabularies : undefined;
  return {
    site: checkShape(siteSchema, raw.site, report),
    release,
    directory,
    frameworks: shapes(frameworkSchema, raw.frameworks, report),
    questionnaire: checkShape(questionnaireSchema, raw.questionnaire, report),
    methods,
    method: methods.find((m) => m.raw.version === release?.data.methodology)?.checked,
  };
}

function shapes<T>(
  schema: Parameters<typeof checkShape<T>>[0],
  files: RawWorkspace['vendors'],
  report: Report,
): Checked<T>[] {
  return files.map((file) => checkShape(schema, file, report)).filter((checked) => checked !== undefined);
}

/** `2026.2` before `2026.10`. */
function versionOrder(version: string): number {
  const [year = '0', number = '0'] = version.split('.');
  return Number(year) * 1000 + Number(number);
}
