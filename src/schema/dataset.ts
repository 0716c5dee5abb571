/**
 * A workspace after validation: everything that scoring and pages need, ids resolved to indexes, rows in columns.
 * Plain types only; `validate/` makes them, everything after it reads them. Nothing here changes once made.
 */
import type { CaseFile } from './case.ts';
import type { Contract } from './contract.ts';
import type { Directory } from './directory.ts';
import type { Framework } from './framework.ts';
import type { HoldOutFile } from './holdout.ts';
import type { Method } from './method.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { Renamed } from './renamed.ts';
import type { Release, Site } from './site.ts';
import type { SummariesFile, VendorSums } from './summaries.ts';
import type { VendorFile } from './vendor.ts';

/** A vendor file with its identity. */
export interface Vendor extends VendorFile {
  /** File name without `.yaml`. */
  slug: string;
}

/** A published case with its identity. */
export interface Case extends CaseFile {
  /** File name without `.yaml`. */
  id: string;
}

/**
 * Reviews in columns; entry `i` of every column belongs to review `i`. All moderation states are in here: whoever
 * counts must look at `moderation`. The order of rows carries no meaning.
 */
export interface ReviewTable {
  count: number;
  /** Row ids, unique in the workspace. */
  id: readonly string[];
  /** Index into `Dataset.vendors`. */
  vendor: Int32Array;
  /** Day of the review, in days since 1970-01-01. */
  day: Int32Array;
  /** Month of the experience, in months since 1970-01; -1 when not told. */
  experienced: Int32Array;
  /** Index into `SOURCE_CLASSES`. */
  source: Uint8Array;
  /** Index into `questionnaire.collections`; -1 = in none. */
  collection: Int32Array;
  /** Index into `RELATIONSHIPS`. */
  relationship: Uint8Array;
  /** Index into `INCENTIVES`. */
  incentive: Uint8Array;
  /** Index into `MODERATION_STATES`. */
  moderation: Uint8Array;
  /** Dense number of the reviewer key, 0.. in order of first sight. */
  reviewer: Int32Array;
  /**
   * One column for each question, in the questionnaire's order; NaN = unknown.
   * rating: the value on its own scale; share: 1 for yes, 0 for no; duration: minutes, Infinity for never.
   */
  answers: readonly Float64Array[];
  /** Text of the review by row; absent rows have none. */
  text: ReadonlyMap<number, string>;
  /** Language tag of the text by row. */
  language: ReadonlyMap<number, string>;
  /** Reason of moderation by row. */
  moderationReason: ReadonlyMap<number, string>;
}

/** Timed contacts in columns, as `ReviewTable`. */
export interface ObservationTable {
  count: number;
  id: readonly string[];
  /** Index into `Dataset.vendors`. */
  vendor: Int32Array;
  /** Day it was sent, in days since 1970-01-01. */
  day: Int32Array;
  /** Minute of the day it was sent, 0..1439. */
  minute: Int32Array;
  /** Index into `questionnaire.observations.channels`. */
  channel: Uint8Array;
  /** Index into `questionnaire.observations.scenarios`. */
  scenario: Uint8Array;
  /** Dense number of the observer key; -1 when not told. */
  observer: Int32Array;
  /** One column for each item, in the questionnaire's order; coded as in `ReviewTable.answers`. */
  values: readonly Float64Array[];
}

/** Facts that people looked at independently of each other, in columns, as `ReviewTable`. They never enter a score. */
export interface CodingTable {
  count: number;
  /** Index into `Dataset.vendors`. */
  vendor: Int32Array;
  /** Index of the criterion, counted through all frameworks, dimensions and criteria in their order. */
  criterion: Int32Array;
  /** Index into the criterion's facets; -1 for a criterion with levels. */
  facet: Int32Array;
  /** Dense number of the coder's key. */
  coder: Int32Array;
  /** Day on which they looked, in days since 1970-01-01. */
  day: Int32Array;
  /** Index into `CODED_STATES`, or into the criterion's levels. */
  state: Int32Array;
}

/** A method with the folder that it lies in. */
export interface MethodVersion {
  version: string;
  method: Method;
  /** Languages in which the folder has prose (`zh.mdx`, `en.mdx`). */
  prose: readonly string[];
}

/** One input file and its fingerprint. */
export interface InputFile {
  /** Path from the workspace's root, with `/`. */
  path: string;
  bytes: number;
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  sha256: string;
}

/** Sums that stand for reviews of some vendors. */
export interface Summarised {
  computedFrom: Pick<SummariesFile['computedFrom'], 'asOf' | 'methodology' | 'rules'>;
  /** By index of the vendor; these vendors have no rows in the table of reviews. */
  byVendor: ReadonlyMap<number, VendorSums>;
}

/** A whole workspace, valid. */
export interface Dataset {
  site: Site;
  release: Release;
  directory: Directory;
  /** In the order of their file names. */
  frameworks: readonly Framework[];
  questionnaire: Questionnaire;
  /** What a customer may ask to have in the contract; a workspace may do without. */
  contract?: Contract;
  /** The method of `release.methodology`. */
  method: Method;
  /** Every version, oldest first. */
  methods: readonly MethodVersion[];
  /** In the order of their slugs (code units). */
  vendors: readonly Vendor[];
  /** Former slugs and those of today; a workspace may do without. */
  renamed?: Renamed;
  reviews: ReviewTable;
  observations: ObservationTable;
  /** Sums over reviews that are not in `reviews`; a workspace may do without. */
  summaries?: Summarised;
  /** A workspace may do without. */
  codings?: CodingTable;
  cases: readonly Case[];
  /** How often intervals held when this was last computed, for these data or older ones (`changedSince`). */
  holdOut?: HoldOutFile;
  /** In the order of their paths. */
  inputs: readonly InputFile[];
}
