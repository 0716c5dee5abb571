/**
 * Every rule that a workspace can break, from the files by topic: each rule has its severity and its sentence in both languages
 * there, beside the check that reports it. Ids are stable: people search for them.
 */
import { READING_RULES } from '../load/rules.ts';
import type { Rules } from '../schema/problem.ts';
import { ANSWERS_RULES } from './rules/answers.ts';
import { CASES_RULES } from './rules/cases.ts';
import { CODINGS_RULES } from './rules/codings.ts';
import { EVIDENCE_RULES } from './rules/evidence.ts';
import { EXCEPTIONS_RULES } from './rules/exceptions.ts';
import { FRAMEWORK_RULES } from './rules/framework.ts';
import { MAPPING_RULES } from './rules/mapping.ts';
import { METHOD_RULES } from './rules/method.ts';
import { NAMES_RULES } from './rules/names.ts';
import { PRIVACY_RULES } from './rules/privacy.ts';
import { QUESTIONNAIRE_RULES } from './rules/questionnaire.ts';
import { REFERENCES_RULES } from './rules/references.ts';
import { RELEASED_VENDORS_RULES } from './rules/released-vendors.ts';
import { RELEASES_RULES } from './rules/releases.ts';
import { REVIEWS_RULES } from './rules/reviews.ts';
import { SAMPLE_LEFT_RULES } from './rules/sample-left.ts';
import { SHAPE_RULES } from './rules/shape.ts';
import { SUMMARIES_RULES } from './rules/summaries.ts';
import { TABLES_RULES } from './table.ts';
import { TEXTS_RULES } from './rules/texts.ts';
import { VENDOR_RULES } from './rules/vendor.ts';

export const RULES = {
  ...READING_RULES,
  ...ANSWERS_RULES,
  ...CASES_RULES,
  ...CODINGS_RULES,
  ...EVIDENCE_RULES,
  ...EXCEPTIONS_RULES,
  ...FRAMEWORK_RULES,
  ...MAPPING_RULES,
  ...METHOD_RULES,
  ...NAMES_RULES,
  ...PRIVACY_RULES,
  ...QUESTIONNAIRE_RULES,
  ...REFERENCES_RULES,
  ...RELEASED_VENDORS_RULES,
  ...RELEASES_RULES,
  ...REVIEWS_RULES,
  ...SAMPLE_LEFT_RULES,
  ...SHAPE_RULES,
  ...SUMMARIES_RULES,
  ...TABLES_RULES,
  ...TEXTS_RULES,
  ...VENDOR_RULES,
} as const satisfies Rules;

export type RuleId = keyof typeof RULES;
