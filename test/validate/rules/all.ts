/** The fixtures of all rules, from the files by topic. */
import { ANSWERS_FIXTURES } from './answers.ts';
import { CASES_FIXTURES } from './cases.ts';
import { CODINGS_FIXTURES } from './codings.ts';
import { EVIDENCE_FIXTURES } from './evidence.ts';
import { EXCEPTIONS_FIXTURES } from './exceptions.ts';
import { FRAMEWORK_FIXTURES } from './framework.ts';
import { MAPPING_FIXTURES } from './mapping.ts';
import { METHOD_FIXTURES } from './method.ts';
import { NAMES_FIXTURES } from './names.ts';
import { PRIVACY_FIXTURES } from './privacy.ts';
import { QUESTIONNAIRE_FIXTURES } from './questionnaire.ts';
import { READING_FIXTURES } from './reading.ts';
import { REFERENCES_FIXTURES } from './references.ts';
import { RELEASED_VENDORS_FIXTURES } from './released-vendors.ts';
import { RELEASES_FIXTURES } from './releases.ts';
import { REVIEWS_FIXTURES } from './reviews.ts';
import { SAMPLE_LEFT_FIXTURES } from './sample-left.ts';
import { SHAPE_FIXTURES } from './shape.ts';
import { SUMMARIES_FIXTURES } from './summaries.ts';
import { TABLES_FIXTURES } from './tables.ts';
import { TEXTS_FIXTURES } from './texts.ts';
import { VENDOR_FIXTURES } from './vendor.ts';
import type { RuleId } from '../../../src/validate/rules.ts';
import type { Fixture, InMemory, OnDisk } from './fixture.ts';

const ALL: Readonly<Record<RuleId, Fixture>> = {
  ...ANSWERS_FIXTURES,
  ...CASES_FIXTURES,
  ...CODINGS_FIXTURES,
  ...EVIDENCE_FIXTURES,
  ...EXCEPTIONS_FIXTURES,
  ...FRAMEWORK_FIXTURES,
  ...MAPPING_FIXTURES,
  ...METHOD_FIXTURES,
  ...NAMES_FIXTURES,
  ...PRIVACY_FIXTURES,
  ...QUESTIONNAIRE_FIXTURES,
  ...READING_FIXTURES,
  ...REFERENCES_FIXTURES,
  ...RELEASED_VENDORS_FIXTURES,
  ...RELEASES_FIXTURES,
  ...REVIEWS_FIXTURES,
  ...SAMPLE_LEFT_FIXTURES,
  ...SHAPE_FIXTURES,
  ...SUMMARIES_FIXTURES,
  ...TABLES_FIXTURES,
  ...TEXTS_FIXTURES,
  ...VENDOR_FIXTURES,
};

const entries = Object.entries(ALL) as [RuleId, Fixture][];

/** By rule. */
export const IN_MEMORY = entries.filter((entry): entry is [RuleId, InMemory] => 'files' in entry[1]);
export const ON_DISK = entries.filter((entry): entry is [RuleId, OnDisk] => 'make' in entry[1]);
