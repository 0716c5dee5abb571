/** What editors write, checked as a whole: frameworks, questionnaire and methods refer to one another. */
import type { RawMethod, RawWorkspace } from '../load/raw.ts';
import type { Directory } from '../schema/directory.ts';
import type { Framework } from '../schema/framework.ts';
import type { Method } from '../schema/method.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';
import type { Release, Site } from '../schema/site.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';
import { checkFramework } from './rules/framework.ts';
import { checkMethod, goalpostRule, priorityRule, successionRule, weightRule } from './rules/method.ts';
import { checkQuestionnaire } from './rules/questionnaire.ts';
import { indexOf, type References } from './rules/references.ts';
import type { Checked } from './shape.ts';

/** Files in their shape; undefined or left out when they are not. */
export interface Editorial {
  site: Checked<Site> | undefined;
  release: Checked<Release> | undefined;
  directory: Checked<Directory> | undefined;
  frameworks: readonly Checked<Framework>[];
  questionnaire: Checked<Questionnaire> | undefined;
  /** Oldest first. */
  methods: readonly { checked: Checked<Method>; raw: RawMethod }[];
  /** The method of the release. */
  method: Checked<Method> | undefined;
}

/** A workspace without a questionnaire asks nobody anything. */
export const NO_QUESTIONS: Questionnaire = {
  intro: { zh: '本目录暂无问卷。', en: 'This directory asks no questions yet.' },
  questions: [],
  collections: [],
};

/** Checks it and returns what the other files may refer to. */
export function checkEditorial(raw: RawWorkspace, editorial: Editorial, report: Report): References {
  const { site, frameworks, questionnaire, methods, method, release, directory } = editorial;
  const known: References = {
    asOf: release?.data.asOf,
    directory: directory?.data,
    frameworks: new Map(raw.frameworks.map((f) => [f.name, frameworkOf(f.name, frameworks)])),
    vendors: new Set(raw.vendors.map((v) => v.name)),
    evidence: new Set(raw.evidence.keys()),
  };
  for (const framework of frameworks) checkFramework(framework, report);
  for (const { checked, raw: rawMethod } of methods) checkMethod(checked, rawMethod, raw.decisions, known.asOf, report);
  successionRule(
    methods.map((m) => m.checked),
    report,
  );
  if (site !== undefined) priorityRule(site, known, report);
  if (questionnaire !== undefined) checkQuestionnaire(questionnaire, known, report);
  if (release !== undefined) {
    const versions = raw.methods.map((m) => m.version);
    const { methodology } = release.data;
    if (!versions.includes(methodology))
      report.yaml(release.file, ['methodology'], 'methodology-unknown', amongst(methodology, versions));
  }
  // Older methods speak of the frameworks as they were, so only the current one is held against them.
  if (method !== undefined) {
    weightRule(method, known, report);
    const complete =
      frameworks.length === raw.frameworks.length && (questionnaire !== undefined || raw.questionnaire === undefined);
    goalpostRule(method, frameworks, questionnaire, complete, report);
  }
  return known;
}

function frameworkOf(
  name: string,
  frameworks: readonly Checked<Framework>[],
): References['frameworks'] extends ReadonlyMap<string, infer F> ? F : never {
  const checked = frameworks.find((f) => f.file.name === name);
  return checked === undefined ? undefined : indexOf(checked.data);
}
