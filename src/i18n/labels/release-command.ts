/** Words of `npm run release`. */
import { both } from '../both.ts';
import { counted } from '../plural.ts';

export const releaseCommandLabels = both(
  {
    frozen: (folder: string, vendors: string, ranked: string) =>
      `已冻结到 ${folder}：${vendors} 家，其中 ${ranked} 家有排名。提交后即公开，不再改动。`,
    none: '还没有发布。',
    same: (id: string, asOf: string, version: string) =>
      `通过  ${id}（${asOf}，方法 ${version}）：文件未改动，重算结果一致`,
    movedOn: (id: string, asOf: string, version: string, files: string) =>
      `通过  ${id}（${asOf}，方法 ${version}）：文件未改动；此后有 ${files} 个输入文件变了，要重算请检出当时的版本`,
    differs: (id: string, count: string) => `未通过  ${id}：输入相同，重算结果却有 ${count} 处不同`,
    unknown: (id: string) => `没有名为 ${id} 的发布`,
  },
  {
    frozen: (folder, vendors, ranked) =>
      `Frozen in ${folder}: ${counted(vendors, 'vendor')}, ${ranked} of them ranked. Once committed it is public and stays as it is.`,
    none: 'There is no release yet.',
    same: (id, asOf, version) =>
      `pass  ${id} (${asOf}, method ${version}): files unchanged, recomputed scores the same`,
    movedOn: (id, asOf, version, files) =>
      `pass  ${id} (${asOf}, method ${version}): files unchanged; ${counted(files, 'input file')} have changed since, check out that revision to recompute`,
    differs: (id, count) => `FAIL  ${id}: the same inputs give ${counted(count, 'other number')}`,
    unknown: (id) => `no release ${id}`,
  },
);
