/** The shapes of `dist/api/v1/`, by the name of the file: what tests parse the outputs with and what is published as JSON Schema. */
import { frameworksFile } from './api/frameworks-file.ts';
import { freshnessFile } from './api/freshness-file.ts';
import { indexFile } from './api/index-file.ts';
import { integrityFile } from './api/integrity-file.ts';
import { marketFile } from './api/market-file.ts';
import { methodologyFile } from './api/methodology-file.ts';
import { receipt } from './api/receipt.ts';
import { sensitivityFile } from './api/sensitivity-file.ts';
import { vendorsFile } from './api/vendors-file.ts';
import { questionnaire } from './questionnaire.ts';

/** Output shapes by file name; `vendor` is the receipt of one vendor. */
export const apiShapes = {
  index: indexFile,
  frameworks: frameworksFile,
  methodology: methodologyFile,
  questionnaire,
  vendors: vendorsFile,
  market: marketFile,
  sensitivity: sensitivityFile,
  integrity: integrityFile,
  freshness: freshnessFile,
  vendor: receipt,
} as const;

export type ApiFile = keyof typeof apiShapes;
export type { FrameworksFile } from './api/frameworks-file.ts';
export type { FreshnessFile } from './api/freshness-file.ts';
export type { IndexFile } from './api/index-file.ts';
export type { IntegrityFile } from './api/integrity-file.ts';
export type { MarketFile } from './api/market-file.ts';
export type { MethodologyFile } from './api/methodology-file.ts';
export type { Receipt, ReceiptCriterion, ReceiptDimension } from './api/receipt.ts';
export type { ReceiptAnswer } from './api/receipt-answer.ts';
export type { ReceiptContact, ReceiptMeasure, ReceiptReview } from './api/receipt-survey.ts';
export type { SensitivityFile } from './api/sensitivity-file.ts';
export type { VendorsFile } from './api/vendors-file.ts';
