/** What pages say of an address that they cannot make sense of in part; the browser reads them. */
import { both } from '../both.ts';

export const addressLabels = both(
  {
    notUnderstood: (parts: string) => `网址里有看不懂的内容，没有采用：${parts}。`,
    noSuchVendor: (slug: string) => `没有代号为“${slug}”的机构。`,
    tooMany: (most: string, left: string) => `最多比较 ${most} 家，网址里多出的没有列入：${left}。`,
    comma: '、',
  },
  {
    notUnderstood: (parts) => `This address holds something that is not understood and was left out: ${parts}.`,
    noSuchVendor: (slug) => `There is no “${slug}” in the directory.`,
    tooMany: (most, left) => `At most ${most} can be compared; these in the address were left out: ${left}.`,
    comma: ', ',
  },
);
