/** `api/v1/vendors.json`: every vendor with its score and rank. */
import * as z from 'zod';
import { VENDOR_STATUSES } from '../vendor.ts';
import { eitherLanguage, id, describe } from '../text.ts';
import { frameworkStanding, standing, wholeNumber } from './score.ts';

export const vendorIdentity = {
  slug: id.meta(describe('文件名，即身份', 'File name of the vendor, which is its identity')),
  name: eitherLanguage(80),
  status: z.enum(VENDOR_STATUSES),
};

export const vendorsFile = z
  .array(
    z.strictObject({
      ...vendorIdentity,
      ...standing,
      frameworks: z.array(z.strictObject({ ...frameworkStanding, dimensions: wholeNumber })),
    }),
  )
  .meta(describe('全部服务商，按文件名排序', 'All vendors, in the order of their slugs'));

export type VendorsFile = z.infer<typeof vendorsFile>;
