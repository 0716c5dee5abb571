/** Holds an answer to the very rules of the finished file, as soon as it is given. */
import { problemText } from '../../validate/problem-text.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Language } from '../../schema/text.ts';
import { examineText } from '../../submit/examine.ts';
import { submitRules, submitTaken } from '../../views/browser/submit-files.ts';
import type { Answers, Flag } from './fields.ts';
import { newVendorFile } from './text.ts';

/** Where in the file the answer to each question stands. The slug is no part of it. */
const FIELDS: Readonly<Record<Exclude<Flag, 'slug'>, string>> = {
  'name-zh': 'name.zh',
  'name-en': 'name.en',
  'legal-name': 'legalName',
  'credit-code': 'creditCode',
  status: 'status',
  region: 'offices.0.region',
  city: 'offices.0.city',
  service: 'services',
  industry: 'industries',
  language: 'languages',
  licence: 'licence',
  website: 'website',
  contact: 'contacts',
  'interests-zh': 'interests.zh',
  'interests-en': 'interests.en',
};

/** What is wrong with the answer to `flag` among all that is told; each with its field, what to do and the rule. */
export type Judge = (flag: Flag, told: Answers) => string[];

/** A judge for one workspace. Only errors count: what is merely odd is told when the file is whole. */
export function judgeFor(dataset: Dataset, language: Language): Judge {
  const rules = submitRules(dataset);
  const taken = submitTaken(dataset.vendors);
  return (flag, told) => {
    if (flag === 'slug') return [];
    const field = FIELDS[flag];
    const { problems } = examineText(newVendorFile(told, dataset), told.slug?.[0] ?? '', rules, taken);
    const own = (p: Problem): boolean =>
      p.severity === 'error' && (p.field === field || p.field.startsWith(`${field}.`));
    return problems
      .filter(own)
      .map((p) => `${p.field} - ${problemText(p, language).replace(/[。.]$/, '')} [${p.rule}]`);
  };
}
