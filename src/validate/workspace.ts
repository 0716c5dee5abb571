/** Raw records to a `Dataset`, with every problem of every file at once. */
import type { RawWorkspace } from '../load/raw.ts';
import type { RawReleases } from '../load/releases.ts';
import { contract as contractSchema } from '../schema/contract.ts';
import { type Exceptions, exceptions as exceptionsSchema } from '../schema/exceptions.ts';
import type { Dataset } from '../schema/dataset.ts';
import { directory as directorySchema } from '../schema/directory.ts';
import { framework as frameworkSchema } from '../schema/framework.ts';
import type { FrozenRelease } from '../schema/frozen.ts';
import { holdOutFile } from '../schema/holdout.ts';
import { method as methodSchema } from '../schema/method.ts';
import { compareText } from '../schema/order.ts';
import { type Problem, WorkspaceProblems } from '../schema/problem.ts';
import { questionnaire as questionnaireSchema } from '../schema/questionnaire.ts';
import { renamed as renamedSchema } from '../schema/renamed.ts';
import { release as releaseSchema, site as siteSchema } from '../schema/site.ts';
import { checkEditorial, NO_QUESTIONS, type Editorial } from './editorial.ts';
import { Report } from './report.ts';
import { caseOf, checkCase } from './rules/cases.ts';
import { readCodings } from './rules/codings.ts';
import { evidenceTextsRule } from './rules/evidence.ts';
import { applyExceptions } from './rules/exceptions.ts';
import { holdOutRule, type LimitCounts, limitRule } from './rules/method.ts';
import { checkRenamed, namesDistinct } from './rules/names.ts';
import { readObservations } from './rules/observations.ts';
import { checkContract, checkDirectory } from './rules/questionnaire.ts';
import { reviewOwners } from './rules/references.ts';
import { releasedVendorsRule } from './rules/released-vendors.ts';
import { keptRule, releasesRule } from './rules/releases.ts';
import { readReviews } from './rules/reviews.ts';
import { sampleLeftRule } from './rules/sample-left.ts';
import { readSummaries } from './rules/summaries.ts';
import { checkVendor, creditCodesUnique, replyRule, vendorOf } from './rules/vendor.ts';
import { checkParts, checkShape, type Checked } from './shape.ts';

/** What checking a workspace gives. */
export interface Validated {
  /** Undefined when a problem is an error. */
  dataset?: Dataset | undefined;
  /** Errors and warnings in the order path, line, column, rule. */
  problems: Problem[];
}

/** The dataset, for commands and builds that cannot go on without one. @throws WorkspaceProblems with all problems. */
export function requireDataset({ dataset, problems }: Validated): Dataset {
  if (dataset === undefined) throw new WorkspaceProblems(problems);
  return dataset;
}

/** Checks a whole workspace together with its frozen releases, which are given in their order, the first one first. */
export function validateWithReleases(
  raw: RawWorkspace,
  rawReleases: RawReleases,
): Validated & { releases: FrozenRelease[] } {
  const { dataset, problems: before } = validateWorkspace(raw);
  const report = new Report([...before, ...rawReleases.problems]);
  const releases = releasesRule(raw, rawReleases, report);
  if (dataset !== undefined) releasedVendorsRule(releases, dataset, raw, report);
  const problems = report.sorted();
  return { dataset: problems.some(isError) ? undefined : dataset, releases, problems };
}

/** Releases of an earlier revision that are gone or other than they were there. */
export function releasesSince(before: RawReleases, now: RawReleases): Problem[] {
  const report = new Report();
  keptRule(before, now, report);
  return report.sorted();
}

/** Warnings of limits in the method of `version` that change figures, as counted by `score/limits.ts`. */
export function limitWarnings(raw: RawWorkspace, version: string, counts: LimitCounts): Problem[] {
  const report = new Report();
  const file = raw.methods.find((m) => m.version === version)?.file;
  if (file !== undefined) limitRule(file, counts, report);
  return report.sorted();
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** Checks a whole workspace without its releases. */
export function validateWorkspace(raw: RawWorkspace): Validated {
  const report = new Report(raw.problems);
  const editorial = readEditorial(raw, report);
  const known = checkEditorial(raw, editorial, report);
  const exceptions = checkShape(exceptionsSchema, raw.exceptions, report);
  const contract = checkShape(contractSchema, raw.contract, report);
  if (contract !== undefined) checkContract(contract, known, report);
  const renamed = checkShape(renamedSchema, raw.renamed, report);
  if (renamed !== undefined) checkRenamed(renamed, known, report);
  // By slug, not by path: `acme-2.yaml` comes before `acme.yaml`, but `acme` before `acme-2`.
  const vendorFiles = raw.vendors.toSorted((a, b) => compareText(a.name, b.name));
  const vendors = vendorFiles.flatMap((file) => vendorOf(file, report) ?? []);
  const cases = raw.cases.flatMap((file) => caseOf(file, report) ?? []);
  const slugs = vendorFiles.map((v) => v.name);

  const before = report.errors;
  const asked = raw.questionnaire === undefined ? NO_QUESTIONS : editorial.questionnaire?.data;
  const { dayCorrelation = 0 } = editorial.method?.data.reviews ?? {};
  const reviews = readReviews(raw.reviews, slugs, asked, known.asOf, dayCorrelation, report);
  const owners = report.errors === before ? reviewOwners(reviews, slugs, vendors, cases) : undefined;
  const summaries = readSummaries(
    raw.summaries,
    slugs,
    reviews,
    { release: editorial.release?.data, method: editorial.method?.data, questionnaire: asked },
    report,
  );
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
  if (holdOut !== undefined && editorial.release !== undefined)
    holdOutRule(holdOut, editorial.release.data, raw.inputs, report);

  const problems = withExceptions(report.sorted(), exceptions);
  const { site, release, directory, method } = editorial;
  if (problems.some(isError) || !site || !release || !directory || !method || !asked) return { problems };
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
    ...(summaries === undefined ? {} : { summaries }),
    ...(codings === undefined ? {} : { codings }),
    cases: cases.map(({ file, data }) => ({ ...data, id: file.name })),
    ...(holdOut === undefined ? {} : { holdOut: holdOut.data }),
    inputs: raw.inputs,
  };
  return { dataset, problems };
}

/** The problems without those that editors made exceptions for, and with exceptions that nothing needs. */
function withExceptions(problems: Problem[], exceptions: Checked<Exceptions> | undefined): Problem[] {
  if (exceptions === undefined) return problems;
  const report = new Report();
  const left = applyExceptions(problems, exceptions, report);
  return new Report([...left, ...report.sorted()]).sorted();
}

/** In the place of what a market calls its vendors, where that is faulty. */
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
